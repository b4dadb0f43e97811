"""Short names that a text gives together with the full name."""

from collections.abc import Callable

import pytest

from onrecord.values.findings import Kind, Mention

Named = Callable[[str], list[Mention]]

SHORT = [
    ("in brackets", "The {o:Lorvian Aid Fund} ({o:LAF}) said so.", "LAF", "Lorvian Aid Fund"),
    ("before the full name", "{o:LAF} ({o:Lorvian Aid Fund}) said so.", "LAF", "Lorvian Aid Fund"),
    ("of another type", "The {o:Lorvian Aid Fund} ({p?:LAF}) said so.", "LAF", "Lorvian Aid Fund"),
    ("in quotation marks", "The {o:Lorvian Aid Fund} (the “{o:Harbour}”) said so.", "Harbour", "Lorvian Aid Fund"),
    ("known as", "{p:Mateo Duarte}, known as {p:El Chico}, left.", "El Chico", "Mateo Duarte"),
]


@pytest.mark.parametrize(("text", "short", "full"), [c[1:] for c in SHORT], ids=[c[0] for c in SHORT])
def test_a_short_name_stands_for_the_full_one(named: Named, text: str, short: str, full: str) -> None:
    names = {m.name: m for m in named(text)}
    assert names[short].stands_for == names[full].evidence
    assert names[short].kind is names[full].kind


@pytest.mark.parametrize(
    "text",
    [
        "The {o:Lorvian Aid Fund} ({l:Tarvik}) said so.",
        "{p:Vera Pohl} ({l:Tarvik}) said so.",
        "The {o:Lorvian Aid Fund} and {o:LAF} agreed.",
    ],
)
def test_what_stands_beside_a_name_is_not_always_short_for_it(named: Named, text: str) -> None:
    assert [m.stands_for for m in named(text)] == [None, None]


def test_a_place_in_brackets_stays_a_place(named: Named) -> None:
    assert named("The {o:Lorvian Aid Fund} ({l:Tarvik}) said so.")[1].kind is Kind.PLACE


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("The {o:Bank of Lorvia} ({p:BoL}) lent. {p:BoL} waits; {l:BoL} pays.", [Kind.ORGANIZATION] * 4),
        ("{o:BoL} ({o:Bank of Lorvia}) lent, and {p:BoL} waits.", [Kind.ORGANIZATION] * 3),
        ("The {o:Bank of Lorvia} ({l:Tarvik}) lent. {l:Tarvik} waits.", [Kind.ORGANIZATION, Kind.PLACE, Kind.PLACE]),
        ("The {o:Bank of Lorvia} lent. {p:BoL} waits.", [Kind.ORGANIZATION, Kind.PERSON]),
    ],
    ids=["defined after it", "defined before it", "no initials", "not defined"],
)
def test_initials_that_are_spelled_out_have_the_type_of_the_full_name(
    named: Named, text: str, kinds: list[Kind]
) -> None:
    assert [m.kind for m in named(text)] == kinds
