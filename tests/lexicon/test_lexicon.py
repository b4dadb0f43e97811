"""Word lists: Turtle in, plain values out."""

from collections.abc import Callable
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
    return Lexicon([tmp_path / "actions.ttl"])


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
    assert [c.term for c in Lexicon(sorted(tmp_path.glob("*.ttl"))).scheme("action")] == [
        "deported",
        "found",
        "killed",
        "returned",
    ]


def test_the_lists_that_onrecord_ships_are_read_once() -> None:
    assert lexicon.load() is lexicon.load()
    assert {"act", "hedge", "name", "role", "speech"} <= set(lexicon.load().schemes)


# Users' own words ----------------------------------------------------------------------------------------------------

PREFIXES = (
    TURTLE[: TURTLE.index("<https://w3id.org/onrecord/action> a")]
    + "@prefix action: <https://w3id.org/onrecord/action/> .\n"
)


@pytest.fixture
def own(tmp_path: Path) -> Callable[[str], Lexicon]:
    """The word lists of TURTLE with a user's own file after them."""

    def read(turtle: str) -> Lexicon:
        shipped, mine = tmp_path / "shipped.ttl", tmp_path / "mine.ttl"
        shipped.write_text(TURTLE, encoding="utf-8")
        mine.write_text(PREFIXES + turtle, encoding="utf-8")
        return Lexicon([shipped], [mine])

    return read


def test_a_new_term_is_added(own: Callable[[str], Lexicon]) -> None:
    turtle = 'action:hidden a skos:Concept ; skos:inScheme <https://w3id.org/onrecord/action> ; onr:verb "hide" .'
    assert [c.term for c in own(turtle).scheme("action")] == ["deported", "hidden", "returned"]


def test_a_term_that_is_declared_again_is_replaced(own: Callable[[str], Lexicon]) -> None:
    turtle = (
        'action:returned a skos:Concept ; skos:inScheme <https://w3id.org/onrecord/action> ; onr:verb "repatriate" .'
    )
    returned = own(turtle).scheme("action")[1]
    assert (returned.get("verb"), returned.get("noun")) == (("repatriate",), ())


def test_words_are_added_to_a_term_that_is_not_declared_again(own: Callable[[str], Lexicon]) -> None:
    returned = own('action:returned onr:verb "bring home" .').scheme("action")[1]
    assert (returned.get("verb"), returned.get("noun")) == (("Bring back", "bring home", "return"), ("return",))


def test_what_is_derived_from_the_lists_follows_those_in_force(tmp_path: Path) -> None:
    @lexicon.derived
    def verbs() -> set[str]:
        return set(lexicon.load().by_word("action", "verb"))

    (tmp_path / "mine.ttl").write_text(PREFIXES + 'action:returned onr:verb "bring homewards" .', encoding="utf-8")
    assert "bring homewards" not in verbs()
    lexicon.use([tmp_path])
    try:
        assert "bring homewards" in verbs()
    finally:
        lexicon.use([])
    assert "bring homewards" not in verbs()


# What tells the concepts of a scheme apart --------------------------------------------------------------------------


def test_the_default_is_the_concept_that_is_marked_so(own: Callable[[str], Lexicon]) -> None:
    assert own("action:returned onr:default true .").default("action").term == "returned"


@pytest.mark.parametrize("turtle", ["", "action:returned onr:default false .", 'action:returned onr:word "default" .'])
def test_a_scheme_without_a_default_is_told_with_the_remedy(own: Callable[[str], Lexicon], turtle: str) -> None:
    with pytest.raises(LookupError, match=r"no action is the default: write 'onr:default true'"):
        own(turtle).default("action")


def test_concepts_are_found_by_what_is_true_of_them(own: Callable[[str], Lexicon]) -> None:
    words = own("action:returned onr:ofRecord true . action:deported onr:ofRecord false .")
    assert [concept.term for concept in words.marked("action", "ofRecord")] == ["returned"]
    assert words.marked("action", "accumulates") == ()
