"""Numbers that a text takes back: '28 towns, not 36', 'revised from 36 to 28'.

Free of spaCy. The words of correction are read from `ontology/corrections.ttl`.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.extract.quantities.amounts import Amount
from onrecord.lexicon import lexicon
from onrecord.lexicon.lexicon import Lexicon

_BACK = 60  # characters before a number that may say that it is taken back
_APART = 160  # characters between it and the number that holds
_CANDIDATES = 3  # numbers on either side that may be the one that holds
_SENTENCE_END = re.compile(r"[.!?][\"”’)]?\s|\n")
_BUT = re.compile(r"[^.;:]{0,40}?,? but (?:\w+ )?")  # 'not 36 children but only 28'
_BESIDE = re.compile(r"[^.;:,()]{0,50}?(?:,|\s[–—(-])?\s?(?:and )?\w+ (?:the )?")  # '28 towns, not 36'
_IS = re.compile(
    r"[^.;:]{0,40}\. (?:It|There|They|The \w+) (?:is|was|were|are) (?:\w+ )?"
)  # 'gave it as 36. It is 28.'
_DATED = re.compile(r" (?:[\w-]+ ){0,3}(?:in|on|by|as of|since) [A-Z\d]")  # what held then is no earlier report
_THE = r"(?:the |an? |its |their |his |her )?"
_TALLY = r"(?:count|figure|number|toll|tally|total|estimate|report|claim)s?"


@dataclass(frozen=True, slots=True)
class Correction:
    """A number taken back, and those that may hold instead, the likeliest first."""

    withdrawn: Amount
    instead: tuple[Amount, ...]


@dataclass(frozen=True, slots=True)
class _Words:
    denied: re.Pattern[str]  # before the number
    revised: re.Pattern[str]
    mistaken: re.Pattern[str]
    mistaken_after: re.Pattern[str]  # behind the number
    superseded: re.Pattern[str]  # before the number: it was given at first
    as_first: re.Pattern[str]  # behind a number denied: it was so given
    amends: re.Pattern[str]  # between the number and the one that holds
    notice: re.Pattern[str]  # before the number, at the head of the line


def corrections(text: str, amounts: Sequence[Amount], lexicon: Lexicon) -> Iterator[Correction]:
    """The corrections of a text with these amounts, in order of the number taken back."""
    words = _words(lexicon)
    for i, amount in enumerate(amounts):
        instead = tuple(_instead(text, amounts, i, words))
        if instead:
            yield Correction(amount, instead)


@dataclass(frozen=True, slots=True)
class _Surroundings:
    """The words beside a number of the same sentence, and the numbers near it."""

    before: str
    behind: str
    line: str  # what stands before it on its line
    followed_by_of: bool
    past: list[Amount]
    following: list[Amount]
    past_here: list[Amount]  # in the same sentence
    following_here: list[Amount]


def _surroundings(text: str, amounts: Sequence[Amount], i: int) -> _Surroundings:
    at = amounts[i]
    past = [a for a in reversed(amounts[max(0, i - _CANDIDATES) : i]) if at.start - a.end <= _APART]
    following = [a for a in amounts[i + 1 : i + 1 + _CANDIDATES] if a.start - at.end <= _APART]
    return _Surroundings(
        before=_SENTENCE_END.split(text[max(0, at.start - _BACK) : at.start])[-1],
        behind=_SENTENCE_END.split(text[at.end : at.end + _BACK])[0],
        line=text[max(0, at.start - _APART) : at.start].rpartition("\n")[2],
        followed_by_of=text.startswith(" of ", at.unit_end),
        past=past,
        following=following,
        past_here=[a for a in past if not _SENTENCE_END.search(text, a.end, at.start)],
        following_here=[a for a in following if not _SENTENCE_END.search(text, at.end, a.start)],
    )


def _instead(text: str, amounts: Sequence[Amount], i: int, words: _Words) -> Iterator[Amount]:
    """The numbers that may hold instead of the one at `i`; none where nothing takes that back."""
    gone = amounts[i]
    found = _candidates(text, gone, _surroundings(text, amounts, i), words)
    return (a for a in found if a.measure is gone.measure and a.value != gone.value)


def _candidates(text: str, gone: Amount, near: _Surroundings, words: _Words) -> list[Amount]:
    if words.mistaken.search(near.before):
        return [*near.following, *near.past]
    if words.mistaken_after.match(near.behind):
        return [*near.past, *near.following]
    right = _put_right(text, gone, near, words)
    if right:
        return right
    if words.denied.search(near.before) and not near.followed_by_of:
        given = words.as_first.search(near.behind)
        return near.past_here[:1] if given else _contrasted(text, gone, near.past_here[:1], near.following_here[:1])
    if words.superseded.search(near.before) and not _DATED.match(near.behind):
        return [*near.following, *near.past]
    if words.revised.search(near.before):
        to_another = [a for a in near.following_here[:1] if text[gone.end : a.start].endswith(" to ")]
        return [*to_another, *near.past_here, *near.following_here]
    return []


def _put_right(text: str, gone: Amount, near: _Surroundings, words: _Words) -> list[Amount]:
    """'We said 36. We should have said 28.'; 'Correction: this article gave 36. It is 28.'"""
    noticed = words.notice.search(near.line)
    return [
        a
        for a in near.following[:1]
        if words.amends.search(text, gone.end, a.start) or (noticed and _IS.fullmatch(text, gone.end, a.start))
    ]


def _contrasted(text: str, gone: Amount, past: Sequence[Amount], following: Sequence[Amount]) -> list[Amount]:
    """'28 towns, not 36' and 'not 36 but 28': what is denied stands beside what holds."""
    found = [a for a in following if _BUT.fullmatch(text, gone.end, a.start)]
    return found or [a for a in past if _BESIDE.fullmatch(text, a.end, gone.start)]


@lexicon.derived
def _words(lexicon: Lexicon) -> _Words:
    known = {concept.term: concept for concept in lexicon.scheme("correction")}
    earlier = _any(known["earlier"].get("word"))
    stems = _any(tuple(verb.removesuffix("e") for verb in known["revision"].get("verb")))
    error = _any(known["error"].get("word"))
    within = r"[^.;:]{0,30}"
    was, where = (
        r"(?:was|were|is|are|proved(?: to be)?|has been|have been)",
        r"(?:of|at|that)(?: \S+ and (?:later|then) at)?",
    )
    wrong, told = _any(known["wrong"].get("word")), _any(known["telling"].get("verb"))
    revised = rf"\b{stems}(?:e|es|s|d|ed|ing)?\b[^.;:]{{0,40}}?"
    return _Words(
        denied=re.compile(rf"\b{_any(known['denial'].get('before'))} {_THE}$", re.I),
        revised=re.compile(
            rf"{revised}(?:\bfrom {_THE}(?:{earlier} )?|\b{earlier} (?:\w+ )?{_TALLY} of {_THE})$", re.I
        ),
        mistaken=re.compile(rf"\b{error}\b[^.;]{{0,60}}$", re.I),
        mistaken_after=re.compile(rf"(?: [\w-]+){{0,3}} (?:{error}|{was} {wrong})\b", re.I),
        superseded=re.compile(
            rf"(?:\bhad (?:\w+ )?{earlier}|\b{earlier}\b{within}? had|\b(?:which|that|whom)\b{within}? {earlier})"
            rf" (?:been )?{told}(?: (?:\w+ ){{0,3}}{where}| {_TALLY} of)? {_THE}$",
            re.I,
        ),
        as_first=re.compile(rf"^[^.;:]{{0,20}},? as {earlier} \w+", re.I),
        amends=re.compile(rf"[.;]\s+(?:\w+ )?{_any(known['amends'].get('word'))} (?:that )?{_THE}$", re.I),
        notice=re.compile(rf"^\W*{_any(known['notice'].get('word'))}\b[^.;]*$", re.I),
    )


def _any(words: Sequence[str]) -> str:
    return f"(?:{'|'.join(map(re.escape, sorted(words, key=len, reverse=True)))})"
