"""Frozen values that the stages hand to each other: no spaCy, no RDF, no effects."""
