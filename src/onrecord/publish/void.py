"""What a dataset holds, in numbers (VoID): statements, subjects, and partitions by class and by property."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

import pyoxigraph as ox

from onrecord.publish.rdf_terms import about, term
from onrecord.publish.schema import class_properties

URI_SPACE = "https://w3id.org/onrecord/"
TITLE = "onrecord: who is on record with what, sentence by sentence"


@dataclass(frozen=True, slots=True)
class Counts:
    """How many statements, subjects, members of each class and statements of each property there are."""

    classes: Mapping[str, int] = field(default_factory=dict)  # subjects, by the IRI of their class
    properties: Mapping[str, int] = field(default_factory=dict)  # statements, by the IRI of their property
    subjects: int = 0

    @property
    def triples(self) -> int:
        """How many statements there are."""
        return sum(self.properties.values())


def by_part(rows: Iterable[ox.QuerySolution]) -> dict[str, int]:
    """The numbers of the rows of `count-classes` or `count-properties`, by the IRI of the class or property."""
    return {row["part"].value: int(row["n"].value) for row in rows if isinstance(row["part"], ox.NamedNode)}


def description(address: str, title: str, counts: Counts) -> Iterator[ox.Triple]:
    """The VoID description of the dataset `ADDRESS#dataset`."""
    dataset = ox.NamedNode(f"{address}#dataset")
    spaces = sorted({_namespace(iri) for iri in counts.properties})
    yield from about(
        dataset,
        ("rdf:type", term("void:Dataset")),
        ("dcterms:title", ox.Literal(title, language="en")),
        ("void:uriSpace", ox.Literal(URI_SPACE)),
        ("void:triples", ox.Literal(counts.triples)),
        ("void:distinctSubjects", ox.Literal(counts.subjects)),
        ("void:classes", ox.Literal(len(counts.classes))),
        ("void:properties", ox.Literal(len(counts.properties))),
        *(("void:vocabulary", ox.NamedNode(space)) for space in spaces),
    )
    for place, (name, count) in enumerate(counts.classes.items(), start=1):
        part = ox.NamedNode(f"{address}#class-{place}")
        yield from about(dataset, ("void:classPartition", part))
        yield from about(part, ("void:class", ox.NamedNode(name)), ("void:entities", ox.Literal(count)))
        yield from _properties(part, name, counts)
    for place, (name, count) in enumerate(counts.properties.items(), start=1):
        part = ox.NamedNode(f"{address}#property-{place}")
        yield from about(dataset, ("void:propertyPartition", part))
        yield from about(part, ("void:property", ox.NamedNode(name)), ("void:triples", ox.Literal(count)))


def _properties(part: ox.NamedNode, of: str, counts: Counts) -> Iterator[ox.Triple]:
    """The partitions of a class by property, with the class or datatype of the values, as the schema has it."""
    mine = (one for one in class_properties() if one.of == of and one.path in counts.properties)
    for place, one in enumerate(mine, start=1):
        those = ox.NamedNode(f"{part.value}-property-{place}")
        yield from about(part, ("void:propertyPartition", those))
        yield from about(those, ("void:property", ox.NamedNode(one.path)))
        values = ox.NamedNode(f"{those.value}-values")
        if one.has_literals:
            yield from about(those, ("void-ext:datatypePartition", values))
            yield from about(values, ("void-ext:datatype", ox.NamedNode(one.range)))
        elif one.range:
            yield from about(those, ("void:classPartition", values))
            yield from about(values, ("void:class", ox.NamedNode(one.range)))


def _namespace(iri: str) -> str:
    return iri[: max(iri.rfind("#"), iri.rfind("/")) + 1]
