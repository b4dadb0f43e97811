"""Whether offsets yield their quotes: the one constraint in SPARQL that the first pass does not ask as it stands.

An engine walks through the whole text for each quote, so that the time grows with the square of the text's length.
"""

from collections.abc import Mapping
from itertools import product

from onrecord.gate.triples import XSD, Term, Triples, has_datatype, lexical
from onrecord.graph.vocabulary import OA

_INTEGER, _STRING = f"{XSD}integer", f"{XSD}string"


def quotes_hold(triples: Triples, texts: Mapping[str, str]) -> bool:
    """Whether the text between the offsets of each selector is the quote, in the article that is its source.

    What pySHACL may decide otherwise, such as an end before the start, does not hold.
    """
    for evidence, sources in triples.by_subject(f"<{OA.hasSource}>").items():
        selectors = triples.objects(evidence, f"<{OA.hasSelector}>")
        for source, selector in product(sources, selectors):
            text = texts.get(lexical(source))
            if text is not None and not _holds(triples, selector, text):
                return False
    return True


def _holds(triples: Triples, selector: Term, text: str) -> bool:
    told = (triples.objects(selector, f"<{predicate}>") for predicate in (OA.start, OA.end, OA.exact))
    return all(_yields(text, start, end, exact) for start, end, exact in product(*told))


def _yields(text: str, start: Term, end: Term, exact: Term) -> bool:
    if not (has_datatype(start, _INTEGER) and has_datatype(end, _INTEGER) and has_datatype(exact, _STRING)):
        return False
    first, last = int(lexical(start)), int(lexical(end))
    return 0 <= first <= last and text[first:last] == lexical(exact)
