"""The named queries as SPARQL examples: `sh:SPARQLExecutable`, in the convention that SIB's endpoints share.

Editors and query builders that know the convention find them at `/.well-known/sparql-examples`.
"""

import re
from collections.abc import Iterable, Iterator

import pyoxigraph as ox

from onrecord.answers.ask import NamedQuery
from onrecord.publish.rdf_terms import about, term

_PREFIX = re.compile(r"^PREFIX\s+([\w-]*):\s*<([^>]*)>", re.MULTILINE)


def examples(base: str, endpoint: str, queries: Iterable[NamedQuery]) -> Iterator[ox.Triple]:
    """The queries as examples for an endpoint, each named `BASE#NAME`; all of them are SELECT."""
    prefixes: dict[str, str] = {}
    ontology = ox.NamedNode(f"{base}#prefixes")
    for query in queries:
        prefixes |= _PREFIX.findall(query.text)
        yield from about(
            ox.NamedNode(f"{base}#{query.name}"),
            ("rdf:type", term("sh:SPARQLExecutable")),
            ("rdf:type", term("sh:SPARQLSelectExecutable")),
            ("rdfs:label", ox.Literal(query.name)),
            ("rdfs:comment", ox.Literal(query.title, language="en")),
            ("sh:prefixes", ontology),
            ("sh:select", ox.Literal(query.text)),
            ("schema:target", ox.NamedNode(endpoint)),
            *(("schema:keywords", ox.Literal(column)) for column in query.columns),
        )
    yield from about(ontology, ("rdf:type", term("owl:Ontology")))
    for prefix, namespace in sorted(prefixes.items()):
        declaration = ox.NamedNode(f"{base}#prefix-{prefix}")
        yield from about(ontology, ("sh:declare", declaration))
        yield from about(
            declaration,
            ("sh:prefix", ox.Literal(prefix)),
            ("sh:namespace", ox.Literal(namespace, datatype=term("xsd:anyURI"))),
        )
