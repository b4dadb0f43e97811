"""The SHACL gate: what conforms goes on, what does not is held back with its reason."""
