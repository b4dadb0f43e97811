"""What can be checked where names of children are withheld.

A view has blocks in place of their letters; a release also has numbers in place of the hashes that were made of them:
`#person-2`, and `withheld-2` beside the articles.
"""

import re

from onrecord.graph.vocabulary import OA, ONR
from onrecord.store.name_masking import BLOCK
from onrecord.verification.facts import Facts

_PLACES = {ONR.sentence, OA.hasSource}  # what these lead to decides on no name
_NUMBERED = re.compile(r"#[a-z]+-\d{1,9}(?:-source-\d+)?|.*/withheld-\d+")


def is_numbered(node: str) -> bool:
    """Whether a node is called by a number in place of a hash."""
    return _NUMBERED.fullmatch("#" + node.partition("#")[2] if "#" in node else node) is not None


def withheld(facts: Facts) -> frozenset[str]:
    """The nodes of a graph whose names were minted from what is withheld, of themselves or of what they lead to."""
    if BLOCK.encode() not in facts.ntriples:
        return frozenset()
    found = {node for node in facts.subjects if is_numbered(node) or _has_blocks(facts, node)}
    if facts.name in found:
        return frozenset(facts.subjects)
    found.add(facts.name)  # its source may be the name of a file that has the name of a child
    while more := {node for node in facts.subjects if node not in found and _leads_to(facts, node, found)}:
        found |= more
    return frozenset(found)


def _has_blocks(facts: Facts, node: str) -> bool:
    return any(BLOCK in value for values in facts.of(node).values() for value in values)


def _leads_to(facts: Facts, node: str, found: set[str]) -> bool:
    told = facts.of(node).items()
    return any(found.intersection(values) - {facts.name} for predicate, values in told if predicate not in _PLACES)


def same(quote: str, words: str) -> bool:
    """Whether words are those of a quote, whatever stands where letters of the quote are withheld."""
    if BLOCK not in quote:
        return quote == words
    return len(quote) == len(words) and all(one in (BLOCK, other) for one, other in zip(quote, words, strict=True))
