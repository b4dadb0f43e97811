"""SPARQL constraints as the first pass asks them: the shapes' own queries, run by pyoxigraph.

Engines differ in what is an error and where a substring of negative offsets begins, so a query is only asked if it uses
what is known here, and counts whatever its filter cannot decide as a violation.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import pyoxigraph as ox

from onrecord.gate.constraints import UnknownError
from onrecord.gate.triples import UndecidedError, canonical
from onrecord.graph.vocabulary import ONR

_KNOWN = frozenset(
    "a select where filter not exists optional bind as if true coalesce bound datatype str concat strbefore strstarts "
    "substr".split()
)
_NAMES = re.compile(r"""("[^"]*"|'[^']*'|<[^\s<>]*>|[\w-]*:[\w-]+|[?$]\w+)""")  # literals, IRIs, variables
_FILTER = re.compile(r"FILTER\s*\(", re.IGNORECASE)
_DECIDED = re.compile(r"FILTER\s*\(COALESCE\(.*?,\s*true\)\)", re.DOTALL)
_NESTED = re.compile(r"EXISTS\s*\{[^{}]*(?:FILTER|BIND)", re.IGNORECASE)  # an error there would hide a violation


@dataclass(frozen=True, slots=True)
class Query:
    """A query whose solutions are violations."""

    select: str
    prefixes: Mapping[str, str]

    def __post_init__(self) -> None:
        """Look the query over.

        Raises:
            UnknownError: engines may not agree on its solutions.
        """
        words = re.findall(r"\w+", _NAMES.sub(" ", self.select))
        if any(word.lower() not in _KNOWN and not word.isdigit() for word in words):
            raise UnknownError(f"a keyword of {self.select}")
        if len(_FILTER.findall(self.select)) != len(_DECIDED.findall(self.select)) or _NESTED.search(self.select):
            raise UnknownError(f"a filter of {self.select}")
        if re.search(r"\bonr:text\b", self.select) or ONR.text in self.select:
            raise UnknownError(f"the articles' texts in {self.select}")
        if len(re.findall(r"[?$]this\b", self.select)) != 1:
            raise UnknownError(f"the focus node in {self.select}")
        try:
            ox.Store().query(self.select, prefixes=dict(self.prefixes))
        except SyntaxError as error:
            raise UnknownError(f"{self.select}: {error}") from error


def violated(queries: Iterable[Query], ntriples: str) -> bool:
    """Whether one of the queries has a solution in a graph.

    Raises:
        UndecidedError: the graph cannot be loaded.
    """
    store = ox.Store()
    try:
        store.load(canonical(ntriples).encode(), ox.RdfFormat.N_TRIPLES)
    except SyntaxError as error:
        raise UndecidedError(str(error)) from error
    return any(next(iter(_asked(store, query)), None) is not None for query in queries)


def _asked(store: ox.Store, query: Query) -> Iterable[object]:
    solutions = store.query(query.select, prefixes=dict(query.prefixes))
    assert isinstance(solutions, ox.QuerySolutions)
    return solutions
