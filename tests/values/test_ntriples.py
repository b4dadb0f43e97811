"""Packed graphs come back whole, and in one order, however they were given."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.values.ntriples import Ntriples

NAMES = st.text(st.characters(codec="utf-8", exclude_characters="\n\r"), max_size=5)
STRETCHES = st.lists(st.lists(NAMES.map(lambda name: f"<s> <p> {name} ."), unique=True, max_size=5), max_size=4)


@given(STRETCHES)
def test_the_lines_of_all_stretches_come_in_order(stretches: list[list[str]]) -> None:
    graph = Ntriples.of(*("".join(f"{line}\n" for line in stretch) for stretch in stretches))
    assert list(graph.lines()) == sorted(f"{line}\n".encode() for stretch in stretches for line in stretch)
    assert len(graph) == len(stretches) and [sorted(one) for one in stretches] == [
        one.split("\n")[:-1] for one in graph
    ]


@pytest.mark.parametrize("words", [0, 1, 20])
def test_lines_of_long_stretches_come_whole(words: int) -> None:
    lines = [f'<{n}> <p> "{"wörter " * words}" .\n' for n in range(10_000)]
    random.Random(0).shuffle(lines)
    graph = Ntriples.of("".join(lines[::2]), "".join(lines[1::2]))
    assert list(graph.lines()) == sorted(line.encode() for line in lines)


def test_a_last_line_that_is_not_ended_may_come_first() -> None:
    assert str(Ntriples.of("<b> <p> <o> .\n<a> <p> <o> .")) == "<a> <p> <o> .\n<b> <p> <o> .\n"
