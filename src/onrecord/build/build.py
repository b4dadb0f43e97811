"""The build: inputs -> articles -> graphs -> gate -> store, doing only what changed.

Articles are independent until their entities are compared with each other, so they are read in shards, by whatever
`concurrent.futures.Executor` it is given, in any order; the store comes out the same.
"""

import datetime as dt
import logging
import traceback
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor
from contextlib import closing
from dataclasses import replace
from functools import partial
from pathlib import Path

from onrecord import logs
from onrecord.build import together
from onrecord.build.distribution import distribute
from onrecord.build.executors import InProcess
from onrecord.build.in_force import bring_into_force
from onrecord.build.intake import Intake
from onrecord.build.parts import WHOLE, Part
from onrecord.build.progress import Phase, Progress
from onrecord.build.results import Outcome, Summary
from onrecord.claims import Claims, assemble, restored
from onrecord.coref import resolve
from onrecord.curation import update
from onrecord.curation.files import Decisions
from onrecord.document import Document, View, view_of
from onrecord.extract import pipeline
from onrecord.gate import gate
from onrecord.graph import article_graph, basis_graph, iri, packed, run_graph, to_ntriples
from onrecord.lexicon import own
from onrecord.settings import Reading
from onrecord.sources import language
from onrecord.sources.article import Article, Dating
from onrecord.sources.counting import count
from onrecord.sources.dating import dated
from onrecord.sources.reading import STANDARD_INPUT, Given, read
from onrecord.store import Address, Writer, sending, told
from onrecord.values.configuration import Configuration
from onrecord.values.findings import Findings
from onrecord.values.ntriples import Ntriples

LOG = "build.log"  # in the store: the tracebacks of articles that could not be read
_FRAMES = 50  # of a traceback, the innermost

_logger = logging.getLogger(__name__)


def build(
    inputs: Iterable[str],
    store: Path,
    configuration: Configuration,
    executor: Executor | None = None,
    progress: Callable[[Progress], None] = lambda reached: None,
    decisions: Decisions | None = None,
    part: Part = WHOLE,
    elsewhere: Address | None = None,
    day: dt.date | None = None,
) -> Summary:
    """Bring the store in line with the inputs; `progress` is told how far it is, as it goes on.

    Articles that give no day of publication, in their file or by a dateline, are of the `day`.
    Of the inputs only a `part` may be taken: stores of all parts are merged into what one build of them all would give.
    What changed is sent to the SPARQL store `elsewhere` too, where one is named.

    An input replaces what the same file or folder gave before; what other inputs gave stays. Users' `decisions`
    replace all that were given before; where none are given, those that the store keeps hold on.

    Raises:
        StoreError: the store cannot be opened, or another process holds it; the one elsewhere cannot be filled.
        ModelError: the language model cannot be loaded.
    """
    bring_into_force(configuration.reading)
    started = dt.datetime.now(dt.UTC)
    given_inputs = sorted(set(inputs), key=lambda name: (name == STANDARD_INPUT, name))
    with closing(Writer(store)) as writer, logs.kept(store / LOG), told(store):
        sender = sending(writer, elsewhere) if elsewhere else None
        summary = Summary()
        intake = Intake(writer, configuration, summary)
        total = part.expected(count(given_inputs))

        def tell(phase: Phase = Phase.READING) -> None:
            progress(intake.progress(phase, total))

        tell()
        given = _each_told(part.of(_of_day(read(given_inputs), day)), tell)
        work = partial(extract_shard, configuration=configuration)
        for outcomes in distribute(intake.missing(given), executor or InProcess(), work):
            intake.take(outcomes)
            tell()
        intake.finish(given_inputs)
        reckoned = reckon(writer, decisions, configuration, summary, tell)
        if intake.made or summary.removed:
            ended = dt.datetime.now(dt.UTC)
            writer.add_to_graph(iri.RUN_GRAPH, to_ntriples(run_graph(configuration, started, ended, intake.made)))
            writer.replace_graph(iri.ONTOLOGY_GRAPH, to_ntriples(basis_graph()))
            writer.add_to_graph(iri.ONTOLOGY_GRAPH, own.explained(configuration.reading.ontology))
        if reckoned or writer.catalogue.changed() or not (store / "current").exists():
            tell(Phase.WRITING)
            writer.commit()
        if sender:
            sender.send(lambda sent, graphs: progress(Progress(Phase.SENDING, sent, graphs)))
        return summary


def _of_day(given: Iterable[Given], day: dt.date | None) -> Iterator[Given]:
    """What is given; articles that give no day are of the one that users give."""
    for one in given:
        yield replace(one, item=dated(one.item, day)) if isinstance(one.item, Article) else one


def _each_told(given: Iterable[Given], tell: Callable[[], None]) -> Iterator[Given]:
    """What is given, one by one; after each it is told how far the build is."""
    for one in given:
        yield one
        tell()


def reckon(
    writer: Writer,
    given: Decisions | None,
    configuration: Configuration,
    summary: Summary,
    tell: Callable[[Phase], None],
) -> bool:
    """Decide who is who, where articles, decisions or the code that compares changed; says whether it was.

    `tell` is told which phase comes now.
    """
    before = update.kept(writer)
    decisions = before
    if given is not None:
        summary.faults += given.faults
        about = {decision.key: decision for decision in before}
        decisions = tuple(
            replace(d, about=about[d.key].about, about_other=about[d.key].about_other) if d.key in about else d
            for d in given.decisions
        )
    if not writer.changed and given is None and not update.outdated(writer, configuration.comparing):
        summary.decisions = sum(bool(decision.about) for decision in decisions)
        return False
    _logger.debug("it is decided anew who is who across articles")
    tell(Phase.IDENTIFYING)
    found = update.settle_all(writer, decisions, configuration.comparing)
    tell(Phase.COMPARING)
    together.tell(writer)
    summary.decisions = found.decisions
    summary.faults += found.faults
    summary.unmatched += found.unmatched
    summary.rejected += found.rejections
    return True


def extract_shard(articles: list[Article], configuration: Configuration) -> list[Outcome]:
    """Read some articles; the work that is done in other processes. One article's failure is its own."""
    bring_into_force(configuration.reading)
    failed: dict[Article, Outcome] = {}
    graphs, days = _graphs(articles, configuration, failed)
    names = {iri.article(article): article for article in graphs}
    suspect = gate.suspects(
        {name: graphs[article] for name, article in names.items()},
        {name: article.text for name, article in names.items()},
    )
    outcomes = []
    for article in articles:
        if article not in failed:
            try:
                outcome = _admitted(article, graphs[article], suspect=iri.article(article) in suspect)
                outcomes.append(replace(outcome, published=days[article]))
                continue
            except Exception as error:
                failed[article] = _failed(article, "could not be put on record", error)
        outcomes.append(failed[article])
    return outcomes


def _graphs(
    articles: list[Article], configuration: Configuration, failed: dict[Article, Outcome]
) -> tuple[dict[Article, Ntriples], dict[Article, str]]:
    """The graphs of the articles and their days; of what was found in them nothing is held any more."""
    graphs: dict[Article, Ntriples] = {}
    days: dict[Article, str] = {}
    readable = [article for article in articles if not language.is_foreign(article.language)]
    found = deque(_find(readable, configuration.reading, failed))
    found.extend((article, view_of(Document("")), Findings()) for article in articles if article not in readable)
    while found:
        article = found[0][0]
        try:
            whole, claims = _claimed(*found.popleft())  # so that findings are let go before their graph is made
            graphs[article] = packed(article_graph(whole, claims, configuration))
            days[article] = whole.published
        except Exception as error:
            failed[article] = _failed(article, "could not be put on record", error)
    return graphs, days


def _claimed(article: Article, view: View, findings: Findings) -> tuple[Article, Claims]:
    """The article, of the day that its text tells where nothing else does, and what it puts on record."""
    if not article.published and findings.published:
        article = replace(article, published=findings.published, published_from=Dating.TEXT)
    return article, restored(assemble(findings, resolve.within(findings), article.published), view)


def _admitted(article: Article, graph: Ntriples, suspect: bool) -> Outcome:
    """The article as it goes in: as it is, unless it is `suspect`, else what the gate lets through."""
    if not suspect:
        return Outcome(article, graph)
    return Outcome(article, *gate.admitted(graph, article.text))


def _find(
    articles: list[Article], how: Reading, failed: dict[Article, Outcome]
) -> list[tuple[Article, View, Findings]]:
    """The articles, how each is read, and their findings; an article that cannot be read goes into `failed`."""
    nlp = pipeline.load(how)
    _logger.debug("%d articles are read", len(articles))
    given = [_document(article) for article in articles]
    try:
        return [(article, *found) for article, found in zip(articles, pipeline.find(nlp, given), strict=True)]
    except Exception:  # read them one by one, so that the one that fails is told apart from the others
        _logger.debug("%d articles are read one by one, since one of them fails", len(articles), exc_info=True)
        found = []
        for article, one in zip(articles, given, strict=True):
            try:
                found.append((article, *next(pipeline.find(nlp, [one]))))
            except Exception as error:
                failed[article] = _failed(article, "could not be read", error)
        return found


def _document(article: Article) -> Document:
    return Document(
        article.text, dt.date.fromisoformat(article.published) if article.published else None, article.blocks
    )


def _failed(article: Article, how: str, error: Exception) -> Outcome:
    trace = "".join(traceback.format_exception(error, limit=-_FRAMES))
    return Outcome(article, error=f"{how}: {type(error).__name__}: {error}", traceback=trace)
