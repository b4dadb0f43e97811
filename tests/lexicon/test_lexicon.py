"""Word lists: Turtle in, plain values out."""

from pathlib import Path

import pytest

from onrecord.lexicon import lexicon
from onrecord.lexicon.lexicon import Lexicon

TURTLE = """
@prefix onr: <https://w3id.org/onrecord/ns#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
<https://w3id.org/onrecord/action> a skos:ConceptScheme ; skos:prefLabel "Actions"@en .
<https://w3id.org/onrecord/action/returned> a skos:Concept ; skos:inScheme <https://w3id.org/onrecord/action> ;
    skos:prefLabel "returned"@en ; skos:altLabel "sent home"@en, "Brought back"@en ;
    onr:verb "return", "Bring back" ; onr:noun "return" .
<https://w3id.org/onrecord/action/deported> a skos:Concept ; skos:inScheme <https://w3id.org/onrecord/action> ;
    owl:sameAs <http://www.wikidata.org/entity/Q379693> .
"""


@pytest.fixture
def words(tmp_path: Path) -> Lexicon:
    (tmp_path / "actions.ttl").write_text(TURTLE, encoding="utf-8")
    return lexicon.load(tmp_path)


def test_concepts_come_in_order_of_iri(words: Lexicon) -> None:
    assert words.schemes == ("action",)
    assert [concept.term for concept in words.scheme("action")] == ["deported", "returned"]


def test_a_concept_has_a_label_names_and_words(words: Lexicon) -> None:
    deported, returned = words.scheme("action")
    assert returned.label == "returned"
    assert returned.names == ("returned", "Brought back", "sent home")
    assert returned.get("verb") == ("Bring back", "return")
    assert returned.one("noun") == "return"
    assert returned.get("phrase") == ()
    assert returned.one("phrase", "none") == "none"
    assert (deported.label, deported.same_as) == ("deported", ("http://www.wikidata.org/entity/Q379693",))


def test_words_are_looked_up_in_lower_case(words: Lexicon) -> None:
    assert {word: c.term for word, c in words.by_word("action", "verb").items()} == {
        "bring back": "returned",
        "return": "returned",
    }


def test_a_scheme_that_no_file_declares_raises(words: Lexicon) -> None:
    with pytest.raises(KeyError):
        words.scheme("verbs")


def test_several_files_make_one_list(tmp_path: Path) -> None:
    more = TURTLE.replace("returned", "found").replace("deported", "killed")
    (tmp_path / "a.ttl").write_text(TURTLE, encoding="utf-8")
    (tmp_path / "b.ttl").write_text(more, encoding="utf-8")
    assert [c.term for c in lexicon.load(tmp_path).scheme("action")] == ["deported", "found", "killed", "returned"]


def test_the_lists_that_onrecord_ships_are_read_once() -> None:
    assert lexicon.load() is lexicon.load()
    assert {"act", "hedge", "name", "role", "speech"} <= set(lexicon.load().schemes)
