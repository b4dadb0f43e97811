"""The questions of a check: each about given nodes or values, in batches, so that its cost is theirs alone."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from typing import Protocol

import pyoxigraph as ox

from onrecord.store import Answer, queries

_AT_ONCE = 32  # of a hundred, Oxigraph takes patterns with a class before them

Row = Mapping[str, str]  # the columns of a row; '' where one is empty


class Askable(Protocol):
    """What answers queries over the union of its graphs."""

    def query(self, text: str) -> Answer:
        """The answer to a query."""


def rows(
    asked: Askable,
    question: str,
    variable: str,
    terms: Iterable[ox.NamedNode | ox.Literal],
    only: Mapping[str, Iterable[ox.NamedNode]] | None = None,
    at_once: int = _AT_ONCE,
) -> Iterator[Row]:
    """The rows of a question of `queries/internal` for some terms of its variable, each term once.

    Args:
        asked: what is asked.
        question: its name.
        variable: in whose place terms are put.
        terms: these.
        only: by other variables, the terms that they may stand for.
        at_once: terms in one query; 1 where it gives so many rows for each.
    """
    text, rest = queries.query(question), iter(dict.fromkeys(terms))
    for other, allowed in (only or {}).items():
        text = text.replace(f"#IN ?{other}", f"FILTER (?{other} IN ({', '.join(map(str, allowed))}))")
    while batch := tuple(islice(rest, at_once)):
        answer = asked.query(queries.with_values(text, f"?{variable}", batch))
        assert isinstance(answer, ox.QuerySolutions)
        yield from queries.texts(answer)


def nodes(iris: Iterable[str]) -> Iterator[ox.NamedNode]:
    """IRIs as terms."""
    return map(ox.NamedNode, iris)


def grouped(told: Iterable[Row], by: str) -> dict[str, list[Row]]:
    """Rows by what stands in a column, in order."""
    groups: dict[str, list[Row]] = defaultdict(list)
    for row in told:
        groups[row[by]].append(row)
    return groups
