"""Numbers that count or measure something reported: the component that puts their parts together."""

import re

from spacy.language import Language
from spacy.tokens import Doc

from onrecord import lexicon
from onrecord.extract import annotations
from onrecord.extract.actions import OTHER, Actions, actions
from onrecord.extract.amounts import Amount, Measure, amounts
from onrecord.extract.counted import Counted, counted
from onrecord.extract.days import Days
from onrecord.extract.scopes import UNSPECIFIED, Scopes, inherits, scopes
from onrecord.extract.uncounted import Surroundings, is_article, is_time
from onrecord.findings import Evidence, Figure

# A number that a correction takes back: '28 countries, not 36, as reported earlier'; 'not 36 but 28'.
_NOT = re.compile(r"\b(?:not|rather than|instead of)[ ](?:the[ ])?$", re.I)
_CORRECTED = re.compile(r"[^.]{0,60}\b(?:earlier|previously|initially|originally|first reported|but \w*\d)", re.I)


@Language.component("onrecord_figures", requires=["doc._.dates", "doc._.mentions"], assigns=["doc._.figures"])
def figures(doc: Doc) -> Doc:
    """Set `doc._.figures`."""
    article, words = doc.text, lexicon.load()
    reader = _Reader(doc, article, actions(words), scopes(words))
    for amount in amounts(article, words):
        reader.read(amount)
    doc._.figures = tuple(reader.found)
    return doc


class _Reader:
    """Reads the amounts of a Doc in order; a figure may go on from those before it."""

    def __init__(self, doc: Doc, article: str, fates: Actions, cues: Scopes) -> None:
        self._doc, self._article, self._fates, self._cues = doc, article, fates, cues
        self._surroundings, self._days = Surroundings(doc, article), Days(doc, article)
        self._lead = next((s for s in doc.sents if s.text.strip() and s[0].idx >= _header_end(doc)), None)
        self._seen: list[Counted] = []
        self.found: list[Figure] = []

    def read(self, amount: Amount) -> None:
        """Add the figure that the amount makes, if it makes one."""
        number = self._doc.char_span(amount.number, amount.number_end, alignment_mode="expand")
        if number is None or self._withdrawn(amount) or self._surroundings.counts_nothing(amount, number):
            return
        figure = counted(self._doc, self._article, amount, self._seen)
        if figure is None or is_time(figure):
            return
        action = self._action(figure)
        if is_article(figure, action):
            return
        date = self._days.of(figure)
        scope = self._scope(figure, action, bool(date))
        self._seen.append(figure)
        self.found.append(
            Figure(
                evidence=Evidence(amount.start, amount.end, self._article[amount.start : amount.end]),
                value=amount.value,
                upper=amount.upper,
                hedge=amount.hedge,
                counted=figure.text,
                action=action,
                scope=scope,
                date=date,
                sentence=_stripped(annotations.evidence(number.sent)),
                counted_evidence=figure.where,
            )
        )

    def _withdrawn(self, amount: Amount) -> bool:
        before, after = (
            self._article[max(0, amount.start - 14) : amount.start],
            self._article[amount.end : amount.end + 80],
        )
        return bool(_NOT.search(before) and _CORRECTED.match(after))

    def _whole(self, figure: Counted) -> Figure | None:
        """The figure found before that this one is a part of, or goes on from."""
        if figure.whole is not None:
            return next((f for c, f in zip(self._seen[::-1], self.found[::-1], strict=True) if c is figure.whole), None)
        if self._seen and inherits(figure) and self._seen[-1].number.sent.end >= figure.number.sent.start:
            return self.found[-1]
        return None

    def _action(self, figure: Counted) -> str:
        own = self._fates.of(figure)
        whole = self._whole(figure)
        if own or whole is None or figure.amount.measure in (Measure.MONEY, Measure.UNIT):
            return own or OTHER
        return whole.action

    def _scope(self, figure: Counted, action: str, dated: bool) -> str:
        own = self._cues.of(figure, action, self._fates, self._lead, dated)
        whole = self._whole(figure)
        return own if own != UNSPECIFIED or whole is None else whole.scope


def _header_end(doc: Doc) -> int:
    """Where the article begins, after the ISO date of its first line."""
    return next((c.end for c in doc._.chrome if c.start == 0), 0)


def _stripped(where: Evidence) -> Evidence:
    start = where.start + len(where.exact) - len(where.exact.lstrip())
    exact = where.exact.strip()
    return Evidence(start, start + len(exact), exact)
