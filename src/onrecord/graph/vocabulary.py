"""The namespaces that the graph is written in, and the prefixes under which Turtle shows them."""

from rdflib import Namespace
from rdflib.namespace import DC, ORG, OWL, PROV, RDF, RDFS, SDO, SKOS, XSD

ONR = Namespace("https://w3id.org/onrecord/ns#")
OA = Namespace("http://www.w3.org/ns/oa#")
EDTF = Namespace("http://id.loc.gov/datatypes/edtf/")

PREFIXES = {
    "onr": str(ONR),
    "oa": str(OA),
    "dc11": str(DC),
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
    "event": "https://w3id.org/onrecord/event/",
    "factuality": "https://w3id.org/onrecord/factuality/",
    "hedge": "https://w3id.org/onrecord/hedge/",
    "post": "https://w3id.org/onrecord/post/",
    "saying": "https://w3id.org/onrecord/saying/",
    "scope": "https://w3id.org/onrecord/scope/",
    "standing": "https://w3id.org/onrecord/standing/",
    "tenure": "https://w3id.org/onrecord/tenure/",
}
