"""The frames of a Doc, asked by offset, and what their roles point to."""

import spacy
from framed import framed

from onrecord.encoder.spans import Chance
from onrecord.extract.frames import FIGURE, Frames, filler, label, probability
from onrecord.values.findings import Evidence

TEXT = "Nine died in Port Amsel, and Dol mourns."


def place(words: str) -> Evidence:
    start = TEXT.index(words)
    return Evidence(start, start + len(words), words)


def nine() -> Frames:
    doc = spacy.blank("en")(TEXT)
    return Frames(framed(doc, "Nine", FIGURE, 0.8, {"action": Chance("killed", 0.7)}, {"where": "Amsel"}))


def test_a_frame_is_found_by_any_of_its_characters() -> None:
    frames = nine()
    assert frames.over(0, 1) == frames.over(3, 9) is not None
    assert frames.over(4, 9) is None


def test_a_doc_that_no_encoder_read_has_no_frames() -> None:
    assert Frames(spacy.blank("en")(TEXT)).over(0, len(TEXT)) is None


def test_kinds_and_labels_have_probabilities() -> None:
    frame = nine().over(0, 4)
    assert (probability(frame, FIGURE), probability(frame, "Law"), probability(None, FIGURE)) == (0.8, 0.0, 0.0)
    assert (label(frame, "action", 0.6), label(frame, "action", 0.8), label(frame, "scope", 0.1)) == ("killed", "", "")


def test_a_role_is_filled_by_the_candidate_that_holds_its_word() -> None:
    frame = nine().over(0, 4)
    candidates = [place("Dol"), place("Port Amsel")]
    assert filler(frame, "where", candidates) == place("Port Amsel")
    assert filler(frame, "where", candidates, least=0.95) is None
    assert filler(frame, "where", [place("Dol")]) is None


def test_a_role_that_nothing_fills() -> None:
    assert filler(nine().over(0, 4), "source", [place("Dol")]) is None
    assert filler(None, "source", [place("Dol")]) is None
