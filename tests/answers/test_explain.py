"""Why: a node is found by its IRI, the end of it, or a name, and shows its words, its sentences and its decisions."""

from dataclasses import replace
from pathlib import Path

import pytest

import samples
from onrecord.answers.ask import ask, named
from onrecord.answers.explain import why
from onrecord.document import Block, BlockKind
from onrecord.errors import UsageError
from onrecord.graph import iri
from onrecord.lexicon import bases
from onrecord.store import Reader
from onrecord.values.findings import Bases

PERSON = iri.node(iri.article(samples.ARTICLE), "person", "Mykola Kuleba", str(samples.KULEBA.mentions[0].start))


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return samples.store(tmp_path_factory.mktemp("why") / "store")


def lines(store: Path, wanted: str) -> list[str]:
    return ["  " * line.depth + line.text for line in why(Reader(store), wanted)]


@pytest.mark.parametrize("wanted", ["Mykola Kuleba", "mykola kuleba"])
def test_a_name_finds_the_identity_and_every_sentence_behind_it(store: Path, wanted: str) -> None:
    found = lines(store, wanted)
    assert found[0].startswith(f"{iri.BASE}person/mykola-kuleba-")
    assert '    "Mykola Kuleba" (confidence 0.98)' in found
    assert '    "Kuleba"' in found
    assert "      “Between 20 and 30 children were returned,” Kuleba said." in found


@pytest.mark.parametrize("wanted", [PERSON, PERSON.rsplit("/", 1)[-1], PERSON.rsplit("#", 1)[-1]])
def test_an_iri_or_its_end_finds_the_node(store: Path, wanted: str) -> None:
    found = lines(store, wanted)
    assert found[0] == PERSON
    assert "  name Mykola Kuleba" in found


def test_a_statement_shows_how_sure_the_encoder_is(store: Path) -> None:
    statements = [line for line in lines(store, "Mykola Kuleba") if "confidence" in line]
    assert len(statements) == 1  # the name that it found, not the one that a rule did
    node = iri.node(iri.article(samples.ARTICLE), "statement", "", *map(str, _places()))
    assert "  confidence 0.9" in lines(store, node)


def test_a_figure_shows_on_what_each_field_was_decided_and_how_sure_that_is(tmp_path: Path) -> None:
    decided = Bases(action="action-words-doubted", as_of="as-of-clause")
    said = samples.claims(figures=[replace(samples.FIGURE, bases=decided)])
    (figure,) = figure_nodes(store := samples.store(tmp_path / "s", said))
    found = lines(store, figure)
    doubted, clause = bases.confidence("action-words-doubted"), bases.confidence("as-of-clause")
    assert f"  action returned (confidence {doubted}: told by the words around it; the encoder doubts it)" in found
    assert f"  asOf 2024-01-24 (confidence {clause}: a day told in its sentence)" in found
    usual = bases.confidence("factuality-untold-agreed")  # of what the graph says nothing
    assert f"  factuality fact (confidence {usual}: nothing says otherwise; the encoder agrees)" in found
    nowhere = bases.confidence("where-none")
    assert f"  where not told (confidence {nowhere}: no place is named with it)" in found
    assert not [line for line in found if line.startswith("  basis")]


def figure_nodes(store: Path) -> list[str]:
    return [row["figure"].value for row in ask(Reader(store), named("figures").text)]


def _places() -> list[int]:
    cue = samples.STATEMENT.cue
    assert cue is not None
    return [place for words in (samples.STATEMENT.quote, cue) for place in (words.start, words.end)]


def test_what_is_not_there_is_said(store: Path) -> None:
    with pytest.raises(UsageError, match="nothing in the store is called 'Nobody'"):
        lines(store, "Nobody")


def test_in_a_printed_document_the_page_is_told(tmp_path: Path) -> None:
    page = Block(0, len(samples.TEXT), BlockKind.PAGE, "3")
    printed = replace(samples.ARTICLE, blocks=(page,))
    store = samples.store_of(tmp_path / "s", {printed.source: samples.claims()}, printed)
    assert '    "Kuleba", page 3' in lines(store, "Mykola Kuleba")
