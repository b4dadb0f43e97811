"""The triples of evidence: stretches of an article's text as the W3C's Web Annotation has them.

A stretch and its selector bear no types: they are the only nodes that have `oa:hasSource`, and `oa:exact`, whose
domains the vocabulary of Web Annotation declares.
"""

from collections.abc import Iterable, Iterator

from onrecord.graph import iri
from onrecord.graph.context import Context
from onrecord.graph.terms import Triple, integer, literal
from onrecord.graph.vocabulary import DCTERMS, OA, ONR, RDF
from onrecord.values.findings import Evidence

_PAGES = "http://tools.ietf.org/rfc/rfc3778"  # as Web Annotation names the scheme of fragments of PDF


def supported(
    subject: str, evidence: Iterable[Evidence], context: Context, predicate: str = ONR.evidence
) -> Iterator[Triple]:
    """Tie `subject` to its evidence, and each stretch to the sentences it lies in."""
    for where in evidence:
        node = context.evidence(where)
        yield subject, predicate, node
        yield from located(node, where, context)


def located(node: str, where: Evidence, context: Context) -> Iterator[Triple]:
    """Where a stretch lies: in the text, and in which sentences."""
    yield from _selected(node, where, context)
    for sentence in context.sentences_of(where):
        around = iri.evidence(context.article, sentence)
        yield node, ONR.sentence, around
        yield from _selected(around, sentence, context)


def _selected(node: str, where: Evidence, context: Context) -> Iterator[Triple]:
    """The article that a stretch is of, its offsets and its exact words, and in a printed document its page."""
    selector = iri.selector(context.article, where)
    yield node, OA.hasSource, context.article
    yield node, OA.hasSelector, selector
    yield selector, OA.start, integer(where.start)
    yield selector, OA.end, integer(where.end)
    yield selector, OA.exact, literal(where.exact)
    if page := context.page_of(where):
        fragment = iri.page(context.article, page)
        yield node, OA.hasSelector, fragment
        yield fragment, RDF.type, OA.FragmentSelector
        yield fragment, RDF.value, literal(f"page={page}")
        yield fragment, DCTERMS.conformsTo, _PAGES
