"""SPARQL stores elsewhere: asked by the SPARQL 1.1 Protocol, filled by the Graph Store Protocol and SPARQL Update."""
