"""Candidates for names, while their borders and kinds are being decided."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from spacy.tokens import Doc, Span

from onrecord.values.findings import Kind

if not Doc.has_extension("names"):
    Doc.set_extension("names", default=())


@dataclass(frozen=True, slots=True)
class Vote:
    """What one rule takes a candidate for, and how sure it is. `kind` None: for nobody's name."""

    kind: Kind | None
    weight: float
    rule: str


@dataclass(slots=True)
class Candidate:
    """Tokens that may be a name. Components narrow it down; nothing outside `names` sees it change."""

    start: int
    end: int  # exclusive
    votes: list[Vote] = field(default_factory=list)
    described: list[str] = field(default_factory=list)  # role nouns the text applies to it, in lower case
    firm: bool = False  # written with a capital where only a name is
    kind: Kind | None = None  # decided by `agreement`
    short_for: "Candidate | None" = None  # the name this one abbreviates: '(PACE)' after the full name
    outer: int | None = None  # where the titles before it begin: 'Ms' of 'Ms Marchenko'
    also: tuple[int, int] | None = None  # tokens of a longer form: "Dorvania's Ministry of Defence"

    def vote(self, kind: Kind | None, weight: float, rule: str) -> None:
        """Add a rule's vote."""
        self.votes.append(Vote(kind, weight, rule))

    def span(self, doc: Doc) -> Span:
        """Its tokens."""
        return doc[self.start : self.end]


def candidates(doc: Doc) -> Iterator[Candidate]:
    """The candidates that the components before left, in order of the text."""
    yield from doc._.names
