"""Figures on record in words for users."""

from collections.abc import Callable, Iterable

from onrecord.check.figures import Told
from onrecord.graph.terms import plain as digits
from onrecord.lexicon import lexicon

_SHOWN = 5  # of several that are told together


def number_in_words(one: Told) -> str:
    hedge = next(concept for concept in lexicon.load().scheme("hedge") if concept.term == one.record.hedge)
    number = (
        f"{one.record.value:,f}" if one.record.value == one.record.value.to_integral() else digits(one.record.value)
    )
    if one.record.upper is not None:
        number += f" and {one.record.upper:,f}"
    return number if hedge == lexicon.load().default("hedge") else f"{hedge.label} {number}"


def _counted(one: Told) -> str:
    action = next((c.label for c in lexicon.load().scheme("action") if c.term == one.record.action), "")
    return one.counted if one.record.action == lexicon.load().default("action").term else f"{one.counted}, {action}"


def worded(one: Told) -> str:
    parts = [f"{number_in_words(one)} {_counted(one)}"]
    parts += [f"as of {one.as_of}"] if one.as_of else []
    parts += [f"by {one.by.name}"] if one.by else []
    return ", ".join(parts)


def counts(some: Iterable[Told]) -> str:
    return _each(some, lambda one: f"{number_in_words(one)} {_counted(one)}")


def days(some: Iterable[Told]) -> str:
    return _each(some, lambda one: f"as of {one.as_of}" if one.as_of else "of no day")


def speakers(some: Iterable[Told]) -> str:
    return _each(some, lambda one: f"the word of {one.by.name}")


def taken_back(some: Iterable[Told]) -> str:
    instead = next((one.instead for one in some if one.instead), "")
    return "the article that gave it takes it back" + (f": the number that holds is {instead}" if instead else "")


def _each(some: Iterable[Told], word: Callable[[Told], str]) -> str:
    return "; ".join(list(dict.fromkeys(map(word, some)))[:_SHOWN])
