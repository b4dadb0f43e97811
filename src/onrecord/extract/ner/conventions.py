"""Conventions of the annotation guide on what is a name and what is a court.

A chamber and the court it belongs to are two courts. A body that is called only by its kind ('the Commission') is not
named there, the adjective of a country is no place, and what ships and storms are called is nobody's name.
"""

from collections.abc import Iterator
from dataclasses import replace

from onrecord.extract.ner.candidates import BODIES, CERTAIN, Name
from onrecord.extract.ner.phrase_matcher import match, match_back, phrases
from onrecord.extract.ner.tokens import APOSTROPHES, Words
from onrecord.values.findings import Kind

_NUMBERS = frozenset("I II III IV V VI VII VIII IX X No No. .".split())
_LINKS = ("of", "for", "in", "on")


def conventional(words: Words, names: list[Name]) -> list[Name]:
    """The names as the guide has them."""
    return [court for name in names if not _names_nobody(words, name) for court in _courts(words, name)]


def _names_nobody(words: Words, name: Name) -> bool:
    """Whether a name is a thing's or but a kind of body: 'the Commission', 'the Kestrian court', or an adjective."""
    if match_back(phrases("name_word", "thing"), words.lower, name.start, max(0, name.start - 2)) is not None:
        return True
    if name.kind is Kind.PERSON or (name.end - name.start == 1 and name.score >= CERTAIN):
        return False
    if name.end - name.start > 1:
        return name.kind in BODIES and _common(words, name)
    kinds = phrases("name_word", "body", "court", "nothing")
    adjective = name.kind is Kind.PLACE and words.nationality(name.start)
    return adjective or match(kinds, words.lower, name.start, name.end) is not None


def _common(words: Words, name: Name) -> bool:
    """Whether an adjective or an owner only qualifies a common noun: 'Kestrian court', not 'Kestrian parliament'."""
    noun = name.start + 1 + (words.lower[name.start + 1] in APOSTROPHES)
    qualified = words.nationality(name.start) or noun == name.start + 2
    if not qualified or not all(text.islower() for text in words.text[noun : name.end]):
        return False
    state = match(phrases("name_word", "state", "level"), words.lower, noun, name.end) if noun < name.end else None
    return state is None


def _courts(words: Words, name: Name) -> Iterator[Name]:
    """A court for a body with a court's head word, two for a chamber and its court; a seat after 'in' is a place.

    Without such a word, only what the encoder is certain of is a court.
    """
    if name.kind not in BODIES or not _headed(words, name.start, name.end):
        doubtful = name.kind is Kind.COURT and name.score < CERTAIN
        yield replace(name, kind=Kind.ORGANIZATION) if doubtful else name
        return
    links = [i for i in range(name.start + 1, name.end - 1) if words.lower[i] in _LINKS]
    chamber = next((i for i in links if words.lower[i] == "of" and _headed(words, i + 1, name.end)), None)
    seat = next((i for i in links[1:] if words.lower[i] == "in" and words.lower[links[0]] == "of"), None)
    cut = chamber or seat
    yield replace(name, end=cut or name.end, kind=Kind.COURT)
    if cut is not None:
        start = cut + 1 + (words.text[cut + 1] == "the")
        yield replace(name, start=start, kind=Kind.COURT if cut == chamber else Kind.PLACE)


def _headed(words: Words, start: int, end: int) -> bool:
    """Whether the head of a name is a court's, numbers left out: 'Trial Chamber II', 'Court of Appeal of Lorvia'."""
    stop = next((i for i in range(start + 1, end) if words.lower[i] in _LINKS), end)
    while stop - start > 1 and (words.text[stop - 1] in _NUMBERS or words.text[stop - 1].isdigit()):
        stop -= 1
    return match_back(phrases("name_word", "court"), words.lower, stop, start) is not None
