"""Figures about a vote, terms that a sentence imposes and those whom an act is against hold on the day of the act."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence

from onrecord.lexicon import lexicon
from onrecord.lexicon.official_acts import has
from onrecord.values.claims import ActClaim
from onrecord.values.findings import DateExpression, Evidence, Figure
from onrecord.values.isodate import Precision, precision

_REACH = 2  # sentences after the one that tells the act
_TERMS = frozenset({"year", "month"})  # lemmas


class Votes:
    """The acts and votes of an article, asked by figure for their day."""

    def __init__(
        self, acts: Sequence[ActClaim], dates: Iterable[DateExpression], sentences: Sequence[Evidence], published: str
    ) -> None:
        self._starts = [sentence.start for sentence in sentences]
        self._acts = self._told(acts)
        self._decisions = self._told(act for act in acts if has(act.type, "decidesCase"))
        voting = {i for i, sentence in enumerate(sentences, 1) if _words("vote").search(sentence.exact)}
        days = ((self._sentence(d.evidence.start), d.value) for d in dates if d.earliest == d.latest)
        self._votes = [(at, day) for at, day in days if at in voting and not (published and day > published)]

    def day(self, figure: Figure) -> str:
        """The ISO day of the act that the figure belongs to; '' where it belongs to none.

        Of a vote, it is the last act told, or the last day named with a vote; of a term or a bench, the
        last decision of a case; of those whom an act is against, the act of the same sentence.
        """
        at = self._sentence(figure.evidence.start)
        if _words("vote").search(figure.sentence.exact):
            return _last(self._acts, at, _REACH) or _last(self._votes, at, at)
        if figure.head in _TERMS or _words("bench").search(figure.sentence.exact):
            return _last(self._decisions, at, _REACH)
        return _last(self._acts, at, 0) if figure.action in _done_by_acts() else ""

    def _told(self, acts: Iterable[ActClaim]) -> list[tuple[int, str]]:
        """Each sentence that tells one of the acts, with the act's day."""
        dated = (act for act in acts if act.date and precision(act.date) is Precision.DAY)
        days = ((where.start, act.date) for act in dated for where in act.evidence)
        return sorted((self._sentence(start), day) for start, day in days)

    def _sentence(self, start: int) -> int:
        return bisect_right(self._starts, start)


def _last(told: Sequence[tuple[int, str]], at: int, reach: int) -> str:
    """The day told last, in the sentence at the place `at` or up to `reach` before it."""
    return next((day for place, day in reversed(told) if 0 <= at - place <= reach), "")


@lexicon.derived
def _done_by_acts() -> frozenset[str]:
    """The actions whose figures hold on the day of the act told beside them: those charged, those sanctioned."""
    return frozenset(action.term for action in lexicon.load().marked("action", "onDayOfAct"))


@lexicon.derived
def _words(term: str) -> re.Pattern[str]:
    """Any form of the words of the concept of voting."""
    concepts = [c for c in lexicon.load().scheme("vote") if c.term == term]
    stems = {word.removesuffix("e") for c in concepts for key in ("noun", "verb") for word in c.get(key)}
    return re.compile(rf"\b(?:{'|'.join(sorted(map(re.escape, stems)))})(?:e|es|s|d|ed|ing|er|ers)?\b", re.IGNORECASE)
