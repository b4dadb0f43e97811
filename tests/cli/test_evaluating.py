"""`onrecord evaluate`, as people and scripts meet it."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from commands import Said
from onrecord.build.models import models
from onrecord.settings import Reading
from onrecord.values.configuration import Configuration

Run = Callable[..., Said]
TEXT = "date 2024-01-24\nDmytro Lubinets said on Monday that 517 children had been returned to Kyiv."
FIGURE = {"text": "517", "value": 517, "hedge": "exact", "counted": "children", "action": "killed"}
FACTS = {
    "people": [{"name": "Dmytro Lubinets", "positions": []}],
    "organizations": [],
    "places": [{"name": "Geneva"}],
    "dates": [{"text": "Monday", "value": "2024-01-22"}],
    "figures": [{**FIGURE, "scope": "unspecified", "asOf": "2024-01-22", "reportedBy": "Dmytro Lubinets"}],
    "acts": [],
    "speakers": ["Dmytro Lubinets"],
}


@pytest.fixture(autouse=True)
def same_configuration(configured: Configuration, monkeypatch: pytest.MonkeyPatch) -> None:
    """The configuration is worked out once for all commands here."""

    def of(how: Reading) -> Configuration:
        models(how)  # says that a model is missing
        return configured

    monkeypatch.setattr("onrecord.build.fingerprint.configuration", of)


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "a.json").write_text(json.dumps(FACTS), encoding="utf-8")
    return tmp_path


@pytest.mark.model
def test_the_table_has_a_line_for_each_field(onrecord: Run, gold: Path) -> None:
    said = onrecord("evaluate", gold)
    assert (said.code, said.err) == (0, "")
    title, header, *lines = said.out.splitlines()
    assert title == f"{gold}: 1 annotated article"
    assert header.split()[:4] == ["field", "precision", "recall", "F1"]
    assert [line.split()[0] for line in lines] == (
        "people organizations courts places dates figures positions acts speakers".split()
    )
    assert lines[0].split() == ["people", "1.000", "1.000", "1.000", "1", "0", "0"]
    assert lines[3].split() == ["places", "0.000", "0.000", "0.000", "0", "1", "1"]
    assert lines[5].endswith("action 0.00  scope 1.00  asOf 1.00  reportedBy 1.00")
    assert len({line.index(line.split()[3]) for line in lines}) == 1, "columns are aligned"
    assert "\x1b" not in said.out


@pytest.mark.model
def test_misses_are_told_with_their_sentences(onrecord: Run, gold: Path) -> None:
    said = onrecord("evaluate", gold, "--misses", "--field", "places", "--field", "figures")
    table, *misses = said.out.split("\n\n")
    sentence = "    Dmytro Lubinets said on Monday that 517 children had been returned to Kyiv."
    assert [line.split()[0] for line in table.splitlines()[2:]] == ["places", "figures"]
    assert [miss.rstrip("\n").splitlines() for miss in misses] == [
        ["places extra: Kyiv (a.txt)", sentence],
        ["places missed: Geneva (a.txt)"],  # which the article does not name
        ["figures.action wrong: returned, not killed: 517 | 517 | exact | children (a.txt)", sentence],
    ]


@pytest.mark.model
def test_several_articles_give_intervals_and_those_not_annotated_are_left_out(onrecord: Run, gold: Path) -> None:
    for name, content in {"b": FACTS, "c": {**FACTS, "annotated": False}}.items():
        (gold / f"{name}.txt").write_text(TEXT, encoding="utf-8")
        (gold / f"{name}.json").write_text(json.dumps(content), encoding="utf-8")
    (gold / "b.txt").write_text(f"{TEXT} They stayed.", encoding="utf-8")
    said = onrecord("evaluate", gold, "--field", "people")
    assert said.err == 'not annotated yet ("annotated": false), and left out: c.txt\n'
    _, _, people, note = said.out.splitlines()
    assert people.split() == ["people", "1.000", "0.34-1.00", "1.000", "0.34-1.00", "1.000", "2", "0", "0"]
    assert note.startswith("beside precision and recall: 95% confidence intervals; articles chosen otherwise")


@pytest.mark.model
def test_json_has_the_figures_and_the_misses(onrecord: Run, gold: Path) -> None:
    said = onrecord("evaluate", gold, "--json", "--misses")
    document = json.loads(said.out)
    assert (document["folder"], document["articles"]) == (str(gold), 1)
    assert document["fields"]["figures"] == {
        "precision": 1.0,
        "recall": 1.0,
        "f1": 1.0,
        "tp": 1,
        "fp": 0,
        "fn": 0,
        "accuracy": {"action": 0.0, "scope": 1.0, "asOf": 1.0, "reportedBy": 1.0},
        "intervals": {},
    }
    assert document["sample"].startswith("articles chosen otherwise than by chance")
    wrong = [miss for miss in document["misses"] if miss["kind"] == "wrong"]
    assert [(miss["field"], miss["attribute"], miss["source"]) for miss in wrong] == [("figures", "action", "a.txt")]
    assert (wrong[0]["found"]["action"], wrong[0]["wanted"]["action"]) == ("returned", "killed")
    assert "misses" not in json.loads(onrecord("evaluate", gold, "--json").out)


@pytest.mark.model
def test_an_article_that_is_refused_is_said_and_ends_with_1(onrecord: Run, gold: Path) -> None:
    (gold / "b.txt").write_bytes(b"\0")
    (gold / "b.json").write_text(json.dumps(FACTS), encoding="utf-8")
    said = onrecord("evaluate", gold, "--field", "people")
    assert said.code == 1
    assert said.err.startswith(f"refused, and so missed: {gold / 'b.txt'}: ")
    counted = ["people", "1.000", "0.21-1.00", "0.500", "0.05-0.95", "0.667", "1", "0", "1"]
    assert said.out.splitlines()[2].split() == counted


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("b.json", "{", "b.json: not an annotation in JSON"),
        ("b.json", "{}", "b.json: `people` is missing and must be a list: correct the annotation"),
    ],
)
def test_an_annotation_that_cannot_be_read_ends_with_2(
    onrecord: Run, gold: Path, name: str, content: str, said: str
) -> None:
    (gold / "b.txt").write_text("Words.", encoding="utf-8")
    (gold / name).write_text(content, encoding="utf-8")
    ended = onrecord("evaluate", gold)
    assert (ended.code, ended.out, ended.err.count("\n")) == (2, "", 1)
    assert ended.err.startswith("onrecord: ")
    assert said in ended.err


def test_wrong_usage_ends_with_2(onrecord: Run, tmp_path: Path) -> None:
    for arguments, said in (
        ((tmp_path,), "no annotated articles"),
        ((tmp_path / "gone",), "no such folder"),
        ((tmp_path, "--field", "figuers"), "no field is called 'figuers': people, organizations,"),
    ):
        ended = onrecord("evaluate", *arguments)
        assert (ended.code, ended.out, ended.err.count("\n")) == (2, "", 1)
        assert said in ended.err


@pytest.mark.model
def test_a_model_that_is_not_installed_ends_with_2(onrecord: Run, gold: Path) -> None:
    ended = onrecord("evaluate", gold, "--model", "no_such_model")
    assert (ended.code, ended.out, ended.err.count("\n")) == (2, "", 1)
    assert "pip install no_such_model" in ended.err
