"""What reading one article gave, and what a build did: values."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from onrecord.sources.article import Article
from onrecord.sources.omission import Omission
from onrecord.sources.refusal import Refusal
from onrecord.values.ntriples import Ntriples
from onrecord.values.rejection import Rejection


@dataclass(frozen=True, slots=True)
class Outcome:
    """One article, read: its graph as it may go in, or why it could not be read."""

    article: Article
    graph: Ntriples = field(default_factory=Ntriples)
    rejections: tuple[Rejection, ...] = ()
    error: str = ""
    traceback: str = ""
    published: str = ""  # ISO day; '' where it is not known


@dataclass(slots=True)
class Summary:
    """What a build did."""

    new: int = 0  # read for the first time, or anew
    unchanged: int = 0
    removed: int = 0
    refused: list[Refusal] = field(default_factory=list)
    unread: list[Refusal] = field(default_factory=list)  # in other languages: on record without what they say
    undated: list[str] = field(default_factory=list)  # sources of web pages that give no day of publication
    passed_over: list[Omission] = field(default_factory=list)  # what of archives is no article
    rejected: list[Rejection] = field(default_factory=list)
    decisions: int = 0  # of users, that are honoured
    faults: list[str] = field(default_factory=list)  # a line for each decision that cannot be honoured
    unmatched: list[str] = field(default_factory=list)  # a line for each about nothing that is in the store

    @property
    def articles(self) -> int:
        """How many articles of the inputs are in the store."""
        return self.new + self.unchanged

    @property
    def held_back(self) -> int:
        """How many statements are held back."""
        return held_back(self.rejected)


def held_back(rejections: Iterable[Rejection]) -> int:
    """How many statements are held back; each may be rejected for several reasons."""
    return len({rejection.node for rejection in rejections})
