"""Totals with the parts that the text says make them up: '20 girls and 11 boys, 31 children in all'.

Only where the words leave no rest: 'including 12 girls' and 'of whom 12 were girls' give a part and no sum.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from onrecord.extract.quantities.counted_noun import Counted
from onrecord.extract.quantities.event_lexicon import EventLexicon
from onrecord.extract.quantities.units import Measure
from onrecord.values.findings import Figure

_JOINED = re.compile(r"[^.;:(),–—]{0,50}(?:,|,? and)\s")  # from one part to the next
_IN_ALL = re.compile(r"[^.;:(),–—]{0,30}?\s(?:in all|altogether|all told)\b", re.I)
_BEFORE_IN_ALL = re.compile(r"[^.;:(),–—]{0,50}(?:, | [–—-] |, or |, making )")
_OPENS = re.compile(r"(?:[^.;:(),–—\d]{0,40})(?:\s\(|:\s|\s[–—-]\s)")  # '31 children (', '31 children:'
_OF_THE = re.compile(r"(?:^|[\s\"“])of (?:the |these |those |all )?$", re.I)
_SOME = re.compile(
    r"\b(?:includ\w+|among|mostly|mainly|of (?:them|whom|these|those|which)|so far|since|to date)\b", re.I
)
_THE_REST = re.compile(r"\bthe (?:other|others|rest|remaining|remainder)(?:,| of them,)?\s(?:\w+ )?$", re.I)


@dataclass(frozen=True, slots=True)
class Sum:
    """A total and its parts, by their places among the figures of the article."""

    total: int
    parts: tuple[int, ...]


def sums(seen: Sequence[Counted], found: Sequence[Figure], events: EventLexicon) -> Iterator[Sum]:
    """The sums that the figures make."""
    counts = [i for i, counted in enumerate(seen) if counted.amount.measure is Measure.COUNT]
    for at, i in enumerate(counts):
        here = [j for j in counts[at + 1 :] if seen[j].sentence.start == seen[i].sentence.start]
        parts = _listed_after(seen, i, here) or _shared_out(seen, found, i, here, events)
        if parts:
            yield Sum(i, parts)
        earlier = [j for j in counts[:at] if seen[j].sentence.start == seen[i].sentence.start]
        parts = _listed_before(seen, i, earlier)
        if parts:
            yield Sum(i, parts)


def _listed_before(seen: Sequence[Counted], total: int, earlier: Sequence[int]) -> tuple[int, ...]:
    """'20 girls and 11 boys, 31 children in all': far from their sum, the total is one of more than these."""
    article, amount = seen[total].article, seen[total].amount
    if not _IN_ALL.match(article, amount.end) or _SOME.search(_sentence(seen[total])) or len(earlier) < 2:
        return ()
    if not _BEFORE_IN_ALL.fullmatch(article, seen[earlier[-1]].amount.end, amount.start):
        return ()
    parts = [earlier[-1]]
    for before, after in reversed(list(pairwise(earlier))):
        if not _JOINED.fullmatch(article, seen[before].amount.end, seen[after].amount.start):
            break
        parts.insert(0, before)
    together = sum(seen[i].amount.value for i in parts)
    near = together < 2 * amount.value and amount.value < 2 * together
    return tuple(parts) if len(parts) > 1 and near else ()


def _listed_after(seen: Sequence[Counted], total: int, later: Sequence[int]) -> tuple[int, ...]:
    """'31 children (20 girls, 11 boys)', '31 children: 20 girls and 11 boys'."""
    article, end = seen[total].article, seen[total].amount.end
    opening = _OPENS.fullmatch(article, end, seen[later[0]].amount.start) if later else None
    if opening is None:
        return ()
    bracket = opening.group().endswith("(")
    close = article.find(")", end) if bracket else seen[total].sentence.end_char
    parts = [i for i in later if seen[i].amount.end <= close]
    gaps = [(seen[a].amount.end, seen[b].amount.start) for a, b in pairwise(parts)]
    if len(parts) < 2 or _SOME.search(article, end, close) or not all(_JOINED.fullmatch(article, *g) for g in gaps):
        return ()
    joined = bracket or article[slice(*gaps[-1])].rstrip().endswith(" and")
    return tuple(parts) if joined else ()


def _shared_out(
    seen: Sequence[Counted], found: Sequence[Figure], total: int, later: Sequence[int], events: EventLexicon
) -> tuple[int, ...]:
    """'Of the 36 children, 20 came home and 16 remain', '… and the other 16 are ill': no third is left over."""
    whole = seen[total]
    start, end = whole.amount.start, whole.sentence.end_char
    if not _OF_THE.search(whole.article, max(0, start - 12), start) or _SOME.search(whole.article, start, end):
        return ()
    parts = [i for i in later if seen[i].lemma == whole.lemma and seen[i].where is None]
    if len(parts) < 2 or len(parts) != len(later):
        return ()
    rest = any(_THE_REST.search(whole.article, start, seen[i].amount.start) for i in parts[1:])
    fates = [found[i].action for i in parts]
    opposed = len(fates) == 2 and any(events.denied(a) == b != events.default for a, b in (fates, fates[::-1]))
    return tuple(parts) if rest or opposed else ()


def _sentence(counted: Counted) -> str:
    return counted.article[counted.sentence.start_char : counted.sentence.end_char]
