"""The text of a draft in stretches, each with the findings about it: what is marked in pages for editors."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from onrecord.check.findings import Report
from onrecord.check.verdicts import Verdict


@dataclass(frozen=True, slots=True)
class Stretch:
    """Some of the text, with the numbers of the findings about it, from 1, the most serious first; none where plain."""

    text: str
    findings: tuple[int, ...] = ()
    verdict: Verdict | None = None  # of the first of them
    opens: tuple[int, ...] = ()  # of the findings, those that begin here


def stretches(report: Report) -> Iterator[Stretch]:
    """The text from its beginning to its end."""
    numbered = list(enumerate(report.findings, 1))
    edges = sorted({0, len(report.text), *(at for _, one in numbered for at in (one.words.start, one.words.end))})
    for start, end in pairwise(edges):
        over = [(one.verdict.rank, n, one) for n, one in numbered if one.words.start <= start and end <= one.words.end]
        over.sort(key=lambda each: each[:2])
        yield Stretch(
            report.text[start:end],
            tuple(n for _, n, _ in over),
            over[0][2].verdict if over else None,
            tuple(n for _, n, one in over if one.words.start == start),
        )
