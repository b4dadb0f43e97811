"""How two populations stand to each other."""

import pytest

from onrecord.linking.populations import Relation, plain, relation
from onrecord.values.population import Population


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("child", "child", Relation.SAME),
        ("child | ukrainian", "child", Relation.PART),
        ("child", "child | ukrainian", Relation.WHOLE),
        ("resident | island", "people", Relation.PART),
        ("people | ukrainian", "child | ukrainian", Relation.WHOLE),
        ("child | ukrainian", "child | kherson", Relation.APART),
        ("child", "people | ukrainian", Relation.APART),  # some are Ukrainian
        ("child", "adult", Relation.APART),
        ("building", "people", Relation.APART),
    ],
)
def test_relation(one: str, other: str, expected: Relation) -> None:
    assert relation(Population.read(one), Population.read(other)) is expected


@pytest.mark.parametrize(
    ("counted", "action", "expected"),
    [
        ("death", "killed", "people"),
        ("death", "injured", "death"),
        ("victim", "killed", "people"),
        ("national | mexican", "killed", "people | mexican"),
        ("mexicans", "killed", "people | mexican"),
        ("child", "killed", "child"),
        ("body", "killed", "body"),  # not all who died are found
    ],
)
def test_one_word_for_people_in_general(counted: str, action: str, expected: str) -> None:
    assert plain(Population.read(counted), action) == Population.read(expected)
