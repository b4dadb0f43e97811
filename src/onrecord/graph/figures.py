"""The triples of figures: the number, what it counts, its interval, and the chain of sources that brought it."""

from collections.abc import Iterator, Sequence
from dataclasses import astuple
from itertools import filterfalse

from onrecord.claims import FigureClaim
from onrecord.graph.context import Context
from onrecord.graph.dates import dated
from onrecord.graph.evidence import supported
from onrecord.graph.intervals import interval
from onrecord.graph.terms import Triple, decimal, flag, integer, plain, term, text
from onrecord.graph.vocabulary import ONR, PROV, RDF
from onrecord.lexicon import bases, lexicon


def figure_iri(claim: FigureClaim, context: Context) -> str:
    """The IRI of a figure, told apart by all its fields, its sources and its event, in a table by its place."""
    numbers = (plain(claim.value), "None" if claim.upper is None else plain(claim.upper))
    fields = (claim.hedge, claim.counted, claim.action, claim.scope, claim.as_of)
    sources = [context.entities[source.who] for source in claim.sources]
    standing = ("withdrawn",) if claim.withdrawn else ()
    unreal = (claim.factuality,) if claim.factuality else ()
    event = (str(claim.event.start),) if claim.event else ()
    cell = (context.entities[claim.where],) if claim.tabled and claim.where else ()
    label = f"{plain(claim.value)} {claim.counted}"
    return context.node("figure", label, *numbers, *fields, *sources, *standing, *unreal, *event, *cell)


def figure(node: str, claim: FigureClaim, context: Context) -> Iterator[Triple]:
    """A figure with its fields, its sources and its evidence."""
    factuality = claim.factuality or lexicon.load().default("factuality").term
    yield node, RDF.type, ONR.Figure
    yield from _numbers(node, claim)
    yield node, ONR.hedge, term("hedge", claim.hedge)
    yield node, ONR.counted, text(claim.counted)
    yield node, ONR.population, text(claim.population)
    yield node, ONR.action, term("action", claim.action)
    yield node, ONR.scope, term("scope", claim.scope)
    yield node, ONR.factuality, term("factuality", factuality)
    for basis in filterfalse(bases.is_usual, astuple(claim.bases)):
        yield node, ONR.basis, term("basis", basis)
    yield from dated(node, ONR.asOf, claim.as_of)
    yield node, ONR.withdrawn, flag(claim.withdrawn)
    yield node, ONR.reportedBy, context.entity(claim.reported_by)
    yield node, ONR.where, context.entity(claim.where)
    yield node, ONR.agent, context.entity(claim.agent)
    yield from _chain(node, claim, context)
    yield from supported(node, claim.evidence, context)


def _numbers(node: str, claim: FigureClaim) -> Iterator[Triple]:
    """The value as the text gives it, and the interval that its hedge makes of it."""
    held = interval(claim.value, claim.upper, claim.hedge)
    yield node, ONR.value, decimal(claim.value)
    yield node, ONR.upper, decimal(claim.upper)
    yield node, ONR.lowerBound, decimal(held.lower)
    yield node, ONR.upperBound, decimal(held.upper)
    yield node, ONR.lowerOpen, flag(held.lower_open)
    yield node, ONR.upperOpen, flag(held.upper_open)


def _chain(node: str, claim: FigureClaim, context: Context) -> Iterator[Triple]:
    """By which sources a figure came to the article, the one nearest to it first."""
    for rank, source in enumerate(claim.sources, 1):
        link = f"{node}-source-{rank}"
        yield node, PROV.qualifiedAttribution, link
        yield link, RDF.type, PROV.Attribution
        yield link, PROV.agent, context.entities[source.who]
        yield link, ONR.rank, integer(rank)
        yield from supported(link, [source.named], context)


def ties(figures: Sequence[tuple[str, FigureClaim]]) -> Iterator[Triple]:
    """Tie each figure to those it holds instead of, and to those that make it up."""
    stated = {where: node for node, figure in figures for where in figure.evidence if not figure.withdrawn}
    withdrawn = {where: node for node, figure in figures for where in figure.evidence if figure.withdrawn}
    for node, figure in figures:
        for where in figure.corrects:
            yield node, ONR.corrects, withdrawn.get(where)
        parts = {stated[where] for where in figure.parts if where in stated} - {node}
        if len(parts) == len(figure.parts):  # two parts that are one figure do not add up
            for part in parts:
                yield node, ONR.sumOf, part
