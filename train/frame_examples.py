"""Documents with frames as windows of word pieces: what the network for frames, its teacher and its measures see."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from tokenizers import Tokenizer

from onrecord.encoder.windows import Window, home, windows
from onrecord.encoder.word_pieces import CLS, SEP, Pieces, split
from train.corpora import Place
from train.examples import IGNORED, Row, words_at
from train.frame_documents import AnnotatedFrame, Answer, FrameDocument
from train.frame_labels import FIGURE, LABELS, OUTSIDE

NOTHING = 0  # the column of fillers that says that there is none; piece i is column i + 1


@dataclass(frozen=True, slots=True)
class Number:
    """A number in a window, by its first piece. `figure` is None where figures are not annotated."""

    piece: int
    figure: bool | None
    by_rules: bool  # whether the rules take it for a figure


@dataclass(frozen=True, slots=True)
class Target:
    """What is to be read at one piece: a label of each attribute, and of each role the columns that are right."""

    piece: int
    attributes: tuple[tuple[str, int], ...]
    fillers: tuple[tuple[int, tuple[int, ...]], ...]  # number of the role; a role of several fillers comes as often
    frame: AnnotatedFrame


@dataclass(frozen=True, slots=True)
class FrameExample:
    """A window, a value a piece, marks at the ends included.

    What stands in two windows is learnt in the one in which it stands more centrally.
    """

    corpus: str
    ids: Row
    shapes: Row
    words: Row  # 1 for the first piece of a word
    tags: Row  # of `LABELS`; of numbers the first word alone is scored
    triggers: Row  # tags of acts alone: numbers are outside
    numbers: tuple[Number, ...]
    number_words: tuple[int, ...]  # the pieces of the other words of numbers
    targets: tuple[Target, ...]


class _Text:
    """A document in pieces and windows."""

    def __init__(self, document: FrameDocument, tokenizer: Tokenizer, size: int, overlap: int) -> None:
        self.document = document
        self.pieces: Pieces = split(document.text, tokenizer)
        self.windows: Sequence[Window] = windows(len(self.pieces.ids), self.pieces.borders, size, overlap)
        self.numbers = [(place, heads) for place in document.numbers if (heads := self.heads(place))]
        self.frames = [(heads[0], frame) for frame in document.frames if (heads := self.heads(frame.head))]
        self.triggers = self._triggers()

    def heads(self, place: Place) -> list[int]:
        """The first pieces of the words that share a character with a place."""
        return [self.pieces.heads[word] for word in words_at(self.pieces, place)]

    def _triggers(self) -> Row:
        """Tags of acts; of a trigger of several words only its head is scored."""
        tags = np.full(len(self.pieces.ids), IGNORED, np.int32)
        if self.document.acts:
            tags[list(self.pieces.heads)] = OUTSIDE
            for _, frame in self.frames:
                if frame.kind != LABELS.tags[FIGURE]:
                    tags[self.heads(frame.words)] = IGNORED
            for piece, frame in self.frames:
                if frame.kind != LABELS.tags[FIGURE]:
                    tags[piece] = LABELS.tags.index(frame.kind)
        return tags

    def example(self, number: int) -> FrameExample:
        """One window."""
        start, end = self.windows[number]
        triggers = self.triggers[start:end].copy()
        triggers[[i for i in range(end - start) if home(i + start, self.windows) != number]] = IGNORED
        numbers = tuple(self._numbers(number))
        number_words = tuple(
            piece - start + 1 for _, heads in self.numbers for piece in heads[1:] if start <= piece < end
        )
        words = np.zeros(end - start + 2, np.int32)
        words[[head - start + 1 for head in self.pieces.heads if start <= head < end]] = 1
        return FrameExample(
            self.document.corpus,
            np.array([CLS, *self.pieces.ids[start:end], SEP], np.int32),
            np.array([0, *self.pieces.shapes[start:end], 0], np.int32),
            words,
            self._tags(_between_marks(triggers), start, numbers),
            _between_marks(triggers),
            numbers,
            number_words,
            tuple(self._targets(number)),
        )

    def _numbers(self, number: int) -> Iterator[Number]:
        start, end = self.windows[number]
        gold = {frame.head for frame in self.document.frames if frame.kind == LABELS.tags[FIGURE]}
        for place, (first, *_) in self.numbers:
            if start <= first < end and not (self.document.figures and home(first, self.windows) != number):
                figure = place in gold if self.document.figures else None
                yield Number(first - start + 1, figure, place in self.document.by_rules)

    def _tags(self, triggers: Row, start: int, numbers: Iterable[Number]) -> Row:
        """With the numbers: the first word is a figure or is none, the others are not scored. A trigger stays one."""
        tags = triggers.copy()
        pieces = np.array([piece - start + 1 for _, heads in self.numbers for piece in heads], int)
        pieces = pieces[(pieces > 0) & (pieces < len(tags) - 1)]
        tags[pieces[tags[pieces] <= OUTSIDE]] = IGNORED
        for number in numbers:
            if number.figure is not None and tags[number.piece] <= OUTSIDE:
                tags[number.piece] = FIGURE if number.figure else OUTSIDE
        return tags

    def _targets(self, number: int) -> Iterator[Target]:
        for piece, frame in self.frames:
            if home(piece, self.windows) == number:
                fillers = (
                    (LABELS.roles.index(role), columns)
                    for role, answers in frame.roles.items()
                    for answer in answers
                    if (columns := self._columns(answer, number))
                )
                attributes = ((name, LABELS.attributes[name].index(label)) for name, label in frame.attributes.items())
                yield Target(piece - self.windows[number][0] + 1, tuple(attributes), tuple(fillers), frame)

    def _columns(self, answer: Answer, number: int) -> tuple[int, ...]:
        """The columns that are right; none where it is not known, or where what fills the role is out of the window."""
        start, end = self.windows[number]
        pieces = sorted({piece for place in answer.places for piece in self.heads(place)})
        return (*([NOTHING] if answer.none else []), *(piece - start + 2 for piece in pieces if start <= piece < end))


def _between_marks(tags: Row) -> Row:
    return np.pad(tags, 1, constant_values=IGNORED)


def examples(document: FrameDocument, tokenizer: Tokenizer, size: int, overlap: int) -> list[FrameExample]:
    """The windows of a document, as they are cut at run time."""
    text = _Text(document, tokenizer, size, overlap)
    return [text.example(number) for number in range(len(text.windows))]
