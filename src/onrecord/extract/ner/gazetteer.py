"""Gazetteer: names that the word list knows, wherever the text writes them in full."""

from collections.abc import Iterator
from dataclasses import replace

from onrecord.extract.ner.candidates import CERTAIN, Name
from onrecord.extract.ner.phrase_matcher import kind_of, match, phrases
from onrecord.extract.ner.tokens import Words
from onrecord.lexicon.lexicon import Concept
from onrecord.values.findings import Kind

_LISTED = 2.0  # the score of a name on the list: more than any probability


def settled(words: Words, names: list[Name]) -> list[Name]:
    """The names with those of the list: added where none is, typed by the list, dropped where they are nobody's."""
    for start, end, kind in _listed(words):
        parts = [name for name in names if name.overlaps(start, end)]
        if all(start <= name.start and name.end <= end for name in parts):
            rest = [name for name in names if not name.overlaps(start, end)]
            names = [*rest, *_listed_instead(parts, start, end, kind)]
    return sorted(names, key=lambda name: name.start)


def _listed_instead(parts: list[Name], start: int, end: int, kind: Kind | None) -> list[Name]:
    """What stands for the names within one of the list: that one, unless the encoder is sure."""
    same = next((name for name in parts if (name.start, name.end) == (start, end)), None)
    if same is None:
        return parts if kind is None else [Name(start, end, kind, _LISTED)]
    if same.kind not in (kind, Kind.COURT) and same.score >= CERTAIN:
        return parts
    return [] if kind is None else [replace(same, kind=kind, score=_LISTED)]


def _listed(words: Words) -> Iterator[tuple[int, int, Kind | None]]:
    table, i = phrases("name", "names", "nobody"), 0
    while i < len(words):
        hit = match(table, words.lower, i, len(words)) if words.text[i][0].isupper() and i not in words.labels else None
        if hit is None or not _whole(words, i, hit[0]) or not _cased(words, i, hit):
            i += 1
            continue
        yield i, hit[0], kind_of(hit[1])
        i = hit[0]


def _whole(words: Words, start: int, stop: int) -> bool:
    """Whether no capitalised word touches the name: 'United Nations' is not all of 'United Nations Population Fund'."""
    general = stop - start == 1 and words.lower[start] in phrases("name_word", "body")  # 'the Czech Senate'
    before = start > 0 and words.capital[start - 1] and (general or not words.nationality(start - 1))
    after = stop < len(words) and words.capital[stop]
    return not before and not after and not words.compound(start, stop)


def _cased(words: Words, start: int, hit: tuple[int, Concept]) -> bool:
    """Whether the text writes the words as a name is written: 'US' is not 'us', 'Turkey' not 'TURKEY' by chance."""
    stop, concept = hit
    if stop - start > 1:
        return words.text[stop - 1][0].isupper() or words.text[stop - 1] in ("'s", "’s")
    text = words.text[start]
    listed = (*concept.names, *concept.get("nobody"))
    return text in listed or (text.isupper() and text.title() in listed)
