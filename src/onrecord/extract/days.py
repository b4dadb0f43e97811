"""The day of a figure: the date expression of its own clause that dates what the clause tells."""

import re
from bisect import bisect_left

from spacy.tokens import Doc, Span, Token

from onrecord.extract.annotations import spaced
from onrecord.extract.counted import Counted
from onrecord.extract.grammar import verb_of
from onrecord.findings import DateExpression

_AS_OF = re.compile(r"\b(?:as (?:of|at)|by the end of|at the end of)\s(?:the\s)?$", re.I)
# Before a date that bounds a stretch of time or lies ahead, and so is not the day of the event.
_NOT_THE_DAY = re.compile(
    r"\b(?:since|until|till|by|before|after|from|between|to|through|and|than|for|up to|prior to)\s(?:the\s)?$", re.I
)
_LINE_START = re.compile(r"(?:^|\n)[ \t•*–-]*$")
_FINITE = ("VBD", "VBP", "VBZ", "MD")


class Days:
    """The dates of a Doc, asked by figure."""

    def __init__(self, doc: Doc, article: str) -> None:
        self._article = article
        self._dates: list[tuple[DateExpression, Span]] = [(d, spaced(doc, d.evidence)) for d in doc._.dates]
        self._starts = [d.evidence.start for d, _ in self._dates]
        self._labels = [label for d, _ in self._dates if (label := self._label(d))]
        self._label_starts = [start for start, _, _ in self._labels]

    def of(self, figure: Counted) -> str:
        """The ISO date that the figure's own clause gives; '' where it gives none."""
        sentence = figure.number.sent
        low, high = bisect_left(self._starts, sentence.start_char), bisect_left(self._starts, sentence.end_char)
        clause = _clause(figure.anchor)
        own: list[tuple[int, str]] = []
        for date, span in self._dates[low:high]:
            before = self._article[max(0, date.evidence.start - 16) : date.evidence.start]
            if _AS_OF.search(before):
                return date.value
            if "/" in date.value or _NOT_THE_DAY.search(before):
                continue
            if clause is not None and _clause(span.root) in (clause, *_before_in_row(clause, span)):
                own.append((abs(span.start - figure.number.start), date.value))
        return min(own)[1] if own else self._of_label(figure)

    def _label(self, date: DateExpression) -> tuple[int, int, str] | None:
        """The line that the date heads, as in '- 28 November 2023: The dam fails.'"""
        start, end = date.evidence.start, date.evidence.end
        if self._article[end : end + 1] != ":" or not _LINE_START.search(self._article[max(0, start - 8) : start]):
            return None
        stop = self._article.find("\n", end)
        return start, stop if stop >= 0 else len(self._article), date.value

    def _of_label(self, figure: Counted) -> str:
        at = bisect_left(self._label_starts, figure.amount.start) - 1
        return self._labels[at][2] if at >= 0 and self._labels[at][1] > figure.amount.start else ""


def _clause(token: Token) -> Token | None:
    """The verb of the finite clause that the token stands in."""
    verb = token if token.pos_ in ("VERB", "AUX") else verb_of(token)
    while verb is not None and verb.dep_ in ("xcomp", "pcomp", "acl", "advcl", "amod", "ccomp") and not _finite(verb):
        above = verb_of(verb)
        if above is None:
            break
        verb = above
    return verb


def _finite(verb: Token) -> bool:
    return verb.tag_ in _FINITE or any(c.tag_ in _FINITE and c.dep_ in ("aux", "auxpass") for c in verb.children)


def _before_in_row(clause: Token, date: Span) -> tuple[Token, ...]:
    """Verbs that the clause's is coordinated with, where the date stands before both: 'On Friday they came and took 12'."""
    above = []
    while clause.dep_ == "conj" and clause.head.pos_ in ("VERB", "AUX"):
        if any(c.dep_ in ("nsubj", "nsubjpass") for c in clause.children):
            break
        clause = clause.head
        if date.start < clause.i:
            above.append(clause)
    return tuple(above)
