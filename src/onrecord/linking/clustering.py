"""Entities of many articles -> identities: which of them are one, by scores that are kept with their reasons.

The result depends on the set of entities only, not on their order. Entities meet only within a block (same surname,
same acronym, same name). Blocks that share an entity make a part, and each part is decided by itself: when an article
comes or goes, only the parts of its entities are decided again, and what was decided of the others is taken over.
"""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from onrecord.lexicon import name_forms
from onrecord.linking.agglomeration import NOTHING_SETTLED, Entities, Linked, Settled, linked
from onrecord.linking.profiles import Context
from onrecord.values.entities import Entity
from onrecord.values.findings import Kind

Item = tuple[str, Entity, Context]  # the entity's IRI, the entity, what its article says of it
Decided = Mapping[str, tuple[Linked, ...]]  # what was decided of each part, by a fingerprint of all that decides it


def blocks(entity: Entity) -> frozenset[str]:
    """The keys under which an entity may meet others; two without a common key are never the same."""
    if entity.kind is Kind.PERSON:
        return frozenset(
            f"person {name_forms.sound(name_forms.words(n)[-1])}" for n in entity.labels if name_forms.words(n)
        )
    if entity.kind is Kind.PLACE:
        return frozenset(f"place {name_forms.known_as(n)}" for n in entity.labels)
    keys = {f"body {name_forms.known_as(n)}" for n in entity.labels}
    for name in entity.labels:
        keys |= {f"body {name}"} if name.isupper() else {f"body {i}" for i in name_forms.initials(name) if len(i) > 1}
        keys.add(f"body {name_forms.head(name)} {' '.join(sorted(_proper(name)))}")
    return frozenset(keys)


def _proper(name: str) -> frozenset[str]:
    """The two longest words of a name beside its head: they meet in whatever order they stand."""
    words = sorted(name_forms.content(name) - {name_forms.head(name)}, key=lambda w: (-len(w), w))
    return frozenset(words[:1])


def identified(decided: Decided) -> tuple[Linked, ...]:
    """The identities of all parts, in order of their first member."""
    return tuple(sorted((linked for part in decided.values() for linked in part), key=lambda linked: linked.members))


def decide(items: Iterable[Item], settled: Settled = NOTHING_SETTLED, known: Decided | None = None) -> Decided:
    """What is decided of each part; of parts that are `known`, what was decided before."""
    entities = {iri: (entity, context) for iri, entity, context in items}
    decided = {}
    for part in _parts(entities, settled):
        mine = settled.within(part)
        fingerprint = _fingerprint(part, entities, mine)
        before = known.get(fingerprint) if known else None
        decided[fingerprint] = linked({iri: entities[iri] for iri in part}, mine) if before is None else before
    return decided


def _fingerprint(part: Sequence[str], entities: Entities, settled: Settled) -> str:
    told = [(iri, *entities[iri]) for iri in part]
    decisions = [sorted(same) for same in settled.same], sorted(settled.different)
    return hashlib.sha256(repr((told, decisions)).encode("utf-8", "surrogatepass")).hexdigest()


def _parts(entities: Entities, settled: Settled) -> list[list[str]]:
    """The entities in parts: those of different parts share neither a block nor what is settled, not through others."""
    parent = {iri: iri for iri in entities}

    def root(iri: str) -> str:
        while parent[iri] != iri:
            parent[iri] = parent[parent[iri]]
            iri = parent[iri]
        return iri

    def join(one: str, other: str) -> None:
        one, other = root(one), root(other)
        parent[max(one, other)] = min(one, other)

    first: dict[str, str] = {}
    for iri in sorted(entities):
        for key in sorted(blocks(entities[iri][0])):
            join(first.setdefault(key, iri), iri)
    for together in (*settled.same, *settled.different):
        present = [iri for iri in together if iri in entities]
        for iri in present[1:]:
            join(present[0], iri)
    parts: dict[str, list[str]] = defaultdict(list)
    for iri in sorted(entities):
        parts[root(iri)].append(iri)
    return list(parts.values())
