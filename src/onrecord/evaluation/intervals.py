"""Confidence intervals of shares that are estimated from a sample of articles.

Claims of one article are right or wrong together, so that a hundred claims of ten articles say less than a hundred of a
hundred. The interval is Wilson's (1927) with the effective number of claims in place of their number: their number over
the design effect (Kish 1965), with the variance of a ratio between articles. Franco, Little, Louis and Slud (2019,
Journal of Survey Statistics and Methodology 7(3), 334-364) recommend this form, and found that intervals of few and
uneven clusters are somewhat too narrow.
"""

from collections.abc import Collection
from dataclasses import dataclass
from math import sqrt

LEVEL = 0.95
_Z = 1.959963984540054  # the quantile of the normal distribution for it
_FEWEST = 2  # articles between which a variance can be estimated


@dataclass(frozen=True, slots=True)
class Interval:
    """The bounds of a share at the level of confidence, from 0 to 1."""

    lower: float
    upper: float

    def __str__(self) -> str:
        return f"{self.lower:.2f}-{self.upper:.2f}"


def interval(counts: Collection[tuple[int, int]], articles: int) -> Interval | None:
    """The interval of a share; None where nothing was counted, or in fewer than two articles drawn.

    Args:
        counts: of each article, how many are right and how many there are; those with none may be left out.
        articles: how many were drawn, those with none among them.
    """
    right, total = (sum(count[side] for count in counts) for side in (0, 1))
    if not total or articles < _FEWEST:
        return None
    share = right / total
    return _wilson(share, total / _design_effect(counts, articles, share, total))


def _design_effect(counts: Collection[tuple[int, int]], articles: int, share: float, total: int) -> float:
    """How much larger the variance is than that of as many claims drawn one by one; 1 at least."""
    of_chance = share * (1 - share) / total
    if not of_chance:
        return 1.0
    squares = sum((right - share * of) ** 2 for right, of in counts)
    return max(1.0, articles / (articles - 1) * squares / total**2 / of_chance)


def _wilson(share: float, number: float) -> Interval:
    middle = share + _Z**2 / (2 * number)
    half = _Z * sqrt(share * (1 - share) / number + (_Z / (2 * number)) ** 2)
    below = 1 + _Z**2 / number
    return Interval(max(0.0, (middle - half) / below), min(1.0, (middle + half) / below))
