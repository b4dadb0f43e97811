"""Texts of our own with their figures and acts marked inline (`train/texts`); README.md describes the markup."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from train.corpora import Place

FRAMES = {"t": ("i", "k", "s"), "n": ("i", "a", "s", "f")}  # triggers of acts and numbers, with their attributes
FILLERS = {  # what fills which role of a frame; the roles of '' are marked and not learnt yet
    "by": "maker",
    "to": "target",
    "on": "actDate",
    "of": "",
    "acq": "",
    "c": "counted",
    "src": "source",
    "w": "where",
    "d": "date",
    "ag": "",
}
_SEPARATOR = "\n---\n"
_TAG = re.compile(r"<(?P<closes>/?)(?P<name>\w+)(?P<attributes>(?: \w+=[\w,-]+)*)>")
_LIKE_TAG = re.compile(r"</?\w+(?: \w+=|>)")
_DATE = re.compile(r"date (\d{4}-\d\d-\d\d)\b")


class MarkupError(ValueError):
    """A text whose tags are not well-formed, or tell of a frame that it does not have."""


@dataclass(frozen=True, slots=True)
class Marked:
    """One tag and the characters between its ends."""

    name: str
    attributes: Mapping[str, str]
    place: Place

    @property
    def frames(self) -> tuple[str, ...]:
        """The frames that it belongs to."""
        return tuple(self.attributes["i"].split(","))


@dataclass(frozen=True, slots=True)
class MarkedText:
    """A text without its tags, and what they say of it, in the order in which they end."""

    text: str
    marked: tuple[Marked, ...]

    @property
    def published(self) -> str:
        """The ISO day of publication; '' where the text gives none."""
        found = _DATE.match(self.text)
        return found[1] if found else ""

    def fillers(self, frame: str, role: str) -> tuple[Place, ...]:
        """The places marked as filling a role of a frame."""
        return tuple(m.place for m in self.marked if FILLERS.get(m.name) == role and frame in m.frames)


def read(path: Path) -> list[MarkedText]:
    """The texts of a file.

    Raises:
        MarkupError: a text is not well-formed; the message has its number and the tag.
    """
    texts = path.read_text(encoding="utf-8").split(_SEPARATOR)
    return [parse(text.strip("\n"), f"{path.name}, text {number}") for number, text in enumerate(texts)]


def parse(marked: str, where: str = "") -> MarkedText:
    """One text, with its tags taken out; `where` it stands is for the message of an error."""
    text, end = "", 0
    open_: list[tuple[str, Mapping[str, str], int]] = []
    found: list[Marked] = []
    for tag in _TAG.finditer(marked):
        text += marked[end : tag.start()]
        end = tag.end()
        if not tag["closes"]:
            open_.append((tag["name"], dict(pair.split("=") for pair in tag["attributes"].split()), len(text)))
        elif open_ and open_[-1][0] == tag["name"]:
            name, attributes, start = open_.pop()
            found.append(Marked(name, attributes, (start, len(text))))
        else:
            raise MarkupError(f"{where}: {tag[0]} closes nothing")
    text += marked[end:]
    if open_:
        raise MarkupError(f"{where}: <{open_[-1][0]}> is not closed")
    if stray := _LIKE_TAG.search(text):
        raise MarkupError(f"{where}: {stray[0]} is no tag")
    _check(found, where)
    return MarkedText(text, tuple(found))


def _check(found: list[Marked], where: str) -> None:
    known = {m.attributes.get("i") for m in found if m.name in FRAMES}
    for one in found:
        wanted = FRAMES.get(one.name, ("i",) if one.name in FILLERS else None)
        if wanted is None or tuple(one.attributes) != wanted:
            raise MarkupError(f"{where}: <{one.name}> is unknown, or its attributes are not {wanted}")
        if not known.issuperset(one.frames):
            raise MarkupError(f"{where}: <{one.name} i={one.attributes['i']}> is of no frame")
