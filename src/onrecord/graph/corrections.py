"""Users' corrections of statements: which fields of which statements can be corrected, and by what.

The words stay the evidence: what changes is what they were read to say. Fields are called as the tables call them.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from rdflib import Graph, URIRef
from rdflib.namespace import PROV, RDF, SDO, SKOS
from rdflib.term import Node

from onrecord.graph import iri
from onrecord.graph.dates import dated
from onrecord.graph.intervals import interval
from onrecord.graph.serialization import of_ntriples, to_ntriples
from onrecord.graph.terms import Triple, decimal, flag, term, text
from onrecord.graph.vocabulary import ONR
from onrecord.graph.vocabulary import SDO as SCHEMA
from onrecord.lexicon import bases, lexicon
from onrecord.values.isodate import bounds

_ANYBODY = (ONR.Person, ONR.Organization)  # a court is an organization as well
_BOUNDS = (ONR.lowerBound, ONR.upperBound, ONR.lowerOpen, ONR.upperOpen)
_DAYS = (ONR.earliest, ONR.latest)


@dataclass(frozen=True, slots=True)
class _Field:
    """A field of a statement that can be corrected."""

    property: str
    scheme: str = ""  # the word list of which it is a term
    entity: tuple[str, ...] = ()  # the classes of which it is somebody or something that the article names
    is_number: bool = False
    is_date: bool = False
    needed: bool = False  # each such statement has one
    beside: tuple[str, ...] = ()  # what was told with it, and goes
    decided: str = ""  # the property whose bases it was decided on, where that is another


_FIELDS: Mapping[str, Mapping[str, _Field]] = {
    ONR.Figure: {
        "value": _Field(ONR.value, is_number=True, needed=True),
        "upper": _Field(ONR.upper, is_number=True, decided=ONR.value),
        "hedge": _Field(ONR.hedge, "hedge", needed=True, decided=ONR.value),
        "counted": _Field(ONR.counted, needed=True),
        "population": _Field(ONR.population, needed=True, decided=ONR.counted),
        "action": _Field(ONR.action, "action", needed=True),
        "scope": _Field(ONR.scope, "scope", needed=True),
        "factuality": _Field(ONR.factuality, "factuality", needed=True),
        "asOf": _Field(ONR.asOf, is_date=True),
        "reportedBy": _Field(ONR.reportedBy, entity=_ANYBODY, beside=(str(PROV.qualifiedAttribution),)),
        "where": _Field(ONR.where, entity=(ONR.Place,)),
    },
    ONR.Act: {
        "type": _Field(ONR.actType, "act", needed=True),
        "standing": _Field(ONR.standing, "standing", needed=True),
        "date": _Field(ONR.date, is_date=True),
        "by": _Field(ONR.by, entity=_ANYBODY, beside=(ONR.byDescription,)),
        "subject": _Field(ONR.subject),
        "number": _Field(ONR.number),
    },
    ONR.Statement: {
        "speaker": _Field(ONR.speaker, entity=_ANYBODY, beside=(ONR.speakerEvidence, ONR.confidence)),
        "saying": _Field(ONR.saying, "saying", needed=True),
        "date": _Field(ONR.date, is_date=True),
    },
    ONR.Position: {"title": _Field(SCHEMA.roleName, needed=True, beside=(ONR.role,))},
    ONR.Event: {"date": _Field(ONR.date, is_date=True)},
}


def fields(kind: str) -> tuple[str, ...]:
    """The fields of statements of a class that can be corrected, by the names that tables have for them."""
    return tuple(_FIELDS.get(kind, {}))


def told(graph: Graph, statement: str, name: str) -> str:
    """What a statement says in a field, as a correction would give it; '' where it says nothing."""
    field = _field(graph, statement, name)
    value = graph.value(URIRef(statement), URIRef(field.property)) if field else None
    if value is None or field is None:
        return ""
    if field.entity:
        return str(graph.value(value, SDO.name) or "")
    return iri.term_of(str(value)) if field.scheme else str(value)


def fault(graph: Graph, statement: str, name: str, value: str) -> str:
    """Why a statement of an article's graph cannot be corrected so; '' where it can."""
    field = _field(graph, statement, name)
    if field is None:
        known = next((fields(kind) for kind in _FIELDS if _is_a(graph, statement, kind)), ())
        can = f"it has {', '.join(known)}" if known else "such statements can be found misread only"
        return f"no field {name!r} can be corrected: {can}"
    if not value:
        return f"{name} cannot be left empty" if field.needed else ""
    return _unfit(graph, field, value)


def _unfit(graph: Graph, field: _Field, value: str) -> str:
    """Why a value is none of a field; '' where it is."""
    if field.scheme and value not in (known := sorted(one.term for one in lexicon.load().scheme(field.scheme))):
        return f"{value!r} is no term: write {', '.join(known)}"
    if field.is_number and _number(value) is None:
        return f"{value!r} is no number: write it in digits"
    if field.is_date and not _is_date(value):
        return f"{value!r} is no date: write YYYY-MM-DD, YYYY-MM, YYYY, or two of them with / between"
    if field.entity and len(_called(graph, field, value)) != 1:
        return (
            f"the article names {'several' if _called(graph, field, value) else 'nobody and nothing'} called {value!r}"
        )
    return ""


def correct(graph: Graph, statement: str, name: str, value: str) -> None:
    """Have a statement say something else in a field, and whatever follows from it; nothing where that is a `fault`."""
    field, node = _field(graph, statement, name), URIRef(statement)
    if field is None or fault(graph, statement, name, value):
        return
    for basis in list(graph.objects(node, URIRef(ONR.basis))):
        if bases.decides(iri.term_of(str(basis))) == (field.decided or field.property):
            graph.remove((node, URIRef(ONR.basis), basis))
    for predicate in (field.property, *field.beside, *(_DAYS if field.is_date else ())):
        for gone in list(graph.objects(node, URIRef(predicate))):
            graph.remove((node, URIRef(predicate), gone))
            if predicate == str(PROV.qualifiedAttribution):
                graph.remove((gone, None, None))
    _add(graph, _triples(graph, field, statement, value))
    if _is_a(graph, statement, ONR.Figure):
        _bound(graph, node)


def _triples(graph: Graph, field: _Field, node: str, value: str) -> Iterator[Triple]:
    if not value:
        return
    if field.is_date:
        yield from dated(node, field.property, value)
    elif field.scheme:
        yield node, field.property, term(field.scheme, value)
    elif field.entity:
        yield node, field.property, str(_called(graph, field, value)[0])
    else:
        yield node, field.property, decimal(_number(value)) if field.is_number else text(value)


def _bound(graph: Graph, figure: URIRef) -> None:
    """Give a figure the bounds that follow from its value and hedge."""
    for predicate in _BOUNDS:
        graph.remove((figure, URIRef(predicate), None))
    value, upper, hedge = (graph.value(figure, URIRef(one)) for one in (ONR.value, ONR.upper, ONR.hedge))
    top = Decimal(str(upper)) if upper is not None else None
    held = interval(Decimal(str(value)), top, iri.term_of(str(hedge)))
    bounds_of = (decimal(held.lower), decimal(held.upper), flag(held.lower_open), flag(held.upper_open))
    _add(graph, ((str(figure), predicate, bound) for predicate, bound in zip(_BOUNDS, bounds_of, strict=True)))


def _add(graph: Graph, triples: Iterator[Triple]) -> None:
    for triple in of_ntriples(to_ntriples(triples)):
        graph.add(triple)


def _field(graph: Graph, statement: str, name: str) -> _Field | None:
    return next(
        (known[name] for kind, known in _FIELDS.items() if name in known and _is_a(graph, statement, kind)), None
    )


def _is_a(graph: Graph, node: str, kind: str) -> bool:
    return (URIRef(node), RDF.type, URIRef(kind)) in graph


def _called(graph: Graph, field: _Field, name: str) -> list[Node]:
    """The entities of the article that bear the name."""
    bearing = {
        node
        for known in (SDO.name, SKOS.altLabel)
        for node in graph.subjects(known)
        if _bears(graph, node, known, name)
    }
    return sorted((node for node in bearing if any(_is_a(graph, str(node), kind) for kind in field.entity)), key=str)


def _bears(graph: Graph, node: Node, known: URIRef, name: str) -> bool:
    return any(str(label) == name for label in graph.objects(node, known))


def _number(value: str) -> Decimal | None:
    try:
        number = Decimal(value)
    except InvalidOperation:
        return None
    return number if number.is_finite() else None


def _is_date(value: str) -> bool:
    try:
        bounds(value)
    except ValueError:
        return False
    return True
