"""The pages' own questions, `queries/explorer/*.rq`, and the terms that a page puts into them.

Where a question depends on what is asked for, its text holds `<urn:given:NAME>`: each file is a query as it stands.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import pyoxigraph as ox

from onrecord import resources

_GIVEN = re.compile(r"<urn:given:(\w+)>")
_START = re.compile(r"^SELECT\b", re.MULTILINE)
_ORDER = re.compile(r"\bORDER BY\b[^{}]*\Z")  # costs more than all else, and changes no number
Term = ox.NamedNode | ox.Literal
Given = Term | Sequence[Term]


@cache
def _texts() -> dict[str, str]:
    return {path.stem: path.read_text("utf-8") for path in resources.shipped("queries/explorer", ".rq")}


def query(name: str, **given: Given) -> str:
    """The text of a question, with the terms given in their places; several where one of VALUES stands.

    Raises:
        KeyError: there is no such question, or a term that it needs is not given.
    """
    return _GIVEN.sub(lambda place: _written(given[place[1]]), _texts()[name])


def _written(given: Given) -> str:
    return " ".join(map(str, given)) if isinstance(given, Sequence) else str(given)


@dataclass(frozen=True, slots=True)
class Paged:
    """A SELECT query without LIMIT, in pages of `size` rows."""

    text: str
    size: int

    def page(self, number: int) -> str:
        """The query for one page; the first is 1."""
        return f"{self.text}\nLIMIT {self.size} OFFSET {(number - 1) * self.size}"

    def count(self) -> str:
        """The query for the number of all rows, `?n`."""
        start = _START.search(self.text)
        assert start is not None
        prologue, body = self.text[: start.start()], _ORDER.sub("", self.text[start.start() :])
        return f"{prologue}SELECT (COUNT(*) AS ?n) WHERE {{ {{\n{body}\n}} }}"
