"""Names that may be one bearer's meet by their keys, and others seldom do."""

from itertools import combinations

import pytest

from onrecord.linking.clustering import blocks
from onrecord.linking.meetings import keys, meetings
from onrecord.linking.similarity import may_be_one
from onrecord.values.entities import Entity
from onrecord.values.findings import Kind
from pairs import PAIRS, Pair, items
from pairs_second import SECOND


def _called(kind: Kind, *names: str) -> Entity:
    return Entity(kind, names[0], tuple(sorted(names)), ())


NAMES = [
    _called(one.kind, one.name, *(label for label in one.labels if label != one.name))
    for pair in [*PAIRS, *SECOND]
    for _, one, _ in items(pair)
]


def test_all_that_share_a_block_and_may_be_one_meet() -> None:
    met = meetings(NAMES)
    expected = {
        (a, b)
        for a, b in combinations(range(len(NAMES)), 2)
        if blocks(NAMES[a]) & blocks(NAMES[b]) and may_be_one(NAMES[a], NAMES[b])
    }
    found = {(a, b) for a, others in met.items() for b in others if a < b}
    assert expected <= found
    assert all(may_be_one(NAMES[a], NAMES[b]) for a, b in found)


@pytest.mark.parametrize("pair", [p for p in PAIRS if p.same], ids=lambda p: p.left.names[0])
def test_what_one_of_two_seeks_the_other_posts(pair: Pair) -> None:
    (_, left, _), (_, right, _) = items(pair)
    assert keys(left).sought & keys(right).posted
    assert keys(right).sought & keys(left).posted


def test_full_names_of_one_surname_do_not_seek_each_other() -> None:
    olena, petro, alone, initial = (
        keys(_called(Kind.PERSON, name)) for name in ("Olena Hrabar", "Petro Hrabar", "Hrabar", "O. Hrabar")
    )
    assert not olena.sought & petro.posted
    assert not petro.sought & initial.posted
    assert olena.sought & alone.posted and alone.sought & petro.posted
    assert olena.sought & initial.posted and initial.sought & olena.posted
