"""The program's own questions to the store, `queries/internal/*.rq`, and changes, `queries/internal/*.ru`."""

import re
from collections.abc import Iterable, Iterator
from functools import cache

import pyoxigraph as ox

from onrecord import resources

_START = re.compile(r"^SELECT[^{]*\{", re.MULTILINE)


@cache
def _texts() -> dict[str, str]:
    files = (path for suffix in (".rq", ".ru") for path in resources.shipped("queries/internal", suffix))
    return {path.stem: path.read_text("utf-8") for path in files}


def query(name: str) -> str:
    """The text of a question.

    Raises:
        KeyError: there is none of that name.
    """
    return _texts()[name]


def given(name: str, **terms: ox.NamedNode | ox.Literal) -> str:
    """The text of a question with terms for some of its variables.

    As VALUES, from which a store goes on: what is put in after the plan was made can cost a walk over the whole store.
    Where an OPTIONAL stands within `GRAPH ?article`, the article is named in its place: a store would read those of all
    articles, and then join them.

    Raises:
        KeyError: there is no such question.
    """
    values = "".join(f" VALUES ?{variable} {{ {term} }}" for variable, term in terms.items())
    text = query(name)
    for variable, term in terms.items():
        named = f"GRAPH {term}".replace("\\", r"\\")
        text = re.sub(rf"\bGRAPH \?{variable}(?= {{[^{{}}]*\bOPTIONAL\b)", named, text)
    return _START.sub(lambda start: start[0] + values, text, count=1)


def with_values(text: str, variables: str, values: Iterable[object]) -> str:
    """The text of a question for some values, as SPARQL writes them, where it says `#VALUES` of these variables."""
    marker = f"#VALUES {variables}"
    return text.replace(marker, f"{marker[1:]} {{ {' '.join(map(str, values))} }}")


def texts(rows: ox.QuerySolutions) -> Iterator[dict[str, str]]:
    """The rows of an answer, by column; '' where one has no value."""
    columns = [variable.value for variable in rows.variables]
    for row in rows:
        yield {column: term.value if (term := row[column]) is not None else "" for column in columns}


def select(database: ox.Store, name: str, **terms: ox.NamedNode | ox.Literal) -> ox.QuerySolutions:
    """The rows of a question over the union of all graphs, with terms given for some of its variables."""
    rows = database.query(given(name, **terms), use_default_graph_as_union=True)
    if not isinstance(rows, ox.QuerySolutions):
        raise TypeError(f"{name}: not a SELECT query")
    return rows
