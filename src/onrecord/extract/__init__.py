"""spaCy components that find, one file each; `Doc` never leaves this package."""
