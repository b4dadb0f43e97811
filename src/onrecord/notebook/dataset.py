"""A store as a notebook asks it: each named question is a method, and its columns are what can be asked for."""

from collections.abc import Iterable
from pathlib import Path

import pyoxigraph as ox

from onrecord.answers import explain
from onrecord.answers.ask import NamedQuery, ask, check, named, named_queries
from onrecord.answers.batches import ask_in_batches
from onrecord.errors import QueryError, UsageError
from onrecord.notebook.rows import Row, Rows
from onrecord.notebook.values import Value, answers, value
from onrecord.store import Readable
from onrecord.values.population import Population

_OF_POPULATION = "counted"


class Question:
    """A named question of one dataset; called, it gives the rows whose cells are as asked for."""

    def __init__(self, reader: Readable, asked: NamedQuery) -> None:
        self._reader, self._asked = reader, asked
        self.__doc__ = f"{asked.title}. Columns: {', '.join(asked.columns)}."

    def __call__(self, **cells: object) -> Rows:
        """The rows in which each column named has the cell given; a term may be given by its name.

        `counted="child"` takes every figure of children: it is the noun in the singular, the whole population as
        `ask series` shows it ('child | ukrainian'), or the words of the text.

        Raises:
            UsageError: the question has no such column.
            QueryError: the store cannot answer.
        """
        for column in cells:
            if column not in self._asked.columns:
                known = ", ".join(self._asked.columns)
                raise UsageError(f"the question {self._asked.name!r} has no column {column!r}: it has {known}")
        rows = _rows(ask_in_batches(self._reader, self._asked.text))
        return Rows(rows.columns, [row for row in rows if all(_fits(row, *asked) for asked in cells.items())])

    def __repr__(self) -> str:
        return f"<question {self._asked.name}: {self.__doc__}>"


class Dataset:
    """The newest finished build of a store when it was opened; later builds are seen by opening it again."""

    def __init__(self, reader: Readable) -> None:
        self._reader = reader

    def __getattr__(self, name: str) -> Question:
        if name.startswith("_") or name not in named_queries():
            raise AttributeError(f"no question is called {name!r}: there are {', '.join(named_queries())}")
        return Question(self._reader, named(name))

    def __dir__(self) -> Iterable[str]:
        return [*super().__dir__(), *named_queries()]

    def __repr__(self) -> str:
        return f"<onrecord dataset with the questions {', '.join(named_queries())}>"

    def sparql(self, query: str | Path) -> Rows:
        """The rows of any SELECT query: its text, or a file that holds it.

        Raises:
            QueryError: it does not parse, asks another server, selects no rows, or fails.
        """
        text = query.read_text(encoding="utf-8") if isinstance(query, Path) else query
        found = ask(self._reader, check(text))
        if not isinstance(found, ox.QuerySolutions):
            raise QueryError("only a SELECT query gives rows")
        return _rows([found])

    def why(self, node: str) -> str:
        """Why the graph says it: what was decided about a node, and the sentences behind it, as `onrecord why` prints.

        Raises:
            UsageError: nothing in the store is called that.
        """
        return "\n".join("  " * line.depth + line.text for line in explain.why(self._reader, node))


def _rows(batches: Iterable[ox.QuerySolutions]) -> Rows:
    columns: tuple[str, ...] = ()
    rows: list[Row] = []
    for batch in batches:
        columns = tuple(variable.value for variable in batch.variables)
        rows += [Row({column: value(solution[column]) for column in columns}) for solution in batch]
    return Rows(columns, rows)


def _fits(row: Row, column: str, wanted: object) -> bool:
    return answers(row[column], wanted) or (column == _OF_POPULATION and _is_of(row.get("population"), wanted))


def _is_of(population: Value, wanted: object) -> bool:
    """Whether a population is the one that is asked for, or one of that noun."""
    return isinstance(population, str) and wanted in (population, Population.read(population).head)
