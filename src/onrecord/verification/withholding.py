"""What can be checked where names of children are withheld: a view has blocks in place of their letters."""

from onrecord.graph.vocabulary import OA, ONR
from onrecord.store.name_masking import BLOCK
from onrecord.verification.facts import Facts

_PLACES = {ONR.sentence, OA.hasSource}  # what these lead to decides on no name


def withheld(facts: Facts) -> frozenset[str]:
    """The nodes of a graph whose names were minted from what is withheld, of themselves or of what they lead to."""
    if BLOCK.encode() not in facts.ntriples:
        return frozenset()
    found = {
        node for node in facts.subjects if any(BLOCK in value for told in facts.of(node).values() for value in told)
    }
    if facts.name in found:
        return frozenset(facts.subjects)
    while more := {node for node in facts.subjects if node not in found and _leads_to(facts, node, found)}:
        found |= more
    return frozenset(found)


def _leads_to(facts: Facts, node: str, found: set[str]) -> bool:
    told = facts.of(node).items()
    return any(not found.isdisjoint(values) for predicate, values in told if predicate not in _PLACES)


def same(quote: str, words: str) -> bool:
    """Whether words are those of a quote, whatever stands where letters of the quote are withheld."""
    if BLOCK not in quote:
        return quote == words
    return len(quote) == len(words) and all(one in (BLOCK, other) for one, other in zip(quote, words, strict=True))
