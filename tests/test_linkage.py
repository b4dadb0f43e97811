"""Identities across articles: a measured set of pairs, and what must hold for any set."""

import random
from collections.abc import Iterable, Sequence

import pytest

from onrecord.linkage import Item, across, blocks
from pairs import PAIRS, Pair, Side, item, items, measured
from pairs_second import SECOND


def _joined(found: Iterable[Item]) -> bool:
    return len(across(found)) == 1


@pytest.mark.parametrize("pairs", [PAIRS, SECOND], ids=["first batch", "second batch"])
def test_pairwise_precision_and_recall(pairs: Sequence[Pair]) -> None:
    found = measured(pairs)
    assert len(pairs) >= 60
    assert found.precision >= 0.98, found.wrong
    assert found.recall >= 0.85, found.wrong


@pytest.mark.parametrize("pair", [p for p in PAIRS if p.same], ids=lambda p: p.left.names[0])
def test_what_is_one_meets_in_a_block(pair: Pair) -> None:
    (_, left, _), (_, right, _) = items(pair)
    assert blocks(left) & blocks(right)


def _corpus() -> list[Item]:
    return [
        item(f"{n}-{side}", pair, entity)
        for n, pair in enumerate(PAIRS)
        for side, entity in (("left", pair.left), ("right", pair.right))
    ]


def test_the_order_of_input_does_not_matter() -> None:
    items = _corpus()
    expected = across(items)
    for seed in range(5):
        shuffled = items.copy()
        random.Random(seed).shuffle(shuffled)
        assert across(shuffled) == expected


def test_each_entity_has_exactly_one_identity() -> None:
    items = _corpus()
    members = [iri for linked in across(items) for iri in linked.members]
    assert sorted(members) == sorted(iri for iri, _, _ in items)


def test_other_blocks_do_not_notice_a_new_article() -> None:
    items = _corpus()
    new = item("new", PAIRS[0], Side(("Zenobia Quillfeather",), ("notary",)))
    before, after = across(items), across([*items, new])
    assert set(before) <= set(after)


def test_two_of_one_article_stay_two() -> None:
    pair = PAIRS[0]
    one, two = items(pair)
    assert not _joined([one, (two[0], two[1], one[2])])


def test_a_link_says_why() -> None:
    pair = PAIRS[0]
    (linked,) = across(items(pair))
    assert linked.links[0].score >= 0.8
    assert "organization" in linked.links[0].reason


def test_what_may_be_the_same_is_kept_apart_and_told() -> None:
    pair = next(p for p in PAIRS if p.trap == "nothing but a common name")
    found = across(items(pair))
    assert len(found) == 2
    assert all(linked.possible for linked in found)
