"""The triples of evidence: stretches of an article's text as the W3C's Web Annotation has them."""

from collections.abc import Iterable, Iterator

from onrecord.graph import iri
from onrecord.graph.context import Context
from onrecord.graph.terms import Triple, integer, literal
from onrecord.graph.vocabulary import OA, ONR, RDF
from onrecord.values.findings import Evidence


def supported(
    subject: str, evidence: Iterable[Evidence], context: Context, predicate: str = ONR.evidence
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
    node, selector = stretch_iri(where, context), iri.selector(context.article, where)
    yield node, RDF.type, ONR.Evidence
    yield node, OA.hasSource, context.article
    yield node, OA.hasSelector, selector
    yield selector, RDF.type, OA.TextPositionSelector
    yield selector, RDF.type, OA.TextQuoteSelector
    yield selector, OA.start, integer(where.start)
    yield selector, OA.end, integer(where.end)
    yield selector, OA.exact, literal(where.exact)


def stretch_iri(where: Evidence, context: Context) -> str:
    """The IRI of a stretch of the article's text."""
    return iri.evidence(context.article, where)
