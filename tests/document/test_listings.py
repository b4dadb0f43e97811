"""Listings: whom lists, tables and headed paragraphs name one after another, and what they say of each."""

import pytest

from onrecord.document.listings import Listing, listings
from onrecord.document.plain import blocks_of

LEAD = "The Council sanctioned the following:"
FORMS = {
    "bullets": "• Otto Ram, judge\n• Lena Orr, mayor of Velm",
    "table": "| No. | Name | Position |\n|---|---|---|\n| 1 | Otto Ram | judge |\n| 2 | Lena Orr | mayor of Velm |",
    "columns": "Name         Role\nOtto Ram     judge\nLena Orr     mayor of Velm",
    "numbers": "1. RAM, Otto (a.k.a. 'the Fox'), born 12 May 1961, judge\n2. ORR, Lena (alias Grey), mayor of Velm",
    "register": 'RAM, Otto; DOB 12 May 1961; POB Pell; judge\nORR, Lena (a.k.a. "Grey"); mayor of Velm',
    "headings": "Otto Ram\nPosition: judge\nHe shut the school in Pell.\n\nLena Orr\nPosition: mayor of Velm",
}


def read(text: str) -> tuple[Listing, ...]:
    return listings(text, blocks_of(text))


def named(listing: Listing) -> list[str]:
    return [entry.called or entry.name.exact for entry in listing.entries]


@pytest.mark.parametrize("form", FORMS)
def test_who_is_listed_with_what_office(form: str) -> None:
    [found] = read(f"{LEAD}\n\n{FORMS[form]}\n\nThey left on Monday.")
    assert found.lead.exact == LEAD
    assert named(found) == ["Otto Ram", "Lena Orr"]
    assert [[office.exact for office in entry.offices] for entry in found.entries] == [["judge"], ["mayor of Velm"]]


def test_a_list_within_a_line() -> None:
    [found] = read("They are: (1) Otto Ram, judge; (2) Lena Orr, mayor of Velm; (3) Ivo Rak.")
    assert (found.lead.exact, named(found)) == ("They are:", ["Otto Ram", "Lena Orr", "Ivo Rak"])


TOLD = [
    ("RAM, Otto (a.k.a. 'the Fox'; 'Grey')", [("alias", "the Fox"), ("alias", "Grey")]),
    ("RAM, Otto (also known as Abu Zayd)", [("alias", "Abu Zayd")]),
    ("RAM, Otto; DOB 12 May 1961; POB Pell", [("birth-date", "12 May 1961"), ("birth-place", "Pell")]),
    ("RAM, Otto; nationality Torvian; judge", [("particular", "Torvian"), ("", "judge")]),
    ("RAM, Otto", []),
]


@pytest.mark.parametrize(("entry", "told"), TOLD)
def test_what_an_entry_says(entry: str, told: list[tuple[str, str]]) -> None:
    first = read(f"{entry}\nORR, Lena")[0].entries[0]
    assert [(field, words.exact) for field, words in first.told] == told


NAMES = [
    ("Surnames in capitals", "- RAM, Otto\n- VAN DER HOLT, Rosa", ["Otto Ram", "Rosa van der Holt"]),
    ("Surnames first by given names", "- Ram, Peter; judge\n- Orr, Anna; mayor", ["Peter Ram", "Anna Orr"]),
    ("Given names first", "- Otto Ram, Velm\n- Lena Orr, Pell", ["Otto Ram", "Lena Orr"]),
    ("In bold", "* **Otto Ram** – judge\n* **Lena Orr** – mayor", ["Otto Ram", "Lena Orr"]),
]


@pytest.mark.parametrize(("text", "expected"), [c[1:] for c in NAMES], ids=[c[0] for c in NAMES])
def test_how_those_listed_are_called(text: str, expected: list[str]) -> None:
    assert named(read(text)[0]) == expected


NONE = [
    ("Headings that name nobody", "What happened\nNine died.\n\nWho is to blame\nNobody knows."),
    ("A table without names", "| Region | Killed |\n|---|---|\n| Velm | 40 |"),
    ("A colon and two parts", "Two came: Otto Ram, judge; Lena Orr."),
    ("Aims after a colon", "He had three aims: to end the war; to free all prisoners; to hold elections."),
    ("Prose", "Otto Ram, a judge, left.\n\nLena Orr stayed."),
]


@pytest.mark.parametrize("text", [c[1] for c in NONE], ids=[c[0] for c in NONE])
def test_no_listing(text: str) -> None:
    assert read(text) == ()


def test_labels_within_a_cell() -> None:
    [found] = read("Name\tIdentifying information\nOtto Ram\tDOB: 1961; POB: Pell\nLena Orr\tDOB: 1970")
    assert [v.exact for entry in found.entries for v in entry.values("birth-date", "birth-place")] == [
        "1961",
        "Pell",
        "1970",
    ]
