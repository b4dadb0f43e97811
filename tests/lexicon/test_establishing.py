"""What acts and accusations make of a deed: the word lists say it, and an act that is undone finds nothing."""

import pytest

from onrecord.graph.iri import term
from onrecord.lexicon.establishing import established, standings


@pytest.mark.parametrize(
    ("kind", "standing", "degree"),
    [
        ("act/Charge", "issued", "alleged"),
        ("act/Charge", "overturned", "alleged"),
        ("act/Judgment", "issued", "found"),
        ("act/Judgment", "", "found"),
        ("act/Judgment", "appealed", "found"),
        ("act/Judgment", "overturned", ""),
        ("act/Judgment", "sought", ""),
        ("act/Resolution", "issued", ""),
        ("accusation/suspected", "", "alleged"),
        ("accusation/convicted", "", "found"),
        ("act/SomethingElse", "issued", ""),
    ],
)
def test_what_is_made_of_a_deed(kind: str, standing: str, degree: str) -> None:
    assert established(term(*kind.split("/")), term("standing", standing) if standing else "") == degree


def test_standings_are_those_of_acts_and_of_accusations() -> None:
    assert {"issued", "overturned", "charged", "convicted"} < set(standings())
