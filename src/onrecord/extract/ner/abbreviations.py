"""Abbreviations: 'X (ABC)', 'X (“the Court”)', 'X, known as Y'; initials settle where the full name begins."""

from collections.abc import Iterable
from itertools import pairwise

from spacy.language import Language
from spacy.tokens import Doc

from onrecord.extract.ner.candidates import Candidate
from onrecord.extract.ner.tokens import QUOTES, Words
from onrecord.values.findings import Kind

_CALLED = ([",", "known", "as"], [",", "also", "known", "as"], ["known", "as"], ["also", "known", "as"], [",", "alias"])
_BODIES = (Kind.ORGANIZATION, Kind.COURT)


@Language.component("onrecord_name_abbreviations", requires=["doc._.names"], assigns=["doc._.names"])
def abbreviations(doc: Doc) -> Doc:
    """Join what initials show to be one name, and link each abbreviation with its full name."""
    names = _spelled_out(doc._.words, list(doc._.names))
    _link(doc._.words, names)
    doc._.names = tuple(names)
    return doc


def _spelled_out(words: Words, names: list[Candidate]) -> list[Candidate]:
    """'Norden Relief and Recovery (NRR)': where the initials show that several candidates are one name, join them."""
    found: list[Candidate] = []
    for name in names:
        text = words.text[name.start]
        bracketed = (
            name.start and words.text[name.start - 1] == "(" and words.text[min(name.end, len(words) - 1)] == ")"
        )
        if bracketed and name.end - name.start == 1 and text.isupper() and len(text) > 2:
            stop = name.start - 1
            parts = [c for c in found if words.line[c.start] == words.line[stop] and stop - c.start <= 3 * len(text)]
            exact = next((c for c in parts if c.end < stop and _initials(words, c.start, stop) == text), None)
            if exact is not None and words.text[stop - 1] not in (",", ";"):
                joined = Candidate(exact.start, stop, firm=True)
                joined.vote(Kind.ORGANIZATION, 6.0, "abbreviated")
                for part in (c for c in found if c.start >= exact.start):
                    joined.votes.extend(v for v in part.votes if v.rule == "head word" and v.kind in (Kind.COURT, None))
                found = [*(c for c in found if c.start < exact.start), joined]
        found.append(name)
    return found


def _initials(words: Words, start: int, stop: int) -> str:
    """The initials of the capitalised words from start to stop, if only small words join them; else nothing."""
    span = range(start, stop)
    joints = ("of", "for", "the", "and", "in", "on", ",", "'s", "'", "-", "&", "to")
    if any(not words.capital[i] and words.lower[i] not in joints for i in span):
        return ""
    return "".join(words.text[i][0] for i in span if words.capital[i])


def _link(words: Words, names: list[Candidate]) -> None:
    """'X (ABC)', 'X (“the Court”)', 'ABC (X)': the name in brackets is the one before it."""
    for before, name in pairwise(names):
        between = [
            w
            for w in words.lower[before.end : name.start]
            if w not in QUOTES and w not in ("the", "hereinafter", "–", "-", "or")
        ]
        if between in _CALLED and name.end - name.start <= before.end - before.start + 1:
            name.short_for, name.firm = before, True
            continue
        rest = [w for w in words.lower[name.end : name.end + 2] if w not in QUOTES]
        if between != ["("] or not rest or rest[0] not in (")", ",", ";"):
            continue
        short, full = (name, before) if name.end - name.start <= before.end - before.start else (before, name)
        text = words.text[short.start]
        spelled = text.isupper() and len(text) > 1 and _spells(text, words.text[full.start : full.end])
        body = any(v.kind in _BODIES and v.weight >= 2.5 for v in full.votes)
        if spelled or (body and not any(v.kind is Kind.PLACE and v.weight > 4 for v in short.votes)):
            short.short_for = full
            short.firm = True
            if spelled:
                full.vote(Kind.ORGANIZATION, 2.0, "abbreviated")


def _spells(letters: str, name: Iterable[str]) -> bool:
    """Whether the letters are initials of the name's words, in order, some small words skipped."""
    initials = [w[0].upper() for w in name if w[0].isalnum()]
    position = 0
    for letter in letters.upper():
        if letter not in initials[position:]:
            return False
        position += initials[position:].index(letter) + 1
    return position >= len(letters)
