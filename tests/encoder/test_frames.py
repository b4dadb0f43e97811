"""Frames: from scores of pieces to words with their kinds, attributes and fillers."""

import numpy as np
from numpy.typing import NDArray
from tiny import tokenizer

from onrecord.encoder.frames import FrameScores, Labels, find_frames
from onrecord.encoder.spans import Chance, Filler, Frame
from onrecord.encoder.word_pieces import Pieces, split

LABELS = Labels(("outside", "figure", "Law"), {"action": ("other", "killed"), "scope": ("total",)}, ("where", "source"))
TEXT = "Nine died in Amsel."
PIECES = split(TEXT, tokenizer())
WIDTH = len(PIECES.ids) + 2


def at(word: str, pieces: Pieces = PIECES) -> int:
    """The first piece of a word, counted with the mark at the window's beginning."""
    start = TEXT.index(word)
    return next(head for head, (a, _) in zip(pieces.heads, pieces.words, strict=True) if a == start) + 1


def scores(*rows: tuple[int, list[float]]) -> FrameScores:
    """Of some pieces: the first is killed, as `where` says in Amsel, by nobody's word; the others know nothing."""
    fillers: NDArray[np.float32] = np.zeros((2, len(rows), WIDTH + 1), np.float32)
    fillers[0, 0, at("Amsel") + 1] = 9
    fillers[1, 0, 0] = 9
    attributes = np.zeros((len(rows), 3), np.float32)
    attributes[0, 1] = 3
    pieces, tags = zip(*rows, strict=True)
    return FrameScores(np.array(pieces), np.array(tags, np.float32), attributes, fillers)


def frames(*rows: tuple[int, list[float]]) -> tuple[Frame, ...]:
    return find_frames(PIECES, [(0, len(PIECES.ids))], [scores(*rows)], LABELS)


def test_a_frame_has_its_kinds_attributes_and_fillers() -> None:
    (found,) = frames((at("Nine"), [0, 4, 1]))
    assert TEXT[found.start : found.end] == "Nine"
    assert found.kinds == (Chance("figure", 0.94), Chance("Law", 0.05))
    assert found.attributes == {
        "action": (Chance("killed", 0.95), Chance("other", 0.05)),
        "scope": (Chance("total", 1.0),),
    }
    amsel = TEXT.index("Amsel")
    none, words = found.roles["where"]
    assert none < 0.02 and words == (Filler(amsel, amsel + 5, 1.0),)
    assert found.roles["source"] == (1.0, ())


def test_a_word_that_is_outside_is_no_frame() -> None:
    assert frames((at("died"), [9, 0, 0])) == ()


def test_frames_come_in_the_order_of_the_text() -> None:
    found = frames((at("died"), [0, 0, 2]), (at("Nine"), [0, 2, 0]))
    assert [TEXT[f.start : f.end] for f in found] == ["Nine", "died"]


def test_a_piece_that_begins_no_word_is_no_frame() -> None:
    inside = next(i for i in range(len(PIECES.ids)) if i not in PIECES.heads) + 1
    assert frames((inside, [0, 4, 0])) == frames((0, [0, 4, 0])) == frames((WIDTH - 1, [0, 4, 0])) == ()


def test_a_word_of_two_windows_is_read_once_where_it_stands_more_centrally() -> None:
    text = " ".join(["nine"] * 12)
    pieces = split(text, tokenizer())
    early = FrameScores(np.array([8]), np.array([[0, 9, 0]]), np.zeros((1, 3)), np.zeros((2, 1, 11)))
    late = FrameScores(np.array([4]), np.array([[0, 0, 9]]), np.zeros((1, 3)), np.zeros((2, 1, 11)))
    (found,) = find_frames(pieces, [(0, 8), (4, 12)], [early, late], LABELS)
    assert found.start == pieces.words[7][0] and found.kinds[0].label == "Law"


def test_labels_go_through_the_file_and_back() -> None:
    assert Labels.from_json(LABELS.to_json()) == LABELS
