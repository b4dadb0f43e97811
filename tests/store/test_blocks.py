"""Blocking on disk: what shares a key is one part, and a change takes apart the parts that it touches."""

import re
import sqlite3
from collections.abc import Iterable

import pytest

from onrecord.store import Blocks, Row, lines
from onrecord.store.blocks import TABLES


@pytest.fixture
def blocks() -> Blocks:
    database = sqlite3.connect(":memory:", isolation_level=None)
    database.executescript(TABLES)
    return Blocks(database, "surname")


def row(id_: str, *keys: str, value: str = "v") -> Row:
    return Row(id_, article=f"article of {id_}", value=value, keys=frozenset(keys))


def change(blocks: Blocks, gone: Iterable[Row] = (), come: Iterable[Row] = ()) -> list[list[str]]:
    """Decide what a change touches; gives its parts, and what was told of those that it took apart."""
    rows = [*come]
    told = blocks.touch({one.article for one in (*gone, *rows)}, rows)
    parts = [*blocks.parts()]
    for part in parts:
        blocks.decide(part, f"told of {' '.join(one.id for one in part)}")
    return [[one.id for one in part] for part in parts] + [[one] for one in told]


def test_rows_that_share_a_key_are_one_part(blocks: Blocks) -> None:
    assert change(blocks, come=[row("a", "x"), row("b", "y"), row("c", "x"), row("d")]) == [["a", "c"], ["b"], ["d"]]


def test_rows_that_others_join_are_one_part(blocks: Blocks) -> None:
    assert change(blocks, come=[row("a", "x"), row("b", "y"), row("c", "x", "y")]) == [["a", "b", "c"]]


def test_a_row_that_comes_touches_only_the_part_that_it_meets(blocks: Blocks) -> None:
    change(blocks, come=[row("a", "x"), row("b", "y")])
    assert change(blocks, come=[row("c", "x")]) == [["a", "c"], ["told of a"]]


def test_a_row_that_comes_may_join_parts(blocks: Blocks) -> None:
    change(blocks, come=[row("a", "x"), row("b", "y")])
    assert change(blocks, come=[row("c", "x", "y")]) == [["a", "b", "c"], ["told of a"], ["told of b"]]


def test_what_a_row_joined_falls_apart_without_it(blocks: Blocks) -> None:
    joining = row("c", "x", "y")
    change(blocks, come=[row("a", "x"), row("b", "y"), joining])
    assert change(blocks, gone=[joining]) == [["a"], ["b"], ["told of a b c"]]


def test_what_comes_again_unchanged_touches_nothing(blocks: Blocks) -> None:
    change(blocks, come=[row("a", "x"), row("b", "x")])
    assert change(blocks, come=[row("a", "x")]) == []


def test_what_says_something_else_touches_its_part(blocks: Blocks) -> None:
    change(blocks, come=[row("a", "x"), row("b", "x")])
    assert change(blocks, come=[row("a", "x", value="w")]) == [["a", "b"], ["told of a b"]]


def test_families_do_not_meet(blocks: Blocks) -> None:
    other = Blocks(blocks._database, "acronym")
    change(blocks, come=[row("a", "x")])
    assert change(other, come=[row("a", "x")]) == [["a"]]
    other.clear()
    assert blocks.count("x") == 1 and other.count("x") == 0


def test_only_a_line_feed_ends_a_line() -> None:
    assert lines('<a> <b> "one\u2028line\x85" .\n<a> <b> "c" .\n') == {
        '<a> <b> "one\u2028line\x85" .\n',
        '<a> <b> "c" .\n',
    }


def test_no_query_reads_a_whole_family() -> None:
    asked: list[str] = []
    database = sqlite3.connect(":memory:", isolation_level=None)
    database.executescript(TABLES)
    database.set_trace_callback(asked.append)
    blocks = Blocks(database, "surname")
    change(blocks, come=[row("a", "x"), row("b", "y"), row("c", "x")])
    change(blocks, gone=[row("c", "x")], come=[row("d", "y")])
    (
        blocks.under("x"),
        blocks.told_under("x"),
        blocks.count("x"),
        blocks.values(["a"]),
        blocks.of_article("article of a"),
    )
    database.set_trace_callback(None)
    steps = {query: [told[3] for told in database.execute(f"EXPLAIN QUERY PLAN {query}")] for query in asked}
    assert len(steps) > 10
    assert [query for query, told in steps.items() for one in told if re.search(r"SCAN \w+$|\(family=\?\)", one)] == []
