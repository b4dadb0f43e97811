"""What users decided and what the program decides, put together: who is who across articles.

A decision that names an identity holds for the entities it had when the decision was first met, and for those that the
program takes for the same later on. Pure functions over values.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import product

from onrecord.coref.name_clusters import BODIES
from onrecord.graph import Amendment, decision_iri
from onrecord.linking import clustering, identities
from onrecord.linking.agglomeration import Linked, Settled
from onrecord.linking.clustering import Decided
from onrecord.linking.identities import EntityRecord
from onrecord.values.decisions import OF_THE_VIEW, UserDecision, Verdict, is_entity, is_masked, is_name
from onrecord.values.findings import Kind
from onrecord.values.identities import Identity

Entities = Mapping[str, EntityRecord]
Members = Mapping[str, tuple[str, ...]]  # the entities of identities, by IRI

_OF_TWO = (Verdict.SAME, Verdict.DIFFERENT)
_BY_NAME = (Verdict.WRONG_TYPE, Verdict.NOT_A_NAME)  # may be decided of all that bear a name


@dataclass(frozen=True, slots=True)
class Settlement:
    """Who is who, and what became of each decision."""

    identities: tuple[Identity, ...]
    decided: Decided  # to be handed in the next time
    decisions: tuple[UserDecision, ...]  # all of them, with the entities they were found to be about
    amendments: Mapping[str, Amendment]  # by the articles' IRIs
    tied: tuple[tuple[str, str], ...]  # entities and identities, each with a decision about it: pairs of IRIs
    faults: tuple[str, ...]  # decisions that cannot be honoured: they contradict each other, or are ambiguous
    unmatched: tuple[str, ...]  # decisions about nothing that is in the store


@dataclass(frozen=True, slots=True)
class _Effects:
    """What decisions make of entities, each with the decision's IRI; where two disagree, the later one holds."""

    struck: Mapping[str, str]
    kinds: Mapping[str, tuple[Kind, str]]
    names: Mapping[str, tuple[str, str]]


class _UnclearError(Exception):
    """A decision that cannot be honoured; its text says why, and the remedy."""


def settle(
    entities: Entities, decisions: Sequence[UserDecision], shown: Members | None = None, known: Decided | None = None
) -> Settlement:
    """Who is who among the entities, by the decisions, and by likeness where there are none.

    `shown` are the identities that users could see before; `known` what was decided before: of parts whose entities
    and decisions are the same, it is taken over.
    """
    memory: dict[str, tuple[Linked, ...]] = {}

    def link(of: Entities, settled: Settled) -> tuple[Linked, ...]:
        decided = clustering.decide(identities.items(of), settled, {**(known or {}), **memory})
        memory.update(decided)
        return clustering.identified(decided)

    found: dict[tuple[str, ...], UserDecision] = {}
    visible = dict(shown or {})
    while True:  # what some decisions make of the entities may be what others name
        honoured = sorted(found.values(), key=lambda d: (d.on, d.key))
        settled = _settled(honoured)
        effects = _effects(honoured, entities, _groups(link(entities, settled)))
        present = _amended(entities, effects)
        named = identities.named(link(present, settled), present)
        current = {identity.iri: identity.members for identity in named}
        visible = {**visible, **current}
        before, faults = len(found), {}
        for decision in (d for d in decisions if d.key not in found):
            try:
                if resolved := _resolved(
                    decision, _Known(entities, effects.kinds, visible, current), [*found.values()]
                ):
                    found[decision.key] = resolved
            except _UnclearError as fault:
                faults[decision.key] = f"{decision}: {fault}"
        if len(found) == before:
            break
    relabelled = tuple(_relabelled(identity, effects) for identity in named)
    return Settlement(
        identities=relabelled,
        decided=memory,
        decisions=tuple(found.get(d.key, d) for d in decisions),
        amendments=_amendments(effects, entities),
        tied=tuple(sorted(_tied(honoured, effects, relabelled))),
        faults=tuple(faults.values()),
        unmatched=tuple(f"{d}: {_why(d)}" for d in decisions if d.key not in {*found, *faults}),
    )


def _why(decision: UserDecision) -> str:
    """Why a decision is about nothing in the store."""
    if is_masked(decision.node) or is_masked(decision.other):
        return OF_THE_VIEW
    return "nothing in the store is called so"


# Which entities a decision is about ----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Known:
    """What a decision may name."""

    entities: Entities
    kinds: Mapping[str, tuple[Kind, str]]  # as decided so far
    visible: Members  # identities as they are, and as users saw them
    current: Members  # identities as they are

    def kind(self, iri: str) -> Kind:
        """What an entity is: bodies of both kinds are one."""
        kind = self.kinds[iri][0] if iri in self.kinds else self.entities[iri].kind
        return Kind.ORGANIZATION if kind in BODIES else kind


def _resolved(decision: UserDecision, known: _Known, honoured: Sequence[UserDecision]) -> UserDecision | None:
    """The decision with the entities it is about; None where it is about nothing that is there.

    Raises:
        _UnclearError: it can be understood in several ways, or contradicts another.
    """
    about = _meant(decision.node, decision, decision.about, known)
    if decision.verdict not in _OF_TWO:
        return replace(decision, about=about) if about else None
    other = _meant(decision.other, decision, decision.about_other, known)
    if not about or not other:
        return None
    if set(about) == set(other):
        raise _UnclearError("both are one node already: name the articles' own nodes, which `onrecord why` shows")
    if decision.verdict is Verdict.DIFFERENT:
        about, other = _without(about, other), _without(other, about)
    resolved = replace(decision, about=about, about_other=other)
    kinds = sorted({known.kind(iri) for iri in (*about, *other)})
    if decision.verdict is Verdict.SAME and len(kinds) > 1:
        raise _UnclearError(f"one is a {kinds[0]}, the other a {kinds[1]}: decide 'wrong type' first")
    if _contradictory([*honoured, resolved]):
        raise _UnclearError("contradicts other decisions, by which the two are one, or are not: take one of them out")
    return resolved


def _without(some: tuple[str, ...], others: tuple[str, ...]) -> tuple[str, ...]:
    """Those that are left where one node of a pair is a part of the other."""
    return tuple(iri for iri in some if iri not in others) or some


def _meant(node: str, decision: UserDecision, before: tuple[str, ...], known: _Known) -> tuple[str, ...]:
    if is_entity(node):
        return tuple(sorted(iri for iri in known.entities if node in (iri, iri.rsplit("/", 1)[-1])))
    if is_name(node):
        return _so_called(node, decision, known)
    if alive := tuple(iri for iri in before if iri in known.entities):
        return alive
    end = "/" + node.rsplit("/", 1)[-1]
    members = [m for iri, m in known.visible.items() if iri.endswith(node if "/" in node else end)]
    return tuple(sorted({iri for m in members for iri in m if iri in known.entities}))


def _so_called(name: str, decision: UserDecision, known: _Known) -> tuple[str, ...]:
    """The entities of this name: of all articles or of one; where one node is meant, of one identity."""
    so_called = ((iri, one) for iri, one in known.entities.items() if one.name == name)
    found = {iri for iri, one in so_called if decision.article in ("", one.source)}
    if decision.verdict in _BY_NAME or decision.article:
        return tuple(sorted(found))
    identified = {iri: members for iri, members in known.current.items() if found.intersection(members)}
    if len(identified) > 1:
        ends = ", ".join(sorted(iri.rsplit("/", 1)[-1] for iri in identified))
        raise _UnclearError(f"{len(identified)} nodes are called {name!r}: name one of {ends}")
    return next((members for members in identified.values()), ())


# What follows from the decisions -------------------------------------------------------------------------------------


def _settled(decisions: Iterable[UserDecision]) -> Settled:
    """What the decisions say of pairs; what is one through others is one."""
    same: list[frozenset[str]] = []
    different = set()
    for decision in decisions:
        if decision.verdict is Verdict.SAME:
            joined = frozenset((*decision.about, *decision.about_other))
            touching = [one for one in same if one & joined]
            same = [one for one in same if not one & joined] + [joined.union(*touching)]
        elif decision.verdict is Verdict.DIFFERENT:
            different |= {(min(pair), max(pair)) for pair in product(decision.about, decision.about_other)}
    return Settled(tuple(sorted(same, key=sorted)), frozenset(different))


def _contradictory(decisions: Sequence[UserDecision]) -> bool:
    """Whether any two that are to be different are one by other decisions."""
    settled = _settled(decisions)
    return any(one.issuperset(pair) for pair in settled.different for one in settled.same)


def _groups(linked: Iterable[Linked]) -> Members:
    return {iri: one.members for one in linked for iri in one.members}


def _affected(decision: UserDecision, groups: Members) -> Iterator[str]:
    """The entities a decision is about, and those taken for the same, unless they were named one by one."""
    own = (
        is_entity(decision.node) or bool(decision.article) or (is_name(decision.node) and decision.verdict in _BY_NAME)
    )
    for iri in decision.about:
        yield from (iri,) if own else groups.get(iri, ())


def _effects(decisions: Iterable[UserDecision], entities: Entities, groups: Members) -> _Effects:
    struck: dict[str, str] = {}
    kinds: dict[str, tuple[Kind, str]] = {}
    names: dict[str, tuple[str, str]] = {}
    for decision in decisions:
        by = decision_iri(decision)
        for iri in _affected(decision, groups):
            if decision.verdict is Verdict.NOT_A_NAME:
                struck[iri] = by
            elif decision.verdict is Verdict.WRONG_TYPE and entities[iri].kind != decision.value:
                kinds[iri] = Kind(decision.value), by
            elif decision.verdict is Verdict.PREFERRED_LABEL:
                names[iri] = decision.value, by
    return _Effects(struck, kinds, names)


def _amended(entities: Entities, effects: _Effects) -> dict[str, EntityRecord]:
    """The entities as the decisions about their kinds leave them."""
    present = {}
    for iri, one in entities.items():
        if iri in effects.struck:
            continue
        kind = effects.kinds[iri][0] if iri in effects.kinds else one.kind
        held = one if kind is Kind.PERSON else replace(one, titles=(), offices=())
        offices = tuple(o for o in held.offices if o not in effects.struck)
        present[iri] = replace(held, kind=kind, offices=offices, same_as=one.same_as if kind is one.kind else ())
    return present


def _amendments(effects: _Effects, entities: Entities) -> dict[str, Amendment]:
    """What the decisions change, article by article."""
    parts: dict[str, tuple[dict[str, str], dict[str, tuple[Kind, str]], dict[str, tuple[str, str]]]] = defaultdict(
        lambda: ({}, {}, {})
    )
    for iri, by in effects.struck.items():
        parts[entities[iri].article][0][iri] = by
    for iri, kind in effects.kinds.items():
        if iri not in effects.struck:
            parts[entities[iri].article][1][iri] = kind
    for iri, name in effects.names.items():
        if iri not in effects.struck:
            parts[entities[iri].article][2][iri] = name
    return {article: Amendment(*changes) for article, changes in sorted(parts.items())}


def _relabelled(identity: Identity, effects: _Effects) -> Identity:
    labels = [effects.names[iri][0] for iri in identity.members if iri in effects.names]
    return replace(identity, name=max(labels, key=labels.count)) if labels else identity


def _tied(decisions: Iterable[UserDecision], effects: _Effects, named: Iterable[Identity]) -> set[tuple[str, str]]:
    """What each decision is about: entities, and identities they belong to."""
    of = {iri: identity.iri for identity in named for iri in identity.members}
    entities = {(iri, decision_iri(d)) for d in decisions for iri in (*d.about, *d.about_other)}
    changed = {(iri, by) for part in (effects.kinds, effects.names) for iri, (_, by) in part.items()}
    return entities | {(of[iri], by) for iri, by in entities | changed if iri in of}
