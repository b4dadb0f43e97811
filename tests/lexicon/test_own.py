"""Users' own word lists: what is wrong with them is said before anything is read, in one line with the remedy."""

from pathlib import Path

import pytest

from onrecord import resources
from onrecord.errors import InputError, UsageError
from onrecord.lexicon import own

EXAMPLE = Path(__file__).parents[2] / "examples" / "ontology"
PREFIXES = """
@prefix act: <https://w3id.org/onrecord/act/> .
@prefix action: <https://w3id.org/onrecord/action/> .
@prefix mine: <https://example.org/mine/> .
@prefix onr: <https://w3id.org/onrecord/ns#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
"""
ACTIONS = "skos:inScheme <https://w3id.org/onrecord/action>"


def folder(tmp_path: Path, turtle: str, name: str = "mine.ttl") -> Path:
    (tmp_path / name).write_text(PREFIXES + turtle, encoding="utf-8")
    return tmp_path


def warnings(tmp_path: Path, turtle: str) -> list[str]:
    return [line.removeprefix(f"{tmp_path / 'mine.ttl'}: ") for line in own.check([folder(tmp_path, turtle)])]


def test_the_example_is_sound() -> None:
    assert own.check([EXAMPLE]) == []


def test_what_onrecord_ships_is_sound_as_a_users_own() -> None:
    assert own.check([resources.folder("ontology")]) == []


@pytest.mark.parametrize(
    "turtle",
    [
        f'action:hidden a skos:Concept ; {ACTIONS} ; skos:prefLabel "hidden"@en ; onr:verb "hide" .',
        f'mine:hidden a skos:Concept ; {ACTIONS} ; skos:prefLabel "hidden"@en .',
        f'action:returned a skos:Concept ; {ACTIONS} ; skos:prefLabel "returned"@en .',
        'action:returned onr:verb "bring homewards" .',
        '<https://example.org/about> skos:note "Says nothing of words." .',
        "",
    ],
)
def test_terms_added_replaced_and_given_more_words_are_sound(tmp_path: Path, turtle: str) -> None:
    assert warnings(tmp_path, turtle) == []


@pytest.mark.parametrize(
    ("turtle", "warning"),
    [
        (
            f'action:hidden a skos:Concept ; {ACTIONS} ; onr:verb "hide" .',
            "<https://w3id.org/onrecord/action/hidden> has no skos:prefLabel: tables and pages will show 'hidden'",
        ),
        (
            'mine:x a skos:Concept ; skos:inScheme <https://w3id.org/onrecord/actions> ; skos:prefLabel "x"@en .',
            "<https://example.org/mine/x>: nothing reads the word list <https://w3id.org/onrecord/actions>: "
            "say one of those in ontology/",
        ),
        (
            'action:retuned onr:verb "bring homewards" .',
            "<https://w3id.org/onrecord/action/retuned> is in no word list, so nothing reads it: "
            "say skos:inScheme, or mend its IRI",
        ),
        (
            'action:returned a skos:Concept ; skos:prefLabel "returned"@en .',
            "<https://w3id.org/onrecord/action/returned> is in no word list, so nothing reads it: "
            "say skos:inScheme, or mend its IRI",
        ),
        (
            'action:returned onr:verbs "bring homewards" .',
            "<https://w3id.org/onrecord/action/returned>: nothing reads onr:verbs: "
            "say one of those that ontology/ uses",
        ),
        (
            f'mine:returned a skos:Concept ; {ACTIONS} ; skos:prefLabel "returned"@en .',
            "<https://example.org/mine/returned> ends like <https://w3id.org/onrecord/action/returned>: "
            "use that IRI to replace it, or another end",
        ),
    ],
)
def test_what_nothing_will_come_of_is_warned_of(tmp_path: Path, turtle: str, warning: str) -> None:
    assert warnings(tmp_path, turtle) == [warning]


def test_folders_may_say_more_of_each_others_terms(tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
    one = folder(tmp_path / "one", f'mine:hidden a skos:Concept ; {ACTIONS} ; skos:prefLabel "hidden"@en .')
    two = folder(tmp_path / "two", 'mine:hidden onr:verb "hide" .')
    assert own.check([one, two]) == []
    assert own.files([two, one]) == (two / "mine.ttl", one / "mine.ttl")


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"mine: no such folder: name one with word lists in Turtle"):
        own.check([tmp_path / "mine"])


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"mine\.ttl: no such folder"):
        own.check([folder(tmp_path, "") / "mine.ttl"])


def test_a_folder_without_turtle_is_told(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"holds no word lists: put your Turtle there, in files that end in \.ttl"):
        own.check([folder(tmp_path, "", name="mine.txt")])


def test_a_file_that_is_no_turtle_is_told_with_its_line(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"mine\.ttl, line 8: not Turtle that can be read \(.+\): mend it"):
        own.check([folder(tmp_path, 'action:returned onr:verb "bring homewards" ;\n onr:verb home .')])


def test_a_file_in_another_encoding_is_told(tmp_path: Path) -> None:
    (tmp_path / "mine.ttl").write_bytes('<urn:a> <urn:b> "é" .'.encode("latin-1"))
    with pytest.raises(InputError, match=r"mine\.ttl, line 1: not Turtle"):
        own.check([tmp_path])


def test_terms_are_explained_by_label_definition_and_list_without_their_words(tmp_path: Path) -> None:
    turtle = f'mine:hidden a skos:Concept ; {ACTIONS} ; skos:prefLabel "hidden"@en ; skos:definition "Kept away." .'
    explained = own.explained([folder(tmp_path, turtle + ' action:returned onr:verb "bring homewards" .')])
    assert explained.count("\n") == 4 and "<https://example.org/mine/hidden>" in explained
    assert '"Kept away."' in explained and "homewards" not in explained
