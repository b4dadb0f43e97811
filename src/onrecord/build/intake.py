"""The articles that inputs give, set beside what the store has of them: what is to be read, and what becomes of it."""

import hashlib
import logging
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from onrecord.build.progress import Phase, Progress
from onrecord.build.results import Outcome, Summary, held_back
from onrecord.graph import iri
from onrecord.sources import language
from onrecord.sources.article import Article
from onrecord.sources.omission import Omission
from onrecord.sources.paths import exists
from onrecord.sources.reading import STANDARD_INPUT, Given
from onrecord.sources.refusal import Refusal
from onrecord.store import Entry, Record, Writer
from onrecord.values.configuration import Configuration
from onrecord.values.rejection import Rejection

_TOGETHER = 3_000_000  # bytes of packed graphs put in at once: of small loads the database merges each with all it has
_PAGES = (".html", ".htm")  # that most often state their day
_UNREAD = "in {}, and English is read: it is on record without what it says"

_logger = logging.getLogger(__name__)


class Intake:
    """Takes into the store what inputs give; what it already has, and what a build that broke off read, is not read."""

    def __init__(self, writer: Writer, configuration: Configuration, summary: Summary) -> None:
        """Take articles into this store, read in this way, and note in the summary what becomes of them."""
        self._writer, self._configuration, self._summary = writer, configuration, summary
        self._origins: dict[str, str] = {}  # of every article that was given, by its IRI
        self._held_back: dict[str, tuple[Rejection, ...]] = {}  # of those that are in the store
        self._failed: dict[str, Outcome] = {}
        self._waiting: list[tuple[Article, Entry]] = []  # to be put in together
        self._words = 0  # of those that were read
        self._statements_held_back = 0
        self.made: list[str] = []  # the IRIs of those that were read

    def missing(self, given: Iterable[Given]) -> Iterator[Article]:
        """The articles that have to be read.

        Articles are the same where text, day and publisher agree. The same text of another day or publisher is another
        article: an agency's report that several papers printed is on record in each.
        """
        first_like: dict[tuple[str, str, str], str] = {}
        for one in given:
            if isinstance(one.item, Refusal):
                self._summary.refused.append(one.item)
                continue
            if isinstance(one.item, Omission):
                self._summary.passed_over.append(one.item)
                continue
            article, name = one.item, iri.article(one.item)
            if language.is_foreign(article.language):
                self._summary.unread.append(Refusal(article.source, _UNREAD.format(language.name(article.language))))
            twin = first_like.setdefault((article.sha256, article.published, article.publisher), article.source)
            if name in self._origins or twin != article.source:
                reason = f"the same article as {twin}, which is kept"
                self._summary.refused.append(Refusal(article.source, reason))
                continue
            self._origins[name] = one.origin
            if not self._is_known(article, name):
                yield article

    def _is_known(self, article: Article, name: str) -> bool:
        """Whether the article is in the store as it would be read now, or was read by a build that broke off."""
        fingerprint = self._fingerprint(article)
        known = self._writer.catalogue.get(name)
        if known is not None:
            self._held_back[name] = known.rejections
            if known.fingerprint == fingerprint:
                self._summary.unchanged += 1
                self._statements_held_back += held_back(known.rejections)
                if known.origin != self._origins[name]:
                    self._writer.moved(name, self._origins[name])
                return True
        if (reading := self._writer.journal.find(name, fingerprint)) is not None:
            self._admit([(article, reading)])
            return True
        return False

    def take(self, outcomes: Sequence[Outcome]) -> None:
        """Keep what was read; it goes into the store with what is read next, at the latest when all is taken."""
        read: list[tuple[Article, Entry]] = []
        for outcome in outcomes:
            article, name = outcome.article, iri.article(outcome.article)
            if outcome.error:
                self._failed[name] = outcome
            else:
                fingerprint = self._fingerprint(article)
                self._words += len(article.text.split())
                if not outcome.published and article.source.lower().endswith(_PAGES):
                    self._summary.undated.append(article.source)
                read.append((article, Entry(name, fingerprint, outcome.graph, outcome.rejections)))
        self._writer.journal.keep(reading for _, reading in read)
        self._admit(read)

    def _admit(self, read: Sequence[tuple[Article, Entry]]) -> None:
        for _, reading in read:
            self._held_back[reading.article] = reading.rejections
            self._statements_held_back += held_back(reading.rejections)
            self.made.append(reading.article)
        self._waiting += read
        if sum(len(stretch) for _, reading in self._waiting for stretch in reading.graph.packed) > _TOGETHER:
            self._put()

    def _put(self) -> None:
        self._writer.put_all(
            [(one.article, article.text, one.graph, self._record(article, one)) for article, one in self._waiting]
        )
        self._waiting.clear()

    def _record(self, article: Article, reading: Entry) -> Record:
        origin = self._origins[reading.article]
        return Record(article.source, origin, article.sha256, reading.fingerprint, reading.rejections)

    def progress(self, phase: Phase, total: int | None) -> Progress:
        """How far it is with the articles of the inputs, of which there are so many in `total`."""
        refused = len(self._summary.refused) + len(self._failed)
        done = self._summary.unchanged + len(self.made) + refused
        return Progress(phase, done, total, self._words, self._statements_held_back, refused)

    def finish(self, inputs: Iterable[str]) -> None:
        """Put in what waits, take out what the inputs gave before and do not give any more, and sum up."""
        self._put()
        gone = {name for place in _places(inputs) for name in self._writer.catalogue.given(place)} - set(self._origins)
        for name in sorted(gone):
            self._writer.drop(name)
        summary = self._summary
        summary.new, summary.removed = len(self.made), len(gone)
        summary.refused += [_refused(self._failed[name]) for name in self._origins if name in self._failed]
        self._failed.clear()  # they are in the summary now
        summary.rejected = [rejection for name in sorted(self._held_back) for rejection in self._held_back[name]]

    def _fingerprint(self, article: Article) -> str:
        """Of everything that decides what is read from an article."""
        told = [article.published, article.headline, article.url, article.publisher, article.language]
        told += [article.byline, article.published_from or ""]
        blocks = [repr(article.blocks)] if article.blocks else []
        told += [*blocks, *filter(None, (article.retrieved, article.method, article.received))]
        return hashlib.sha256("\x1f".join([*told, self._configuration.fingerprint]).encode()).hexdigest()


def _places(inputs: Iterable[str]) -> list[Path]:
    """The files and folders among the inputs.

    Standard input is another one each time, and what is not there is none: a name misspelt takes nothing out.
    """
    return [Path(name).resolve() for name in inputs if name != STANDARD_INPUT and exists(Path(name))]


def _refused(outcome: Outcome) -> Refusal:
    """What is said of an article that could not be read; the traceback is logged, and so goes into the store's log."""
    _logger.error("%s: %s\n%s", outcome.article.source, outcome.error, outcome.traceback)
    return Refusal(outcome.article.source, outcome.error, outcome.traceback)
