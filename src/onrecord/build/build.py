"""The build: inputs -> articles -> graphs -> gate -> store, doing only what changed.

Articles are independent until their entities are compared with each other, so they are read in shards, by whatever
`concurrent.futures.Executor` it is given, in any order; the store comes out the same.
"""

import datetime as dt
import hashlib
import logging
import traceback
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor, Future
from contextlib import closing
from dataclasses import dataclass, field, replace
from itertools import islice
from pathlib import Path

from onrecord import logs
from onrecord.build.together import told_together
from onrecord.claims import assemble
from onrecord.coref import resolve
from onrecord.curation import update
from onrecord.curation.files import Decisions
from onrecord.extract import pipeline
from onrecord.gate import gate
from onrecord.graph import article_graph, iri, of_ntriples, run_graph, to_ntriples
from onrecord.lexicon import lexicon, own
from onrecord.settings import Reading
from onrecord.sources.article import Article
from onrecord.sources.paths import exists
from onrecord.sources.reading import STANDARD_INPUT, Given, Refusal, read
from onrecord.store import Record, Writer
from onrecord.values.configuration import Configuration
from onrecord.values.findings import Findings
from onrecord.values.rejection import Rejection

SHARD = 32  # articles a task: long enough to pay for the hand-over, short enough to share out evenly
LOG = "build.log"  # in the store: the tracebacks of articles that could not be read
_IN_FLIGHT = 8  # shards given out and not yet stored, so that memory does not grow with the corpus
_FRAMES = 50  # of a traceback, the innermost

_logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Outcome:
    """One article, read: its graph as it may go in, or why it could not be read."""

    article: Article
    ntriples: str = ""
    rejections: tuple[Rejection, ...] = ()
    error: str = ""
    traceback: str = ""


@dataclass(slots=True)
class Summary:
    """What a build did."""

    new: int = 0  # read for the first time, or anew
    unchanged: int = 0
    removed: int = 0
    refused: list[Refusal] = field(default_factory=list)
    rejected: list[Rejection] = field(default_factory=list)
    decisions: int = 0  # of users, that are honoured
    faults: list[str] = field(default_factory=list)  # a line for each decision that cannot be honoured
    unmatched: list[str] = field(default_factory=list)  # a line for each about nothing that is in the store

    @property
    def articles(self) -> int:
        """How many articles of the inputs are in the store."""
        return self.new + self.unchanged


class InProcess(Executor):
    """An executor that does the work at once, in this process: for corpora too small to share out."""

    def submit(self, fn, /, *args, **kwargs):  # type: ignore[no-untyped-def]  # the signature of Executor.submit
        done: Future[object] = Future()
        try:
            done.set_result(fn(*args, **kwargs))
        except Exception as error:
            done.set_exception(error)
        return done


def build(
    inputs: Iterable[str],
    store: Path,
    configuration: Configuration,
    executor: Executor | None = None,
    progress: Callable[[int], None] = lambda done: None,
    decisions: Decisions | None = None,
) -> Summary:
    """Bring the store in line with the inputs; `progress` is told how many articles were read, as they are.

    An input replaces what the same file or folder gave before; what other inputs gave stays. Users' `decisions`
    replace all that were given before; where none are given, those that the store keeps hold on.

    Raises:
        StoreError: the store cannot be opened, or another process holds it.
        ModelError: the language model cannot be loaded.
    """
    lexicon.use(configuration.reading.ontology)
    started = dt.datetime.now(dt.UTC)
    given_inputs = sorted(set(inputs), key=lambda name: (name == STANDARD_INPUT, name))
    with closing(Writer(store)) as writer, logs.kept(store / LOG):
        known = dict(writer.records)
        summary, seen = Summary(), set[str]()
        origins: dict[str, str] = {}
        changed = _changed(read(given_inputs), writer, configuration, summary, seen, origins)
        made = []
        for outcome in _extract(changed, executor or InProcess(), configuration):
            progress(1)
            name = iri.article(outcome.article)
            if outcome.error:
                summary.refused.append(_refused(outcome))
            else:
                _put(writer, name, outcome, origins[name], configuration)
                made.append(name)
        summary.new = len(made)
        gone = [name for name, record in writer.records.items() if name not in seen and _given(record, given_inputs)]
        for name in gone:
            writer.drop(name)
        summary.removed = len(gone)
        summary.rejected = [
            rejection for name in sorted(seen & set(writer.records)) for rejection in writer.records[name].rejections
        ]
        reckoned = _reckon(writer, decisions, configuration, summary, changed=bool(made or gone))
        if made or gone:
            ended = dt.datetime.now(dt.UTC)
            writer.add_to_graph(iri.RUN_GRAPH, to_ntriples(run_graph(configuration, started, ended, made)))
            if configuration.ontology:
                writer.replace_graph(iri.ONTOLOGY_GRAPH, own.explained(configuration.reading.ontology))
        if reckoned or writer.records != known or not (store / "current").exists():
            writer.commit()
        return summary


def _refused(outcome: Outcome) -> Refusal:
    """What is said of an article that could not be read; the traceback is logged, and so goes into the store's log."""
    _logger.error("%s: %s\n%s", outcome.article.source, outcome.error, outcome.traceback)
    return Refusal(outcome.article.source, outcome.error, outcome.traceback)


def _put(writer: Writer, name: str, outcome: Outcome, origin: str, configuration: Configuration) -> None:
    article = outcome.article
    fingerprint = _fingerprint(article, configuration)
    record = Record(article.source, origin, article.sha256, fingerprint, outcome.rejections)
    writer.put(name, article.text, outcome.ntriples, record)


def _reckon(
    writer: Writer, given: Decisions | None, configuration: Configuration, summary: Summary, changed: bool
) -> bool:
    """Decide who is who, where articles, decisions or the code that compares changed; says whether it was."""
    before = update.kept(writer)
    decisions = before
    if given is not None:
        summary.faults += given.faults
        about = {decision.key: decision for decision in before}
        decisions = tuple(
            replace(d, about=about[d.key].about, about_other=about[d.key].about_other) if d.key in about else d
            for d in given.decisions
        )
    if not changed and given is None and not update.outdated(writer, configuration.comparing):
        summary.decisions = sum(bool(decision.about) for decision in decisions)
        return False
    _logger.debug("it is decided anew who is who across articles")
    found = update.settle_all(writer, decisions, configuration.comparing)
    writer.replace_graph(iri.SHARED_GRAPH, to_ntriples(told_together(writer.database)))
    summary.decisions = found.decisions
    summary.faults += found.faults
    summary.unmatched += found.unmatched
    summary.rejected += found.rejections
    return True


def _changed(
    given: Iterable[Given],
    writer: Writer,
    configuration: Configuration,
    summary: Summary,
    seen: set[str],
    origins: dict[str, str],
) -> Iterator[Article]:
    """The articles that have to be read; notes the others in `summary`, and every article's IRI in `seen`.

    Articles are the same where text, day and publisher agree. The same text of another day or publisher is another
    article: an agency's report that several papers printed is on record in each.
    """
    first_like: dict[tuple[str, str, str], str] = {}
    for one in given:
        if isinstance(one.item, Refusal):
            summary.refused.append(one.item)
            continue
        article, name = one.item, iri.article(one.item)
        twin = first_like.setdefault((article.sha256, article.published, article.publisher), article.source)
        if name in seen or twin != article.source:
            summary.refused.append(Refusal(article.source, f"the same article as {twin}, which is kept"))
            continue
        seen.add(name)
        origins[name] = one.origin
        known = writer.records.get(name)
        if known is None or known.fingerprint != _fingerprint(article, configuration):
            yield article
            continue
        summary.unchanged += 1
        if known.origin != one.origin:
            writer.moved(name, one.origin)


def _fingerprint(article: Article, configuration: Configuration) -> str:
    """Of everything that decides what is read from an article."""
    told = (article.published, article.headline, article.url, article.publisher, article.language)
    return hashlib.sha256("\x1f".join((*told, configuration.fingerprint)).encode()).hexdigest()


def _given(record: Record, inputs: Iterable[str]) -> bool:
    """Whether an article came from one of the inputs.

    Standard input apart, which is another one each time, and what is not there: a name misspelt takes nothing out.
    """
    paths = [Path(name).resolve() for name in inputs if name != STANDARD_INPUT and exists(Path(name))]
    origin = Path(record.origin)
    return any(origin == path or origin.is_relative_to(path) for path in paths)


def _extract(articles: Iterable[Article], executor: Executor, configuration: Configuration) -> Iterator[Outcome]:
    """The outcome of each article, in the order given, with a bounded number of shards under way."""
    waiting: deque[Future[list[Outcome]]] = deque()
    source = iter(articles)
    while shard := list(islice(source, SHARD)):
        _logger.debug("%d articles are given out to be read", len(shard))
        waiting.append(executor.submit(extract_shard, shard, configuration))
        if len(waiting) >= _IN_FLIGHT:
            yield from waiting.popleft().result()
    while waiting:
        yield from waiting.popleft().result()


def extract_shard(articles: list[Article], configuration: Configuration) -> list[Outcome]:
    """Read some articles; the work that is done in other processes. One article's failure is its own."""
    lexicon.use(configuration.reading.ontology)
    graphs: dict[Article, str] = {}  # in N-Triples
    failed: dict[Article, Outcome] = {}
    for article, findings in _find(articles, configuration.reading, failed):
        try:
            dated = replace(article, published=article.published or findings.published)
            claims = assemble(findings, resolve.within(findings), dated.published)
            graphs[article] = to_ntriples(article_graph(dated, claims, configuration))
        except Exception as error:
            failed[article] = _failed(article, "could not be put on record", error)
    names = {iri.article(article): article for article in graphs}
    suspect = gate.suspects(
        {name: graphs[article] for name, article in names.items()},
        {name: article.text for name, article in names.items()},
    )
    outcomes = []
    for article in articles:
        if article not in failed:
            try:
                outcomes.append(_admitted(article, graphs[article], suspect=iri.article(article) in suspect))
                continue
            except Exception as error:
                failed[article] = _failed(article, "could not be put on record", error)
        outcomes.append(failed[article])
    return outcomes


def _admitted(article: Article, ntriples: str, suspect: bool) -> Outcome:
    """The article as it goes in; one that is `suspect` through the gate by itself."""
    if not suspect:
        return Outcome(article, ntriples)
    graph, rejections = gate.admit(of_ntriples(ntriples), article.text)
    return Outcome(article, to_ntriples(graph), rejections)


def _find(articles: list[Article], how: Reading, failed: dict[Article, Outcome]) -> list[tuple[Article, Findings]]:
    """The articles with their findings; an article that cannot be read goes into `failed`."""
    nlp = pipeline.load(how)
    _logger.debug("%d articles are read", len(articles))
    given = [(a.text, dt.date.fromisoformat(a.published) if a.published else None) for a in articles]
    try:
        return list(zip(articles, pipeline.find(nlp, given), strict=True))
    except Exception:  # read them one by one, so that the one that fails is told apart from the others
        _logger.debug("%d articles are read one by one, since one of them fails", len(articles), exc_info=True)
        found = []
        for article, one in zip(articles, given, strict=True):
            try:
                found.append((article, next(pipeline.find(nlp, [one]))))
            except Exception as error:
                failed[article] = _failed(article, "could not be read", error)
        return found


def _failed(article: Article, how: str, error: Exception) -> Outcome:
    trace = "".join(traceback.format_exception(error, limit=-_FRAMES))
    return Outcome(article, error=f"{how}: {type(error).__name__}: {error}", traceback=trace)
