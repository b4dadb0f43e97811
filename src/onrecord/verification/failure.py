"""What does not stand, and in which sentence: a value."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Failure:
    """One statement, file or hash that is not what it should be."""

    source: str  # the article's source, or the file
    what: str  # what is wrong with it
    statement: str = ""  # what it says, for people: the node and its values
    sentence: str = ""  # the sentence behind it; '' where it has none

    def __str__(self) -> str:
        said = f" ({self.statement})" if self.statement else ""
        where = f' in: "{self.sentence}"' if self.sentence else ""
        return " ".join(f"{self.source}: {self.what}{said}{where}".split())
