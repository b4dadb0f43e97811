"""A user's folder of Turtle: a kind of saying of their own is read without a line of Python."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from spacy.tokens import Doc

from onrecord.lexicon import lexicon, sayings

TURTLE = """
@prefix onr: <https://w3id.org/onrecord/ns#> .
@prefix saying: <https://w3id.org/onrecord/saying/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix speech: <https://w3id.org/onrecord/speech/> .

saying:wager a skos:Concept ; skos:inScheme <https://w3id.org/onrecord/saying> ;
    skos:prefLabel "wager"@en ; onr:endorses false .

speech:wager a skos:Concept ; skos:inScheme <https://w3id.org/onrecord/speech> ;
    skos:prefLabel "bet"@en ; onr:kind "wager" ; onr:frame "clause" ; onr:verb "wager" .
"""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path) -> Iterator[None]:
    (tmp_path / "mine.ttl").write_text(TURTLE, encoding="utf-8")
    lexicon.use([tmp_path])
    yield
    lexicon.use([])


@pytest.mark.parametrize(("verb", "kind"), [("wagered", "wager"), ("said", "assertion")])
def test_a_kind_of_ones_own(attributed: Callable[..., Doc], verb: str, kind: str) -> None:
    text = f"Anna Roe {verb} that 40 had left."
    (statement,) = attributed(text, f"Anna Roe | {verb} | that 40 had left")._.statements
    assert (statement.kind, sayings.endorses(statement.kind)) == (kind, kind == "assertion")
