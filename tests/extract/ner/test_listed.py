"""Names in listings and tables: whole where the form of the listing says so."""

from collections.abc import Callable

import pytest

from onrecord.values.findings import Kind, Mention

Named = Callable[[str], list[Mention]]

PEOPLE = [
    ("Surnames first", "1. {o:RAM}, {p:Otto}, judge\n2. {l:ORR}, {p:Lena}, mayor", ["Otto Ram", "Lena Orr"]),
    (
        "Cut short",
        "- {p:Otto Ram}\n- Rosa van der {p:Holt}\n- {p:Lena Orr}",
        ["Otto Ram", "Rosa van der Holt", "Lena Orr"],
    ),
    ("Missed", "- {p:Otto Ram}\n- Lena Orr\n- {p:Ivo Rak}", ["Otto Ram", "Lena Orr", "Ivo Rak"]),
    ("After a title", "- {p:Otto Ram}\n- Colonel Lena Orr\n- {p:Ivo Rak}", ["Otto Ram", "Lena Orr", "Ivo Rak"]),
    (
        "Over two cells",
        "Name\tRole\tState\n{p:Otto Ram}\tmayor of {o:Holm\tTorvia}\n{p:Lena Orr}\tjudge\t{l:Torvia}",
        ["Otto Ram", "Lena Orr"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), [c[1:] for c in PEOPLE], ids=[c[0] for c in PEOPLE])
def test_the_people_of_a_listing(named: Named, text: str, expected: list[str]) -> None:
    assert [m.name for m in named(text) if m.kind is Kind.PERSON] == expected


def test_an_alias_stands_for_whom_it_is_listed_with(named: Named) -> None:
    found = named("1. {o:RAM}, {p:Otto} (a.k.a. 'the {o:Fox}')\n2. {p:ORR}, Lena")
    assert [(m.name, m.stands_for.exact if m.stands_for else None) for m in found] == [
        ("Otto Ram", None),
        ("the Fox", "RAM, Otto"),
        ("Lena Orr", None),
    ]


PLACES = [
    ("Rows of regions", "Region\tKilled\nVelm\t40\n{o:Pell}\t9\nTotal\t49", ["Velm", "Pell"]),
    ("Rows of teams", "Team\tPoints\nVelm\t40\n{o:Pell}\t9\n{l:Holm}\t8", ["Holm"]),
    ("Where somebody was born", "RAM, Otto; POB {o:Velm}\nORR, Lena; DOB 1961", ["Velm"]),
]


@pytest.mark.parametrize(("text", "expected"), [c[1:] for c in PLACES], ids=[c[0] for c in PLACES])
def test_the_places_of_tables_and_listings(named: Named, text: str, expected: list[str]) -> None:
    assert [m.name for m in named(text) if m.kind is Kind.PLACE] == expected


NOBODY = [
    ("Labels of fields", "RAM, Otto; {o:DOB} 1961; {o:POB} Velm\nORR, Lena"),
    ("What goes on no record", "RAM, Otto; nationality {o:Torvian}\nORR, Lena"),
]


@pytest.mark.parametrize("text", [c[1] for c in NOBODY], ids=[c[0] for c in NOBODY])
def test_what_names_nobody_in_an_entry(named: Named, text: str) -> None:
    assert {m.name for m in named(text)} <= {"Otto Ram", "Lena Orr", "Velm"}


def test_a_list_of_other_things_names_nobody(named: Named) -> None:
    found = named("Goals:\n\n- Clean Water\n- Warm Beds\n- {o:Harbour Fund}")
    assert [(m.name, m.kind) for m in found] == [("Harbour Fund", Kind.ORGANIZATION)]
