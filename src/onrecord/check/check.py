"""The check of a draft: every claim that the pipeline reads in it, set beside what the store has on record."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

from onrecord.check import accusations, acts, draft, figure_verdicts, figures, positions, quotes
from onrecord.check.asking import Askable, nodes, rows
from onrecord.check.draft import Draft
from onrecord.check.figure_matter import Day
from onrecord.check.findings import Finding, Matter, Remark, Report, Source, finding, located
from onrecord.check.parties import Names, Party, kind_of
from onrecord.check.related import related
from onrecord.settings import DEFAULT_READING, Reading
from onrecord.sources.article import Article
from onrecord.store import Readable
from onrecord.values.findings import Evidence, Kind
from onrecord.values.interval_index import IntervalIndex

_Claim = TypeVar("_Claim")


def check(article: Article, record: Readable, how: Reading = DEFAULT_READING) -> Report:
    """A draft beside the record; nothing of it is kept.

    Raises:
        ModelError: the language model cannot be loaded.
    """
    return compared(draft.read(article, how), record)


def compared(read: Draft, record: Readable) -> Report:
    """What has been read of a draft beside the record."""
    found = sorted(_findings(read, record), key=lambda one: (one.words, one.matter))
    articles = sorted({source.article for one in found for source in one.sources})
    names = {
        row["article"]: (row["source"], row["published"])
        for row in rows(record, "articles-compared", "article", nodes(articles))
    }
    return Report(read.article.source, read.article.text, located(found, names), record.snapshot)


def _findings(read: Draft, record: Askable) -> Iterator[Finding]:
    names = Names(record, read.claims.entities)
    read.identify(names)
    known = {entity.name: names.party(entity) for entity in read.claims.entities}
    parties = {identity for party in known.values() for identity in party.identities}
    people = {identity for identity in parties if kind_of(identity) == Kind.PERSON}
    actors = {identity for identity in parties if kind_of(identity) != Kind.PLACE}
    articles = related(record, actors or parties)
    yield from _of_figures(read, record, actors, articles)
    yield from _of_quotes(read, record, known, actors, articles)
    held = list(positions.held(read, read.nodes("Position")).values())
    on_record = positions.beside(record, held, people, _bodies_of(held, known))
    yield from _of(Matter.POSITION, held, lambda one: positions.remarks(one, on_record, known, read.day))
    done = list(acts.done(read, read.nodes("Act")).values())
    acts_on_record = acts.beside(record, done, actors, articles)
    yield from _of(Matter.ACT, done, lambda one: acts.remarks(one, acts_on_record, known))
    yield from _of_accusations(read, record, acts_on_record, known)


def _bodies_of(held: Iterable[positions.Held], known: Mapping[str, Party]) -> set[str]:
    return {identity for one in held if one.of.name in known for identity in known[one.of.name].identities}


def _of_figures(read: Draft, record: Askable, actors: Iterable[str], articles: Sequence[str]) -> Iterator[Finding]:
    mine = list(figures.with_stories(read, figures.told(read, read.nodes("Figure")).values()))
    beside = figures.beside(record, mine, actors, articles)
    yield from _of(Matter.FIGURE, mine, lambda one: figure_verdicts.remarks(one, beside, Day(read.day)))


def _of_quotes(
    read: Draft, record: Askable, known: Mapping[str, Party], actors: Iterable[str], articles: Sequence[str]
) -> Iterator[Finding]:
    told = list(quotes.quotes(quotes.said(read, read.nodes("Statement")).values(), known))
    sayings = quotes.Sayings(record, told, actors, articles)
    for quote in told:
        remarks = quotes.remarks(quote, sayings.closest(quote))
        yield finding(Matter.QUOTE, quote.words, quote.sentence, remarks)


def _of_accusations(
    read: Draft, record: Askable, charges: Sequence[acts.Done], known: Mapping[str, Party]
) -> Iterator[Finding]:
    people = {who for party in known.values() for who in party.identities if kind_of(who) == Kind.PERSON}
    mine = list(accusations.accused(read, read.nodes("Accusation")).values())
    beside = accusations.beside(record, people)
    yield from _of(Matter.ACCUSATION, mine, lambda one: accusations.remarks(one, beside, charges, known))
    told = IntervalIndex((source.sentence, True) for one in mine for source in one.sources)
    said = IntervalIndex((stretch, True) for one in read.claims.statements for stretch in one.stretches)
    for sentence, some in _people_in(read, known).items():
        if not told.over(sentence) and not said.over(sentence):
            for words, remark in accusations.stated(sentence, some, beside):
                yield finding(Matter.ACCUSATION, words, sentence, [remark])


def _people_in(read: Draft, known: Mapping[str, Party]) -> dict[Evidence, list[Party]]:
    """The sentences of a draft that name or mean people, with them."""
    people = [(where, e) for e in read.claims.entities if e.kind is Kind.PERSON for where in e.mentions]
    index = IntervalIndex(people)
    found = {sentence: [known[entity.name] for entity in index.over(sentence)] for sentence in read.claims.sentences}
    return {sentence: some for sentence, some in found.items() if some}


def _of(matter: Matter, claims: Sequence[_Claim], remarks: Callable[[_Claim], Iterable[Remark]]) -> Iterator[Finding]:
    """A finding for each sentence of the draft that makes a claim."""
    for claim in claims:
        sources: Sequence[Source] = claim.sources  # type: ignore[attr-defined]
        said = tuple(remarks(claim))
        for source in sources:
            yield finding(matter, source.words, source.sentence, said)
