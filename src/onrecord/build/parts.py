"""A part of the inputs, for builds that are shared out among jobs that know nothing of each other."""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from onrecord.errors import UsageError
from onrecord.sources.article import Article
from onrecord.sources.reading import Given


@dataclass(frozen=True, slots=True)
class Part:
    """One of `count` parts, the `number`-th (from 1). Every article is in one of them, whatever else is given.

    The text decides, so that articles that are the same are in one part, where that is seen.
    """

    number: int
    count: int

    def of(self, given: Iterable[Given]) -> Iterator[Given]:
        """What is in this part; a refusal is too, so that it is told once."""
        return (one for one in given if self.count == 1 or _bucket(one, self.count) == self.number - 1)

    def expected(self, total: int | None) -> int | None:
        """About how many articles of so many are in this part; None where the total is not known."""
        return total if total is None else round(total / self.count)


def _bucket(given: Given, count: int) -> int:
    content = given.item.text if isinstance(given.item, Article) else given.item.where
    return int.from_bytes(hashlib.sha256(content.encode("utf-8", "replace")).digest()[:8]) % count


def parsed(text: str) -> Part:
    """The part that `I/N` stands for.

    Raises:
        UsageError: it is not two whole numbers of which the first is from 1 to the second.
    """
    number, _, count = text.partition("/")
    if number.isdecimal() and count.isdecimal() and 1 <= int(number) <= int(count):
        return Part(int(number), int(count))
    raise UsageError(f"{text!r} is no part: give it as I/N, from 1/N to N/N")


WHOLE = Part(1, 1)
