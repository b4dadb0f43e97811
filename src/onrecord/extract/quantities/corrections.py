"""Numbers that a text takes back: '28 towns, not 36', 'revised from 36 to 28', 'after first reporting 36'.

Free of spaCy. The words of correction are read from `ontology/corrections.ttl`.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.extract.quantities.amounts import Amount
from onrecord.lexicon import lexicon
from onrecord.lexicon.lexicon import Lexicon

_BACK = 60  # characters before a number that may say that it is taken back
_AHEAD = 60  # characters after it that may say that it was given earlier
_APART = 160  # characters between it and the number that holds
_CANDIDATES = 3  # numbers on either side that may be the one that holds
_SENTENCE_END = re.compile(r"[.!?][\"”’)]?\s|\n")
_BUT = re.compile(r"[^.;:]{0,40}?,? but (?:\w+ )?")  # 'not 36 children but only 28'
_BESIDE = re.compile(r"[^.;:,()]{0,50}?(?:,|\s[–—(-])?\s?(?:and )?\w+ (?:the )?")  # '28 towns, not 36'
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
    replaced: re.Pattern[str]
    revised: re.Pattern[str]
    reported: re.Pattern[str]
    mistaken: re.Pattern[str]
    earlier: re.Pattern[str]  # anywhere near it


def corrections(text: str, amounts: Sequence[Amount], lexicon: Lexicon) -> Iterator[Correction]:
    """The corrections of a text with these amounts, in order of the number taken back."""
    words = _words(lexicon)
    for i, amount in enumerate(amounts):
        instead = tuple(_instead(text, amounts, i, words))
        if instead:
            yield Correction(amount, instead)


def _instead(text: str, amounts: Sequence[Amount], i: int, words: _Words) -> Iterator[Amount]:
    """The numbers that may hold instead of the one at `i`; none where nothing takes that back."""
    gone = amounts[i]
    before, after = text[max(0, gone.start - _BACK) : gone.start], text[gone.unit_end : gone.unit_end + _AHEAD]
    before = _SENTENCE_END.split(before)[-1]
    after = _SENTENCE_END.split(after)[0]
    past = [a for a in reversed(amounts[max(0, i - _CANDIDATES) : i]) if gone.start - a.end <= _APART]
    following = [a for a in amounts[i + 1 : i + 1 + _CANDIDATES] if a.start - gone.end <= _APART]
    past_here = [a for a in past if not _SENTENCE_END.search(text, a.end, gone.start)]
    following_here = [a for a in following if not _SENTENCE_END.search(text, gone.end, a.start)]
    if words.mistaken.search(before):
        found = [*following, *past]
    elif words.denied.search(before) and not after.startswith(" of "):
        found = _contrasted(text, gone, past_here[:1], following_here[:1])
    elif words.replaced.search(before) and (words.earlier.search(before) or words.earlier.search(after)):
        found = [*past_here, *following_here]
    elif words.revised.search(before):
        to_another = [a for a in following_here[:1] if re.search(r"\bto $", text[gone.end : a.start])]
        found = [*to_another, *past_here, *following_here]
    elif words.reported.search(before):  # more than before may be news, and not a correction; less cannot
        found = [a for a in (*past_here, *following_here) if a.value < gone.value]
    else:
        found = []
    yield from (a for a in found if a.measure is gone.measure and a.value != gone.value)


def _contrasted(text: str, gone: Amount, past: Sequence[Amount], following: Sequence[Amount]) -> list[Amount]:
    """'28 towns, not 36' and 'not 36 but 28': what is denied stands beside what holds."""
    found = [a for a in following if _BUT.fullmatch(text, gone.end, a.start)]
    return found or [a for a in past if _BESIDE.fullmatch(text, a.end, gone.start)]


@lexicon.derived
def _words(lexicon: Lexicon) -> _Words:
    known = {concept.term: concept for concept in lexicon.scheme("correction")}
    earlier = _any(known["earlier"].get("word"))
    stems = _any(tuple(verb.removesuffix("e") for verb in known["revision"].get("verb")))
    revised = rf"\b{stems}(?:e|es|s|d|ed|ing)?\b[^.;:]{{0,40}}?"
    adverbs = r"(?:that |as |at |it was |there were |it as |them at |it at )?"
    return _Words(
        denied=re.compile(rf"\b{_any(known['denial'].get('before'))} {_THE}$", re.I),
        replaced=re.compile(rf"\b{_any(known['replacement'].get('before'))} {_THE}(?:\w+ ){{0,3}}$", re.I),
        revised=re.compile(
            rf"{revised}(?:\bfrom {_THE}(?:{earlier} )?|\b{earlier} (?:\w+ )?{_TALLY} of {_THE})$", re.I
        ),
        reported=re.compile(rf"\b{earlier} (?:\w+ )?{_any(known['report'].get('word'))} {adverbs}$", re.I),
        mistaken=re.compile(rf"\b{_any(known['error'].get('word'))}\b[^.;]{{0,60}}$", re.I),
        earlier=re.compile(rf"\b{earlier}\b", re.I),
    )


def _any(words: Sequence[str]) -> str:
    return f"(?:{'|'.join(map(re.escape, sorted(words, key=len, reverse=True)))})"
