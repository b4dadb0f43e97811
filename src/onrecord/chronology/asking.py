"""Questions to a store that are put by whoever has it: the command line at once, a server within its bounds.

What needs answers is a generator: it gives the text of a query, and is sent its rows.
"""

from collections.abc import Generator, Iterable, Iterator, Mapping, Sequence
from typing import TypeAlias, TypeVar

import pyoxigraph as ox

from onrecord.answers.ask import ask
from onrecord.errors import QueryError
from onrecord.store import Readable, queries

Row: TypeAlias = Mapping[str, str]  # by column; '' where it has no value
_Result = TypeVar("_Result")
Asking: TypeAlias = Generator[str, Iterable[Row], _Result]
_AT_ONCE = 400  # nodes of one query


def answered(reader: Readable, asking: "Asking[_Result]") -> _Result:
    """The result of a generator whose queries a store answers.

    Raises:
        QueryError: one cannot be answered.
    """
    try:
        query = next(asking)
        while True:
            query = asking.send(rows(ask(reader, query)))
    except StopIteration as done:
        result: _Result = done.value
        return result


def rows(answer: object) -> list[Row]:
    """The rows of an answer, terms as texts.

    Raises:
        QueryError: it has none, since it is not one to a SELECT query.
    """
    if not isinstance(answer, ox.QuerySolutions):
        raise QueryError("only a SELECT query has rows: ask with one")
    return list(queries.texts(answer))


def about(name: str, nodes: Sequence[str]) -> "Asking[list[Row]]":
    """The rows of a question about some nodes; there may be many."""
    found: list[Row] = []
    for some in _parts(nodes):
        found += yield queries.with_values(queries.query(name), "?node", (f"<{node}>" for node in some))
    return found


def _parts(nodes: Sequence[str]) -> Iterator[Sequence[str]]:
    return (nodes[at : at + _AT_ONCE] for at in range(0, len(nodes), _AT_ONCE))
