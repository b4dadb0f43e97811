"""Python names no single type of act and no single standing: what sets them apart stands in the ontology."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import onrecord
from onrecord.lexicon import lexicon

SCHEMES = ("act", "standing")
PACKAGE = Path(onrecord.__file__).parent


def terms() -> frozenset[str]:
    return frozenset(concept.term for scheme in SCHEMES for concept in lexicon.load().scheme(scheme))


def columns(tree: ast.AST) -> set[ast.AST]:
    """What names a column or a field: `row["withdrawn"]`, `"withdrawn" if figure.withdrawn else …` are of figures."""
    found: set[ast.AST] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Subscript):
            found.add(node.slice)
        elif isinstance(node, ast.Dict):
            found.update(key for key in node.keys if key is not None)
        elif isinstance(node, ast.IfExp) and isinstance(node.test, ast.Attribute):
            field = node.test.attr
            found.update(n for n in ast.walk(node.body) if isinstance(n, ast.Constant) and n.value == field)
    return found


def named(source: str) -> Iterator[tuple[int, str]]:
    """Where a module names a term: as a string of its own, or as the end of an IRI inside one."""
    tree, known = ast.parse(source), terms()
    iri = re.compile(rf"\b(?:{'|'.join(SCHEMES)})[/:](\w+)")
    keys = columns(tree)
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node not in keys:
            for word in {node.value, *iri.findall(node.value)} & known:
                yield node.lineno, word


def test_python_names_no_type_of_act_and_no_standing() -> None:
    found = {
        f"{path.relative_to(PACKAGE)}:{line}: {word}"
        for path in PACKAGE.rglob("*.py")
        for line, word in named(path.read_text(encoding="utf-8"))
    }
    assert found == set()


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ('if act.type == "Judgment": pass', "Judgment"),
        ('DONE = ("issued", "other")', "issued"),
        ('{"rank": "withdrawn"}', "withdrawn"),
        ('kind = "withdrawn" if act.done else "total"', "withdrawn"),
        ('QUERY = "SELECT * { ?act onr:standing standing:sought }"', "sought"),
        ('TREATY = "https://w3id.org/onrecord/act/Agreement"', "Agreement"),
    ],
)
def test_a_term_named_in_a_module_is_found(source: str, expected: str) -> None:
    assert [word for _, word in named(source)] == [expected]


@pytest.mark.parametrize(
    "source",
    [
        '"""What a Judgment is: issued, appealed or withdrawn."""',
        'taken_back = row["withdrawn"]',
        'kind = "withdrawn" if figure.withdrawn else "total"',
        'words = {"issue", "judge"}',
        "Agreement = issued = None",
    ],
)
def test_what_is_no_name_of_a_term_is_left_alone(source: str) -> None:
    assert list(named(source)) == []
