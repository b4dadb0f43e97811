"""Questions: the named ones of `queries/`, and any other SPARQL query, put to the newest finished build."""

import re
from dataclasses import dataclass
from functools import cache

import pyoxigraph as ox
from rdflib.plugins.sparql.parser import parseQuery
from rdflib.plugins.sparql.parserutils import CompValue

from onrecord import resources
from onrecord.errors import QueryError, UsageError
from onrecord.store import Reader

_COMMENT = re.compile(r"\A(?:[ \t]*#[^\n]*\n)+")
Answer = ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples


@dataclass(frozen=True, slots=True)
class NamedQuery:
    """A question with a name: `queries/NAME.rq`."""

    name: str
    title: str
    columns: tuple[str, ...]
    text: str


@cache
def named_queries() -> dict[str, NamedQuery]:
    """All named queries, by name in alphabetical order; read once."""
    return {path.stem: _named(path.stem, path.read_text("utf-8")) for path in resources.files("queries", ".rq")}


def _named(name: str, text: str) -> NamedQuery:
    comment = _COMMENT.match(text)
    lines = [line.strip("# \t") for line in comment.group().splitlines()] if comment else []
    title = next((line for line in lines if line), name)
    columns = next((line.removeprefix("columns:").split() for line in lines if line.startswith("columns:")), [])
    return NamedQuery(name, title, tuple(columns), text)


def named(name: str) -> NamedQuery:
    """The named query `name`.

    Raises:
        UsageError: there is none of that name.
    """
    try:
        return named_queries()[name]
    except KeyError:
        raise UsageError(f"no question is called {name!r}: `onrecord ask` lists them") from None


def ask(reader: Reader, query: str) -> Answer:
    """The answer to a SPARQL query over the union of all graphs.

    Raises:
        QueryError: the query does not parse, asks another server (SERVICE), or fails.
    """
    try:
        return reader.database.query(query, use_default_graph_as_union=True)
    except (SyntaxError, ValueError, RuntimeError, OSError) as error:
        raise QueryError(f"the query cannot be answered: {_one_line(error)}") from error


def check(query: str) -> None:
    """Refuse a query from outside that asks another server, before it is put to the store.

    The parsed query decides, not its text. A query rdflib's parser cannot read is refused as well.

    Raises:
        QueryError: the query does not parse, or holds a SERVICE clause.
    """
    try:
        parsed = parseQuery(query)
    except Exception as error:  # pyparsing and rdflib raise many kinds
        raise QueryError(f"the query does not parse: {_one_line(error)}") from error
    if _holds_service(parsed):
        raise QueryError("SERVICE is refused: queries are answered from this store alone")


def _holds_service(node: object) -> bool:
    if isinstance(node, CompValue):
        return node.name == "ServiceGraphPattern" or any(_holds_service(value) for value in node.values())
    if isinstance(node, str):
        return False
    return any(_holds_service(part) for part in node) if hasattr(node, "__iter__") else False


def _one_line(error: Exception) -> str:
    return " ".join(str(error).split())
