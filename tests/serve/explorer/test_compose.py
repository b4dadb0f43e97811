"""Questions composed from a form: each is a query that runs, and nothing that is written into it becomes one."""

import re

import pytest
from starlette.testclient import TestClient

from onrecord.answers.sparql_guard import check_query
from onrecord.graph.vocabulary import ONR
from onrecord.serve.errors import RefusedError
from onrecord.serve.explorer.composition import CLASSES, classes, composed, fields

FIGURE = ONR.Figure
RETURNED = "https://w3id.org/onrecord/action/returned"


def rows(client: TestClient, **asked: object) -> list[list[str]]:
    """The cells of the answer's table."""
    page = client.get("/compose", params=asked)
    assert page.status_code == 200, page.text
    answer = page.text.partition('id="answer"')[2]
    lines = re.findall(r"<tr>\s*(<td.*?)</tr>", answer, re.DOTALL)
    return [
        [re.sub("<.*?>", "", cell).strip() for cell in re.findall(r"<td.*?</td>", line, re.DOTALL)] for line in lines
    ]


def test_every_class_has_fields_and_a_query_that_runs(client: TestClient) -> None:
    assert [one.iri for one in classes()] == list(CLASSES)
    for of in CLASSES:
        names = [one.name for one in fields(of)]
        assert names, of
        check_query(composed(of, names, {}))
        assert client.get("/compose", params={"of": of.rpartition("#")[2], "show": names}).status_code == 200


def test_a_figure_is_shown_with_its_sentence(client: TestClient) -> None:
    found = rows(client, of="Figure", show=["value", "reportedBy"], **{"is.counted": "CHILD", "is.action": RETURNED})
    assert {tuple(row[-1:]) for row in found} == {("one.txt",), ("two.txt",)}
    assert {(row[1], row[3]) for row in found} == {("returned", "Mykola Kuleba")} and len(found) == 2
    assert all("Between 20 and 30 children" in row[-2] for row in found)


@pytest.mark.parametrize(
    ("name", "value", "fits"),
    [
        ("value", "20", True),
        ("value", ">= 20", True),
        ("value", "<20", False),
        ("value", "2", False),
        ("asOf", "2024-01-24", True),
        ("asOf", "2024", True),
        ("asOf", ">2024-01", True),
        ("asOf", "< 2024-01", False),
        ("reportedBy", "KULEBA", True),
        ("reportedBy", "ministry", False),
        ("counted", '" } #', False),
    ],
)
def test_a_value_is_as_it_is_written(client: TestClient, name: str, value: str, fits: bool) -> None:
    assert bool(rows(client, of="Figure", **{f"is.{name}": value})) is fits


@pytest.mark.parametrize(
    ("shown", "wanted", "why"),
    [
        (["colour"], {}, "and no 'colour'"),
        ([], {"value": "many"}, "a number like"),
        ([], {"value": "1) || (1 = 1"}, "a number like"),
        ([], {"asOf": "yesterday"}, "a day, month or year"),
        ([], {"action": "urn:x> || <urn:x"}, "is one of"),
        ([], {"withdrawn": "perhaps"}, "true or false"),
    ],
)
def test_what_cannot_be_asked_is_refused(shown: list[str], wanted: dict[str, str], why: str) -> None:
    with pytest.raises(RefusedError, match=re.escape(why)):
        composed(FIGURE, shown, wanted)


def test_other_classes_are_refused(client: TestClient) -> None:
    assert client.get("/compose", params={"of": "Evidence"}).status_code == 400


def test_its_query_opens_in_the_editor(client: TestClient) -> None:
    page = client.get("/compose", params={"of": "Person", "is.name": "kuleba"})
    assert "/editor?query=PREFIX" in page.text and "Mykola Kuleba" in page.text
