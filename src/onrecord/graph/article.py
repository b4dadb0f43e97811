"""The graph of one article: everything it puts on record, tied to its sentences."""

import datetime as dt
from collections.abc import Iterator

from onrecord.claims import Claims
from onrecord.graph import iri
from onrecord.graph.acts import accusation, act, act_iri, revisions
from onrecord.graph.context import Context, context
from onrecord.graph.dates import date_expression
from onrecord.graph.entities import age, birth, entity
from onrecord.graph.events import belonging, event, event_iri
from onrecord.graph.figures import figure, figure_iri, ties
from onrecord.graph.offices import office, position
from onrecord.graph.statements import Part, by_place, denials, statement, statement_iris
from onrecord.graph.terms import Triple, day, text, typed
from onrecord.graph.vocabulary import DC, ONR, PROV, RDF, SDO, XSD
from onrecord.sources.article import Article
from onrecord.values.configuration import Configuration


def article_graph(article: Article, claims: Claims, configuration: Configuration) -> Iterator[Triple]:
    """The triples of everything that one article puts on record, without the article's text."""
    around = context(iri.article(article), claims, article.blocks)
    yield from _article(article, configuration, around)
    for named in claims.entities:
        yield from entity(named, around)
    for expression in claims.dates:
        yield from date_expression(expression, around)
    yield from _told(claims, around)
    for held in claims.positions:
        yield from position(held, around)
    for unfilled in claims.offices:
        yield from office(unfilled, around)
    for accused in claims.accusations:
        yield from accusation(accused, around)
    for aged in claims.ages:
        yield from age(aged, around)
    for born in claims.births:
        yield from birth(born, around)


def _article(article: Article, configuration: Configuration, context: Context) -> Iterator[Triple]:
    """What is known of the article itself."""
    node = context.article
    yield node, RDF.type, ONR.Article
    yield node, ONR.source, text(article.source)
    yield node, ONR.sha256, text(article.sha256)
    yield node, SDO.headline, text(article.headline)
    yield node, DC.publisher, text(article.publisher)
    yield node, SDO.inLanguage, text(article.language)
    yield node, DC.creator, text(article.byline)
    if article.published:
        yield node, SDO.datePublished, day(dt.date.fromisoformat(article.published))
        yield node, ONR.publishedFrom, text(article.published_from or "")
    if article.url:
        yield node, SDO.url, typed(article.url, XSD.anyURI)
    if article.retrieved:
        yield node, ONR.retrieved, typed(article.retrieved, XSD.dateTime)
    yield node, ONR.receivedAs, text(article.method or "")
    yield node, ONR.receivedSha256, text(article.received)
    yield node, PROV.wasAttributedTo, iri.configuration(configuration.fingerprint)


def _told(claims: Claims, context: Context) -> Iterator[Triple]:
    """Figures, acts, events and statements, which point to each other."""
    figures = [(figure_iri(claim, context), claim) for claim in claims.figures]
    acts = [(act_iri(claim, context), claim) for claim in claims.acts]
    events = [(event_iri(claim, context), claim) for claim in claims.events]
    statements = list(zip(statement_iris(claims.statements, context), claims.statements, strict=True))
    parts: list[Part] = [(node, claim.evidence) for node, claim in figures]
    parts += [(node, claim.evidence) for node, claim in acts]
    placed = by_place(parts)
    for node, counted in figures:
        yield from figure(node, counted, context)
    for node, done in acts:
        yield from act(node, done, context)
    for node, happened in events:
        yield from event(node, happened, context)
    for node, said in statements:
        yield from statement(node, said, placed, context)
    yield from ties(figures)
    yield from revisions(acts)
    yield from belonging(events, figures, acts)
    yield from denials(statements, parts)
