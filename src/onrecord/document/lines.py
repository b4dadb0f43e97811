"""Lines of a text with their offsets."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a text, without white space at its ends; `indent` counts that before it."""

    start: int
    text: str
    indent: int = 0

    @property
    def end(self) -> int:
        """Where its last character ends."""
        return self.start + len(self.text)

    @property
    def column(self) -> int:
        """Where it ends in its line, its indentation counted."""
        return self.indent + len(self.text)


def lines(text: str) -> list[Line]:
    """The lines of a text, in order, blank ones too."""
    found: list[Line] = []
    at = 0
    for raw in text.split("\n"):
        indent = len(raw) - len(raw.lstrip())
        found.append(Line(at + indent, raw.strip(), indent))
        at += len(raw) + 1
    return found
