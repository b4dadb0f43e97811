"""Who takes part in a claim: people, bodies and places of a draft set beside those on record."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import product

import pyoxigraph as ox

from onrecord.check.asking import Askable, Row, rows
from onrecord.graph import iri
from onrecord.lexicon import name_forms
from onrecord.linking.similarity import may_be_one
from onrecord.values.entities import Entity
from onrecord.values.findings import Kind

_BODIES = (Kind.ORGANIZATION, Kind.COURT)


@dataclass(frozen=True, slots=True)
class Party:
    """A person, body or place: its name, and the identities that it may be."""

    name: str = ""
    identities: frozenset[str] = frozenset()

    def __bool__(self) -> bool:
        """Whether anybody is named."""
        return bool(self.name)


def party_of(name: str, told: Iterable[Row], identity: str) -> Party:
    """The party of a name; its identities are those that rows have in a column."""
    return Party(name, frozenset(filter(None, (row[identity] for row in told))))


def kind_of(identity: str) -> str:
    """What an identity is, by its IRI: 'person', 'place'."""
    return identity.removeprefix(iri.BASE).partition("/")[0]


def one(a: Party, b: Party) -> bool:
    """Whether the two are, or may well be, the same: 'Kuleba' is 'Mykola Kuleba', a ministry any of its name."""
    if a.identities & b.identities:
        return True
    if not (a and b):
        return False
    if name_forms.known_as(a.name) == name_forms.known_as(b.name):
        return True
    kinds = {kind_of(identity) for identity in (*a.identities, *b.identities)} & set(Kind)
    return any(may_be_one(_entity(a.name, kind), _entity(b.name, kind)) for kind in kinds) or _within(a.name, b.name)


def any_of(some: Iterable[Party], others: Iterable[Party]) -> bool:
    """Whether any of the one may be any of the others."""
    return any(one(a, b) for a, b in product(some, others))


def _entity(name: str, kind: str) -> Entity:
    return Entity(Kind(kind), name, (name,), ())


def _within(one_name: str, other: str) -> bool:
    """Whether one name is told in fewer words than the other: 'Ministry of Justice' beside '… of Ukraine'."""
    a, b = name_forms.content(one_name), name_forms.content(other)
    return bool(a and b) and (a <= b or b <= a)


class Names:
    """Which identities on record the names in a draft may stand for."""

    def __init__(self, record: Askable, entities: Iterable[Entity]) -> None:
        """Look up the names of a draft's entities."""
        known = tuple(entities)
        labels = {label for entity in known for label in (entity.name, *entity.labels)}
        called: dict[str, set[str]] = defaultdict(set)
        for row in rows(record, "identities-of-label", "label", map(ox.Literal, sorted(labels))):
            called[row["label"]].add(row["identity"])
        self._of = {entity: _identities(entity, called) for entity in known}

    def party(self, entity: Entity) -> Party:
        """An entity of the draft with the identities that it may be."""
        return Party(entity.name, self._of[entity])

    def all(self) -> dict[Entity, frozenset[str]]:
        """The identities that each entity of the draft may be."""
        return dict(self._of)


def _identities(entity: Entity, called: Mapping[str, set[str]]) -> frozenset[str]:
    """Of its full name; where nobody is called so, of its other labels. Those of another kind are left out."""
    kinds = _BODIES if entity.kind in _BODIES else (entity.kind,)
    for labels in ((entity.name,), sorted(entity.labels, key=len, reverse=True)):
        found = {identity for label in labels for identity in called.get(label, ()) if kind_of(identity) in kinds}
        if found:
            return frozenset(found)
    return frozenset()
