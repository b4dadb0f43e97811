"""Who is named beside whom: the names and lines that one picture can show."""

import asyncio
from collections import Counter
from itertools import combinations

from onrecord.serve.explorer.data import Data, Row
from onrecord.serve.explorer.network import LINES, MOST, Network, network
from onrecord.serve.explorer.views import Visitor
from onrecord.serve.settings import View

MIDDLE = {"node": "https://example.org/middle", "name": "Lena Orr", "kind": "person"}


class Beside(Data):
    """What a store would answer if each of these sentences named the one in the middle and these others."""

    def __init__(self, *sentences: set[str]) -> None:
        self.sentences = sentences

    async def rows(self, query: str, visitor: Visitor) -> list[Row]:
        others = sorted(set().union(*self.sentences))
        if "VALUES" in query:
            return [{"node": other, "name": other, "kind": "person"} for other in others]
        return [
            {"sentence": str(place), "other": other}
            for place, named in enumerate(self.sentences)
            for other in sorted(named)
        ]


def drawn(*sentences: set[str]) -> Network:
    return asyncio.run(network(Beside(*sentences), MIDDLE, Visitor("test", View.WITHHELD)))


def names(count: int) -> set[str]:
    return {f"https://example.org/{n:04}" for n in range(count)}


def test_two_names_of_one_sentence_are_joined_as_often_as_sentences_name_both() -> None:
    first, second, third = sorted(names(3))
    found = {(edge.source, edge.target): edge.weight for edge in drawn({first, second}, {first, second}, {third}).edges}
    assert found == {
        (first, second): 2,
        (first, MIDDLE["node"]): 2,
        (second, MIDDLE["node"]): 2,
        (third, MIDDLE["node"]): 1,
    }


def test_of_more_names_than_can_be_told_apart_those_named_most_are_shown() -> None:
    seen = drawn(names(MOST + 50), names(3), names(2))
    assert len(seen.nodes) == MOST
    assert seen.others == MOST + 50
    assert [node.weight for node in seen.nodes[:4]] == [3, 3, 3, 2]


def test_of_more_lines_than_can_be_told_apart_each_name_keeps_the_one_to_the_middle() -> None:
    crowd = names(MOST - 1)
    edges = drawn(crowd, names(5)).edges
    assert len(list(combinations(crowd, 2))) > LINES
    assert len(edges) == LINES
    assert Counter(MIDDLE["node"] in (edge.source, edge.target) for edge in edges)[True] == len(crowd)


def test_of_the_other_lines_those_of_most_sentences_are_kept() -> None:
    often = set(combinations(sorted(names(5)), 2))
    kept = {(edge.source, edge.target) for edge in drawn(names(MOST - 1), names(5)).edges}
    assert often <= kept
