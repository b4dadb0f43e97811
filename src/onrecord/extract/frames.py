"""The frames that the encoder reads in a Doc, asked by offset, and what their roles point to."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator

from spacy.tokens import Doc

from onrecord.encoder.spans import EncoderOutput, Frame
from onrecord.values.findings import Evidence

FIGURE = "figure"  # the kind of a frame that gives a figure; the others are types of act


class Frames:
    """The frames of one Doc."""

    def __init__(self, doc: Doc) -> None:
        output: EncoderOutput | None = doc._.encoded
        self._frames = output.frames if output is not None else ()
        self._ends = [frame.end for frame in self._frames]

    def over(self, start: int, end: int) -> Frame | None:
        """The first frame whose word shares a character with `start` to `end`."""
        at = bisect_left(self._ends, start + 1)
        return self._frames[at] if at < len(self._frames) and self._frames[at].start < end else None

    def __iter__(self) -> Iterator[Frame]:
        return iter(self._frames)


def probability(frame: Frame | None, kind: str) -> float:
    """How likely the frame is of the kind; 0 where there is no frame."""
    return next((c.probability for c in frame.kinds if c.label == kind), 0.0) if frame is not None else 0.0


def label(frame: Frame | None, attribute: str, least: float) -> str:
    """The likeliest label of an attribute; '' where none has a probability of at least `least`."""
    chances = frame.attributes[attribute] if frame is not None else ()
    return chances[0].label if chances and chances[0].probability >= least else ""


def filler(frame: Frame | None, role: str, candidates: Iterable[Evidence], least: float = 0.0) -> Evidence | None:
    """The candidate that likeliest fills the role: its words together, of those alike the first.

    None where that the role is not filled is likelier, or where no candidate has a probability of at least `least`.
    """
    if frame is None:
        return None
    none, words = frame.roles[role]
    scored = [(sum(w.probability for w in words if w.start < c.end and c.start < w.end), c) for c in sorted(candidates)]
    best, found = max(scored, key=lambda pair: pair[0], default=(0.0, None))
    return found if best > max(none, least) else None


def unfilled(frame: Frame | None, role: str) -> bool:
    """Whether nothing near is likelier to fill the role than something."""
    return frame is not None and frame.roles[role][0] > 0.5
