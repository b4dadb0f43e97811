"""What a file holds beside its articles and that was passed over, as nothing is wrong with it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Omission:
    """Parts of a file that are no articles, counted by kind."""

    where: str  # the file
    what: str

    def __str__(self) -> str:
        return f"{self.where}: {self.what}"
