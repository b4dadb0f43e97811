"""The word lists of the ontology, and what they know of names."""
