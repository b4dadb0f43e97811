"""Clustering within one part: the same whatever the order, and no more work for each entity however many there are."""

import random
from collections.abc import Callable, Iterable, Sequence

import pytest

from onrecord.linking import agglomeration
from onrecord.linking.agglomeration import Entities, Linked, linked
from onrecord.linking.profiles import Profile
from onrecord.linking.similarity import Likeness, likeness
from onrecord.values.findings import Kind
from pairs import PAIRS, Side, item


def _entities(sides: Iterable[tuple[str, Kind, Side]]) -> Entities:
    return {iri: (entity, context) for iri, entity, context in (item(*one) for one in sides)}


def _namesakes(count: int) -> Entities:
    """So many people of one name, of whom the articles tell nothing in common."""
    return _entities((f"{n:04}", Kind.PERSON, Side(("Olena Hrabar",), places=(f"Town {n}",))) for n in range(count))


def _mixed(count: int) -> Entities:
    """The founder of one fund and the director of another, of one name, in many articles each; the surname in some."""
    offices = ((("founder",), ("Safe Harbour",)), (("director",), ("Open Door",)))
    sides = [
        Side(("Olena Hrabar",), *offices[n % 2], bodies=(f"Union {n % 3}",))
        if n % 5
        else Side(("Hrabar",), bodies=(f"Union {n % 3}",))
        for n in range(count)
    ]
    return _entities((f"{n:04}", Kind.PERSON, side) for n, side in enumerate(sides))


@pytest.fixture
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    """Bounds so low that small sets reach them."""
    monkeypatch.setattr(agglomeration, "_FOUNDERS", 6)
    monkeypatch.setattr(agglomeration, "_BESIDE", 4)


@pytest.fixture
def scored(monkeypatch: pytest.MonkeyPatch) -> list[None]:
    """One for each pair that is scored."""
    times: list[None] = []

    def counted(one: Profile, other: Profile) -> Likeness:
        times.append(None)
        return likeness(one, other)

    monkeypatch.setattr(agglomeration, "likeness", counted)
    return times


def _sizes(found: Sequence[Linked]) -> list[int]:
    return sorted((len(one.members) for one in found), reverse=True)


@pytest.mark.usefixtures("few")
@pytest.mark.parametrize("make", [_namesakes, _mixed])
def test_twice_the_entities_cost_twice_as_much(scored: list[None], make: Callable[[int], Entities]) -> None:
    linked(make(60))
    once = len(scored)
    scored.clear()
    linked(make(120))
    assert len(scored) <= 2.3 * once


@pytest.mark.usefixtures("few")
@pytest.mark.parametrize("seed", range(4))
def test_the_order_does_not_matter_where_not_all_are_compared(seed: int) -> None:
    corpus = [(f"{n}", pair.kind, pair.left if n % 2 else pair.right) for n, pair in enumerate([*PAIRS, *PAIRS])]
    entities = {**_entities(corpus), **_mixed(60)}
    shuffled = [*entities.items()]
    random.Random(seed).shuffle(shuffled)
    found = linked(entities)
    assert linked(dict(shuffled)) == found
    assert sorted(iri for one in found for iri in one.members) == sorted(entities)


@pytest.mark.usefixtures("few")
def test_those_beyond_the_founders_join_what_these_found() -> None:
    assert _sizes(linked(_mixed(60)))[:2] == [24, 24]


@pytest.mark.usefixtures("few")
def test_those_beyond_the_founders_change_nothing_for_the_others() -> None:
    every = _mixed(60)
    without = {iri: one for iri, one in every.items() if iri != "0059"}
    before, after = (
        {frozenset({*one.members} - {"0059"}) for one in linked(entities)} - {frozenset()}
        for entities in (without, every)
    )
    assert before == after


def test_of_many_who_may_be_the_same_the_likeliest_are_told() -> None:
    found = linked(_namesakes(30))
    assert len(found) == 30
    assert all(one.possible for one in found)
    told = {link for one in found for link in one.possible}
    assert len(told) <= 5 * len(found)
