"""Which properties a class of the graph has, and what their values are: as the ontology and the shapes have it."""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import pyoxigraph as ox

from onrecord import resources
from onrecord.graph.vocabulary import XSD
from onrecord.store import queries


@dataclass(frozen=True, slots=True)
class ClassProperty:
    """A property as members of a class have it."""

    of: str  # IRI of the class
    path: str  # the IRI of the property
    range: str  # IRI of the class or datatype of its values; empty where none is said

    @property
    def has_literals(self) -> bool:
        """Whether the values are literals of a datatype."""
        return self.range.startswith(str(XSD))


def class_properties() -> tuple[ClassProperty, ...]:
    """The properties of each class, those of the domain in force too, in order; read once."""
    return _read(resources.files("ontology", ".ttl") + resources.files("shapes", ".ttl"))


@lru_cache(maxsize=4)
def _read(files: tuple[Path, ...]) -> tuple[ClassProperty, ...]:
    schema = ox.Store()
    for path in files:
        schema.load(path.read_bytes(), format=ox.RdfFormat.TURTLE)
    rows = schema.query(queries.query("schema"))
    assert isinstance(rows, ox.QuerySolutions)
    return tuple(
        ClassProperty(row["class"].value, row["property"].value, row["range"].value if row["range"] is not None else "")
        for row in rows
    )
