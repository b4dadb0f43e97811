"""The triples of one article as the first pass reads them: terms are their N-Triples, one form for each value.

Two terms are the same where their strings are: what could be written in another way (`"01"^^xsd:integer`), has a blank
node or a datatype that is not known here is not read, and so left to pySHACL.
"""

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence, Set
from decimal import Decimal
from functools import lru_cache
from typing import TypeAlias

Term: TypeAlias = str  # an IRI in angle brackets, or a quoted literal with its language or datatype
Triple: TypeAlias = tuple[Term, Term, Term]

XSD = "http://www.w3.org/2001/XMLSchema#"
TYPE: Term = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"
_SUBCLASS: Term = "<http://www.w3.org/2000/01/rdf-schema#subClassOf>"

_IRI = r'<[^\x00-\x20<>"{}|^`\\]*>'
_STRING = r'"[^"\\\n\r]*(?:\\["\\nrt][^"\\\n\r]*)*"'
_LANGUAGE = r"@[a-z]+(?:-[a-z0-9]+)*"
_WHOLE = r"[1-9]\d{0,17}"
_TYPED = {
    XSD + "integer": rf"0|-?{_WHOLE}",
    XSD + "decimal": rf"0|-?{_WHOLE}|-?(?:0|{_WHOLE})\.\d{{0,17}}[1-9]",
    XSD + "boolean": "true|false",
    XSD + "date": r"[1-9]\d{3}-\d\d-\d\d",
    XSD + "dateTime": r"[1-9]\d{3}-\d\d-\d\dT\d\d:\d\d:\d\d\+00:00",
    XSD + "gYearMonth": r"[1-9]\d{3}-\d\d",
    XSD + "gYear": r"[1-9]\d{3}",
    XSD + "anyURI": r'[^"\\\n\r]*',
    "http://id.loc.gov/datatypes/edtf/EDTF": r'[^"\\\n\r]*',
}
_LITERAL = "|".join(
    [f"{_STRING}(?:{_LANGUAGE})?", *(rf'"(?:{form})"\^\^<{re.escape(name)}>' for name, form in _TYPED.items())]
)
_TERM = re.compile(f"{_IRI}|{_LITERAL}")
_TRIPLE = re.compile(rf"^({_IRI}) ({_IRI}) ({_IRI}|{_LITERAL}) \.\n", re.MULTILINE)
_ESCAPED = {'"': '"', "\\": "\\", "n": "\n", "r": "\r", "t": "\t"}


class UndecidedError(Exception):
    """The first pass cannot tell whether something conforms, so that pySHACL has to."""


class Triples:
    """The triples of a graph, indexed by predicate and subject, and by predicate and object where that is asked for."""

    def __init__(self, triples: Iterable[Triple]) -> None:
        """Index triples, each of which is given once.

        Raises:
            UndecidedError: they declare classes.
        """
        self._objects: dict[Term, dict[Term, list[Term]]] = defaultdict(lambda: defaultdict(list))
        self._subjects: dict[Term, dict[Term, list[Term]]] = {}
        for subject, predicate, thing in triples:
            self._objects[predicate][subject].append(thing)
        if _SUBCLASS in self._objects:
            raise UndecidedError("the graph declares classes of its own")

    def subjects(self, predicate: Term, thing: Term) -> Sequence[Term]:
        """The subjects of the triples with a predicate and an object."""
        return self.by_object(predicate).get(thing, ())

    def objects(self, subject: Term, predicate: Term) -> Sequence[Term]:
        """The objects of the triples with a subject and a predicate."""
        return self.by_subject(predicate).get(subject, ())

    def by_subject(self, predicate: Term) -> Mapping[Term, Sequence[Term]]:
        """The objects of the triples with a predicate, by their subjects."""
        return self._objects.get(predicate, {})

    def by_object(self, predicate: Term) -> Mapping[Term, Sequence[Term]]:
        """The subjects of the triples with a predicate, by their objects."""
        if predicate not in self._subjects:
            turned = self._subjects[predicate] = defaultdict(list)
            for subject, things in self.by_subject(predicate).items():
                for thing in things:
                    turned[thing].append(subject)
        return self._subjects[predicate]

    def lines(self, predicates: Set[Term]) -> str:
        """The triples with one of some predicates, as N-Triples."""
        told = ((predicate, self.by_subject(predicate)) for predicate in predicates)
        return "".join(
            f"{s} {p} {thing} .\n" for p, subjects in told for s, things in subjects.items() for thing in things
        )


def read(ntriples: str) -> Collection[Triple]:
    """The triples of lines, each once.

    Raises:
        UndecidedError: they hold what is not read here.
    """
    found = set(_TRIPLE.findall(canonical(ntriples)))
    *lines, rest = ntriples.split("\n")
    if len(found) != len(lines) or rest:
        raise UndecidedError("a line is given twice, or is no triple in a form that is known")
    return found


def canonical(ntriples: str) -> str:
    """The same triples, tabs in literals escaped: writers of N-Triples differ in nothing else that is read here."""
    return ntriples.replace("\t", "\\t")


def is_term(text: str) -> bool:
    """Whether `text` is a term in a form that is read."""
    return _TERM.fullmatch(text) is not None


def has_datatype(term: Term, datatype: str) -> bool:
    """Whether a term is a well-typed literal of a datatype.

    Raises:
        UndecidedError: it is ill-typed.
    """
    if datatype == XSD + "string":
        return term[0] == term[-1] == '"'
    if datatype == XSD + "date" and term.endswith(f'"^^<{datatype}>'):
        value(term)  # of the calendar, or undecided
    return term.endswith(f'"^^<{datatype}>')


def lexical(term: Term) -> str:
    """The characters of an IRI, or of a literal's lexical form."""
    if term[0] == "<":
        return term[1:-1]
    quoted = term[1 : term.rindex('"')]
    return re.sub(r"\\(.)", lambda match: _ESCAPED[match[1]], quoted) if "\\" in quoted else quoted


@lru_cache(maxsize=4096)
def value(term: Term) -> Decimal | dt.date:
    """The value of a literal that stands in an order with others: a number or a day.

    Raises:
        UndecidedError: it is neither.
    """
    try:
        if term.endswith((f'"^^<{XSD}integer>', f'"^^<{XSD}decimal>')):
            return Decimal(lexical(term))
        if term.endswith(f'"^^<{XSD}date>'):
            return dt.date.fromisoformat(lexical(term))
    except ValueError as error:
        raise UndecidedError(f"{term} is no day of the calendar") from error
    raise UndecidedError(f"{term} is neither a number nor a day")
