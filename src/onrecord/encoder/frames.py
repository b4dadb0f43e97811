"""Frames: words that give a figure or make an act, with what the network says of each.

The network tags each word as outside of frames, as the number of a figure, or as the trigger of an act of some type.
Of a word that may be one it gives the labels of each attribute (action, scope, factuality, standing), and for each role
(counted, source, where, ...) how likely each word of the window is the filler, or that the window holds none.
"""

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

import numpy as np
from numpy.typing import NDArray

from onrecord.encoder.bio import softmax
from onrecord.encoder.spans import Chance, Filler, Frame
from onrecord.encoder.windows import Window, home
from onrecord.encoder.word_pieces import Pieces

OUTSIDE = 0.98  # a word that is outside of frames with this probability is not asked further
LEAST = 0.02  # probability of a label or filler that is kept

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Labels:
    """What the network was trained to tell: the columns of its scores, and its roles, in order."""

    tags: tuple[str, ...]  # the first is outside of frames
    attributes: Mapping[str, tuple[str, ...]]
    roles: tuple[str, ...]

    @property
    def width(self) -> int:
        """How many labels all attributes have."""
        return sum(map(len, self.attributes.values()))

    def columns(self) -> Mapping[str, slice]:
        """The columns of each attribute's labels."""
        bounds = accumulate(map(len, self.attributes.values()), initial=0)
        return {name: slice(*place) for name, place in zip(self.attributes, pairwise(bounds), strict=True)}

    def to_json(self) -> str:
        """As it stands in the file of the network."""
        return json.dumps({"tags": self.tags, "attributes": dict(self.attributes), "roles": self.roles})

    @classmethod
    def from_json(cls, text: str) -> "Labels":
        """The inverse of `to_json`."""
        table = json.loads(text)
        attributes = {name: tuple(labels) for name, labels in table["attributes"].items()}
        return cls(tuple(table["tags"]), attributes, tuple(table["roles"]))


@dataclass(frozen=True, slots=True)
class FrameScores:
    """What the heads say of the pieces of a window that likeliest belong to frames; higher is likelier.

    `pieces` are these, counted with the mark at the window's beginning. `tags` and `attributes` have a row for each and
    the columns of `Labels`. `fillers[k, i, 0]` scores that the frame of the i-th of them has no filler of role k in the
    window, `fillers[k, i, j + 1]` that piece j of the window is of it.
    """

    pieces: NDArray[np.int64]
    tags: Floats
    attributes: Floats
    fillers: Floats


def find_frames(
    pieces: Pieces, places: Sequence[Window], parts: Sequence[FrameScores], labels: Labels
) -> tuple[Frame, ...]:
    """The words that may belong to frames, each read in the window in which it stands most centrally."""
    words = {head: word for word, head in enumerate(pieces.heads)}
    found: dict[int, Frame] = {}
    for number, (part, (start, end)) in enumerate(zip(parts, places, strict=True)):
        likely = softmax(part.tags)
        asked = {
            row: words[piece]
            for row, piece in enumerate((part.pieces + (start - 1)).tolist())
            if piece in words and likely[row, 0] < OUTSIDE and home(piece, places) == number
        }
        inside = {piece - start + 2: words[piece] for piece in range(start, end) if piece in words}
        found |= zip(asked.values(), _frames(asked, likely, part, inside, pieces, labels), strict=True)
    return tuple(found[word] for word in sorted(found))


def _frames(
    asked: Mapping[int, int],
    tags: NDArray[np.float64],
    part: FrameScores,
    inside: Mapping[int, int],
    pieces: Pieces,
    labels: Labels,
) -> Iterator[Frame]:
    """The frames of the words of some rows, in one step for all; `inside` are the words of the window by column."""
    rows = list(asked)
    attributes = {name: softmax(part.attributes[rows, columns]) for name, columns in labels.columns().items()}
    fillers = softmax(part.fillers[:, rows])
    likely: dict[tuple[int, int], list[Filler]] = defaultdict(list)  # by the role and the row among those asked
    for role, i, column in np.argwhere(fillers >= LEAST).tolist():
        if column in inside:
            start, end = pieces.words[inside[column]]
            likely[role, i].append(Filler(start, end, round(float(fillers[role, i, column]), 2)))
    for i, (row, word) in enumerate(asked.items()):
        yield Frame(
            *pieces.words[word],
            _chances(tags[row, 1:], labels.tags[1:]),
            {name: _chances(chances[i], labels.attributes[name]) for name, chances in attributes.items()},
            {
                role: (round(none, 2), tuple(likely[number, i]))
                for number, (role, none) in enumerate(zip(labels.roles, fillers[:, i, 0].tolist(), strict=True))
            },
        )


def _chances(row: NDArray[np.float64], labels: Sequence[str]) -> tuple[Chance, ...]:
    """The labels and their probabilities, the likeliest first; of those alike the first."""
    order = sorted((-p, i) for i, p in enumerate(row.tolist()) if p >= LEAST)
    return tuple(Chance(labels[i], round(-p, 2)) for p, i in order)
