"""Dates of birth: in the entries of listings, and nowhere else."""

import pytest
from marked import doc_of
from spacy.language import Language

from onrecord.extract.births import births

BORN = [
    ("After a label", "{p:RAM, Otto}; DOB {d:12 May 1961=1961-05-12}; judge\n{p:ORR, Lena}; mayor", "1961-05-12"),
    ("As a year", "1. {p:RAM, Otto}, born in {d:1961=1961}, judge\n2. {p:ORR, Lena}, mayor", "1961"),
    ("In a cell", "Name\tDate of birth\n{p:Otto Ram}\t{d:12 May 1961=1961-05-12}\n{p:Lena Orr}\t-", "1961-05-12"),
]


@pytest.mark.parametrize(("text", "date"), [c[1:] for c in BORN], ids=[c[0] for c in BORN])
def test_the_birth_of_somebody_listed(nlp: Language, text: str, date: str) -> None:
    [birth] = births(doc_of(nlp, text))._.births
    assert (birth.person.exact.replace("RAM, Otto", "Otto Ram"), birth.date) == ("Otto Ram", date)


NONE = [
    ("Another day", "{p:RAM, Otto}; listed on {d:12 May 2024=2024-05-12}\n{p:ORR, Lena}; mayor"),
    ("No listing", "{p:Otto Ram} was born on {d:12 May 1961=1961-05-12}."),
    ("No name", "- DOB {d:12 May 1961=1961-05-12}\n- nobody knows"),
]


@pytest.mark.parametrize("text", [c[1] for c in NONE], ids=[c[0] for c in NONE])
def test_what_is_no_birth(nlp: Language, text: str) -> None:
    assert births(doc_of(nlp, text))._.births == ()
