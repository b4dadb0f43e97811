"""The language of a text: what is stated is checked, and what cannot be told is not refused."""

import pytest

from onrecord.sources.language import detect, is_foreign, name, settle

ENGLISH = "The ministry said on Monday that eleven children had come home, and that it would look for the others. "
UKRAINIAN = "Заступник міністра повідомив, що одинадцять дітей повернулися додому, і на них чекали родини у Києві. "
GERMAN = "Die Minister haben am Montag in Brüssel neue Sanktionen beschlossen, teilte das Auswärtige Amt am Abend mit. "
NAMES = "Ivanov Ivan Ivanovich, born 12 May 1970\nPetrenko Oleh, judge\nMohammed al-Rashid Abu Bakr\n"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (ENGLISH, "en"),
        (UKRAINIAN * 2, "uk"),
        (GERMAN * 2, "de"),
        (ENGLISH * 3 + UKRAINIAN * 3, "en"),
        (UKRAINIAN * 6 + ENGLISH, "uk"),
        (NAMES * 8, ""),
        ("Velm | 40 | 112\nPell | 9 | 31", ""),
        ("Home.", ""),
        ("", ""),
    ],
)
def test_the_language_of_most_of_a_text(text: str, language: str) -> None:
    assert detect(text) == language


@pytest.mark.parametrize(
    ("text", "stated", "language"),
    [
        (ENGLISH, "", "en"),
        (ENGLISH, "en-GB", "en-GB"),
        (ENGLISH, "uk", "en"),
        (UKRAINIAN * 2, "en", "uk"),
        (UKRAINIAN * 2, "uk-UA", "uk-UA"),
        ("Home.", "en", "en"),
        ("Home.", "uk", ""),
    ],
)
def test_the_language_stated_holds_unless_the_text_is_in_another(text: str, stated: str, language: str) -> None:
    assert settle(text, stated) == language


@pytest.mark.parametrize(
    ("tag", "foreign"), [("", False), ("en", False), ("en_US", False), ("uk", True), ("de-AT", True)]
)
def test_english_is_read_and_what_is_not_known(tag: str, foreign: bool) -> None:
    assert is_foreign(tag) is foreign


def test_languages_have_names() -> None:
    assert (name("uk"), name("de-AT")) == ("Ukrainian", "German")
