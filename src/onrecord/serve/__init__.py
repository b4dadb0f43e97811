"""The SPARQL endpoint and the pages over it."""
