"""Which rows of two records belong together: those that say the same, and those that say something else of the same.

Rows that count the same are set aside first, of one article and then of any, so that an article whose file was renamed
says nothing new. Of what is left, rows about the same in the same article, then in any, are one that was revised: where
there are several, those whose words are most alike.
"""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from onrecord.comparison.subjects import Row, Subject

_ALIKE = 0.5  # of 1; sentences of which less is common are not versions of one another
_COMPARED = 400  # code points of a sentence that are compared
_MOST = 200  # rows about the same, of which the most alike are looked for


class Change(StrEnum):
    """What became of a row."""

    NEW = "new"
    GONE = "gone"
    REVISED = "revised"


@dataclass(frozen=True, slots=True)
class Changed:
    """A row that the two records do not have alike."""

    change: Change
    subject: Subject
    before: Row | None
    now: Row | None

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns in which a revised row differs."""
        if self.before is None or self.now is None:
            return ()
        return tuple(column for column in self.subject.counts if self.before[column] != self.now[column])


def changes(subject: Subject, before: Iterable[Row], now: Iterable[Row]) -> list[Changed]:
    """What changed, in order: what is new, what is revised and what is gone."""
    old, new = list(before), list(now)
    for key in (lambda row: (row["source"], *subject.content_of(row)), subject.content_of):
        old, new = _unlike(old, new, key)
    found: list[Changed] = []
    for about in (lambda row: (row["source"], *subject.about_of(row)), subject.about_of):
        pairs = list(_pairs(subject, old, new, about))
        found += [Changed(Change.REVISED, subject, one, other) for one, other in pairs]
        gone, come = ({id(pair[side]) for pair in pairs} for side in (0, 1))
        old, new = [row for row in old if id(row) not in gone], [row for row in new if id(row) not in come]
    found += [Changed(Change.NEW, subject, None, row) for row in new]
    found += [Changed(Change.GONE, subject, row, None) for row in old]
    order = [*Change]
    return sorted(found, key=lambda one: (order.index(one.change), (one.now or one.before or {})["source"]))


def _unlike(old: Sequence[Row], new: Sequence[Row], key: Callable[[Row], Hashable]) -> tuple[list[Row], list[Row]]:
    """The rows of each side that the other side does not have; each is had as often as it is there."""
    there = defaultdict[Hashable, list[Row]](list)
    for row in old:
        there[key(row)].append(row)
    come = []
    for row in new:
        if there[key(row)]:
            there[key(row)].pop()
        else:
            come.append(row)
    gone = {id(row) for rows in there.values() for row in rows}
    return [row for row in old if id(row) in gone], come


def _pairs(
    subject: Subject, old: Sequence[Row], new: Sequence[Row], about: Callable[[Row], Hashable]
) -> Iterator[tuple[Row, Row]]:
    before, now = defaultdict[Hashable, list[Row]](list), defaultdict[Hashable, list[Row]](list)
    for rows, by in ((old, before), (new, now)):
        for row in rows:
            by[about(row)].append(row)
    for key, gone in before.items():
        come = now.get(key, [])
        if len(gone) == len(come) == 1 and subject.quote not in subject.counts:
            yield gone[0], come[0]
        elif gone and come and len(gone) * len(come) <= _MOST**2:
            yield from _most_alike(subject, gone, come)


def _most_alike(subject: Subject, gone: Sequence[Row], come: Sequence[Row]) -> Iterator[tuple[Row, Row]]:
    """The pairs whose words are versions of each other, the most alike first; each row is in one."""
    alike = ((_likeness(subject, one, other), at, to) for at, one in enumerate(gone) for to, other in enumerate(come))
    taken_old, taken_new = set[int](), set[int]()
    for likeness, at, to in sorted(alike, key=lambda pair: (-pair[0], pair[1:])):
        if likeness >= _ALIKE and at not in taken_old and to not in taken_new:
            taken_old.add(at)
            taken_new.add(to)
            yield gone[at], come[to]


def _likeness(subject: Subject, one: Row, other: Row) -> float:
    columns = (subject.quote,) if subject.quote else subject.counts
    texts = [" ".join(row[column] for column in columns)[:_COMPARED].split() for row in (one, other)]
    return SequenceMatcher(None, texts[0], texts[1], autojunk=False).ratio()
