"""Figures about a vote hold on the day of the act that was voted on."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import cache

from onrecord import lexicon
from onrecord.claims.values import ActClaim
from onrecord.findings import Evidence, Figure

_REACH = 2  # sentences after the one that tells the act


class Votes:
    """The acts of an article, asked by figure for the day of a vote."""

    def __init__(self, acts: Sequence[ActClaim], sentences: Sequence[Evidence]) -> None:
        self._starts = [sentence.start for sentence in sentences]
        told = ((where.start, act.date) for act in acts for where in act.evidence if len(act.date) == len("2024-01-24"))
        self._acts = sorted((self._sentence(start), day) for start, day in told)

    def day(self, figure: Figure) -> str:
        """The ISO day of the last act before the figure, if its sentence is about a vote; '' otherwise."""
        if not _of_voting().search(figure.sentence.exact):
            return ""
        at = self._sentence(figure.evidence.start)
        return next((day for place, day in reversed(self._acts) if 0 <= at - place <= _REACH), "")

    def _sentence(self, start: int) -> int:
        return bisect_right(self._starts, start)


@cache
def _of_voting() -> re.Pattern[str]:
    """Any form of the words of voting."""
    concepts = lexicon.load().scheme("vote")
    stems = {word.removesuffix("e") for c in concepts for key in ("noun", "verb") for word in c.get(key)}
    return re.compile(rf"\b(?:{'|'.join(sorted(map(re.escape, stems)))})(?:e|es|s|d|ed|ing)?\b", re.IGNORECASE)
