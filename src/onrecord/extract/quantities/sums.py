"""Totals with the parts that the text says make them up: '31 children (20 girls, 11 boys)'.

Only where the words leave no rest: 'including 12 girls' and 'of whom 12 were girls' give a part and no sum.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from onrecord.extract.quantities.counted_noun import Counted
from onrecord.extract.quantities.units import Measure

_JOINED = re.compile(r"[^.;:(),–—]{0,50}(?:,|,? and)\s")  # from one part to the next
_OPENS = re.compile(r"(?:[^.;:(),–—\d]{0,40})(?:\s\(|:\s|\s[–—-]\s)")  # '31 children (', '31 children:'
_SOME = re.compile(
    r"\b(?:includ\w+|among|mostly|mainly|of (?:them|whom|these|those|which)|so far|since|to date)\b", re.I
)


@dataclass(frozen=True, slots=True)
class Sum:
    """A total and its parts, by their places among the figures of the article."""

    total: int
    parts: tuple[int, ...]


def sums(seen: Sequence[Counted]) -> Iterator[Sum]:
    """The sums that the figures make."""
    counts = [i for i, counted in enumerate(seen) if counted.amount.measure is Measure.COUNT]
    for at, total in enumerate(counts):
        later = [i for i in counts[at + 1 :] if seen[i].sentence.start == seen[total].sentence.start]
        parts = _listed_after(seen, total, later) if len(later) > 1 else ()
        if parts:
            yield Sum(total, parts)


def _listed_after(seen: Sequence[Counted], total: int, later: Sequence[int]) -> tuple[int, ...]:
    """'31 children (20 girls, 11 boys)', '31 children: 20 girls and 11 boys'."""
    article, end = seen[total].article, seen[total].amount.end
    opening = _OPENS.fullmatch(article, end, seen[later[0]].amount.start)
    if opening is None:
        return ()
    bracket = opening.group().endswith("(")
    close = article.find(")", end) if bracket else seen[total].sentence.end_char
    parts = [i for i in later if seen[i].amount.end <= close]
    gaps = [(seen[a].amount.end, seen[b].amount.start) for a, b in pairwise(parts)]
    if not gaps or _SOME.search(article, end, close) or not all(_JOINED.fullmatch(article, *gap) for gap in gaps):
        return ()
    return tuple(parts) if bracket or article[slice(*gaps[-1])].rstrip().endswith(" and") else ()
