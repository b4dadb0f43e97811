"""Mentions of names: what the text says of whom they name, and where they stand."""

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from onrecord.values.findings import Gender, Mention

Named = Callable[[str], list[Mention]]

DESCRIBED = [
    ("a title before", "Prime Minister {p:Ludvik Sorensen} left.", ("prime minister",)),
    ("an apposition before", "The ombudsman, {p:Ruth Abara}, left.", ("ombudsman",)),
    ("a body's", "The charity {o:Save Valmora} paid.", ("charity",)),
    ("no role in apposition", "{p:Ruth Abara}, Tarvik, left.", ()),
    ("a charity is no person", "The charity {p:Ruth Abara} left.", ()),
]


@pytest.mark.parametrize(("text", "roles"), [c[1:] for c in DESCRIBED], ids=[c[0] for c in DESCRIBED])
def test_roles_applied_to_a_name(named: Named, text: str, roles: tuple[str, ...]) -> None:
    assert named(text)[0].described == roles


GENDERS = [
    ("{p:Anna Roe} left.", Gender.FEMALE),
    ("Mr {p:Roe} left.", Gender.MALE),
    ("{p:Amsel Roe} left.", Gender.UNKNOWN),
    ("The {o:Harbour Fund} paid.", Gender.NEUTER),
]


@pytest.mark.parametrize(("text", "gender"), GENDERS)
def test_gender_by_title_and_given_name(named: Named, text: str, gender: Gender) -> None:
    assert named(text)[0].gender is gender


def test_a_name_over_white_space_and_format_characters_is_written_plainly(named: Named) -> None:
    assert [m.name for m in named("{p:Vera  Pohl} met {p:Ivan\u200b Rask}.")] == ["Vera Pohl", "Ivan Rask"]


def test_offsets_are_those_of_the_text(marked: Callable[[str], Doc]) -> None:
    doc = marked("“{p:Élodie}’s”—said Dr {p:Élodie Brûlé} of the {o:Société Ångström}—was née in {l:Łódź}. She’s 40.")
    for mention in doc._.mentions:
        assert doc.text[mention.evidence.start : mention.evidence.end] == mention.evidence.exact
