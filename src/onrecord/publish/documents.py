"""What a release says of itself in RDF: VoID, DCAT, PROV and SPARQL examples."""

from collections.abc import Iterable, Iterator
from pathlib import Path

import pyoxigraph as ox

from onrecord.graph import iri
from onrecord.graph.canonical import NamedGraphs
from onrecord.publish import void
from onrecord.publish.questions import questions
from onrecord.publish.rdf_terms import Value, about, term, turtle
from onrecord.publish.release import File, Release
from onrecord.publish.sparql_examples import examples
from onrecord.store import Readable
from onrecord.version import __version__

_TURTLE = "text/turtle"
_ENDPOINT = "http://127.0.0.1:7878/sparql"  # where `onrecord serve` answers unless told otherwise


def address(identity: str) -> str:
    """The IRI that stands for a dataset, minted from its identity."""
    return f"{iri.BASE}dataset/{identity}"


def counts(reader: Readable) -> void.Counts:
    """How much a store holds."""
    classes, properties = (void.by_part(reader.select(name)) for name in ("count-classes", "count-properties"))
    return void.Counts(classes, properties, next(int(row["n"].value) for row in reader.select("count-subjects")))


def write_void(counted: void.Counts, release: Release, identity: str, folder: Path) -> File:
    """Write what the dataset holds, in numbers."""
    (folder / "metadata" / "void.ttl").write_bytes(turtle(void.description(address(identity), release.title, counted)))
    return File("metadata/void.ttl", "What the dataset holds, in numbers, by class and property (VoID)", _TURTLE)


def write_examples(identity: str, folder: Path) -> File:
    """Write the named queries as examples for editors and query builders."""
    told = examples(f"{address(identity)}/queries", _ENDPOINT, questions())
    (folder / "queries" / "examples.ttl").write_bytes(turtle(told))
    return File("queries/examples.ttl", "The queries as SPARQL examples (sh:SPARQLExecutable)", _TURTLE)


def write_provenance(store: NamedGraphs, identity: str, folder: Path) -> File:
    """Write which runs of which program read which articles, and when."""
    dataset = _dataset(identity)
    runs = list(ox.parse(store.ntriples(iri.RUN_GRAPH), format=ox.RdfFormat.N_TRIPLES))
    told = [quad.triple for quad in runs]
    made = sorted({str(t.object.value) for t in told if t.predicate == term("prov:wasGeneratedBy")})
    told += about(dataset, ("rdf:type", term("prov:Entity")))
    told += about(dataset, *(("prov:wasGeneratedBy", ox.NamedNode(run)) for run in made))
    (folder / "metadata" / "provenance.ttl").write_bytes(turtle(told))
    return File("metadata/provenance.ttl", "Which program and models read which article, and when (PROV)", _TURTLE)


def write_dcat(files: Iterable[File], release: Release, identity: str, folder: Path) -> File:
    """Write the release as an entry of a data catalogue, with its files as distributions."""
    (folder / "metadata" / "dcat.ttl").write_bytes(turtle(_dcat(files, release, identity)))
    return File("metadata/dcat.ttl", "The release as an entry of a data catalogue (DCAT)", _TURTLE)


def _dcat(files: Iterable[File], release: Release, identity: str) -> Iterator[ox.Triple]:
    dataset, day = _dataset(identity), ox.Literal(release.day.isoformat(), datatype=term("xsd:date"))
    yield from about(
        dataset,
        ("rdf:type", term("dcat:Dataset")),
        ("dcterms:title", ox.Literal(release.title, language="en")),
        ("dcterms:identifier", ox.Literal(identity)),
        ("dcterms:license", ox.NamedNode(release.license_address)),
        ("dcterms:issued", day),
        ("dcterms:conformsTo", ox.NamedNode("https://w3id.org/onrecord/ns")),
        ("rdfs:comment", ox.Literal(f"Made by onrecord {__version__}.", language="en")),
        *((("dcat:version", ox.Literal(release.version)),) if release.version else ()),
        *((("dcterms:relation", ox.NamedNode(release.doi)),) if release.doi else ()),
    )
    for creator in release.creators:
        who = ox.NamedNode(creator.orcid or f"{address(identity)}#creator-{iri.slug(creator.name)}")
        yield from about(dataset, ("dcterms:creator", who))
        yield from about(who, ("rdf:type", term("prov:Agent")), ("schema:name", ox.Literal(creator.name)))
    for file in files:
        part = ox.NamedNode(f"{address(identity)}#{file.path}")
        media_type = f"https://www.iana.org/assignments/media-types/{file.media_type}"
        statements: tuple[tuple[str, Value], ...] = (
            ("rdf:type", term("dcat:Distribution")),
            ("dcterms:title", ox.Literal(file.path)),
            ("dcterms:description", ox.Literal(file.what, language="en")),
            ("dcat:mediaType", ox.NamedNode(media_type)),
            ("dcterms:license", ox.NamedNode(release.license_address)),
        )
        yield from about(dataset, ("dcat:distribution", part))
        yield from about(part, *statements)


def _dataset(identity: str) -> ox.NamedNode:
    return ox.NamedNode(f"{address(identity)}#dataset")
