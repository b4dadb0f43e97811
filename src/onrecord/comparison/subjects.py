"""What is compared: the rows of named questions, by what they are about, and the columns in which they may differ.

IRIs and offsets change with every edit of an article, and confidences with the model that reads: they do not count.
"""

from collections.abc import Mapping
from dataclasses import dataclass

Row = Mapping[str, str]  # by column; '' where it has no value


@dataclass(frozen=True, slots=True)
class Subject:
    """The rows of a named question."""

    question: str
    node: str  # the column that tells rows of one node together; '' where each row stands for itself
    about: tuple[
        str, ...
    ]  # columns that stay where a row is revised; of 'one|other' the other where the first is empty
    counts: tuple[str, ...]  # columns in which it may be revised
    quote: str  # the column with its sentence or words; '' where it has none

    def about_of(self, row: Row) -> tuple[str, ...]:
        """What a row is about, whichever article tells it."""
        return tuple(next(filter(None, map(row.get, either.split("|"))), "") for either in self.about)

    def content_of(self, row: Row) -> tuple[str, ...]:
        """All that counts of a row, whichever article tells it."""
        return (*self.about_of(row), *(row[column] for column in self.counts))

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns that are read of the answer."""
        about = (column for either in self.about for column in either.split("|"))
        read = ("source", self.node, *about, *self.counts, self.quote)
        return tuple(dict.fromkeys(filter(None, read)))


SUBJECTS = (
    Subject(
        "figures",
        "figure",
        ("population|counted", "action", "reportedBy"),
        ("value", "upper", "hedge", "counted", "scope", "asOf", "factuality", "where", "agent"),
        "quote",
    ),
    Subject(
        "acts",
        "act",
        ("type", "by|byDescription"),
        ("against", "date", "standing", "subject", "number", "where", "effect"),
        "quote",
    ),
    Subject("positions", "", ("name", "organization"), ("title", "role", "tenure", "attested"), ""),
    Subject("statements", "", ("speaker", "saying"), ("quote", "date", "venue", "place"), "quote"),
)
