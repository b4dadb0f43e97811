"""The properties by which candidates are filtered and tables extended, and their values."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import pyoxigraph as ox

from onrecord.answers.name_index import Named
from onrecord.graph.iri import BASE
from onrecord.lexicon import gazetteer
from onrecord.serve.explorer.data import Data, Row
from onrecord.serve.explorer.queries import query
from onrecord.serve.explorer.views import Visitor
from onrecord.serve.explorer.wording import label
from onrecord.values.findings import Kind

Json = Mapping[str, object]
_TOGETHER = 16  # of more, a store goes over all it holds
_PEOPLE, _BODIES, _ALL = (Kind.PERSON,), (Kind.ORGANIZATION, Kind.COURT), tuple(Kind)


@dataclass(frozen=True, slots=True)
class Property:
    """A property of people, bodies or places."""

    id: str
    name: str
    description: str
    kinds: tuple[Kind, ...]  # that have it
    query: str = ""  # of `queries/explorer/`; without one, its values are known with the names
    value: Callable[[Row], Json | None] = lambda row: None
    own: Callable[[Named], Sequence[Json]] = lambda named: ()
    of: Kind | None = None  # what its values are, where they are on record themselves

    @property
    def described(self) -> Json:
        """As clients are told of it."""
        return {"id": self.id, "name": self.name, "description": self.description}


def _entity(iri: str, name: str) -> Json | None:
    return {"id": iri.removeprefix(BASE), "name": name} if iri else None


def _act(row: Row) -> Json:
    what = label(row["type"]) + (" against it" if row["role"].endswith("against") else "")
    return {"str": f"{what}, {row['date']}" if row["date"] else what}


PROPERTIES: Mapping[str, Property] = {
    one.id: one
    for one in (
        Property(
            "aliases",
            "other names",
            "the other names that articles use",
            _ALL,
            own=lambda named: [{"str": other} for other in named.labels[1:]],
        ),
        Property(
            "articles",
            "articles",
            "how many articles name it",
            _ALL,
            own=lambda named: [{"int": named.articles}],
        ),
        Property(
            "country",
            "country",
            "the state that its names tell, as the word list has it",
            (*_BODIES, Kind.PLACE),
            own=lambda named: [{"str": state.title()} for state in sorted(gazetteer.states(named.labels))],
        ),
        Property(
            "office",
            "office",
            "the titles of positions held, in the words of articles",
            _PEOPLE,
            "extend-offices",
            lambda row: {"str": row["title"]},
        ),
        Property(
            "organization",
            "organization",
            "the bodies in which positions are held",
            _PEOPLE,
            "extend-offices",
            lambda row: _entity(row["body"], row["organization"]),
            of=Kind.ORGANIZATION,
        ),
        Property(
            "holders",
            "office holders",
            "the people who hold positions in the body",
            _BODIES,
            "extend-holders",
            lambda row: _entity(row["holder"], row["name"]),
            of=Kind.PERSON,
        ),
        Property(
            "acts",
            "official acts",
            "official acts by it and against it, with their dates, as articles report them",
            (*_PEOPLE, *_BODIES),
            "extend-acts",
            _act,
        ),
        Property(
            "elsewhere",
            "elsewhere",
            "the IRI of the same in Wikidata, where that is certain",
            _ALL,
            "extend-elsewhere",
            lambda row: {"str": row["same"]},
        ),
    )
}


async def values(data: Data, wanted: Property, named: Sequence[Named], visitor: Visitor) -> dict[str, list[Json]]:
    """The values of a property, by IRI, each once and in order.

    Raises:
        RefusedError: the store does not answer in time.
    """
    found: dict[str, list[Json]] = defaultdict(list)
    for one in named:
        found[one.iri] += wanted.own(one)
    nodes = [ox.NamedNode(one.iri) for one in named if one.kind in wanted.kinds] if wanted.query else []
    for start in range(0, len(nodes), _TOGETHER):
        for row in await data.rows(query(wanted.query, nodes=nodes[start : start + _TOGETHER]), visitor):
            value = wanted.value(row)
            if value is not None and value not in found[row["node"]]:
                found[row["node"]].append(value)
    return found
