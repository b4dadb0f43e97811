"""What the endpoint says of itself (SPARQL 1.1 Service Description)."""

from collections.abc import Iterator

import pyoxigraph as ox

from onrecord.publish.rdf_terms import about, term

_RESULT_FORMATS = (
    "SPARQL_Results_JSON",
    "SPARQL_Results_XML",
    "SPARQL_Results_CSV",
    "SPARQL_Results_TSV",
    "Turtle",
    "N-Triples",
    "JSON-LD",
    "RDF_XML",
)


def service_description(address: str, updates: bool) -> Iterator[ox.Triple]:
    """What is at `address`: languages, formats, and the dataset that queries are answered from."""
    service, dataset = ox.NamedNode(f"{address}#service"), ox.NamedNode(f"{address}#dataset")
    default = ox.NamedNode(f"{address}#union")
    yield from about(
        service,
        ("rdf:type", term("sd:Service")),
        ("sd:endpoint", ox.NamedNode(address)),
        ("sd:supportedLanguage", term("sd:SPARQL11Query")),
        ("sd:feature", term("sd:UnionDefaultGraph")),
        *(("sd:resultFormat", term(f"format:{name}")) for name in _RESULT_FORMATS),
        ("sd:defaultDataset", dataset),
        ("sd:availableGraphs", dataset),
        ("rdfs:seeAlso", beside(address, "/.well-known/void")),
        ("rdfs:seeAlso", beside(address, "/.well-known/sparql-examples")),
    )
    if updates:
        yield from about(service, ("sd:supportedLanguage", term("sd:SPARQL11Update")))
    yield from about(
        dataset,
        ("rdf:type", term("sd:Dataset")),
        ("rdf:type", term("sd:GraphCollection")),
        ("sd:defaultGraph", default),
        ("rdfs:comment", ox.Literal("One named graph for each article, one for what they share.", language="en")),
    )
    yield from about(
        default,
        ("rdf:type", term("sd:Graph")),
        ("rdfs:comment", ox.Literal("The union of all named graphs.", language="en")),
    )


def beside(address: str, path: str) -> ox.NamedNode:
    """Another path of the server at `address`."""
    scheme, _, rest = address.partition("://")
    return ox.NamedNode(f"{scheme}://{rest.partition('/')[0]}{path}")
