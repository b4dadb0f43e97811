"""Annotated texts as windows of word pieces with a tag for each word: what the network learns from."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from random import Random
from typing import Protocol, TypeVar

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from onrecord.encoder.encoder import NAMES
from onrecord.encoder.links import CONTENT, CUE, SOURCE
from onrecord.encoder.word_pieces import CLS, SEP, Pieces, split
from train.corpora import Named, Place, Said

Row = NDArray[np.int32]
IGNORED = -100  # a piece that is not scored, a link that is not known
NONE = 0  # the link of a content without cue or source


class InPieces(Protocol):
    """Anything with a row of word pieces."""

    @property
    def ids(self) -> Row:
        """The pieces of a window, marks at the ends included."""
        ...

    @property
    def shapes(self) -> Row:
        """Their letter shapes."""
        ...


Of = TypeVar("Of", bound=InPieces)


@dataclass(frozen=True, slots=True)
class Example:
    """A window: a value a piece, marks at the ends included. Links: piece of a content, then piece + 1 of its cue and
    of its source, 0 for none."""

    ids: Row
    shapes: Row
    names: Row
    roles: Row
    scored: Row  # 1 for the first piece of a word
    links: list[tuple[int, int, int]]


@dataclass(frozen=True, slots=True)
class Labelled:
    """A whole text in pieces, with tags where it is annotated."""

    pieces: Pieces
    names: list[int] | None
    roles: list[int] | None
    links: list[tuple[int, int | None, int | None]]  # pieces at which content, cue and source begin


def label_names(text: str, names: Sequence[Named], tokenizer: Tokenizer) -> Labelled:
    """A text annotated with names."""
    pieces = split(text, tokenizer)
    spans = [((start, end), NAMES.index(label)) for start, end, label in names]
    return Labelled(pieces, _tags(pieces, spans), None, [])


def label_roles(text: str, said: Sequence[Said], tokenizer: Tokenizer) -> Labelled:
    """A text annotated with attributions."""
    pieces = split(text, tokenizer)
    spans = [
        (place, kind)
        for kind, places in ((CONTENT, "contents"), (SOURCE, "sources"), (CUE, "cues"))
        for one in said
        for place in getattr(one, places)
    ]
    begins = {place: found[0] for place, _ in spans if (found := words_at(pieces, place))}

    def nearest(content: Place, places: Iterable[Place]) -> int | None:
        known = [begins[place] for place in places if place in begins]
        return pieces.heads[min(known, key=lambda w: abs(w - begins[content]))] if known else None

    links = [
        (pieces.heads[begins[content]], nearest(content, one.cues), nearest(content, one.sources))
        for one in said
        for content in one.contents
        if content in begins
    ]
    return Labelled(pieces, None, _tags(pieces, spans), links)


def words_at(pieces: Pieces, place: Place) -> range:
    """The words that share a character with a place."""
    starts, ends = [w[0] for w in pieces.words], [w[1] for w in pieces.words]
    return range(int(np.searchsorted(ends, place[0], "right")), int(np.searchsorted(starts, place[1], "left")))


def _tags(pieces: Pieces, spans: Iterable[tuple[Place, int]]) -> list[int]:
    """A tag a piece; where spans overlap the later one counts."""
    tags = [IGNORED] * len(pieces.ids)
    for head in pieces.heads:
        tags[head] = 0
    for place, kind in spans:
        for number, word in enumerate(words_at(pieces, place)):
            tags[pieces.heads[word]] = 2 * kind + (2 if number else 1)
    heads = list(pieces.heads)
    for before, head in zip([None, *heads], heads, strict=False):
        tag = tags[head]
        if tag > 0 and tag % 2 == 0 and (before is None or tags[before] not in (tag, tag - 1)):
            tags[head] = tag - 1  # the beginning was covered by a later span
    return tags


def examples(text: Labelled, size: int, rng: Random | None) -> Iterator[Example]:
    """Cut a text into windows of at most `size` pieces at sentence borders; with `rng` the sizes are drawn."""
    pieces = text.pieces
    start = 0
    while start < len(pieces.ids):
        room = size if rng is None else rng.choice((size // 4, size // 2, size, size, size))
        end = min(start + room, len(pieces.ids))
        if end < len(pieces.ids):
            end = max((b for b in pieces.borders if start < b <= end), default=end)
        yield _example(text, start, end)
        start = end


def _example(text: Labelled, start: int, end: int) -> Example:
    pieces, count = text.pieces, end - start + 2

    def around(values: Sequence[int] | None, first: int, last: int) -> Row:
        return np.array([IGNORED] * count if values is None else [first, *values[start:end], last], np.int32)

    def place(piece: int | None) -> int:
        return NONE if piece is None else piece - start + 2 if start <= piece < end else IGNORED

    scored = np.zeros(count, np.int32)
    scored[[head - start + 1 for head in pieces.heads if start <= head < end]] = 1
    links = [
        (content - start + 1, place(cue), place(source))
        for content, cue, source in text.links
        if start <= content < end
    ]
    return Example(
        around(pieces.ids, CLS, SEP),
        around(pieces.shapes, 0, 0),
        around(text.names, IGNORED, IGNORED),
        around(text.roles, IGNORED, IGNORED),
        scored,
        links,
    )


def batches(items: Sequence[Of], room: int, rng: Random) -> list[list[Of]]:
    """Windows of like length together, at most `room` pieces with the padding, in random order."""
    found: list[list[Of]] = [[]]
    for item in sorted(items, key=lambda e: len(e.ids) + 24 * rng.random()):
        width = max(len(item.ids), *(len(e.ids) for e in found[-1])) if found[-1] else len(item.ids)
        if found[-1] and width * (len(found[-1]) + 1) > room:
            found.append([])
        found[-1].append(item)
    rng.shuffle(found)
    return found
