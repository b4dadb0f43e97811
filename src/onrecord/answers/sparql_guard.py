"""SPARQL from outside, read before it is put to the store: may it run, and what kind of thing is it?

The parsed text decides, never a search in it. rdflib's grammar judges and Oxigraph's runs, so both must see the very
same text: where the two read an escape or a line's end differently, a SERVICE could hide from the one in what it takes
for a comment. Hence `plain` settles both first, and what was checked is what is run.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from rdflib.plugins.sparql.parser import Query, UpdateUnit
from rdflib.plugins.sparql.parserutils import CompValue

from onrecord.errors import QueryError

_ESCAPE = re.compile(r"\\\\|\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")
_UNREPEATABLE = {f"Builtin_{name}" for name in ("BNODE", "NOW", "RAND", "STRUUID", "UUID")}
_SURROGATES = range(0xD800, 0xE000)
_TOKEN = re.compile(
    r"""<[^<>"{}|^`\\\x00-\x20]*> | \"{3}(?:[^"\\]|\\.|"{1,2}(?!"))*\"{3} | '{3}(?:[^'\\]|\\.|'{1,2}(?!'))*'{3}
    | "(?:[^"\\\n]|\\.)*" | '(?:[^'\\\n]|\\.)*' | \#[^\n]* | [{}] | [\w:?$]+""",
    re.VERBOSE | re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Checked:
    """A query that may be run."""

    text: str  # what to run: the query as it came, in plain characters
    kind: str  # 'select', 'ask', 'construct' or 'describe'
    own_dataset: bool  # it names its own graphs (FROM, FROM NAMED)
    repeatable: bool  # the same data give the same answer, whenever it is asked


def check_query(text: str) -> Checked:
    """Read a query.

    Raises:
        QueryError: it does not parse, or would have the store ask another server (SERVICE).
    """
    text = plain(text)
    parsed = _parsed(lambda: Query.parse_string(text, parse_all=True), "query")
    _refuse(parsed)
    names = {node.name for node in _nodes(parsed)}
    query = next(part for part in parsed if isinstance(part, CompValue) and part.name.endswith("Query"))
    kind = query.name.removesuffix("Query").lower()
    return Checked(text, kind, own_dataset="datasetClause" in query, repeatable=names.isdisjoint(_UNREPEATABLE))


def check_update(text: str, default_graphs: tuple[str, ...] = (), named_graphs: tuple[str, ...] = ()) -> str:
    """Read an update, and write into it the graphs that its patterns are to be matched in, if any are given.

    Raises:
        QueryError: it does not parse, would have the store fetch something (SERVICE, LOAD), or names its own graphs
            (USING, WITH) although graphs are given.
    """
    text = plain(text)
    parsed = _parsed(lambda: UpdateUnit.parse_string(text, parse_all=True), "update")
    _refuse(parsed)
    if not default_graphs and not named_graphs:
        return text
    if any("using" in node or "withClause" in node for node in _nodes(parsed) if node.name == "Modify"):
        raise QueryError("graphs are named both in the update (USING, WITH) and beside it: name them in one place")
    using = [f"USING <{graph}>" for graph in default_graphs] + [f"USING NAMED <{graph}>" for graph in named_graphs]
    return _with_using(text, " ".join(using))


def plain(text: str) -> str:
    r"""`text` with its code point escapes (`\u00e9`) written out and its lines ended by line feeds.

    Raises:
        QueryError: an escape stands for no character.
    """

    def character(match: re.Match[str]) -> str:
        digits = match[1] or match[2]
        if digits is None:  # an escaped backslash: what follows it is no escape
            return match[0]
        code = int(digits, 16)
        if code > 0x10FFFF or code in _SURROGATES:
            raise QueryError(f"{match[0]} stands for no character")
        return chr(code)

    return _ESCAPE.sub(character, text).replace("\r\n", "\n").replace("\r", "\n")


def _parsed(parse: Callable[[], object], what: str) -> list[object]:
    try:
        return list(parse())  # type: ignore[call-overload, no-any-return]
    except Exception as error:  # pyparsing and rdflib raise many kinds
        raise QueryError(f"the {what} does not parse: {' '.join(str(error).split())}") from error


def _refuse(parsed: list[object]) -> None:
    names = {node.name for node in _nodes(parsed)}
    if "ServiceGraphPattern" in names:
        raise QueryError("SERVICE is refused: queries are answered from this store alone")
    if "Load" in names:
        raise QueryError("LOAD is refused: nothing is fetched from elsewhere")


def _nodes(part: object) -> Iterator[CompValue]:
    """All parts of a parsed query that have a name, however deep."""
    if isinstance(part, CompValue):
        yield part
        for value in part.values():
            yield from _nodes(value)
    elif hasattr(part, "__iter__") and not isinstance(part, str):
        for value in part:
            yield from _nodes(value)


def _with_using(text: str, using: str) -> str:
    """An update with USING clauses before each outermost WHERE."""
    written, end, depth, before = [], 0, 0, ""
    for match in _TOKEN.finditer(text):
        token = match[0]
        if token.startswith("#"):
            continue
        depth += {"{": 1, "}": -1}.get(token, 0)
        if depth == 0 and token.upper() == "WHERE":
            if before.upper() == "DELETE":
                raise QueryError("with graphs given beside the update, write DELETE {...} WHERE {...} for DELETE WHERE")
            written += [text[end : match.start()], using, " "]
            end = match.start()
        before = token
    return "".join([*written, text[end:]])
