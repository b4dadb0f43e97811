"""Identities across articles: a measured set of pairs, and what must hold for any set."""

import random
from collections.abc import Iterable

import pytest

from onrecord.findings import Evidence
from onrecord.likeness import Context
from onrecord.linkage import Item, across, blocks
from onrecord.resolve import Entity
from onrecord.spelling import same_as
from pairs import PAIRS, Pair, Side


def _item(iri: str, pair: Pair, side: Side) -> Item:
    name = side.names[0]
    entity = Entity(
        kind=pair.kind,
        name=name,
        labels=tuple(sorted(side.names)),
        mentions=(Evidence(0, len(name), name),),
        same_as=same_as(name),
    )
    context = Context(
        article=f"article/{iri}",
        published=side.published,
        titles=side.titles,
        organizations=side.organizations,
        people=side.people,
        bodies=side.bodies,
        places=side.places,
    )
    return iri, entity, context


def _items(pair: Pair) -> list[Item]:
    return [_item("left", pair, pair.left), _item("right", pair, pair.right)]


def _joined(items: Iterable[Item]) -> bool:
    return len(across(items)) == 1


def test_pairwise_precision_and_recall(capsys: pytest.CaptureFixture[str]) -> None:
    found = [(pair, _joined(_items(pair))) for pair in PAIRS]
    right = sum(joined and pair.same for pair, joined in found)
    claimed, true = sum(joined for _, joined in found), sum(pair.same for pair in PAIRS)
    precision, recall = right / claimed, right / true
    wrong = [(p.left.names[0], p.right.names[0], p.trap) for p, joined in found if joined != p.same]
    with capsys.disabled():
        print(f"\n{len(PAIRS)} pairs across articles: precision {precision:.3f}, recall {recall:.3f}; wrong: {wrong}")  # noqa: T201
    assert len(PAIRS) >= 60
    assert precision >= 0.98
    assert recall >= 0.85


@pytest.mark.parametrize("pair", [p for p in PAIRS if p.same], ids=lambda p: p.left.names[0])
def test_what_is_one_meets_in_a_block(pair: Pair) -> None:
    (_, left, _), (_, right, _) = _items(pair)
    assert blocks(left) & blocks(right)


def _corpus() -> list[Item]:
    return [
        _item(f"{n}-{side}", pair, entity)
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
    new = _item("new", PAIRS[0], Side(("Zenobia Quillfeather",), ("notary",)))
    before, after = across(items), across([*items, new])
    assert set(before) <= set(after)


def test_two_of_one_article_stay_two() -> None:
    pair = PAIRS[0]
    one, two = _items(pair)
    assert not _joined([one, (two[0], two[1], one[2])])


def test_a_link_says_why() -> None:
    pair = PAIRS[0]
    (linked,) = across(_items(pair))
    assert linked.links[0].score >= 0.8
    assert "organization" in linked.links[0].reason


def test_what_may_be_the_same_is_kept_apart_and_told() -> None:
    pair = next(p for p in PAIRS if p.trap == "nothing but a common name")
    found = across(_items(pair))
    assert len(found) == 2
    assert all(linked.possible for linked in found)
