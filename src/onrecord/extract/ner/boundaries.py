"""Boundaries of the encoder's names: titles, articles, possessives and small words around a name are no part of it."""

from onrecord.extract.ner.titles import given_names, postnominals
from onrecord.extract.ner.tokens import DAYS, GRAMMAR, HYPHENS, QUOTES, Words, match, phrases
from onrecord.lexicon.name_forms import PARTICLES


def bounds(words: Words, start: int, end: int, *, person: bool) -> tuple[int, int, int | None] | None:
    """Where a name begins and ends, and where the titles before it begin; None where nothing of a name is left."""
    start, end = _without_article(words, start, end)
    outer = None
    if person and start < end:
        named = _after_titles(words, start, end)
        outer = start if named > start else None
        start = named
        while end - start > 1 and words.text[end - 1] in postnominals():
            end -= 1
    start, end = _without_small(words, start, end, person=person)
    return (start, end, outer) if _is_name(words, start, end, person=person) else None


def _without_article(words: Words, start: int, end: int) -> tuple[int, int]:
    while start < end and (words.lower[start] == "the" or _outside(words, start)):
        start += 1
    while start < end and (words.lower[end - 1] == "'s" or _outside(words, end - 1)):
        end -= 1
    return start, end


def _outside(words: Words, i: int) -> bool:
    return bool(words.doc[i].is_space) or words.text[i] in QUOTES


def _after_titles(words: Words, start: int, end: int) -> int:
    """Where the name begins after the titles in a span: 'Prime Minister Ludvik Sorensen', 'Coös County Attorney …'."""
    at = start
    while at < end and (stop := _title_stop(words, at, end)) is not None:
        at = stop
    for i in range(at + 1, end - 2):
        stop = _title_stop(words, i, end)
        if stop is not None and end - stop > 1 and words.lower[at] not in given_names():
            return _after_titles(words, i, end)
    return at


def _title_stop(words: Words, at: int, end: int) -> int | None:
    """Where the title ends that starts at a word; None for a given name or a syllable: 'Dean Saunders', 'Man-kei'."""
    hit = match(phrases("role", "noun", "title"), words.lower, at, end)
    if hit is None or hit[0] >= end or hit[1].one("kind") != "person" or words.text[hit[0]] in HYPHENS:
        return None
    return None if words.lower[at] in given_names() and end - at == 2 else hit[0]


def _without_small(words: Words, start: int, end: int, *, person: bool) -> tuple[int, int]:
    """Without days, marks and small words at the ends, but with particles and what a hyphen ties: 'al-Sabbagh'."""
    while start < end and not person and _small(words, start):
        start += 1
    while (
        end - start > 1
        and _small(words, end - 1)
        and words.text[end - 1] not in HYPHENS
        and words.text[end - 2] not in HYPHENS
        and any(words.text[i][0].isupper() for i in range(start, end - 1))
    ):
        end -= 1
    return start, end


def _small(words: Words, i: int) -> bool:
    text = words.text[i]
    mark = not text[0].isalnum() and text not in (".", ")")
    return mark or words.lower[i] in DAYS or (text[0].isalpha() and text.islower() and text not in PARTICLES)


def _people(words: Words, i: int) -> bool:
    """Whether a word is a people's name in the plural: 'Alabamians'."""
    return words.lower[i].endswith("ans") and words.nationality(i)


def _is_name(words: Words, start: int, end: int, *, person: bool) -> bool:
    """Whether a capital is left, and not only a title, a label or a number."""
    if end <= start or not any(words.text[i][0].isupper() for i in range(start, end)):
        return False
    if end - start == 1 and (words.text[start][0].isdigit() or start in words.labels):
        return False
    role = match(phrases("role", "noun", "title"), words.lower, start, end)
    titled = role is not None and role[0] == end and role[1].one("kind") == "person"
    lone = person and end - start == 1 and (words.lower[start] in GRAMMAR or _people(words, start))
    return not lone and (not titled or words.lower[start] in given_names())
