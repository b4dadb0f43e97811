"""Which statements of two versions of an article stand in each other's place."""

import pyoxigraph as ox
import pytest

from onrecord.graph import iri
from onrecord.store.versions import Statement, successions

Told = list[tuple[str, str, str]]  # the label of a statement, its words, and the sentence that they stand in
FEW = ("figure-19-children", "19 children", "19 children returned.")
MORE = ("figure-23-children", "23 children", "23 children returned.")
SAID = ("statement", "“Home,”", "“Home,” he said.")


def said(version: str, told: Told) -> dict[ox.NamedNode, Statement]:
    found = {}
    for number, (label, words, sentence) in enumerate(told):
        node = ox.NamedNode(f"{iri.BASE}article/{version}#{label}-{number:012}")
        found[node] = Statement(node, words, 100 * [text for _, _, text in told].index(sentence), sentence)
    return found


def pairs(before: Told, now: Told) -> set[tuple[str, str, bool]]:
    """The words of the statements that belong together, and whether the second one goes on with the first."""
    old, new = said("old", before), said("new", now)
    return {(old[one.former].words, new[one.present].words, one.continues) for one in successions(old, new)}


@pytest.mark.parametrize(
    ("before", "now", "expected"),
    [
        ([FEW, SAID], [SAID, FEW], {("19 children", "19 children", True)}),  # of two that changed places one moved
        ([FEW, SAID], [FEW, SAID], {("19 children", "19 children", True), ("“Home,”", "“Home,”", True)}),
        ([FEW, SAID], [MORE, SAID], {("19 children", "23 children", False), ("“Home,”", "“Home,”", True)}),
        ([FEW], [MORE, SAID], set()),  # one sentence became two
        ([FEW], [SAID], set()),  # a figure is no quotation
        # The same words in an edited sentence may mean something else.
        ([FEW], [(FEW[0], FEW[1], "19 children died.")], {("19 children", "19 children", False)}),
        # The same sentence, read otherwise.
        ([FEW], [(MORE[0], "19", FEW[2])], {("19 children", "19", False)}),
        # Two of a kind in a sentence that was edited are not told apart.
        ([FEW, ("figure-4-buses", "4 buses", FEW[2])], [MORE, ("figure-5-buses", "5 buses", MORE[2])], set()),
        # Two of the same words in one sentence are taken in order.
        ([FEW, FEW], [FEW, FEW], {("19 children", "19 children", True)}),
        ([], [FEW], set()),
    ],
)
def test_statements_belong_together_where_their_sentences_do(
    before: Told, now: Told, expected: set[tuple[str, str, bool]]
) -> None:
    assert pairs(before, now) == expected
