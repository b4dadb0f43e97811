"""Which of the encoder's spans are names, and where they begin and end."""

from collections.abc import Callable

import pytest

from onrecord.values.findings import Mention

Named = Callable[[str], list[Mention]]

TRIMMED = [
    ("an article", "{o:The Harbour Fund} paid.", "Harbour Fund"),
    ("a possessive", "{l:Tarvik's} mayor left.", "Tarvik"),
    ("quotation marks", "She joined {o:“Harbour”} in May.", "Harbour"),
    ("what led to another name", "{o:Tracing Agency of the} {o:Lorvian Relief} replied.", "Tracing Agency"),
    ("a comma", "{l:Tarvik,} where it rained, is far.", "Tarvik"),
    ("no particle", "Nobody saw {p:al-Hassan}.", "al-Hassan"),
    ("no full stop of an initial", "It was {p:Vera P.} who left.", "Vera P."),
]


@pytest.mark.parametrize(("text", "name"), [c[1:] for c in TRIMMED], ids=[c[0] for c in TRIMMED])
def test_what_a_name_is_without(named: Named, text: str, name: str) -> None:
    assert named(text)[0].name == name


OF_PEOPLE = [
    ("a rank", "It was {p:Supt Vera Pohl} who left.", "Vera Pohl"),
    ("a title of nobility", "They met {p:Prince Mbonisi} there.", "Mbonisi"),
    ("a regnal numeral", "They met {p:Elizabeth} II there.", "Elizabeth II"),
    ("a given name that is a title elsewhere", "It was {p:Don Imre} who left.", "Don Imre"),
    ("no pronoun", "As {p:Vera} I left.", "Vera"),
]


@pytest.mark.parametrize(("text", "name"), [c[1:] for c in OF_PEOPLE], ids=[c[0] for c in OF_PEOPLE])
def test_where_the_name_of_a_person_begins_and_ends(named: Named, text: str, name: str) -> None:
    assert [m.name for m in named(text)] == [name]


NO_NAMES = [
    ("a title alone", "Later the {p:Prince} left."),
    ("the label of a turn", "{p:Q.} What did you see?\n{p:A.} Nothing.\n{p:Q.} And then?\n{p:A.} Nothing."),
    ("a letter", "{p:Q}: Who paid for the ships?"),
    ("small letters", "The {o:coast guard} came."),
    ("no letters", "It cost {o:€340,000} in all."),
]


@pytest.mark.parametrize("text", [c[1] for c in NO_NAMES], ids=[c[0] for c in NO_NAMES])
def test_what_is_no_name(named: Named, text: str) -> None:
    assert not named(text)


def test_a_name_in_small_letters_with_a_capital_or_in_capitals_is_one(named: Named) -> None:
    names = named("Both {o:eRada} and {o:the Kherson district administration} wrote to {p:VERA POHL}.")
    assert [m.name for m in names] == ["eRada", "Kherson district administration", "VERA POHL"]
