"""The file of decisions that a review writes: CSV, one decision a row, kept as it grows."""

from collections.abc import Sequence
from pathlib import Path

from onrecord.curation import files
from onrecord.errors import UsageError
from onrecord.values.decisions import UserDecision


class DecisionFile:
    """A CSV file of decisions, to which rows are added, and from which those of this review can be taken again."""

    def __init__(self, path: Path) -> None:
        """Open the file, or begin one.

        Raises:
            UsageError: it is no CSV file by its name, or cannot be written.
            InputError: what it holds are no decisions.
        """
        if path.suffix != ".csv":
            raise UsageError(f"{path}: a review is written as CSV: name a file that ends in .csv")
        self._path = path
        self.before: Sequence[UserDecision] = files.read([path]).decisions if path.exists() else ()
        self._lengths: list[int] = []  # of the file in bytes, before each row that was added
        if not path.exists():
            self._add(files.line())

    def add(self, decision: UserDecision) -> None:
        """Add a decision."""
        self._lengths.append(self._path.stat().st_size)
        self._add(files.row(decision))

    def take_back(self) -> bool:
        """Take the last decision of this review out again; says whether there was one."""
        if not self._lengths:
            return False
        with self._path.open("r+b") as file:
            file.truncate(self._lengths.pop())
        return True

    def _add(self, line: str) -> None:
        try:
            with self._path.open("ab") as file:
                file.write(f"{line}\n".encode())
        except OSError as error:
            raise UsageError(f"{self._path}: cannot be written: {error.strerror or error}") from error
