"""Python names no act type, action, hedge, scope, kind of saying and so on: the ontology sets them apart."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import onrecord
from onrecord.lexicon import lexicon

SCHEMES = ("act", "standing", "action", "unit", "currency", "hedge", "scope", "saying", "factuality", "event")
PACKAGE = Path(onrecord.__file__).parent
# English words, columns and fields that are spelled as a term is: by file, none of them stands for the term.
HOMOGRAPHS: dict[str, set[str]] = {
    "answers/explain.py": {"other"},  # a column
    "answers/plot.py": {"withdrawn"},  # the legend of figures taken back
    "chronology/wording.py": {"between"},  # a preposition before the parties of an agreement
    "cli/asking.py": {"question"},  # an argument
    "cli/diagnosis.py": {"missing"},  # of a package
    "comparison/tables.py": {"about", "question"},  # columns
    "curation/update.py": {"possible"},  # a key
    "evaluation/comparison.py": {"dollar", "euro", "percent"},  # nouns of annotations
    "evaluation/fields.py": {"percent"},
    "extract/acts/bench.py": {"other"},  # determiners
    "extract/acts/participants.py": {"other"},
    "extract/acts/plausibility.py": {"total"},  # adverbs of counting
    "extract/acts/proposals.py": {"request"},  # a property of standings
    "extract/as_of/dated.py": {"between"},  # prepositions before a date
    "extract/attribution/component.py": {"between"},  # prepositions before a date
    "extract/attribution/filters.py": {"about"},  # what a verb of speech takes
    "extract/attribution/reporting_verbs.py": {"about"},
    "extract/dates/filters.py": {"nearly", "percent"},  # words beside a year
    "extract/quantities/ellipsis.py": {"vote"},  # what is counted
    "extract/quantities/particles.py": {"about"},  # what a verb of speech takes
    "extract/quantities/event_lexicon.py": {"negated"},  # a property of the word lists
    "extract/quantities/event_type.py": {"total"},  # a verb
    "extract/quantities/factuality.py": {"about"},  # a preposition
    "extract/syntax/noun_phrases.py": {"total"},  # a noun that stands for a number
    "graph/decisions.py": {"other"},  # a field
    "store/blocks.py": {"meeting"},  # a table
    "store/catalogue.py": {"meeting"},
    "publish/columns.py": {"exact", "other", "withdrawn"},  # columns
    "review/queue.py": {"other"},  # a column
    "serve/explorer/chronology.py": {"question"},  # a parameter
    "serve/explorer/decide.py": {"other"},  # a column
    "serve/explorer/disagreements.py": {"other"},  # a column
    "serve/explorer/figure_table.py": {"other", "withdrawn"},  # columns
    "serve/explorer/index.py": {"withdrawn"},  # a column
    "serve/explorer/node.py": {"withdrawn"},  # a property of figures
    "serve/explorer/questions.py": {"question", "withdrawn"},  # a template, the name of a query
    "timex/absolute.py": {"between"},  # 'between 3 and 5 May'
    "values/decisions.py": {"other"},  # a column
    "verification/copies.py": {"exact"},  # a column
    "verification/minting.py": {"withdrawn"},  # a part of what names a figure
}


@lexicon.derived
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
    passed_over = columns(tree) | {node.value for node in ast.walk(tree) if isinstance(node, ast.Expr)}  # docstrings
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node not in passed_over:
            for word in {node.value, *iri.findall(node.value)} & known:
                yield node.lineno, word


@pytest.mark.parametrize("path", sorted(PACKAGE.rglob("*.py")), ids=lambda path: str(path.relative_to(PACKAGE)))
def test_python_names_no_term(path: Path) -> None:
    words = HOMOGRAPHS.get(path.relative_to(PACKAGE).as_posix(), set())
    found = [(line, word) for line, word in named(path.read_text(encoding="utf-8")) if word not in words]
    assert not found, "read it from ontology/ instead (Lexicon.default, Lexicon.marked)"


def test_each_homograph_is_still_in_its_file() -> None:
    for name, words in HOMOGRAPHS.items():
        found = {word for _, word in named((PACKAGE / name).read_text(encoding="utf-8"))}
        assert words <= found, name


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ('if act.type == "Judgment": pass', "Judgment"),
        ('DONE = ("issued", "done")', "issued"),
        ('{"rank": "withdrawn"}', "withdrawn"),
        ('kind = "withdrawn" if act.done else "given"', "withdrawn"),
        ('QUERY = "SELECT * { ?act onr:standing standing:sought }"', "sought"),
        ('UNKNOWN = "other"', "other"),
        ('unit = unit or "percent"', "percent"),
        ('hedge = "exact" if bare else hedge', "exact"),
        ('SWAPPED = "https://w3id.org/onrecord/action/exchanged"', "exchanged"),
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
        'kind = "withdrawn" if figure.withdrawn else "given"',
        'words = {"issue", "judge"}',
        "Agreement = issued = None",
    ],
)
def test_what_is_no_name_of_a_term_is_left_alone(source: str) -> None:
    assert list(named(source)) == []
