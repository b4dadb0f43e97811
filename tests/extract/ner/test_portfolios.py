"""Ministries that are written small are named by their portfolio."""

from collections.abc import Callable

import pytest

from onrecord.values.findings import Mention

Named = Callable[[str], list[Mention]]

MINISTRIES = [
    ("The foreign ministry denied it.", "foreign ministry"),
    ("A letter from the ministry of internal affairs came.", "ministry of internal affairs"),
    ("The public security ministry said no.", "public security ministry"),
]


@pytest.mark.parametrize(("text", "name"), MINISTRIES)
def test_a_ministry_with_its_portfolio_is_named(named: Named, text: str, name: str) -> None:
    assert [m.name for m in named(text)] == [name]


NO_NAMES = ["The ministry denied it.", "She entered the ministry of the church.", "Their large ministry denied it."]


@pytest.mark.parametrize("text", NO_NAMES)
def test_a_ministry_without_one_is_not(named: Named, text: str) -> None:
    assert named(text) == []


def test_a_name_of_the_encoder_stays(named: Named) -> None:
    assert [m.name for m in named("The {o:Torvian foreign ministry} denied it.")] == ["Torvian foreign ministry"]
