"""How two populations stand to each other: one, a part of the other, or neither."""

from enum import StrEnum

from onrecord.lexicon import lexicon
from onrecord.values.population import Population


class Relation(StrEnum):
    """What one population is to another."""

    SAME = "the same"
    PART = "a part"
    WHOLE = "the whole"
    APART = "apart"


def relation(one: Population, other: Population) -> Relation:
    """What `one` is to `other`: residents of an island are a part of people, children no part of ukrainian children."""
    if one == other:
        return Relation.SAME
    if _within(one, other):
        return Relation.PART
    return Relation.WHOLE if _within(other, one) else Relation.APART


def _within(part: Population, whole: Population) -> bool:
    heads = part.head == whole.head or (whole.head == _anyone() and part.head in _people())
    return heads and part.qualifiers >= whole.qualifiers


def plain(population: Population, action: str) -> Population:
    """The population with one word for people in general: those of '12 deaths' are people, as are '12 Mexicans'."""
    head = population.head
    if head in _people_in_general() or head in _events(action):
        return Population(_anyone(), population.qualifiers)
    singular = head.removesuffix("s")
    if singular in _nationalities():
        return Population(_anyone(), population.qualifiers | {singular})
    return population


def _anyone() -> str:
    (concept,) = lexicon.load().marked("people", "default")
    return concept.term


@lexicon.derived
def _people() -> frozenset[str]:
    return frozenset(noun for concept in lexicon.load().scheme("people") for noun in concept.get("noun"))


@lexicon.derived
def _people_in_general() -> frozenset[str]:
    return frozenset(n for c in lexicon.load().marked("people", "default") for n in (c.term, *c.get("inGeneral")))


@lexicon.derived
def _events(action: str) -> frozenset[str]:
    """The nouns that count what happened: as many people died as there were deaths, if not as bodies were found."""
    (concept,) = (c for c in lexicon.load().scheme("action") if c.term == action)
    return frozenset(concept.get("noun"))


@lexicon.derived
def _nationalities() -> frozenset[str]:
    return frozenset(a.lower() for name in lexicon.load().scheme("name") for a in name.get("adjective"))
