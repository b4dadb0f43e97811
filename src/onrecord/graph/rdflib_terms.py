"""The vocabulary in rdflib's terms, for what holds graphs in rdflib: SHACL reports, amendments, users' decisions."""

from rdflib import Namespace

from onrecord.graph import vocabulary

OA = Namespace(str(vocabulary.OA))
ONR = Namespace(str(vocabulary.ONR))
