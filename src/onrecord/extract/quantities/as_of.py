"""The day of a figure: the date expression of its own clause that dates what the clause tells."""

import re
from bisect import bisect_left
from collections import deque
from itertools import islice

from spacy.tokens import Doc, Span, Token

from onrecord.extract.doc_extensions import spaced
from onrecord.extract.quantities.counted_noun import Counted
from onrecord.extract.syntax.arguments import has_subject
from onrecord.extract.syntax.clauses import auxiliaries, finite, verb_of
from onrecord.extract.syntax.event_date import line_date
from onrecord.values.findings import DateExpression

_AS_OF = re.compile(r"\b(?:as (?:of|at)|by the end of|at the end of)\s(?:the\s)?$", re.I)
_OF_THE_NEXT = re.compile(r"(?:;|\b(?:and|but|while))\s(?:as (?:of|at)|by)\s(?:the\s)?$", re.I)  # of what follows
_BY = re.compile(r"\bby\s(?:the\s)?$", re.I)  # 'by 1 May, 20 had returned'
# Before a date that bounds a stretch of time or lies ahead, and so is not the day of the event.
_NOT_THE_DAY = re.compile(
    r"\b(?:since|until|till|by|before|after|from|between|to|through|and|than|for|up to|prior to)\s(?:the\s)?$", re.I
)
_UNTIL = re.compile(r"\b(?:until|till|through|to|since)\s(?:the\s)?$", re.I)  # before the end of what lasts already
_APART = re.compile(r"[;:]|,?\b(?:while|whereas|but)\b")
_FAR = 20  # tokens above one another that are looked at
_NEAR = 1  # tokens from a number to the date of its clause with a gap


class Days:
    """The dates of a Doc, asked by figure."""

    def __init__(self, doc: Doc, article: str) -> None:
        self._article = article
        self._published = doc._.published.isoformat() if doc._.published else ""
        self._dates: list[tuple[DateExpression, Span]] = [(d, spaced(doc, d.evidence)) for d in doc._.dates]
        self._starts = [d.evidence.start for d, _ in self._dates]

    def stated(self, figure: Counted) -> str:
        """The ISO date as of which the figure is said to hold, and not that of an event; '' where there is none."""
        dates = self._in_sentence(figure)
        perfect = dates and any(
            c.lemma_ == "have" for verb in clauses_of(figure.anchor) for c in verb.lefts if c.dep_ == "aux"
        )
        for date, _ in dates:
            before = self._article[max(0, date.evidence.start - 24) : date.evidence.start]
            if date.evidence.start > figure.number.end_char and _OF_THE_NEXT.search(before):
                continue
            if _AS_OF.search(before) or (perfect and _BY.search(before)):
                return date.value
        return line_date(figure.number[0])

    def of_event(self, figure: Counted) -> str:
        """The ISO date of the event that the figure's clause tells; '' where there is none."""
        clauses = clauses_of(figure.anchor)
        beside = self._beside(figure) if figure.gapped else ""
        return beside or self._of_clause(figure, clauses)

    def _beside(self, figure: Counted) -> str:
        """The date in a clause with a gap: '61 died in March and 74 in April'."""
        end = figure.number.end
        return next((d.value for d, span in self._in_sentence(figure) if 0 <= span.start - end <= _NEAR), "")

    def ahead(self, figure: Counted) -> bool:
        """Whether a clause in the present tense gives its event a day after publication: '15 leave next month'."""
        clauses = clauses_of(figure.anchor)
        if not self._published or not _present(clauses[-1]):
            return False
        return any(
            date.earliest > self._published
            and verb_of(span.root) in clauses
            and not _UNTIL.search(self._article[max(0, date.evidence.start - 16) : date.evidence.start])
            for date, span in self._in_sentence(figure)
        )

    def _of_clause(self, figure: Counted, clauses: tuple[Token, ...]) -> str:
        number = figure.number
        own: list[tuple[int, str]] = []
        for date, span in self._in_sentence(figure):
            before = self._article[max(0, date.evidence.start - 16) : date.evidence.start]
            low, high = sorted((date.evidence.start, number.start_char))
            if "/" in date.value and not _past(clauses[-1]):
                continue  # 'had been taken between March and May' counts up to the day of telling
            if _NOT_THE_DAY.search(before) or _APART.search(self._article, low, high):
                continue
            if self._published and date.earliest > self._published:
                continue
            verb = verb_of(span.root)
            top = verb if verb is not None else _top(span.root)
            if top in clauses or any(span.start < c.i for c in clauses if top in _before_in_row(c)):
                own.append((abs(span.start - number.start), date.value))
            elif _heads_relative(clauses, span):
                own.append((0, date.value))
        return min(own)[1] if own else ""

    def _in_sentence(self, figure: Counted) -> list[tuple[DateExpression, Span]]:
        sentence = figure.sentence
        low, high = bisect_left(self._starts, sentence.start_char), bisect_left(self._starts, sentence.end_char)
        return self._dates[low:high]


def clauses_of(token: Token) -> tuple[Token, ...]:
    """The verb that the token hangs on and those above it up to the first finite one; else the root of the sentence."""
    verb = token if token.pos_ in ("VERB", "AUX") else verb_of(token)
    found: list[Token] = []
    while verb is not None:
        found.append(verb)
        if finite(verb) or verb.dep_ == "ROOT":
            break
        verb = verb_of(verb)
    return tuple(found) if verb is not None else (*found, _top(token))


def _top(token: Token) -> Token:
    """What the token hangs on in the end, in a sentence without a verb."""
    last = deque(islice(token.ancestors, _FAR), maxlen=1)
    return last[0] if last else token


def _past(verb: Token) -> bool:
    """Whether the clause tells in the simple past: 'voted', 'was passed'."""
    helpers = auxiliaries(verb)
    if not helpers:
        return verb.tag_ == "VBD"
    return all(c.tag_ == "VBD" and c.lemma_ == "be" for c in helpers)


def _present(verb: Token) -> bool:
    """Whether the clause is in the present, which may tell of what is to come: 'leave', 'are leaving', 'is taken'."""
    helpers = auxiliaries(verb)
    return all(t.tag_ in ("VBP", "VBZ") and t.lemma_ == "be" for t in helpers or [verb]) or (
        not helpers and verb.tag_ in ("VBP", "VBZ")
    )


def _before_in_row(clause: Token) -> tuple[Token, ...]:
    """The verbs that share their subject and time with the clause's: 'On Friday they came and took 12'."""
    above = []
    while clause.dep_ == "conj" and clause.tag_ in ("VBD", "VBN") and clause.head.pos_ in ("VERB", "AUX"):
        if has_subject(clause):
            break
        clause = clause.head
        above.append(clause)
    return tuple(above)


def _heads_relative(clauses: tuple[Token, ...], date: Span) -> bool:
    """'On 17 July 2014, in which 298 people were killed': the clause goes on from the event just dated."""
    return any(c.dep_ == "relcl" and c.left_edge.i >= date.end and c.left_edge.i - date.end <= 2 for c in clauses)
