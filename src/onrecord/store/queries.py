"""The program's own questions to the store, `queries/internal/*.rq`, and changes, `queries/internal/*.ru`."""

from functools import cache

import pyoxigraph as ox

from onrecord import resources


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


def select(database: ox.Store, name: str, **given: ox.NamedNode | ox.Literal) -> ox.QuerySolutions:
    """The rows of a question over the union of all graphs, with terms given for some of its variables."""
    rows = database.query(
        query(name),
        use_default_graph_as_union=True,
        substitutions={ox.Variable(variable): term for variable, term in given.items()},
    )
    if not isinstance(rows, ox.QuerySolutions):
        raise TypeError(f"{name}: not a SELECT query")
    return rows
