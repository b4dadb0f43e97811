"""Event coreference: what tells the same is compared once, however many articles tell it."""

from dataclasses import dataclass

from onrecord.linking.sharing import shared


@dataclass(frozen=True)
class _Told:
    iri: str
    article: str
    day: str


def test_work_grows_with_what_is_told_and_not_with_how_often() -> None:
    compared: list[tuple[_Told, _Told]] = []

    def may_be_one(one: _Told, other: _Told) -> bool:
        compared.append((one, other))
        return True

    told = [_Told(f"{n:03}", f"article {n}", f"day {n % 2}") for n in range(100)]
    (found,) = shared(told, lambda _: ["key"], lambda one: one.day, may_be_one, lambda one, others: "same key")
    assert found.members == tuple(one.iri for one in told)
    assert len(compared) <= 2 * len(told)


def test_what_shares_no_key_is_not_compared() -> None:
    told = [_Told(f"{n:03}", f"article {n}", f"day {n}") for n in range(4)]
    assert shared(told, lambda one: [one.day], lambda one: one.day, lambda *_: True, lambda *_: "why") == []


def test_what_one_article_tells_twice_stays_two() -> None:
    told = [_Told("a", "article", "day"), _Told("b", "article", "day"), _Told("c", "other", "day")]
    assert shared(told, lambda one: [one.day], lambda one: one.day, lambda *_: True, lambda *_: "why") == []
