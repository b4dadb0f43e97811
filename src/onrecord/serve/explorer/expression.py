"""What is searched for, as FTS5 understands it: words, "exact phrases", numbers however they are written, names as they
sound.

What stands between quotation marks is found as it stands, but for its endings. Of other words the last may be a
beginning. 19546, 19,546 and 19 546 are one number. Names in other transliterations sound alike: 'Byelova' finds Belova.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.lexicon import name_forms

_LONGEST = 200  # characters of a search that count
_QUOTED = '"“”„«»'
_NUMBER = r"(?<![\w.,-])(?:\d{1,3}(?:[,'’\u00a0\u2009\u202f ]\d{3})+|\d+)(?![\w-]|[.,]\d)"
_PIECE = re.compile(rf"[{_QUOTED}](?P<phrase>[^{_QUOTED}]+)[{_QUOTED}]|(?P<number>{_NUMBER})|(?P<word>\S+)")
_SOUND = "zq"  # before how a word sounds: no word begins so
_SHORTEST = 4  # letters that a word has at least to be known by its sound


@dataclass(frozen=True, slots=True)
class Piece:
    """A word, a number or a phrase that is searched for."""

    text: str
    kind: str  # 'word', 'number' or 'phrase'

    def __str__(self) -> str:
        """As it is typed."""
        return f'"{self.text}"' if self.kind == "phrase" else self.text


def pieces(asked: str) -> list[Piece]:
    """What a search asks for, each by itself; nothing where there is neither a letter nor a digit."""
    plain = "".join(c if c.isprintable() else " " for c in asked[:_LONGEST])
    found = (Piece(piece[piece.lastgroup or 0], piece.lastgroup or "") for piece in _PIECE.finditer(plain))
    return [piece for piece in found if any(map(str.isalnum, piece.text))]


def expression(wanted: list[Piece]) -> str:
    """All the pieces as one FTS5 expression: nothing in them is syntax. Empty where there are none."""
    return " AND ".join(_one(piece, last=piece is wanted[-1]) for piece in wanted)


def also(text: str) -> str:
    """Under what else a name is found: how its words sound, and its hyphenated words as one."""
    glued = (word.replace("-", "") for word in re.findall(r"\w+(?:-\w+)+", text))
    return " ".join([*(_SOUND + each for each in _sounds(text)), *glued])


def _one(piece: Piece, last: bool) -> str:
    match piece.kind:
        case "number":
            digits = re.sub(r"\D", "", piece.text)
            apart = f"{int(digits):,}".replace(",", " ")
            return f"({_quoted(digits)} OR {_quoted(apart)})"
        case "phrase":
            return _quoted(piece.text)
        case _:
            sounds = [_quoted(_SOUND + each) for each in _sounds(piece.text)]
            written = _quoted(piece.text) + ("*" if last else "")
            heard = " AND ".join(sounds)
            return f"({written} OR ({heard}))" if sounds else written


def _sounds(text: str) -> Iterator[str]:
    for word in name_forms.words(text):
        if len(word) >= _SHORTEST and word.isalpha():
            yield name_forms.sound(word)


def _quoted(words: str) -> str:
    return '"' + words.replace('"', '""') + '"'
