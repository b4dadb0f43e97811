"""Courts and bodies as the annotation guide has them."""

from collections.abc import Callable

import pytest

from onrecord.values.findings import Kind, Mention

Named = Callable[[str], list[Mention]]

COURTS = [
    ("by the encoder", "{c:Supreme Judicial Panel} sat.", ["Supreme Judicial Panel"]),
    ("by its head", "The {o:Regional Court of East Marrow} sat.", ["Regional Court of East Marrow"]),
    ("by a head with a number", "{o:Trial Chamber II} rose.", ["Trial Chamber II"]),
    (
        "a chamber and its court",
        "{c:Trial Chamber III of the Continental Criminal Court} rose.",
        ["Trial Chamber III", "Continental Criminal Court"],
    ),
    ("one with a seat", "The {c:Court of Appeal of Santa Pola} sat.", ["Court of Appeal of Santa Pola"]),
    ("one with a level", "The {c:Lunden district court} let him go.", ["Lunden district court"]),
    ("one of a state", "The {c:Kestrian supreme court} let him go.", ["Kestrian supreme court"]),
    ("without its seat", "The {c:Court of Appeal in Harwick} let him go.", ["Court of Appeal"]),
    ("any of a state", "A {c:Kestrian court} let him go.", []),
    ("any of an owner", "Dorvania rose, and {c:Dorvania's court} let him go.", []),
    ("not one that is doubted", "The {c?:Lorvian Navy} sailed under the {c?:UNSEAS}.", []),
    ("doubted, but named so", "{c?:Trial Chamber V} rose.", ["Trial Chamber V"]),
    ("not a club", "The {o:Court Tennis Club of Tarvik} won.", []),
]


@pytest.mark.parametrize(("text", "courts"), [c[1:] for c in COURTS], ids=[c[0] for c in COURTS])
def test_courts(named: Named, text: str, courts: list[str]) -> None:
    assert [m.name for m in named(text) if m.kind is Kind.COURT] == courts


def test_the_seat_of_a_court_is_a_place(named: Named) -> None:
    assert [m.kind for m in named("The {c:Court of Appeal in Harwick} let him go.")] == [Kind.COURT, Kind.PLACE]


def test_a_ship_is_nobody(named: Named) -> None:
    assert [m.name for m in named("The ferry {p:Anna Weiss} sank; the captain, {p:Jon Ferrer}, lived.")] == [
        "Jon Ferrer"
    ]


@pytest.mark.parametrize("text", ["The {o?:Commission} replied.", "Two {l?:Kestrian} nurses left."])
def test_a_kind_of_body_and_an_adjective_are_no_names(named: Named, text: str) -> None:
    assert not named(text)


@pytest.mark.parametrize("text", ["The {o:Senate} voted.", "The {o?:Relief Commission} replied.", "{p?:Bill} left."])
def test_what_is_a_name_all_the_same(named: Named, text: str) -> None:
    assert len(named(text)) == 1
