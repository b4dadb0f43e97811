"""Of whom a figure speaks, by the words for those counted."""

import pytest

from onrecord.claims.population import actions_said, group_told, population
from onrecord.values.population import Population


@pytest.mark.parametrize(
    ("counted", "head", "expected"),
    [
        ("Ukrainian children", "child", "child | ukrainian"),
        ("children", "child", "child"),
        ("deported children", "child", "child"),
        ("illegally abducted children", "child", "child"),
        ("orphaned children from Kherson", "child", "child | kherson | orphaned"),
        ("prisoners of war", "prisoner", "prisoner | war"),
        ("Canadian dollars", "Canadian dollars", "canadian dollars"),
        ("missing people", "people", "people"),
        ("servicemen", "serviceman", "serviceman"),
        ("lives", "life", "life"),
        ("feet", "foot", "foot"),
        ("bodies", "body", "body"),
        ("members of this spy network", "member", "member | network | spy"),
    ],
)
def test_a_population_is_who_they_are_not_what_happened_to_them(counted: str, head: str, expected: str) -> None:
    assert str(population(counted, head)) == expected


@pytest.mark.parametrize("written", ["child", "child | ukrainian", "child | kherson | orphaned"])
def test_it_is_read_as_it_is_written(written: str) -> None:
    assert str(Population.read(written)) == written


@pytest.mark.parametrize(
    ("counted", "actions"),
    [
        ("deported children", {"deported"}),
        ("missing people", {"missing"}),
        ("children", set()),
        ("Ukrainian children", set()),
    ],
)
def test_the_words_for_them_may_say_what_happened(counted: str, actions: set[str]) -> None:
    assert actions_said(counted) == actions


@pytest.mark.parametrize(
    ("counted", "after", "group"),
    [
        ("victims", " victims were from a single family.", "family"),
        ("people", " people from the same family died.", "family"),
        ("people", " people killed all belonged to one household.", "household"),
        ("residents", " of them from one village", "village"),
        ("dead", " of the dead came from a single extended family", "family"),
        ("people", " people died.", ""),
        ("people", " people died in one village.", ""),  # where all of them may have been
        ("people", " people died, most of them from one family.", ""),
        ("people", " people from the village and one family were hurt.", ""),
        ("families", " families", ""),
    ],
)
def test_a_group_of_which_all_those_counted_are(counted: str, after: str, group: str) -> None:
    assert group_told(counted, after) == group
