"""Numbers that count or measure something reported: the component that puts their parts together."""

import re

from spacy.language import Language
from spacy.tokens import Doc, Span

from onrecord import lexicon
from onrecord.extract import annotations
from onrecord.extract.actions import OTHER, actions
from onrecord.extract.amounts import Amount, amounts, without_hedge
from onrecord.extract.counted import Counted, by_own_words
from onrecord.extract.days import Days
from onrecord.extract.elliptic import by_context
from onrecord.extract.phrases import token_at
from onrecord.extract.scopes import TOTAL, UNSPECIFIED, continues, follows_more, inherits, joined, scopes
from onrecord.extract.uncounted import Surroundings, is_article, is_compound, is_duration
from onrecord.extract.units import Measure
from onrecord.findings import Evidence, Figure
from onrecord.lexicon import Lexicon

# A number that a correction takes back: '28 countries, not 36, as reported earlier'; 'not 36 but 28'.
_NOT = re.compile(r"\b(?:not|rather than|instead of)[ ](?:the[ ])?$", re.I)
_CORRECTED = re.compile(r"[^.]{0,60}\b(?:earlier|previously|initially|originally|first reported|but \w*\d)", re.I)

_PARTICLES = frozenset({"over", "about", "around", "under", "above", "below", "near", "up"})


@Language.component("onrecord_figures", requires=["doc._.dates", "doc._.mentions"], assigns=["doc._.figures"])
def figures(doc: Doc) -> Doc:
    """Set `doc._.figures`."""
    article, words = doc.text, lexicon.load()
    reader = _Reader(doc, article, words)
    for amount in amounts(article, words):
        reader.read(amount)
    doc._.figures = tuple(reader.found)
    return doc


class _Reader:
    """Reads the amounts of a Doc in order; a figure may go on from those before it."""

    def __init__(self, doc: Doc, article: str, words: Lexicon) -> None:
        self._doc, self._article = doc, article
        self._fates, self._cues = actions(words), scopes(words)
        self._surroundings, self._days = Surroundings(doc, article), Days(doc, article)
        self._lead = next((s for s in doc.sents if s.text.strip() and s[0].idx >= _header_end(doc)), None)
        self._about = frozenset(v for c in words.scheme("speech") if "about" in c.get("frame") for v in c.get("verb"))
        self._units = frozenset(name.lower() for c in words.scheme("unit") for name in c.names)
        self._seen: list[Counted] = []
        self.found: list[Figure] = []

    def read(self, amount: Amount) -> None:
        """Add the figure that the amount makes, if it makes one."""
        number = self._doc.char_span(amount.number, amount.number_end, alignment_mode="expand")
        amount = self._without_particle(amount)
        if number is None or self._withdrawn(amount) or self._surroundings.counts_nothing(amount, number):
            return
        figure = self._counted(amount, number)
        if figure is None or is_duration(figure) or is_compound(figure, self._fates.people(figure), self._units):
            return
        action = self._action(figure)
        if is_article(figure, action) or (figure.guessed and action == OTHER):
            return
        date = self._days.of(figure)
        scope = self._scope(figure, action, bool(date) and not self._days.stands(figure))
        if scope == TOTAL and not self._days.stands(figure):
            date = ""  # a running total holds as of its telling
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

    def _counted(self, amount: Amount, number: Span) -> Counted | None:
        after = token_at(self._doc, amount.unit_end, number.end)
        read = (self._doc, self._article, amount, number, after, self._seen)
        return by_own_words(*read) or by_context(*read)

    def _without_particle(self, amount: Amount) -> Amount:
        """The amount, its hedge taken off where that is the particle of a verb ('handed over 95') or 'talked about'."""
        words = self._article[amount.start : amount.end].split()
        hedge = self._doc.char_span(amount.start, amount.start + len(words[0]), alignment_mode="expand")
        if hedge is None or amount.hedge == "exact" or words[0].lower() not in _PARTICLES:
            return amount
        token = hedge[0]
        before = self._doc[token.i - 1] if token.i else token
        particle = token.dep_ == "prt" or (before.pos_ == "VERB" and self._fates.has_particle(before, token.lower_))
        if particle or (token.lower_ == "about" and token.dep_ == "prep" and token.head.lemma_ in self._about):
            return without_hedge(amount, len(words[0]) + 1)
        return amount

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
        if own or figure.amount.measure in (Measure.MONEY, Measure.UNIT):
            return own or OTHER
        whole = self._whole(figure)
        if whole is not None:
            return whole.action
        if figure.amount.measure is Measure.SHARE:
            return OTHER
        more = follows_more(figure)
        near = continues(figure) and bool(self._seen) and self._seen[-1].number.sent.end >= figure.number.sent.start
        alike = (i for i in range(len(self._seen) - 1, -1, -1) if self._seen[i].lemma == figure.lemma)
        earlier = next(alike, None) if more or near else None
        return OTHER if earlier is None else self.found[earlier].action

    def _scope(self, figure: Counted, action: str, dated: bool) -> str:
        own = self._cues.of(figure, action, self._fates, self._lead, dated)
        whole = self._whole(figure)
        if own != UNSPECIFIED:
            return own
        if whole is not None:
            return whole.scope
        return TOTAL if self._seen and joined(self._seen[-1], figure) and self.found[-1].scope == TOTAL else own


def _header_end(doc: Doc) -> int:
    """Where the article begins, after the ISO date of its first line."""
    return next((c.end for c in doc._.chrome if c.start == 0), 0)


def _stripped(where: Evidence) -> Evidence:
    start = where.start + len(where.exact) - len(where.exact.lstrip())
    exact = where.exact.strip()
    return Evidence(start, start + len(exact), exact)
