"""The language of a text: detected, set beside the one that its file states. Only English is read."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache

from babel import Locale
from py3langid.langid import MODEL_FILE, LanguageIdentifier

READ = "en"
_NO_LANGUAGE = frozenset(("zxx", "ext"))  # labels of the model that stand for none
_FREQUENT = frozenset("the of and to in a is that for was with as by on from his has have were said at be it".split())
_PLAINLY = 0.15  # of the words of a text, in English about a third; in other languages these are few
_FEWEST = 20  # words by which their share tells
_PIECE = 200  # characters and up: so much is decided at once
_SURE = 0.9
_MIXED = 1 / 3  # of the letters: with so much English, the rest is quoted
_WORD = re.compile(r"[^\W\d_]+")


def settle(text: str, stated: str) -> str:
    """The language of a text as a BCP 47 tag: the one stated, unless the text is plainly in another; '' if unknown."""
    found = detect(text)
    if not found:
        return stated if primary(stated) == READ else ""
    return stated if primary(stated) == found else found


def primary(tag: str) -> str:
    """The language of a tag: 'en' of 'en-GB'."""
    return re.split(r"[-_]", tag.strip().lower(), maxsplit=1)[0]


def is_foreign(tag: str) -> bool:
    """Whether a text of this language is not read."""
    return primary(tag) not in ("", READ)


def name(tag: str) -> str:
    """The English name of a language."""
    return str(Locale("en").languages.get(primary(tag), tag))


def detect(text: str) -> str:
    """The language that most of a text is in, by its code; '' where that cannot be told.

    A text of which a third is English is English: the rest is quoted.
    """
    words = [word.lower() for word in _WORD.findall(text)]
    if len(words) >= _FEWEST and sum(word in _FREQUENT for word in words) >= _PLAINLY * len(words):
        return READ
    letters = Counter[str]()
    for piece in filter(_is_prose, _pieces(text)):
        language, probability = _model().classify(piece)
        if probability >= _SURE and language not in _NO_LANGUAGE:
            letters[language] += len("".join(_WORD.findall(piece)))
    if letters[READ] >= _MIXED * letters.total():
        return READ if letters[READ] else ""
    ((language, _),) = letters.most_common(1)
    return language


def _is_prose(piece: str) -> bool:
    """Whether words make up sentences; in a list of names most are capitalized, and names tell no language."""
    words = _WORD.findall(piece)
    return 2 * sum(not word[0].isupper() for word in words) > len(words)


def _pieces(text: str) -> Iterator[str]:
    """The paragraphs of a text, short ones together."""
    piece = ""
    for line in filter(None, map(str.strip, text.splitlines())):
        piece = f"{piece} {line}" if piece else line
        if len(piece) >= _PIECE:
            yield piece
            piece = ""
    if piece:
        yield piece


@cache
def _model() -> LanguageIdentifier:
    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
