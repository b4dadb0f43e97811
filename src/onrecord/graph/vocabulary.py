"""The vocabularies that the graph is written in, and the prefixes under which Turtle shows them."""


class Namespace:
    """The IRIs below a base by their names, each made once: `ONR.value`."""

    def __init__(self, base: str) -> None:
        """A namespace whose terms begin with `base`."""
        self._base = base

    def __getattr__(self, name: str) -> str:
        """The IRI of a term."""
        term = self.__dict__[name] = f"{self._base}{name}"
        return term

    def __str__(self) -> str:
        """The base."""
        return self._base


DC = Namespace("http://purl.org/dc/elements/1.1/")
DCTERMS = Namespace("http://purl.org/dc/terms/")
EDTF = Namespace("http://id.loc.gov/datatypes/edtf/")
OA = Namespace("http://www.w3.org/ns/oa#")
ONR = Namespace("https://w3id.org/onrecord/ns#")
ORG = Namespace("http://www.w3.org/ns/org#")
OWL = Namespace("http://www.w3.org/2002/07/owl#")
PROV = Namespace("http://www.w3.org/ns/prov#")
RDF = Namespace("http://www.w3.org/1999/02/22-rdf-syntax-ns#")
RDFS = Namespace("http://www.w3.org/2000/01/rdf-schema#")
SDO = Namespace("https://schema.org/")
SKOS = Namespace("http://www.w3.org/2004/02/skos/core#")
XSD = Namespace("http://www.w3.org/2001/XMLSchema#")

# Classes of what an article is read to say, each of its own.
STATEMENTS = frozenset({ONR.Figure, ONR.Act, ONR.Position, ONR.Statement, ONR.Accusation, ONR.Event})

PREFIXES = {
    "onr": str(ONR),
    "oa": str(OA),
    "dc11": str(DC),
    "dcterms": str(DCTERMS),
    "edtf": str(EDTF),
    "org": str(ORG),
    "owl": str(OWL),
    "prov": str(PROV),
    "rdf": str(RDF),
    "rdfs": str(RDFS),
    "schema": str(SDO),
    "sem": "http://semanticweb.cs.vu.nl/2009/11/sem/",
    "skos": str(SKOS),
    "xsd": str(XSD),
    "verdict": "https://w3id.org/onrecord/verdict/",
    "action": "https://w3id.org/onrecord/action/",
    "accusation": "https://w3id.org/onrecord/accusation/",
    "act": "https://w3id.org/onrecord/act/",
    "basis": "https://w3id.org/onrecord/basis/",
    "event": "https://w3id.org/onrecord/event/",
    "factuality": "https://w3id.org/onrecord/factuality/",
    "hedge": "https://w3id.org/onrecord/hedge/",
    "post": "https://w3id.org/onrecord/post/",
    "saying": "https://w3id.org/onrecord/saying/",
    "scope": "https://w3id.org/onrecord/scope/",
    "standing": "https://w3id.org/onrecord/standing/",
    "tenure": "https://w3id.org/onrecord/tenure/",
}
