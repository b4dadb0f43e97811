"""Annotated articles on disk: what is read, and what is said of what cannot be."""

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from onrecord.errors import InputError
from onrecord.evaluation.annotation_files import read_annotation, read_folder
from onrecord.evaluation.gold import GoldAct, GoldDate, GoldEntity, GoldPosition, GoldSpeaker

FIGURE = {
    "text": "517",
    "value": 517,
    "hedge": "exact",
    "counted": "children",
    "action": "returned",
    "scope": "total",
    "asOf": None,
    "reportedBy": None,
}
FACTS: dict[str, Any] = {
    "published": "2024-01-25",
    "people": [{"name": "A B", "aliases": ["B"], "positions": [{"title": "mayor", "organization": None}]}],
    "organizations": [{"name": "Court", "aliases": [], "court": True}, {"name": "NGO", "aliases": [], "court": False}],
    "places": [{"name": "Kyiv"}],
    "dates": [{"text": "in 2023", "value": "2023"}],
    "figures": [FIGURE, {**FIGURE, "value": 1.5, "where": "Kyiv", "factuality": "planned"}],
    "acts": [{"type": "Charge", "by": None, "against": ["A B"], "date": None, "trigger": "charged"}],
    "speakers": ["A B"],
}


def write(folder: Path, name: str = "a", content: object = FACTS) -> Path:
    (folder / f"{name}.txt").write_text("Words.", encoding="utf-8")
    path = folder / f"{name}.json"
    path.write_text(content if isinstance(content, str) else json.dumps(content), encoding="utf-8")
    return path


def test_an_annotation_is_read_whole(tmp_path: Path) -> None:
    found = read_annotation(write(tmp_path))
    person = GoldEntity("A B", ("B",))
    assert found.people == (person,)
    assert found.positions == (GoldPosition(person, "mayor"),)
    assert found.courts == (GoldEntity("Court", (), court=True),)
    assert len(found.organizations) == 2
    assert found.places == (GoldEntity("Kyiv"),)
    assert found.dates == (GoldDate("in 2023", "2023"),)
    assert found.acts == (GoldAct("Charge", None, ("A B",), None, trigger="charged"),)
    assert found.speakers == (GoldSpeaker("A B"),)
    assert [figure.value for figure in found.figures] == [Decimal(517), Decimal("1.5")]


def test_where_and_factuality_are_judged_only_where_they_are_annotated(tmp_path: Path) -> None:
    without, with_place = read_annotation(write(tmp_path)).figures
    assert {"where", "factuality"}.isdisjoint(without.attributes)
    assert (with_place.attributes["where"], with_place.attributes["factuality"]) == ("Kyiv", "planned")


def test_a_folder_gives_its_annotated_articles_in_order_of_name(tmp_path: Path) -> None:
    for name in ("b", "a"):
        write(tmp_path, name)
    (tmp_path / "README.md").write_text("no article", encoding="utf-8")
    (tmp_path / "c.txt").write_text("not annotated", encoding="utf-8")
    (tmp_path / "d.json").write_text("{}", encoding="utf-8")
    assert [article.source for article in read_folder(tmp_path)] == ["a.txt", "b.txt"]


def test_a_folder_without_annotated_articles_is_refused_with_the_remedy(tmp_path: Path) -> None:
    (tmp_path / "c.txt").write_text("not annotated", encoding="utf-8")
    with pytest.raises(InputError, match=r"no annotated articles: put NAME\.json beside"):
        read_folder(tmp_path)
    with pytest.raises(InputError, match="no such folder"):
        read_folder(tmp_path / "gone")


def changed(**fields: Any) -> dict[str, Any]:
    return {**FACTS, **fields}


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("{", "not an annotation in JSON"),
        ("[]", "must be an object"),
        ({}, "`people` is missing and must be a list"),
        (changed(dates=None), "`dates` is null and must be a list"),
        (changed(places=["Kyiv"]), r"places\[0\]: must be an object"),
        (changed(places=[{"name": "Kyiv"}, {"name": 5}]), r"places\[1\]: `name` is 5 and must be a text"),
        (changed(places=[{"aliases": []}]), r"places\[0\]: `name` is missing"),
        (changed(organizations=[{"name": "C", "court": "yes"}]), '`court` is "yes" and must be true or false'),
        (changed(people=[{"name": "A", "aliases": [1]}]), r"`aliases` is \[1\] and must be a list of texts"),
        (changed(people=[{"name": "A", "positions": [{}]}]), r"people\[0\]: positions\[0\]: `title` is missing"),
        (changed(figures=[{**FIGURE, "value": "517"}]), '`value` is "517" and must be a number'),
        (changed(figures=[{**FIGURE, "value": True}]), "`value` is true and must be a number"),
        (
            changed(figures=[{k: v for k, v in FIGURE.items() if k != "asOf"}]),
            "`asOf` is missing and must be a text or",
        ),
        (changed(acts=[{"type": "Charge", "by": None, "date": None}]), "`against` is missing"),
        (changed(speakers=[None]), "`speakers` is .null. and must be a list of texts"),
    ],
)
def test_what_is_wrong_is_said_with_file_path_and_remedy(tmp_path: Path, content: object, said: str) -> None:
    path = write(tmp_path, content=content)
    with pytest.raises(InputError, match=said) as raised:
        read_annotation(path)
    assert str(raised.value).startswith(str(path))
    assert "correct" in str(raised.value)
    assert "\n" not in str(raised.value)
