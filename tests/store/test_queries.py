"""The program's own questions to the store: one file each, all of them used, none of them in the code."""

import ast
import re
from pathlib import Path

import pyoxigraph as ox
import pytest

from onrecord import resources
from onrecord.answers.ask import named_queries
from onrecord.store.queries import query, select

SOURCE = Path(__file__).parents[2] / "src" / "onrecord"
FILES = resources.shipped("queries/internal", ".rq")
CHANGES = resources.shipped("queries/internal", ".ru")
CODE = {path: path.read_text("utf-8") for path in SOURCE.rglob("*.py")}
INLINE = re.compile(r"\b(?:SELECT|CONSTRUCT|DESCRIBE|ASK|WHERE)\b[^.]*\{.*\?\w", re.DOTALL)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_each_says_what_it_asks_and_can_be_asked(path: Path) -> None:
    text = query(path.stem)
    assert re.match(r"# \w.+\n\n", text)
    ox.Store().query(text)


@pytest.mark.parametrize("path", CHANGES, ids=lambda path: path.stem)
def test_each_change_says_what_it_does_and_can_be_made(path: Path) -> None:
    text = query(path.stem)
    assert re.match(r"# \w.+\n\n", text)
    ox.Store().update(text)


def test_each_is_used() -> None:
    nodes = (node for text in CODE.values() for node in ast.walk(ast.parse(text)))
    asked = {node.value for node in nodes if isinstance(node, ast.Constant)}
    assert {path.stem for path in (*FILES, *CHANGES)} - asked == set()


def test_none_is_a_question_for_users() -> None:
    assert query("called") not in {question.text for question in named_queries().values()}
    assert "called" not in named_queries()


def test_none_is_written_in_the_code() -> None:
    texts = {
        path: [n.value for n in ast.walk(ast.parse(text)) if isinstance(n, ast.Constant) and isinstance(n.value, str)]
        for path, text in CODE.items()
    }
    assert [str(path) for path, found in texts.items() if any(INLINE.search(text) for text in found)] == []
    assert INLINE.search("SELECT ?x { ?x a ?y }") and INLINE.search("CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }")


def test_terms_are_given_for_variables() -> None:
    a, b, p = (ox.NamedNode(f"urn:{name}") for name in "abp")
    database = ox.Store()
    database.extend([ox.Quad(a, p, b), ox.Quad(b, p, a)])
    assert [row["value"] for row in select(database, "node-values", node=a)] == [b]


def test_a_question_that_is_none_and_one_without_rows_are_faults() -> None:
    with pytest.raises(KeyError):
        query("no-such-question")
    with pytest.raises(TypeError, match="everything: not a SELECT query"):
        select(ox.Store(), "everything")
