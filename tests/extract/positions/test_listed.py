"""Titles in the entries of listings: behind a name, in a cell, on a labelled line."""

import pytest
from marked import doc_of
from spacy.language import Language

from onrecord.extract.positions.component import positions

LISTED = [
    ("After particulars", "{p:RAM, Otto}; DOB 1961; deputy minister\n{p:ORR, Lena}; judge", "deputy minister"),
    ("In a cell", "Name\tFunction\tAge\n{p:Otto Ram}\tprison director\t61\n{p:Lena Orr}\tjudge\t44", "prison director"),
    (
        "Before the reasons",
        "Name\tReasons\n{p:Otto Ram}\tProsecutor. He jailed nine men.\n{p:Lena Orr}\tJudge.",
        "Prosecutor",
    ),
    ("On a line", "1. {p:Otto Ram}\nPosition: mayor\n\n2. {p:Lena Orr}\nPosition: judge", "mayor"),
]


@pytest.mark.parametrize(("text", "title"), [c[1:] for c in LISTED], ids=[c[0] for c in LISTED])
def test_the_title_of_somebody_listed(nlp: Language, text: str, title: str) -> None:
    found = positions(doc_of(nlp, text))._.positions
    assert found[0].title.exact == title


def test_the_title_of_another_in_the_entry_is_not_theirs(nlp: Language) -> None:
    text = "- {p:Otto Ram}, judge, and her deputy, {p:Ivo Rak}\n- {p:Lena Orr}, mayor"
    found = positions(doc_of(nlp, text))._.positions
    assert ("Otto Ram", "deputy") not in [(p.person.exact, p.title.exact) for p in found]


def test_a_sentence_in_a_list_is_no_entry(nlp: Language) -> None:
    text = "* A court jailed {p:Otto Ram}, a judge. {p:Lena Orr}, a clerk, was cleared.\n* Nine others left."
    found = positions(doc_of(nlp, text))._.positions
    assert [(p.person.exact, p.title.exact) for p in found] == [("Otto Ram", "judge"), ("Lena Orr", "clerk")]
