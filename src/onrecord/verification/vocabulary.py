"""Whether a graph says of its nodes only what a build says of nodes of their classes, and bounds that follow."""

from collections.abc import Iterator, Mapping, Set
from decimal import Decimal, InvalidOperation

import pyoxigraph as ox

from onrecord import resources
from onrecord.graph.intervals import interval
from onrecord.graph.terms import plain
from onrecord.graph.vocabulary import DC, DCTERMS, OA, ONR, ORG, OWL, PROV, RDF, RDFS, SDO, SKOS
from onrecord.lexicon import lexicon
from onrecord.values.isodate import bounds
from onrecord.verification.facts import Facts
from onrecord.verification.failure import Failure

_SELECTOR = f"{OA}Selector"  # of words; it bears no class in the graph
_FOREIGN: Mapping[str, Set[str]] = {  # the classes of which a build says what other vocabularies have words for
    SDO.headline: {ONR.Article},
    SDO.inLanguage: {ONR.Article},
    SDO.datePublished: {ONR.Article},
    SDO.url: {ONR.Article},
    DC.publisher: {ONR.Article},
    DC.creator: {ONR.Article},
    PROV.wasAttributedTo: {ONR.Article},
    SDO.name: {ONR.Entity, ONR.Event},
    SKOS.altLabel: {ONR.Entity},
    OWL.sameAs: {ONR.Entity},
    SDO.birthDate: {ONR.Person},
    PROV.qualifiedAttribution: {ONR.Figure},
    PROV.agent: {PROV.Attribution},
    ORG.member: {ONR.Position},
    ORG.organization: {ONR.Position},
    ORG.postIn: {ONR.Office},
    SDO.roleName: {ONR.Position, ONR.Office},
    OA.hasSource: {ONR.Evidence},
    OA.hasSelector: {ONR.Evidence},
    OA.start: {_SELECTOR},
    OA.end: {_SELECTOR},
    OA.exact: {_SELECTOR},
    RDF.value: {OA.FragmentSelector},
    DCTERMS.conformsTo: {OA.FragmentSelector},
}
_REPEATED = {  # properties of which a node may have several values
    *(RDF.type, SKOS.altLabel, OWL.sameAs, OA.hasSelector, PROV.qualifiedAttribution, SDO.birthDate),
    *(ONR.evidence, ONR.mention, ONR.sentence, ONR.ageEvidence, ONR.speakerEvidence, ONR.cueEvidence),
    *(ONR.venueEvidence, ONR.basis, ONR.contains, ONR.against, ONR.acquits, ONR.sumOf, ONR.corrects, ONR.event),
    *(ONR.upholds, ONR.overturns, ONR.amends, ONR.denies),
}


def unsayable(facts: Facts) -> Iterator[Failure]:
    """What an article's graph says of nodes of which a build does not say it, or says it once."""
    for node in facts.subjects:
        classes = _classes(facts, node)
        for predicate, values in facts.of(node).items():
            if predicate != RDF.type and not classes & _domain(predicate):
                yield facts.failure(node, f"a build says no {_short(predicate)} of it: it was put in by hand")
            elif len(values) > 1 and predicate not in _REPEATED:
                yield facts.failure(node, f"has {len(values)} values of {_short(predicate)}, and a build gives one")


def underivable(facts: Facts) -> Iterator[Failure]:
    """The bounds of figures and dates that do not follow from their values."""
    for node in facts.subjects:
        told = facts.of(node)
        dates = [value for dated in (ONR.date, ONR.asOf, ONR.attested) for value in told.get(dated, ())]
        if ONR.value in told and not _is_interval(facts, node):
            yield facts.failure(node, "its bounds do not follow from its value and hedge")
        if len(dates) == 1 and ONR.earliest in told and not _are_bounds(facts, node, dates[0]):
            yield facts.failure(node, "its earliest and latest day do not follow from its date")


def _is_interval(facts: Facts, figure: str) -> bool:
    try:
        upper = facts.one(figure, ONR.upper)
        value, top = Decimal(facts.one(figure, ONR.value)), Decimal(upper) if upper else None
    except InvalidOperation:
        return False
    hedge = facts.term(figure, ONR.hedge)
    if hedge not in {concept.term for concept in lexicon.load().scheme("hedge")}:
        return True  # of a word list that is not here, which says how it bounds
    held = interval(value, top, hedge)
    expected = ["" if bound is None else plain(bound) for bound in (held.lower, held.upper)]
    expected += ["true" if is_open else "" for is_open in (held.lower_open, held.upper_open)]
    told = (ONR.lowerBound, ONR.upperBound, ONR.lowerOpen, ONR.upperOpen)
    return [facts.one(figure, predicate) for predicate in told] == expected


def _are_bounds(facts: Facts, node: str, date: str) -> bool:
    try:
        expected = [day.isoformat() for day in bounds(date)]
    except ValueError:
        return False
    return [facts.one(node, ONR.earliest), facts.one(node, ONR.latest)] == expected


def _classes(facts: Facts, node: str) -> Set[str]:
    """The classes of a node, those that evidence and selectors do not bear among them."""
    told = facts.of(node)
    bare = {OA.hasSource: ONR.Evidence, OA.exact: _SELECTOR, PROV.agent: PROV.Attribution}
    found = {cls for predicate, cls in bare.items() if predicate in told} | set(told.get(RDF.type, ()))
    return found.union(*(_above().get(cls, frozenset()) for cls in found), {RDFS.Resource})


def _short(predicate: str) -> str:
    return predicate.replace("#", "/").rsplit("/", 1)[-1]


def _domain(predicate: str) -> Set[str]:
    """The classes of which a build may say something; empty of what no build says."""
    return _FOREIGN.get(predicate) or _declared().get(predicate, frozenset())


@lexicon.derived
def _ontology() -> tuple[ox.Triple, ...]:
    return tuple(
        quad.triple
        for path in resources.files("ontology", ".ttl")
        for quad in ox.parse(path=str(path), format=ox.RdfFormat.TURTLE)
    )


def _pairs(predicate: str) -> Iterator[tuple[str, str]]:
    for triple in _ontology():
        if triple.predicate.value == predicate and isinstance(triple.object, ox.NamedNode):
            yield str(triple.subject).strip("<>"), triple.object.value


@lexicon.derived
def _declared() -> Mapping[str, frozenset[str]]:
    """The domains of the ontology's own properties; what has none may be said of anything."""
    domains = dict(_pairs(RDFS.domain))
    owned = {name for name, kind in _pairs(RDF.type) if kind in (f"{OWL}DatatypeProperty", f"{OWL}ObjectProperty")}
    return {name: frozenset({domains.get(name, RDFS.Resource)}) for name in owned}


@lexicon.derived
def _above() -> Mapping[str, frozenset[str]]:
    """The classes above each class of the ontology."""
    direct: dict[str, set[str]] = {}
    for below, above in _pairs(RDFS.subClassOf):
        direct.setdefault(below, set()).add(above)

    def all_above(cls: str) -> set[str]:
        return {one for above in direct.get(cls, ()) for one in (above, *all_above(above))}

    return {cls: frozenset(all_above(cls)) for cls in direct}
