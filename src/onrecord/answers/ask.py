"""Questions: the named ones of `queries/`, and any other SPARQL query, put to the newest finished build."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import pyoxigraph as ox

from onrecord import resources
from onrecord.errors import InputError, QueryError, UsageError
from onrecord.lexicon import lexicon
from onrecord.store import Answer, Readable

_FACTUALITY = re.compile(r"FILTER \(\?factuality IN \([^)]*\)\)")
_COMMENT = re.compile(r"\A(?:[ \t]*#[^\n]*\n)+")


@dataclass(frozen=True, slots=True)
class NamedQuery:
    """A question with a name: `queries/NAME.rq`."""

    name: str
    title: str
    columns: tuple[str, ...]
    text: str
    notes: tuple[str, ...] = ()  # the other lines of its comment: what columns hold, what is left out


def named_queries() -> dict[str, NamedQuery]:
    """All named queries, those of the domain in force too, by name in alphabetical order; read once.

    Raises:
        UsageError: a domain's question is called like a shipped one.
        InputError: it cannot be read.
    """
    return _read(resources.files("queries", ".rq"))


@lru_cache(maxsize=4)
def _read(files: tuple[Path, ...]) -> dict[str, NamedQuery]:
    found: dict[str, NamedQuery] = {}
    for path in files:
        if path.stem in found:
            raise UsageError(f"{path}: onrecord has a question {path.stem!r} itself: give the file another name")
        try:
            found[path.stem] = _named(path.stem, path.read_text("utf-8"))
        except (OSError, UnicodeDecodeError) as error:
            raise InputError(f"{path}: cannot be read: {error}") from error
    return dict(sorted(found.items()))


def _named(name: str, text: str) -> NamedQuery:
    comment = _COMMENT.match(text)
    lines = [line.strip("# \t") for line in comment.group().splitlines()] if comment else []
    title = next((line for line in lines if line), name)
    columns = next((line.removeprefix("columns:").split() for line in lines if line.startswith("columns:")), [])
    notes = (line for line in lines if line and line != title and not line.startswith(("columns:", "batches:")))
    return NamedQuery(name, title, tuple(columns), text, tuple(notes))


def named(name: str) -> NamedQuery:
    """The named query `name`.

    Raises:
        UsageError: there is none of that name.
    """
    try:
        return named_queries()[name]
    except KeyError:
        raise UsageError(f"no question is called {name!r}: `onrecord ask` lists them") from None


def ask(reader: Readable, query: str, graphs: Sequence[ox.NamedNode] = ()) -> Answer:
    """The answer to a SPARQL query over the union of all graphs, or of some of them.

    Raises:
        QueryError: the query does not parse, asks another server (SERVICE), or fails.
    """
    try:
        return reader.query(query, default=graphs, named=graphs)
    except (SyntaxError, ValueError, RuntimeError, OSError) as error:
        raise QueryError(f"the query cannot be answered: {' '.join(str(error).split())}") from error


def with_factuality(question: NamedQuery, terms: Sequence[str]) -> str:
    """The text of a question that counts facts only, asked of figures of other factualities.

    Raises:
        UsageError: the question is not one of these, or no factuality is called so.
    """
    known = [concept.term for concept in lexicon.load().scheme("factuality")]
    unknown = [term for term in terms if term not in known]
    if unknown:
        raise UsageError(f"no factuality is called {unknown[0]!r}: there are {', '.join(known)}")
    if not is_of_facts(question):
        raise UsageError(f"the question {question.name!r} is not limited to facts: ask it without --factuality")
    listed = ", ".join(f"factuality:{term}" for term in terms)
    return _FACTUALITY.sub(f"FILTER (?factuality IN ({listed}))", question.text)


def is_of_facts(question: NamedQuery) -> bool:
    """Whether a question counts facts only, and can be asked of figures of other factualities."""
    return _FACTUALITY.search(question.text) is not None


def check(query: str) -> str:
    """A query from outside as it may be put to the store: it asks no other server.

    Raises:
        QueryError: the query does not parse, or holds a SERVICE clause.
    """
    from onrecord.answers.sparql_guard import check_query  # its grammar takes longer to load than most answers

    return check_query(query).text
