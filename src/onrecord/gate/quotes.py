"""Whether offsets yield their quotes: the one constraint in SPARQL that the first pass does not ask as it stands.

An engine walks through the whole text for each quote, so that the time grows with the square of the text's length.
"""

from collections.abc import Iterator, Mapping
from itertools import product

from onrecord.gate.triples import XSD, Term, Triples, has_datatype, lexical
from onrecord.graph.vocabulary import OA

_INTEGER, _STRING = f"{XSD}integer", f"{XSD}string"


def misquoted(triples: Triples, texts: Mapping[str, str]) -> Iterator[Term]:
    """The evidence with a selector whose quote is not the text between its offsets, in the article that is its source.

    What pySHACL may decide otherwise, such as an end before the start, is among it.
    """
    for evidence, sources in triples.by_subject(f"<{OA.hasSource}>").items():
        selectors = triples.objects(evidence, f"<{OA.hasSelector}>")
        for source, selector in product(sources, selectors):
            text = texts.get(lexical(source))
            if text is not None and not _holds(triples, selector, text):
                yield evidence


def _holds(triples: Triples, selector: Term, text: str) -> bool:
    told = (triples.objects(selector, f"<{predicate}>") for predicate in (OA.start, OA.end, OA.exact))
    return all(_yields(text, start, end, exact) for start, end, exact in product(*told))


def _yields(text: str, start: Term, end: Term, exact: Term) -> bool:
    if not (has_datatype(start, _INTEGER) and has_datatype(end, _INTEGER) and has_datatype(exact, _STRING)):
        return False
    first, last = int(lexical(start)), int(lexical(end))
    return 0 <= first <= last and text[first:last] == lexical(exact)
