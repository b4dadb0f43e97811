"""Which numbers tell acts apart."""

import pytest

from onrecord.claims.act_numbers import told_apart


@pytest.mark.parametrize(
    ("number", "other"),
    [
        ("", "Resolution 2482"),
        ("Resolution 2482 (2019)", "Resolution 2482"),
        ("330", "Decree No. 330"),
        ("Child Protection Act", "Protection Act"),
        ("Child Protection Act", "Law No. 12"),
    ],
)
def test_numbers_may_be_of_one_act(number: str, other: str) -> None:
    assert not told_apart(number, other)
    assert not told_apart(other, number)


@pytest.mark.parametrize(("number", "other"), [("Resolution 1", "Resolution 2"), ("4102/12", "4102/13")])
def test_numbers_tell_acts_apart(number: str, other: str) -> None:
    assert told_apart(number, other)
