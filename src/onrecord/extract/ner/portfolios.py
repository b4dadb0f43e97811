"""Ministries named by what they are responsible for: 'the foreign ministry', 'ministry of internal affairs'."""

from onrecord.extract.ner.candidates import Name
from onrecord.extract.ner.phrase_matcher import match, match_back, phrases
from onrecord.extract.ner.tokens import Words
from onrecord.values.findings import Kind

_LONGEST = 4  # tokens of a portfolio: 'labour and social policy'


def with_ministries(words: Words, names: list[Name]) -> list[Name]:
    """The names with those of ministries that are written small."""
    taken = {i for name in names for i in range(name.start, name.end)}
    found = (_ministry(words, i) for i, word in enumerate(words.lower) if word == "ministry" and i not in taken)
    more = [
        Name(low, high, Kind.ORGANIZATION, 0.0)
        for low, high in filter(None, found)
        if taken.isdisjoint(range(low, high))
    ]
    return sorted([*names, *more], key=lambda name: name.start)


def _ministry(words: Words, i: int) -> tuple[int, int] | None:
    """The tokens of the name of the ministry at a token, with its portfolio."""
    before = match_back(phrases("portfolio", "ministry"), words.lower, i, max(0, i - _LONGEST))
    if before is not None:
        return before[0], i + 1
    after = i + 2 < len(words) and words.lower[i + 1] in ("of", "for")
    named = match(phrases("portfolio", "ministry"), words.lower, i + 2, len(words)) if after else None
    return (i, named[0]) if named is not None else None
