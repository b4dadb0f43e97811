"""A user's folder of Turtle: a kind of event of their own is read without a line of Python."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from marked import doc_of
from spacy.language import Language

from onrecord.extract.events.component import events
from onrecord.extract.quantities.component import figures
from onrecord.lexicon import lexicon

TURTLE = """
@prefix action: <https://w3id.org/onrecord/action/> .
@prefix event: <https://w3id.org/onrecord/event/> .
@prefix onr: <https://w3id.org/onrecord/ns#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .

event:spill a skos:Concept ; skos:inScheme <https://w3id.org/onrecord/event> ;
    skos:prefLabel "spill"@en ;
    skos:definition "Oil or chemicals get out."@en ;
    skos:broader event:incident ;
    onr:noun "spill", "oil slick" ;
    onr:verb "leak" ;
    onr:outcome action:injured ;
    onr:counts "barrel" .
"""
TEXT = (
    "An oil slick was found off {l:Orlec} on {d:12 February=2019-02-12}. The spill spread fast. "
    "The tanker lost 40 barrels. Nine dockers were injured."
)


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[None]:
    (tmp_path / "mine.ttl").write_text(TURTLE, encoding="utf-8")
    lexicon.use([tmp_path])
    yield
    lexicon.use([])


def read(nlp: Language) -> list[tuple[str, str, list[str], list[str]]]:
    found = events(figures(doc_of(nlp, TEXT)))._.events
    return [(e.kind, e.date, [w.exact for w in e.evidence], [f.exact for f in e.figures]) for e in found]


@pytest.mark.usefixtures("folder")
def test_a_kind_of_ones_own(nlp: Language) -> None:
    assert read(nlp) == [("spill", "2019-02-12", ["oil slick", "spill"], ["40", "Nine"])]


def test_without_the_folder_there_is_none(nlp: Language) -> None:
    assert read(nlp) == []
