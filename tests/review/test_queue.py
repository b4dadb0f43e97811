"""The queue: what is least sure first, what is decided no more."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

import samples
from onrecord.claims import Source
from onrecord.review.queue import Doubt, key, queue, sentences
from onrecord.store import Reader
from onrecord.values.decisions import Verdict


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Reader:
    """Two articles, of which each has a figure and a statement; their act is one."""
    folder = tmp_path_factory.mktemp("review") / "s"
    return Reader(samples.store(folder, sources=("one.txt", "two.txt")))


def of(found: list[Doubt], kind: str) -> list[Doubt]:
    return [one for one in found if one.told.startswith(f"{kind}:")]


def test_each_figure_statement_and_act_is_asked_for_once(reader: Reader) -> None:
    found = queue(reader)
    assert len({one.key for one in found}) == len(found)
    assert (len(of(found, "figure")), len(of(found, "statement")), len(of(found, "act"))) == (2, 2, 1)


def test_what_is_least_sure_comes_first(reader: Reader) -> None:
    doubts = [one.doubt for one in queue(reader)]
    assert doubts == sorted(doubts, reverse=True)
    (statement, _) = of(queue(reader), "statement")
    assert statement.doubt == 1 - samples.STATEMENT.confidence  # type: ignore[operator]


def test_figures_that_cannot_both_hold_are_at_least_as_likely_wrong_as_right(tmp_path: Path) -> None:
    total = replace(
        samples.FIGURE, value=Decimal(100), upper=None, hedge="exact", scope="total", population="child", as_of="2024"
    )
    court = Source(samples.COURT, samples.at("International Criminal Court"))
    other = replace(total, value=Decimal(210), evidence=(samples.at("20 and 30"),), sources=(court,))
    reader = Reader(samples.store(tmp_path / "s", samples.claims(figures=[total, other])))
    found = of(queue(reader), "figure")
    assert [one.why for one in found] == ["another source gives a number that cannot hold beside it"] * 2
    assert [one.doubt for one in found] == [Decimal("0.5")] * 2


def test_what_is_decided_is_asked_no_more_however_it_is_named(reader: Reader) -> None:
    (first, *others) = queue(reader)
    assert queue(reader, {key(first.node.rsplit("/", 1)[-1], first.other)}) == others


def test_an_item_has_the_sentences_to_be_read(reader: Reader) -> None:
    (act,) = of(queue(reader), "act")
    assert {source for source, _ in sentences(reader, act)} == {"one.txt", "two.txt"}
    (figure, _) = of(queue(reader), "figure")
    assert any("20 and 30 children" in sentence for _, sentence in sentences(reader, figure))


def test_yes_and_no_are_decisions_of_the_kind_of_item(reader: Reader) -> None:
    assert {(one.yes, one.no) for one in queue(reader) if not one.other} == {(Verdict.CONFIRMED, Verdict.MISREAD)}
