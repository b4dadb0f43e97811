"""What can be said of a claim of a draft beside the record: one word for each, in order of seriousness.

None says that a claim is so or is not: only what is on record, and what is not.
"""

from enum import Enum


class Severity(Enum):
    """What a verdict asks of whoever edits the draft."""

    ERROR = "error"  # it says something else than the record
    WARNING = "warning"  # it says more, or less exactly, than the record
    NOTE = "note"  # nothing to compare it with
    NONE = "none"  # it says what the record does


class Verdict(Enum):
    """How a claim of a draft stands to the record; the most serious first."""

    CONTRADICTED = "contradicted", Severity.ERROR, "The record has something else of the same matter."
    QUOTE_ALTERED = "quote altered", Severity.ERROR, "The words are on record, but not in this wording."
    ONLY_ACCUSED = (
        "only accused",
        Severity.WARNING,
        "The record has an accusation or a charge, not a conviction: nobody is on record as having done it.",
    )
    ANOTHER_SPEAKER = "another speaker", Severity.WARNING, "On record it is somebody else's word."
    ANOTHER_DAY = "another day", Severity.WARNING, "On record it is of another day."
    ANOTHER_POPULATION = (
        "another population",
        Severity.WARNING,
        "The number is on record, but counts others, or something else that happened to them.",
    )
    OFFICE_ENDED = (
        "office no longer held on that day",
        Severity.WARNING,
        "The record has somebody else in the office by then, or says that it was given up.",
    )
    HEDGE_DROPPED = "hedge dropped", Severity.WARNING, "On record the number is hedged, or is one end of a range."
    OLDER = "older than the newest figure of its kind", Severity.WARNING, "The record has a figure of a later day."
    NOT_ON_RECORD = "not on record", Severity.NOTE, "No article in the store says so, as far as it was read."
    AGREES = "agrees", Severity.NONE, "The record has it so."

    def __init__(self, label: str, severity: Severity, meaning: str) -> None:
        """A verdict in the words that users see."""
        self.label, self.severity, self.meaning = label, severity, meaning

    @property
    def rank(self) -> int:
        """Its place among all verdicts, the most serious first, from 0."""
        return list(Verdict).index(self)

    @property
    def slug(self) -> str:
        """Its name for programs: 'hedge-dropped'."""
        return self.name.lower().replace("_", "-")

    @property
    def accuses(self) -> bool:
        """Whether it says that the draft departs from the record."""
        return self.severity in (Severity.ERROR, Severity.WARNING)
