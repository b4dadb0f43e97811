"""Text in; names, attributions and frames out."""

from collections.abc import Sequence
from importlib.resources import as_file, files
from itertools import pairwise
from math import fsum
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from onrecord.encoder import bio
from onrecord.encoder import links as link
from onrecord.encoder.frames import find_frames
from onrecord.encoder.onnx import Network, OnnxNetwork, Scores
from onrecord.encoder.spans import Attribution, EncoderOutput, NameLabel, NameSpan, Span
from onrecord.encoder.windows import Window, blend, home, windows
from onrecord.encoder.word_pieces import CLS, SEP, Pieces, load_tokenizer, split

NAMES: tuple[NameLabel, ...] = ("PERSON", "ORG", "PLACE", "COURT")
MODEL, TOKENIZER = "encoder.onnx", "tokenizer.json"
WINDOW, OVERLAP = 254, 48  # word pieces, without the two marks at the ends


class Encoder:
    """Reads texts with one encoder pass for all heads.

    What it finds in a text depends on that text alone, not on the texts beside it nor on the processor: all that is
    done with scores is an operation that IEEE 754 defines, in an order that is fixed.
    """

    def __init__(self, tokenizer: Tokenizer, network: Network, window: int = WINDOW, overlap: int = OVERLAP) -> None:
        """`window` and `overlap` are in word pieces; see `windows.windows`."""
        self._tokenizer = tokenizer
        self._network = network
        self._window = window
        self._overlap = overlap

    @classmethod
    def load(cls, folder: Path | None = None) -> "Encoder":
        """The encoder whose weights lie in `folder`, by default those that come with the package.

        Raises:
            FileNotFoundError: a file of the model is missing.
        """
        if folder is None:
            with as_file(files("onrecord.encoder") / "weights") as shipped:
                return cls.load(shipped)
        for name in (MODEL, TOKENIZER):
            if not (folder / name).is_file():
                raise FileNotFoundError(f"the encoder's {name} is missing from {folder}")
        return cls(load_tokenizer(folder / TOKENIZER), OnnxNetwork(folder / MODEL))

    def read(self, texts: Sequence[str]) -> list[EncoderOutput]:
        """One output a text, in the same order."""
        return [self._read(text) for text in texts]

    def _read(self, text: str) -> EncoderOutput:
        pieces = split(text, self._tokenizer)
        if not pieces.words:
            return EncoderOutput((), ())
        places = windows(len(pieces.ids), pieces.borders, self._window, self._overlap)
        parts = [self._network([CLS, *pieces.ids[a:b], SEP], [0, *pieces.shapes[a:b], 0]) for a, b in places]
        temperatures, labels = self._network.temperatures, self._network.labels
        frames = [part.frames for part in parts if part.frames is not None]
        return EncoderOutput(
            find_names(text, pieces, places, parts, temperatures.names),
            find_attributions(pieces, places, parts, temperatures.roles),
            find_frames(pieces, places, frames, labels) if labels is not None else (),
        )


def find_names(
    text: str, pieces: Pieces, places: Sequence[Window], parts: Sequence[Scores], temperature: float = 1.0
) -> tuple[NameSpan, ...]:
    """The names, none of which runs across a line break."""
    scores = _of_words(pieces, places, [part.names for part in parts])
    breaks = frozenset(i for i, (a, b) in enumerate(pairwise(pieces.words), 1) if "\n" in text[a[1] : b[0]])
    tags = bio.best_tags(scores, breaks)
    probabilities = _probabilities(scores, tags, temperature)
    return tuple(
        NameSpan(pieces.words[first][0], pieces.words[after - 1][1], NAMES[kind], _mean(probabilities[first:after]))
        for first, after, kind in bio.spans(tags)
    )


def find_attributions(
    pieces: Pieces, places: Sequence[Window], parts: Sequence[Scores], temperature: float = 1.0
) -> tuple[Attribution, ...]:
    """The attributions; each content is linked in the window in which it begins most centrally."""
    scores = _of_words(pieces, places, [part.roles for part in parts])
    tags = bio.best_tags(scores)
    probabilities = _probabilities(scores, tags, temperature)

    def links(kind: int) -> link.Scores:
        def scores(content: bio.TagSpan, candidates: Sequence[bio.TagSpan]) -> NDArray[np.float32]:
            begin = pieces.heads[content[0]]
            window = home(begin, places)
            start, end = places[window]
            row = parts[window].links[kind, begin - start + 1]
            columns = np.array([pieces.heads[c[0]] - start + 2 for c in candidates], np.int64)
            inside = (columns >= 2) & (columns < end - start + 2)
            found = np.where(inside, row[np.where(inside, columns, 0)], np.float32(-1e4))
            return np.concatenate([row[:1], found]).astype(np.float32)

        return scores

    def span(words: bio.TagSpan | None) -> Span | None:
        return None if words is None else Span(pieces.words[words[0]][0], pieces.words[words[1] - 1][1])

    def score(contents: Sequence[bio.TagSpan]) -> float:
        return _mean([p for first, after, _ in contents for p in probabilities[first:after]])

    return tuple(
        Attribution(span(source), span(cue), tuple(s for c in contents if (s := span(c))), score(contents))
        for source, cue, contents in link.join(bio.spans(tags), links(0), links(1))
    )


def _of_words(pieces: Pieces, places: Sequence[Window], parts: Sequence[NDArray[np.float32]]) -> NDArray[np.float32]:
    """The scores of the tags of each word, from the first of its pieces."""
    return blend([part[1:-1] for part in parts], places, len(pieces.ids))[list(pieces.heads)]


def _probabilities(scores: NDArray[np.float32], tags: Sequence[int], temperature: float) -> list[float]:
    """The probability of the tag of each word."""
    found: list[float] = bio.softmax(scores, temperature)[np.arange(len(tags)), list(tags)].tolist()
    return found


def _mean(probabilities: Sequence[float]) -> float:
    return round(fsum(probabilities) / len(probabilities), 2)
