"""A text as the encoder sees it: word pieces, their letter shapes, and the words that they make up.

The encoder's vocabulary is lower case, so the letter case of each word goes beside its pieces as a small number, the
shape. A new line in the text becomes a separator piece that belongs to no word.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from pathlib import Path

from tokenizers import Tokenizer

CLS, SEP = 101, 102
SHAPES = 14  # seven kinds of letter case, each with and without white space before the word
CLOSING = "\"'”’)]»"


@dataclass(frozen=True, slots=True)
class Pieces:
    """`ids` and `shapes` have one item a piece; `words` (character spans) and `heads` (first pieces) one a word.

    `borders` are the pieces at which a sentence or a paragraph begins: good places to cut.
    """

    ids: Sequence[int]
    shapes: Sequence[int]
    words: Sequence[tuple[int, int]]
    heads: Sequence[int]
    borders: Sequence[int]


def load_tokenizer(path: Path) -> Tokenizer:
    """The tokenizer without the truncation and padding that its file may ask for."""
    tokenizer = Tokenizer.from_file(str(path))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer


def shape(word: str, spaced: bool) -> int:
    """The letter case of a word, and whether white space stands before it."""
    if not any(c.isalnum() for c in word):
        case = 0
    elif word.isdigit():
        case = 5
    elif word.islower():
        case = 1
    elif word.isupper():
        case = 6 if len(word) == 1 else 3
    else:
        case = 2 if word[0].isupper() and word[1:].islower() else 4
    return 2 * case + spaced


def split(text: str, tokenizer: Tokenizer) -> Pieces:
    """The pieces of a text. Every piece but a separator belongs to a word; no word holds white space."""
    encoding = tokenizer.encode(text, add_special_tokens=False)
    ids: list[int] = []
    shapes: list[int] = []
    words: list[tuple[int, int]] = []
    heads: list[int] = []
    borders: list[int] = []
    for _, group in groupby(zip(encoding.word_ids, encoding.ids, encoding.offsets, strict=True), key=itemgetter(0)):
        pieces = list(group)
        start, end = pieces[0][2][0], pieces[-1][2][1]
        previous = words[-1][1] if words else 0
        gap = text[previous:start]
        if "\n" in gap and ids:
            borders.append(len(ids))
            ids.append(SEP)
            shapes.append(0)
        elif gap.isspace() and _ends_sentence(text[max(0, previous - 2) : previous]) and not text[start].islower():
            borders.append(len(ids))
        heads.append(len(ids))
        words.append((start, end))
        ids.extend(piece[1] for piece in pieces)
        shapes.extend([shape(text[start:end], start == 0 or text[start - 1].isspace())] * len(pieces))
    return Pieces(ids, shapes, words, heads, borders)


def _ends_sentence(tail: str) -> bool:
    return tail[-1:] in tuple(".!?") or (tail[-1:] in tuple(CLOSING) and tail[:1] in tuple(".!?"))
