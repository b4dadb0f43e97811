"""`--domain domains/disasters`: words, a shape and questions of a field outside the first corpus, without code."""

import csv
import io
from collections.abc import Callable
from pathlib import Path

import pytest

from commands import Said

DOMAIN = Path(__file__).parents[2] / "domains" / "disasters"
Run = Callable[..., Said]
pytestmark = pytest.mark.model


@pytest.fixture
def ask(onrecord: Run, tmp_path: Path) -> Callable[[str], list[list[str]]]:
    """The rows of a question of the domain, over its examples."""
    built = onrecord("build", DOMAIN / "examples", "--store", tmp_path / "s", "--domain", DOMAIN)
    assert (built.code, built.err) == (0, "")

    def rows(question: str) -> list[list[str]]:
        said = onrecord("ask", question, "--store", tmp_path / "s", "--domain", DOMAIN, "--format", "csv")
        return list(csv.reader(io.StringIO(said.out)))[1:]

    return rows


def test_tolls_hold_what_each_disaster_did_by_day(ask: Callable[[str], list[list[str]]]) -> None:
    told = {(row[1], row[2].rsplit("/", 1)[1], row[4]) for row in ask("tolls")}
    assert {("Alajuela", "damaged", "600"), ("Alajuela", "killed", "9"), ("Alajuela", "killed", "17")} <= told
    assert {("Alajuela", "cut_off", "3000"), ("Limon", "damaged", "45"), ("Limon", "injured", "3")} <= told


def test_only_what_was_declared_is_a_declaration(ask: Callable[[str], list[list[str]]]) -> None:
    (row,) = ask("declarations")
    assert row[:2] == ["Elena Brenes", "2025-06-03"]


def test_what_does_not_conform_to_the_domains_shape_is_held_back(onrecord: Run, tmp_path: Path) -> None:
    article = tmp_path / "a.txt"
    article.write_text("date 2025-06-03 Flood\n\nMore than 600 people were damaged in Alajuela.\n", encoding="utf-8")
    built = onrecord("build", article, "--store", tmp_path / "s", "--domain", DOMAIN)
    assert built.code == 1 and "What is damaged is a thing" in built.err
    assert onrecord("ask", "figures", "--store", tmp_path / "s", "--format", "csv").out.count("\n") == 1


def test_its_questions_are_listed_with_those_that_are_shipped(onrecord: Run) -> None:
    listed = onrecord("ask", "--domain", DOMAIN).out
    assert "declarations" in listed and "figures" in listed


def test_without_the_domain_its_questions_are_not_there(onrecord: Run, tmp_path: Path) -> None:
    said = onrecord("ask", "tolls", "--store", tmp_path)
    assert said.code == 2 and "no question is called 'tolls'" in said.err


def test_a_folder_that_is_no_domain_is_refused(onrecord: Run, tmp_path: Path) -> None:
    said = onrecord("build", DOMAIN / "examples", "--store", tmp_path / "s", "--domain", tmp_path)
    assert said.code == 2 and "no domain: name a folder that has ontology/, shapes/, queries/" in said.err


@pytest.mark.parametrize(
    ("file", "content", "fault"),
    [
        ("queries/figures.rq", "SELECT ?s { ?s ?p ?o }", "onrecord has a question 'figures' itself"),
        ("queries/odd.rq", b"\xff", "odd.rq: cannot be read"),
    ],
)
def test_a_question_that_cannot_be_taken_is_refused_by_its_file(
    onrecord: Run, tmp_path: Path, file: str, content: str | bytes, fault: str
) -> None:
    path = tmp_path / file
    path.parent.mkdir(parents=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    said = onrecord("ask", "--domain", tmp_path)
    assert said.code == 2 and fault in said.err


def test_shapes_that_are_no_turtle_are_refused_by_their_file(onrecord: Run, tmp_path: Path) -> None:
    (tmp_path / "shapes").mkdir()
    (tmp_path / "shapes" / "odd.ttl").write_text("@prefix a: <b> .\na:b c:d e .\n", encoding="utf-8")
    said = onrecord("build", DOMAIN / "examples", "--store", tmp_path / "s", "--domain", tmp_path)
    assert said.code == 2 and "odd.ttl, line 2: not Turtle" in said.err
