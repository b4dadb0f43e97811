"""Of whom a figure speaks, as a value that can be compared."""

from dataclasses import dataclass

_BETWEEN = " | "


@dataclass(frozen=True, slots=True)
class Population:
    """What is counted: the head noun's lemma and what qualifies it, in lower case; not what happened to them."""

    head: str
    qualifiers: frozenset[str] = frozenset()

    def __str__(self) -> str:
        """The form of `onr:population`: 'child | ukrainian'."""
        return _BETWEEN.join((self.head, *sorted(self.qualifiers)))

    @classmethod
    def read(cls, text: str) -> "Population":
        """The population that is written so."""
        head, *qualifiers = text.split(_BETWEEN)
        return cls(head, frozenset(qualifiers))
