"""What a command of the command line comes to."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Said:
    """What a command said and how it ended."""

    code: int
    out: str
    err: str
