"""What the encoder finds in a text. All offsets count Unicode code points; ends are exclusive."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Literal, TypeVar

NameLabel = Literal["PERSON", "ORG", "PLACE", "COURT"]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of text: `text[start:end]`."""

    start: int
    end: int

    def moved(self, by: int) -> "Span":
        """The stretch so many characters further on."""
        return Span(self.start + by, self.end + by)


@dataclass(frozen=True, slots=True)
class NameSpan:
    """A name in the text, with the mean probability of its words' tags: 0 to 1, in hundredths."""

    start: int
    end: int
    label: NameLabel
    score: float


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who said what: the words that name the source, the cue ('said', 'according to') and what was said.

    The content comes in several pieces where source and cue interrupt it ('"We left," she said, "at night."'). The
    score is the mean probability of the tags of its words: 0 to 1, in hundredths.
    """

    source: Span | None
    cue: Span | None
    contents: tuple[Span, ...]
    score: float


@dataclass(frozen=True, slots=True)
class Chance:
    """A label with its probability: 0 to 1, in hundredths."""

    label: str
    probability: float


@dataclass(frozen=True, slots=True)
class Filler:
    """A word that may fill a role, with its probability: 0 to 1, in hundredths."""

    start: int
    end: int
    probability: float


@dataclass(frozen=True, slots=True)
class Frame:
    """A word that may give a figure or make an act, with what the encoder says of it.

    `kinds` and the labels of each attribute come with the likeliest first; those below 0.02 are left out. A role has
    the probability that no word near fills it, and the words that may, in the order of the text.
    """

    start: int
    end: int
    kinds: tuple[Chance, ...]
    attributes: Mapping[str, tuple[Chance, ...]]
    roles: Mapping[str, tuple[float, tuple[Filler, ...]]]


@dataclass(frozen=True, slots=True)
class EncoderOutput:
    """All names, attributions and frames of one text, each in the order of the text."""

    names: tuple[NameSpan, ...]
    attributions: tuple[Attribution, ...]
    frames: tuple[Frame, ...] = ()

    def without(self, opening: int) -> "EncoderOutput":
        """What is found behind the first `opening` characters of the text, in offsets that count from there."""
        if not opening:
            return self
        return EncoderOutput(
            tuple(_moved(name, -opening) for name in self.names if name.start >= opening),
            tuple(told for one in self.attributions if (told := _behind(one, opening)).contents),
            tuple(_frame_behind(frame, opening) for frame in self.frames if frame.start >= opening),
        )


_Stretch = TypeVar("_Stretch", NameSpan, Filler, Frame)


def _moved(found: _Stretch, by: int) -> _Stretch:
    return replace(found, start=found.start + by, end=found.end + by)


def _behind(attribution: Attribution, opening: int) -> Attribution:
    """The attribution without what stands in the opening."""
    source, cue = (
        span.moved(-opening) if span is not None and span.start >= opening else None
        for span in (attribution.source, attribution.cue)
    )
    contents = tuple(content.moved(-opening) for content in attribution.contents if content.start >= opening)
    return Attribution(source, cue, contents, attribution.score)


def _frame_behind(frame: Frame, opening: int) -> Frame:
    """The frame without the words of the opening among those that fill its roles."""
    roles = {
        role: (none, tuple(_moved(filler, -opening) for filler in fillers if filler.start >= opening))
        for role, (none, fillers) in frame.roles.items()
    }
    return replace(_moved(frame, -opening), roles=roles)
