"""Kinds of events: which words tell one, whom it befalls, and which kind is wider, as `ontology/events.ttl` has it."""

from collections.abc import Mapping

from onrecord.lexicon import lexicon
from onrecord.lexicon.lexicon import Concept


@lexicon.derived
def kinds() -> Mapping[str, Concept]:
    """The kinds of events by their terms."""
    return {concept.term: concept for concept in lexicon.load().scheme("event")}


@lexicon.derived
def wider(kind: str) -> frozenset[str]:
    """The kind itself and all wider ones: a bombing is an attack, an explosion and an incident."""
    by_iri = {concept.iri: term for term, concept in kinds().items()}
    found, pending = set[str](), [kind]
    while pending:
        term = pending.pop()
        if term not in found:
            found.add(term)
            pending += [by_iri[iri] for iri in kinds()[term].get("broader") if iri in by_iri]
    return frozenset(found)


def related(kind: str, other: str) -> bool:
    """Whether words of the two kinds can stand for one event: one of them is the other, or wider."""
    return kind in wider(other) or other in wider(kind)


def narrower(kind: str, other: str) -> str:
    """Of two related kinds the one that says more."""
    return kind if other in wider(kind) else other


@lexicon.derived
def befalls(kind: str) -> frozenset[str]:
    """The actions of those whom such an event befalls."""
    return _actions(kind, "outcome") | _actions(kind, "tells")


@lexicon.derived
def counts(kind: str) -> frozenset[str]:
    """Lemmas of the nouns that are counted in such an event."""
    return frozenset(kinds()[kind].get("counts"))


@lexicon.derived
def told_by(action: str) -> str:
    """The kind of event that figures of the action tell by themselves; '' where they tell none."""
    return next((kind for kind in kinds() if action in _actions(kind, "tells")), "")


@lexicon.derived
def accumulates(scope: str) -> bool:
    """Whether figures of the scope are running totals."""
    return any(concept.term == scope for concept in lexicon.load().marked("scope", "accumulates"))


@lexicon.derived
def of_occasion(scope: str) -> bool:
    """Whether figures of the scope are those of one occasion: the scope of the actions that are one by themselves."""
    words = lexicon.load()
    iris = {iri for action in words.scheme("action") for iri in action.get("inScopeOfOccasion")}
    return any(concept.iri in iris for concept in words.scheme("scope") if concept.term == scope)


def _actions(kind: str, key: str) -> frozenset[str]:
    terms = {concept.iri: concept.term for concept in lexicon.load().scheme("action")}
    return frozenset(terms[iri] for iri in kinds()[kind].get(key) if iri in terms)


@lexicon.derived
def general(key: str) -> frozenset[str]:
    """The words of the widest kind under a property that holds for all kinds: 'another', 'took place'."""
    return frozenset(lexicon.load().default("event").get(key))
