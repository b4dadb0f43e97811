"""Identities across articles: a measured set of pairs, and what must hold for any set."""

import random
from collections.abc import Iterable, Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.linking import agglomeration
from onrecord.linking.agglomeration import Settled
from onrecord.linking.clustering import Item, blocks, decide, identified
from onrecord.linking.profiles import Profile
from onrecord.linking.similarity import Likeness, likeness
from onrecord.values.findings import Kind
from pairs import PAIRS, Pair, Side, item, items, measured
from pairs_second import SECOND


def _joined(found: Iterable[Item]) -> bool:
    return len(identified(decide(found))) == 1


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
        item(f"{n}-{side}", pair.kind, entity)
        for n, pair in enumerate(PAIRS)
        for side, entity in (("left", pair.left), ("right", pair.right))
    ]


def test_the_order_of_input_does_not_matter() -> None:
    items = _corpus()
    expected = identified(decide(items))
    for seed in range(5):
        shuffled = items.copy()
        random.Random(seed).shuffle(shuffled)
        assert identified(decide(shuffled)) == expected


def test_each_entity_has_exactly_one_identity() -> None:
    items = _corpus()
    members = [iri for linked in identified(decide(items)) for iri in linked.members]
    assert sorted(members) == sorted(iri for iri, _, _ in items)


def test_other_blocks_do_not_notice_a_new_article() -> None:
    items = _corpus()
    new = item("new", Kind.PERSON, Side(("Zenobia Quillfeather",), ("notary",)))
    before, after = identified(decide(items)), identified(decide([*items, new]))
    assert set(before) <= set(after)


# Again, when articles come or go -------------------------------------------------------------------------------------

ALL = _corpus()
SOME = st.sets(st.integers(0, len(ALL) - 1), min_size=1, max_size=40)
CHANGES = st.lists(st.sets(st.integers(0, len(ALL) - 1), min_size=1, max_size=6), min_size=1, max_size=5)


@pytest.fixture
def scored(monkeypatch: pytest.MonkeyPatch) -> list[frozenset[str]]:
    """The pairs whose likeness is asked for, as it is, by their articles."""
    pairs: list[frozenset[str]] = []

    def counted(one: Profile, other: Profile) -> Likeness:
        pairs.append(frozenset((one.article, other.article)))
        return likeness(one, other)

    monkeypatch.setattr(agglomeration, "likeness", counted)
    return pairs


@settings(max_examples=30)
@given(first=SOME, changes=CHANGES, data=st.data())
def test_what_comes_and_goes_leaves_what_would_be_decided_from_scratch(
    first: set[int], changes: list[set[int]], data: st.DataObject
) -> None:
    present, decided = set(first), decide([ALL[n] for n in sorted(first)])
    for change in changes:
        present ^= change  # those that are there go, the others come
        now = data.draw(st.permutations(sorted(present)))
        decided = decide([ALL[n] for n in now], known=decided)
        assert decided == decide([ALL[n] for n in sorted(present)])


def test_only_the_touched_parts_are_scored(scored: list[frozenset[str]]) -> None:
    everything = decide(ALL)
    of_all = len(scored)
    scored.clear()
    assert decide(ALL, known=everything) == everything
    assert scored == []
    new = item("new", Kind.PERSON, Side(("Olena Hrabar",), ("founder",), ("Safe Harbour",)))
    decide([*ALL, new], known=everything)
    touched = {c.article for _, e, c in [*ALL, new] if blocks(e) & blocks(new[1])}
    assert scored and all(pair <= touched for pair in scored)
    assert len(scored) < of_all / 10


def test_what_goes_has_only_its_own_part_scored_again(scored: list[frozenset[str]]) -> None:
    everything = decide(ALL)
    scored.clear()
    decide(ALL[1:], known=everything)
    keys = blocks(ALL[0][1])
    assert {article for pair in scored for article in pair} <= {c.article for _, e, c in ALL if blocks(e) & keys}


# What is settled beforehand ------------------------------------------------------------------------------------------


def test_what_is_settled_to_be_one_or_not_goes_before_likeness() -> None:
    left, right = items(PAIRS[0])
    assert len(identified(decide([left, right], Settled(different=frozenset({("left", "right")}))))) == 2
    apart = items(next(p for p in PAIRS if p.trap == "namesakes"))
    assert len(identified(decide(apart, Settled(same=(frozenset({"left", "right"}),))))) == 1


def test_other_parts_do_not_notice_what_is_settled() -> None:
    together = frozenset(iri for iri, _, _ in ALL[-2:])
    before, after = decide(ALL), decide(ALL, Settled(same=(together,)))
    assert len(set(before) - set(after)) <= 2


# What a decision holds -----------------------------------------------------------------------------------------------


def test_two_of_one_article_stay_two() -> None:
    pair = PAIRS[0]
    one, two = items(pair)
    assert not _joined([one, (two[0], two[1], one[2])])


def test_a_link_says_why() -> None:
    pair = PAIRS[0]
    (linked,) = identified(decide(items(pair)))
    assert linked.links[0].score >= 0.8
    assert "organization" in linked.links[0].reason


def test_what_may_be_the_same_is_kept_apart_and_told() -> None:
    pair = next(p for p in PAIRS if p.trap == "nothing but a common name")
    found = identified(decide(items(pair)))
    assert len(found) == 2
    assert all(linked.possible for linked in found)
