"""How pages word things: the ontology's labels for terms, numbers with their thousands apart, addresses of nodes."""

import calendar
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from typing import Literal

import pyoxigraph as ox

from onrecord import resources
from onrecord.graph.vocabulary import PREFIXES
from onrecord.lexicon import amounts

_RDFS, _SKOS, _OWL = PREFIXES["rdfs"], PREFIXES["skos"], PREFIXES["owl"]
_LABELS = (ox.NamedNode(f"{_RDFS}label"), ox.NamedNode(f"{_SKOS}prefLabel"))
_COMMENTS = (ox.NamedNode(f"{_RDFS}comment"), ox.NamedNode(f"{_SKOS}definition"))
_TYPE = ox.NamedNode(f"{PREFIXES['rdf']}type")
_KINDS: dict[str, Literal["class", "property", "concept"]] = {
    f"{_OWL}Class": "class",
    f"{_OWL}ObjectProperty": "property",
    f"{_OWL}DatatypeProperty": "property",
    f"{_SKOS}Concept": "concept",
}


@dataclass(frozen=True, slots=True)
class Term:
    """A term of the ontology or of one of its word lists."""

    iri: str
    label: str
    comment: str
    kind: Literal["class", "property", "concept"]


@cache
def terms() -> dict[str, Term]:
    """The terms that a graph is made of, by IRI; read once."""
    ontology = ox.Store()
    for path in resources.files("ontology", ".ttl"):
        ontology.load(path.read_bytes(), format=ox.RdfFormat.TURTLE)
    found = {}
    for quad in ontology.quads_for_pattern(None, _TYPE, None):
        kind = _KINDS.get(str(getattr(quad.object, "value", "")))
        if kind and isinstance(quad.subject, ox.NamedNode) and quad.subject.value.startswith(_USED):
            label, comment = (_text(ontology, quad.subject, properties) for properties in (_LABELS, _COMMENTS))
            found[quad.subject.value] = Term(quad.subject.value, label, comment, kind)
    return dict(sorted(found.items()))


_IN_PLAIN_WORDS = {  # what people who do not know the trade call it
    "hedge": "how firmly",
    "scope": "total or increment",
    "factuality": "asserted or not",
    "population": "what is counted, to compare",
}
_DIGEST = re.compile(r"(?<=.)-[0-9a-f]{12}$")
_CAPITAL = re.compile(r"[A-Z]")
_SCHEMES = ("action", "act", "hedge", "scope", "factuality", "standing", "event")
_USED = tuple(PREFIXES[prefix] for prefix in ("onr", *_SCHEMES))


def _text(ontology: ox.Store, subject: ox.NamedNode, properties: tuple[ox.NamedNode, ...]) -> str:
    for name in properties:
        for quad in ontology.quads_for_pattern(subject, name, None):
            if isinstance(quad.object, ox.Literal):
                return quad.object.value
    return ""


def property_name(iri: str) -> str:
    """What a property is called on pages: in plain words where its label is a word of the trade."""
    return _IN_PLAIN_WORDS.get(tail(iri)) or label(iri)


def label(iri: str) -> str:
    """A term's label; of another IRI, its end."""
    known = terms().get(iri)
    return known.label if known and known.label else tail(iri)


def tail(iri: str) -> str:
    """The end of an IRI, to be read: without the digest that tells it from others."""
    return _DIGEST.sub("", iri.rstrip("/#").replace("#", "/").rsplit("/", 1)[-1])


def kind(class_iri: str) -> str:
    """A class as a word for readers and for style sheets: 'person', 'date', 'figure'."""
    name = tail(class_iri)
    return {"DateExpression": "date", "SharedAct": "act", "SharedEvent": "event"}.get(name, name.lower())


def amount(row: Mapping[str, str]) -> str:
    """A figure with its hedge, from the columns value, upper and hedge: 'nearly 20,000', 'between 20 and 30'."""
    return amounts.amount(row["value"], row["upper"], row["hedge"], label)


def column(name: str) -> str:
    """The heading of a query's column: 'reported by' for 'reportedBy', 'how firmly' for 'hedge'."""
    return _IN_PLAIN_WORDS.get(name) or _CAPITAL.sub(lambda letter: f" {letter[0].lower()}", name)


def by_month(rows: Iterable[Mapping[str, str]]) -> list[tuple[str, list[Mapping[str, str]]]]:
    """Rows in the order of their column `earliest`, an ISO day, under their months: 'March 2023'."""
    return [(month, list(of)) for month, of in groupby(rows, lambda row: _month(row["earliest"]))]


def _month(day: str) -> str:
    if not day:
        return "Without a date"
    year, month, _ = day.split("-")
    return f"{calendar.month_name[int(month)]} {year}"
