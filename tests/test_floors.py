"""Floors on what is read from annotated articles: F1 of every field, accuracy of every attribute (`floors.toml`)."""

import tomllib
from pathlib import Path

import pytest

from onrecord.evaluation.evaluate import evaluate
from onrecord.evaluation.fields import FIELDS
from onrecord.evaluation.scoring import scores
from onrecord.values.configuration import Configuration

TESTS = Path(__file__).parent
FLOORS: dict[str, dict[str, float]] = tomllib.loads((TESTS / "floors.toml").read_text("utf-8"))
OWN = ("gold", "gold_aside")
ATTRIBUTES = {f"figures.{name}" for name in ("action", "scope", "asOf", "reportedBy")} | {"acts.against"}


@pytest.mark.parametrize("name", OWN)
def test_every_field_and_attribute_has_a_floor(name: str) -> None:
    assert set(FLOORS[name]) == {field.name for field in FIELDS} | ATTRIBUTES


@pytest.mark.slow
@pytest.mark.model
@pytest.mark.parametrize("name", FLOORS)
def test_no_score_is_below_its_floor(name: str, configured: Configuration, request: pytest.FixtureRequest) -> None:
    folder = TESTS / name if name in OWN else request.getfixturevalue("shared") / "gold" / name
    found = scores(evaluate(folder, configured).results)
    assert {key: found.get(key, 0.0) for key, floor in FLOORS[name].items() if found.get(key, 0.0) < floor} == {}
