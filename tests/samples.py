"""Hand-made articles and claims, for tests that need exactness: what extraction finds may change, these do not."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pyoxigraph as ox

from onrecord.build import together
from onrecord.claims import ActClaim, Claims, EventClaim, FigureClaim, PositionClaim, Source, StatementClaim
from onrecord.curation import update
from onrecord.curation.apply import settle
from onrecord.graph import Graph, Triple, article_graph, basis_graph, iri, of_ntriples, run_graph, to_ntriples
from onrecord.linking import records
from onrecord.sources.article import Article
from onrecord.store import Record, Writer
from onrecord.values.configuration import Configuration, Model
from onrecord.values.entities import Entity
from onrecord.values.findings import DateExpression, Evidence, Form, Kind
from onrecord.values.identities import Identity

TEXT = (
    "Mykola Kuleba, the head of Save Ukraine, spoke on 24 January 2024 in Kyiv.\n"
    "“Between 20 and 30 children\nwere returned,” Kuleba said.\n"
    "The International Criminal Court issued arrest warrants for Maria Lvova-Belova in March 2023."
)
ARTICLE = Article("release.txt", TEXT, "2024-01-25", "Children “home”", "https://example.org/1", "Example Wire", "en")
CONFIGURATION = Configuration((Model("reads_en", "1.0", "ab" * 32),), "cd" * 32, "0.0")


def at(words: str, text: str = TEXT, nth: int = 0) -> Evidence:
    """The evidence of the `nth` place where `words` stand in the text."""
    start = -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    return Evidence(start, start + len(words), words)


def sentences(text: str = TEXT) -> tuple[Evidence, ...]:
    """Three sentences; the second runs over a line's end."""
    ends = [text.index("Kyiv.") + 5, text.index("said.") + 5, len(text)]
    starts = [0, ends[0] + 1, ends[1] + 1]
    return tuple(Evidence(s, e, text[s:e]) for s, e in zip(starts, ends, strict=True))


FIRST, SECOND, THIRD = sentences()
KULEBA = Entity(
    Kind.PERSON,
    "Mykola Kuleba",
    ("Kuleba", "Mykola Kuleba"),
    (at("Mykola Kuleba"), at("Kuleba", nth=1)),
    ("", ""),
    forms=(Form.NAME, Form.NAME),
    confidences=(Decimal("0.98"), None),
)
SAVE_UKRAINE = Entity(Kind.ORGANIZATION, "Save Ukraine", ("Save Ukraine",), (at("Save Ukraine"),))
KYIV = Entity(Kind.PLACE, "Kyiv", ("Kyiv",), (at("Kyiv"),), (), ("http://www.wikidata.org/entity/Q1899",))
COURT = Entity(
    Kind.COURT,
    "International Criminal Court",
    ("International Criminal Court",),
    (at("International Criminal Court"),),
    forms=(Form.NAME,),
)
BELOVA = Entity(Kind.PERSON, "Maria Lvova-Belova", ("Maria Lvova-Belova",), (at("Maria Lvova-Belova"),))
FIGURE = FigureClaim(
    value=Decimal("20"),
    upper=Decimal("30"),
    hedge="between",
    counted="children",
    action="returned",
    scope="increment",
    as_of="2024-01-24",
    sources=(Source(SAVE_UKRAINE, at("Save Ukraine")), Source(KULEBA, at("Kuleba", nth=1))),
    evidence=(at("Between 20 and 30"),),
    sentences=(SECOND,),
)
STATEMENT = StatementClaim(
    quote=at("“Between 20 and 30 children\nwere returned,”"),
    form="direct",
    speaker=KULEBA,
    speaker_evidence=at("Kuleba", nth=1),
    cue=at("said"),
    date="2024-01-24",
    sentence=SECOND,
    venue=at("Kyiv"),
    place=KYIV,
    confidence=Decimal("0.90"),
)
POSITION = PositionClaim(KULEBA, "head", SAVE_UKRAINE, (at("head"),), (FIRST,))
ACT = ActClaim(
    type="ArrestWarrant",
    by=COURT,
    against=(BELOVA,),
    date="2023-03",
    standing="issued",
    subject="",
    number="",
    evidence=(at("issued arrest warrants"),),
    sentences=(THIRD,),
)
EVENT = EventClaim(
    kind="mission",
    label="the return",
    date="2024-01-24",
    place=KYIV,
    evidence=(at("were returned"),),
    reasons=("first told",),
    acts=(at("issued arrest warrants"),),
)
DATES = (
    DateExpression(at("24 January 2024"), "2024-01-24", "2024-01-24", "2024-01-24", "full"),
    DateExpression(at("March 2023"), "2023-03", "2023-03-01", "2023-03-31", "full", ambiguous=True),
)


def claims(
    entities: Iterable[Entity] = (KULEBA, SAVE_UKRAINE, KYIV, COURT, BELOVA),
    dates: Iterable[DateExpression] = DATES,
    figures: Iterable[FigureClaim] = (FIGURE,),
    statements: Iterable[StatementClaim] = (STATEMENT,),
    positions: Iterable[PositionClaim] = (POSITION,),
    acts: Iterable[ActClaim] = (ACT,),
    sentences: Iterable[Evidence] = (FIRST, SECOND, THIRD),
    events: Iterable[EventClaim] = (),
) -> Claims:
    """All the claims above, except for the event and for what is given."""
    return Claims(
        tuple(entities),
        tuple(dates),
        tuple(figures),
        tuple(statements),
        tuple(positions),
        tuple(acts),
        events=tuple(events),
        sentences=tuple(sentences),
    )


def claims_of_event() -> Claims:
    """The claims above with the event, which the figure belongs to."""
    figure = replace(FIGURE, event=EVENT.evidence[0], where=KYIV, agent=SAVE_UKRAINE)
    return claims(figures=[figure], events=[EVENT])


def rdf(triples: Iterable[Triple]) -> Graph:
    """The triples in rdflib, which can be asked about them."""
    return of_ntriples(to_ntriples(triples))


def store(folder: Path, said: Claims | None = None, sources: Iterable[str] = (ARTICLE.source,)) -> Path:
    """A store that holds the article under each source with all its claims, or with those given, and a run."""
    return store_of(folder, {source: claims() if said is None else said for source in sources})


def identities(database: ox.Store) -> tuple[Identity, ...]:
    """Who the entities on record are, as the program alone decides."""
    return settle(records.entities(database), ()).identities


def store_of(folder: Path, said: Mapping[str, Claims], like: Article = ARTICLE) -> Path:
    """A store that holds the article, or one like it, under each source with the claims given for it, and a run."""
    day = dt.datetime(2025, 7, 25, tzinfo=dt.UTC)
    writer, made = Writer(folder, lambda: day), []
    for source, its_claims in said.items():
        article = replace(like, source=source)
        graph = article_graph(article, its_claims, CONFIGURATION)
        made.append(iri.article(article))
        record = Record(source, f"/in/{source}", article.sha256, "f")
        writer.put(made[-1], article.text, to_ntriples(graph), record)
    update.settle_all(writer, (), "configuration")
    together.tell(writer)
    writer.replace_graph(iri.ONTOLOGY_GRAPH, to_ntriples(basis_graph()))
    writer.add_to_graph(iri.RUN_GRAPH, to_ntriples(run_graph(CONFIGURATION, day, day, made)))
    writer.commit()
    writer.close()
    return folder
