"""What was held back at the gate, and why: a value."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Rejection:
    """Something an article seemed to say that does not conform to a shape."""

    source: str  # the article's source
    node: str  # IRI of what was held back
    statement: str  # what it said, for people: its type and its values
    message: str  # the shape's
    sentence: str  # the sentence it came from; '' where it has none
