"""What is said of something that was given and could not be read."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Refusal:
    """Something that was given and could not be read, and why: one line with the remedy."""

    where: str  # the file, and the line in it where there is one
    reason: str
    traceback: str = ""  # where it is a fault of the program's

    def __str__(self) -> str:
        return f"{self.where}: {self.reason}"


class UnreadableError(Exception):
    """One text or record cannot be an article; the message says why."""
