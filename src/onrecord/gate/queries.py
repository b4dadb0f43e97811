"""SPARQL constraints as the first pass asks them: the shapes' own queries, run by pyoxigraph.

Engines differ in what is an error and where a substring of negative offsets begins, so a query is only asked if it uses
what is known here, and counts whatever its filter cannot decide as a violation. It is asked of the triples of its own
predicates alone.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass

import pyoxigraph as ox

from onrecord.gate.constraints import UnknownError
from onrecord.gate.triples import TYPE, Term, UndecidedError
from onrecord.graph.vocabulary import ONR

_KNOWN = frozenset(
    "a select where filter not exists optional bind as if true coalesce bound datatype str concat strbefore strstarts "
    "substr".split()
)
_NAMES = re.compile(r"""("[^"]*"|'[^']*'|<[^\s<>]*>|[\w-]*:[\w-]+|[?$]\w+)""")  # literals, IRIs, variables
_FILTER = re.compile(r"FILTER\s*\(", re.IGNORECASE)
_DECIDED = re.compile(r"FILTER\s*\(COALESCE\(.*?,\s*true\)\)", re.DOTALL)
_NESTED = re.compile(r"EXISTS\s*\{[^{}]*(?:FILTER|BIND)", re.IGNORECASE)  # an error there would hide a violation
_LAST_ABSENCE = re.compile(r"FILTER\s+NOT\s+EXISTS\s*(\{[^{}]*\})(?=\s*\})", re.IGNORECASE)  # last of its group
_ANY_PREDICATE = re.compile(r"[?$]\w+\s+[?$]\w|!\s*\(?\s*(?:\^|<|\ba\b|[\w-]*:)")  # a variable, or all but some
_NAMED = re.compile(r"<([^\s<>]*)>|([\w-]*):([\w-]+)")


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
        if _ANY_PREDICATE.search(self.select.partition("{")[2]):
            raise UnknownError(f"a predicate that is not named in {self.select}")
        try:
            ox.Store().query(self.select, prefixes=dict(self.prefixes))
        except SyntaxError as error:
            raise UnknownError(f"{self.select}: {error}") from error

    @property
    def predicates(self) -> Set[Term]:
        """All that may be a predicate in it: its IRIs, and `rdf:type`."""
        names = _NAMED.finditer(self.select)
        return {TYPE, *(f"<{name[1] or self.prefixes.get(name[2], '') + (name[3] or '')}>" for name in names)}

    @property
    def joined(self) -> str:
        """The query with MINUS, which is one join, for the absence that is looked for once a solution.

        It takes out no more: where the two patterns share no variable that is bound, it takes out nothing.
        """
        return _LAST_ABSENCE.sub(r"MINUS \1", self.select)


def violating(queries: Iterable[Query], ntriples: Iterable[str]) -> Iterator[Term]:
    """The values of the queries' solutions in a graph, whose triples of their predicates are given in N-Triples.

    Raises:
        UndecidedError: the graph cannot be loaded, or a solution has no value.
    """
    asked = tuple(queries)
    if not asked:
        return
    store = ox.Store()
    try:
        for stretch in ntriples:
            store.load(stretch.encode(), ox.RdfFormat.N_TRIPLES)
    except SyntaxError as error:
        raise UndecidedError(str(error)) from error
    for query in asked:
        solutions = store.query(query.joined, prefixes=dict(query.prefixes))
        assert isinstance(solutions, ox.QuerySolutions)
        for solution in solutions:
            if "value" not in {variable.value for variable in solutions.variables} or solution["value"] is None:
                raise UndecidedError(f"a solution without a value of {query.select}")
            yield str(solution["value"])
