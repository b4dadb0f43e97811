"""The triples of evidence: stretches of an article's text as the W3C's Web Annotation has them."""

from collections.abc import Iterable, Iterator

from rdflib import Literal, URIRef
from rdflib.namespace import RDF, XSD

from onrecord.graph import iri
from onrecord.graph.context import Context, Triple
from onrecord.graph.vocabulary import OA, ONR
from onrecord.values.findings import Evidence


def supported(
    subject: URIRef, evidence: Iterable[Evidence], context: Context, predicate: URIRef = ONR.evidence
) -> Iterator[Triple]:
    """Tie `subject` to its evidence, and each stretch to the sentences it lies in."""
    for where in evidence:
        node = stretch_iri(where, context)
        yield subject, predicate, node
        yield from stretch(where, context)
        for sentence in context.sentences:
            if sentence.overlaps(where):
                yield node, ONR.sentence, stretch_iri(sentence, context)
                yield from stretch(sentence, context)


def stretch(where: Evidence, context: Context) -> Iterator[Triple]:
    """A stretch of the article's text: where it lies, and its exact words."""
    node, selector = stretch_iri(where, context), URIRef(iri.selector(context.article, where))
    yield node, RDF.type, ONR.Evidence
    yield node, OA.hasSource, context.article
    yield node, OA.hasSelector, selector
    yield selector, RDF.type, OA.TextPositionSelector
    yield selector, RDF.type, OA.TextQuoteSelector
    yield selector, OA.start, Literal(where.start, datatype=XSD.integer)
    yield selector, OA.end, Literal(where.end, datatype=XSD.integer)
    yield selector, OA.exact, Literal(where.exact)


def stretch_iri(where: Evidence, context: Context) -> URIRef:
    """The IRI of a stretch of the article's text."""
    return URIRef(iri.evidence(context.article, where))
