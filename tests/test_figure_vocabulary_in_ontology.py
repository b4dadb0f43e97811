"""Code names no single action, unit, currency, hedge or scope: what tells them apart stands in `ontology/`."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import onrecord
from onrecord.lexicon import lexicon

PACKAGE = Path(onrecord.__file__).parent
SCHEMES = ("action", "unit", "currency", "hedge", "scope")
# English words, columns and fields that are spelled as a term is: by file, none of them stands for the term.
HOMOGRAPHS = {
    "answers/explain.py": {"exact", "other"},  # columns
    "cli/diagnosis.py": {"missing"},  # of a package
    "evaluation/comparison.py": {"dollar", "euro", "percent"},  # nouns of annotations
    "evaluation/fields.py": {"percent"},
    "extract/acts/component.py": {"total"},  # adverbs of counting
    "extract/attribution/component.py": {"between"},  # prepositions before a date
    "extract/attribution/from_encoder.py": {"about"},  # what a verb of speech takes
    "extract/attribution/indirect.py": {"about"},
    "extract/dates/filters.py": {"about", "between", "percent", "total"},  # words beside a year
    "extract/positions/tenure.py": {"between"},  # prepositions before a date
    "extract/quantities/component.py": {"about"},  # what a verb of speech takes
    "extract/quantities/event_type.py": {"total"},  # a verb
    "extract/syntax/noun_phrases.py": {"total"},  # a noun that stands for a number
    "graph/decisions.py": {"other"},  # a field
    "serve/explorer/network.py": {"other"},  # a column
    "timex/absolute.py": {"between"},  # 'between 3 and 5 May'
    "values/decisions.py": {"other"},  # a field
}


def named(source: str, terms: frozenset[str]) -> Iterator[tuple[int, str]]:
    """The string constants that are a term of a word list or its IRI, with their lines."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value.rsplit("/", 1)[-1] in terms:
            yield node.lineno, node.value


@pytest.fixture(scope="module")
def terms() -> frozenset[str]:
    return frozenset(concept.term for scheme in SCHEMES for concept in lexicon.load().scheme(scheme))


@pytest.mark.parametrize("path", sorted(PACKAGE.rglob("*.py")), ids=lambda path: str(path.relative_to(PACKAGE)))
def test_code_names_no_term_of_a_figure(path: Path, terms: frozenset[str]) -> None:
    words = HOMOGRAPHS.get(path.relative_to(PACKAGE).as_posix(), set())
    found = [(line, term) for line, term in named(path.read_text(encoding="utf-8"), terms) if term not in words]
    assert not found, "read it from ontology/ instead (Lexicon.default, Lexicon.marked)"


@pytest.mark.parametrize(
    "line",
    ['UNKNOWN = "other"', 'if figure.action in ("charged", "sanctioned"): pass', 'unit = unit or "percent"',
     'hedge = "exact" if bare else hedge', 'SWAPPED = "https://w3id.org/onrecord/action/exchanged"'],
)  # fmt: skip
def test_a_term_in_code_is_seen(line: str, terms: frozenset[str]) -> None:
    assert list(named(line, terms))


def test_each_homograph_is_still_in_its_file(terms: frozenset[str]) -> None:
    for name, words in HOMOGRAPHS.items():
        found = {term for _, term in named((PACKAGE / name).read_text(encoding="utf-8"), terms)}
        assert words <= found, name
