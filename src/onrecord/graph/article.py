"""The graph of one article: everything it puts on record, tied to its sentences."""

import datetime as dt
from collections.abc import Iterable, Sequence
from itertools import repeat
from typing import TypeAlias

from rdflib import Graph, Literal, URIRef
from rdflib.namespace import DC, ORG, OWL, PROV, RDF, SDO, SKOS, XSD

from onrecord.claims import (
    AccusationClaim,
    ActClaim,
    Claims,
    EventClaim,
    FigureClaim,
    OfficeClaim,
    PositionClaim,
    StatementClaim,
)
from onrecord.graph import iri
from onrecord.graph.intervals import interval
from onrecord.graph.terms import ENTITY_CLASSES, date_literal, decimal, plain, term
from onrecord.graph.vocabulary import OA, ONR
from onrecord.lexicon import lexicon, sayings
from onrecord.sources.article import Article
from onrecord.values.configuration import Configuration
from onrecord.values.entities import Entity
from onrecord.values.findings import DateExpression, Evidence
from onrecord.values.isodate import bounds

_Part: TypeAlias = tuple[URIRef, tuple[Evidence, ...]]  # a figure or an act with its words


def article_graph(article: Article, claims: Claims, configuration: Configuration) -> Graph:
    """Everything that one article puts on record, without the article's text."""
    return _ArticleWriter(article, claims, configuration).write()


class _ArticleWriter:
    """Writes one article's graph; a class only because each node needs the article's IRI and sentences."""

    def __init__(self, article: Article, claims: Claims, configuration: Configuration) -> None:
        self.article, self.claims, self.configuration = article, claims, configuration
        self.iri = iri.article(article)
        self.graph = Graph()
        self.told: set[tuple[Evidence, ...]] = set()  # the words of statements, with their cue
        self.entities = {e: URIRef(name) for e, name in entity_iris(self.iri, claims.entities).items()}

    def write(self) -> Graph:
        self._article()
        for entity in self.claims.entities:
            self._entity(entity)
        for expression in self.claims.dates:
            self._date_expression(expression)
        events = {event.evidence[0]: self._event(event) for event in self.claims.events}
        parts: list[_Part] = []
        figures = [(self._figure(figure), figure) for figure in self.claims.figures]
        self._ties(figures)
        parts += [(node, figure.evidence) for node, figure in figures]
        acts = [(self._act(act), act) for act in self.claims.acts]
        parts += [(node, act.evidence) for node, act in acts]
        for node, figure in figures:
            self._add(node, ONR.event, events[figure.event] if figure.event else None)
        for event in self.claims.events:
            for node in (node for node, act in acts if not set(act.evidence).isdisjoint(event.acts)):
                self._add(node, ONR.event, events[event.evidence[0]])
        statements = [(self._statement(statement, parts), statement) for statement in self.claims.statements]
        self._denials(statements, parts)
        for position in self.claims.positions:
            self._position(position)
        for office in self.claims.offices:
            self._office(office)
        for accusation in self.claims.accusations:
            self._accusation(accusation)
        for age in self.claims.ages:
            self._add(self.entities[age.person], ONR.minor, Literal(age.minor))
            self._supported(self.entities[age.person], age.evidence, ONR.ageEvidence)
        return self.graph

    def _add(self, subject: URIRef, predicate: URIRef, value: URIRef | Literal | None) -> None:
        if value is not None:
            self.graph.add((subject, predicate, value))

    def _text(self, subject: URIRef, predicate: URIRef, value: str) -> None:
        if value:
            self._add(subject, predicate, Literal(value))

    def _dated(self, subject: URIRef, predicate: URIRef, value: str) -> None:
        """An ISO date as precise as it is, with its earliest and latest day beside it."""
        if not value:
            return
        try:
            earliest, latest = bounds(value)
        except ValueError:
            self._text(subject, predicate, value)  # the gate refuses it, and says what it was
            return
        self._add(subject, predicate, date_literal(value))
        self._add(subject, ONR.earliest, Literal(earliest))
        self._add(subject, ONR.latest, Literal(latest))

    def _evidence(self, where: Evidence) -> URIRef:
        node, selector = (URIRef(mint(self.iri, where)) for mint in (iri.evidence, iri.selector))
        self._add(node, RDF.type, ONR.Evidence)
        self._add(node, OA.hasSource, URIRef(self.iri))
        self._add(node, OA.hasSelector, selector)
        for selector_type in (OA.TextPositionSelector, OA.TextQuoteSelector):
            self._add(selector, RDF.type, selector_type)
        self._add(selector, OA.start, Literal(where.start, datatype=XSD.integer))
        self._add(selector, OA.end, Literal(where.end, datatype=XSD.integer))
        self._add(selector, OA.exact, Literal(where.exact))
        return node

    def _supported(self, subject: URIRef, evidence: Iterable[Evidence], predicate: URIRef = ONR.evidence) -> None:
        """Tie `subject` to its evidence, and each stretch to the sentences it lies in."""
        for where in evidence:
            node = self._evidence(where)
            self._add(subject, predicate, node)
            for sentence in self.claims.sentences:
                if sentence.overlaps(where):
                    self._add(node, ONR.sentence, self._evidence(sentence))

    def _article(self) -> None:
        node, article = URIRef(self.iri), self.article
        self._add(node, RDF.type, ONR.Article)
        self._text(node, ONR.source, article.source)
        self._text(node, ONR.sha256, article.sha256)
        self._text(node, SDO.headline, article.headline)
        self._text(node, DC.publisher, article.publisher)
        self._text(node, SDO.inLanguage, article.language)
        if article.published:
            self._add(node, SDO.datePublished, Literal(dt.date.fromisoformat(article.published)))
        if article.url:
            self._add(node, SDO.url, Literal(article.url, datatype=XSD.anyURI))
        self._add(node, PROV.wasAttributedTo, URIRef(iri.configuration(self.configuration.fingerprint)))

    def _entity(self, entity: Entity) -> None:
        node = self.entities[entity]
        for entity_class in ENTITY_CLASSES[entity.kind]:
            self._add(node, RDF.type, entity_class)
        self._add(node, SDO.name, Literal(entity.name))
        for label in entity.labels:
            if label != entity.name:
                self._add(node, SKOS.altLabel, Literal(label))
        for same in entity.same_as:
            self._add(node, OWL.sameAs, URIRef(same))
        self._supported(node, entity.mentions)
        told = (entity.forms or repeat(""), entity.reasons or repeat(""), entity.confidences or repeat(None))
        for where, form, reason, confidence in zip(entity.mentions, *told, strict=False):
            mention = URIRef(iri.node(self.iri, "mention", where.exact, str(where.start), str(where.end)))
            self._add(mention, RDF.type, ONR.Mention)
            self._add(node, ONR.mention, mention)
            self._add(mention, ONR.evidence, self._evidence(where))
            self._text(mention, ONR.form, form)
            self._text(mention, ONR.rule, reason)
            self._add(mention, ONR.confidence, decimal(confidence))

    def _date_expression(self, expression: DateExpression) -> None:
        where = expression.evidence
        node = URIRef(iri.node(self.iri, "date", expression.value, str(where.start), str(where.end)))
        self._add(node, RDF.type, ONR.DateExpression)
        self._dated(node, ONR.date, expression.value)
        self._text(node, ONR.rule, expression.rule)
        if expression.ambiguous:
            self._add(node, ONR.ambiguous, Literal(True))
        self._supported(node, [where])

    def _figure(self, figure: FigureClaim) -> URIRef:
        fields = (figure.value, figure.upper, figure.hedge, figure.counted, figure.action, figure.scope, figure.as_of)
        sources = [self.entities[source.who] for source in figure.sources]
        label = f"{plain(figure.value)} {figure.counted}"
        standing = ("withdrawn",) if figure.withdrawn else ()
        unreal = (figure.factuality,) if figure.factuality else ()
        event = (str(figure.event.start),) if figure.event else ()
        node = URIRef(iri.node(self.iri, "figure", label, *map(str, fields), *sources, *standing, *unreal, *event))
        self._add(node, RDF.type, ONR.Figure)
        self._add(node, ONR.value, decimal(figure.value))
        self._add(node, ONR["upper"], decimal(figure.upper))
        self._add(node, ONR.hedge, term("hedge", figure.hedge))
        self._text(node, ONR.counted, figure.counted)
        self._text(node, ONR.population, figure.population)
        self._add(node, ONR.action, term("action", figure.action))
        self._add(node, ONR.scope, term("scope", figure.scope))
        factuality = figure.factuality or lexicon.load().default("factuality").term
        self._add(node, ONR.factuality, term("factuality", factuality))
        self._dated(node, ONR.asOf, figure.as_of)
        held = interval(figure.value, figure.upper, figure.hedge)
        self._add(node, ONR.lowerBound, decimal(held.lower))
        self._add(node, ONR.upperBound, decimal(held.upper))
        for predicate, is_open in ((ONR.lowerOpen, held.lower_open), (ONR.upperOpen, held.upper_open)):
            if is_open:
                self._add(node, predicate, Literal(True))
        if figure.withdrawn:
            self._add(node, ONR.withdrawn, Literal(True))
        if figure.reported_by:
            self._add(node, ONR.reportedBy, self.entities[figure.reported_by])
        if figure.where:
            self._add(node, ONR.where, self.entities[figure.where])
        if figure.agent:
            self._add(node, ONR.agent, self.entities[figure.agent])
        for rank, source in enumerate(figure.sources, 1):
            link = URIRef(f"{node}-source-{rank}")
            self._add(node, PROV.qualifiedAttribution, link)
            self._add(link, RDF.type, PROV.Attribution)
            self._add(link, PROV.agent, self.entities[source.who])
            self._add(link, ONR.rank, Literal(rank))
            self._supported(link, [source.named])
        self._supported(node, figure.evidence)
        return node

    def _ties(self, figures: Sequence[tuple[URIRef, FigureClaim]]) -> None:
        """Tie each figure to those it holds instead of, and to those that make it up."""
        stated = {where: node for node, figure in figures for where in figure.evidence if not figure.withdrawn}
        withdrawn = {where: node for node, figure in figures for where in figure.evidence if figure.withdrawn}
        for node, figure in figures:
            for where in figure.corrects:
                self._add(node, ONR.corrects, withdrawn.get(where))
            parts = {stated[where] for where in figure.parts if where in stated} - {node}
            if len(parts) == len(figure.parts):  # two parts that are one figure do not add up
                for part in sorted(parts):
                    self._add(node, ONR.sumOf, part)

    def _act(self, act: ActClaim) -> URIRef:
        by = self.entities[act.by] if act.by else None
        against = sorted(self.entities[entity] for entity in act.against)
        label = f"{act.type} {act.by.name}" if act.by else act.type
        maker = () if act.by or against else tuple(str(n) for n in (act.evidence[0].start, act.evidence[0].end))
        fields = (
            act.date,
            act.subject,
            act.number,
            act.standing,
            *against,
            *maker,
        )  # nobody's act is known by its words
        node = URIRef(iri.node(self.iri, "act", label, *fields))
        self._add(node, RDF.type, ONR.Act)
        self._add(node, ONR.actType, term("act", act.type))
        self._add(node, ONR.by, by)
        if act.sought_by:
            self._add(node, ONR.soughtBy, self.entities[act.sought_by])
        if act.described:
            self._text(node, ONR.byDescription, act.described.exact)
        if act.place:
            self._add(node, ONR.madeIn, self.entities[act.place])
        for entity in against:
            self._add(node, ONR.against, entity)
        for acquitted in act.acquits:
            self._add(node, ONR.acquits, self.entities[acquitted])
        self._dated(node, ONR.date, act.date)
        self._add(node, ONR.standing, term("standing", act.standing))
        self._text(node, ONR.subject, act.subject)
        self._text(node, ONR.number, act.number)
        self._supported(node, act.evidence)
        return node

    def _event(self, event: EventClaim) -> URIRef:
        node = URIRef(iri.node(self.iri, "event", event.label, event.kind, event.date, str(event.evidence[0].start)))
        self._add(node, RDF.type, ONR.Event)
        self._add(node, ONR.eventKind, term("event", event.kind))
        self._add(node, SDO.name, Literal(event.label))
        self._dated(node, ONR.date, event.date)
        if event.place:
            self._add(node, ONR.where, self.entities[event.place])
        self._supported(node, event.evidence)
        for where, reason in zip(event.evidence, event.reasons, strict=True):
            told = URIRef(iri.node(self.iri, "event-mention", where.exact, str(where.start), str(where.end)))
            self._add(told, RDF.type, ONR.Mention)
            self._add(node, ONR.mention, told)
            self._add(told, ONR.evidence, self._evidence(where))
            self._text(told, ONR.rule, reason)
        return node

    def _accusation(self, accusation: AccusationClaim) -> None:
        person, by = self.entities[accusation.person], self.entities[accusation.by] if accusation.by else None
        label = f"{accusation.status} {accusation.person.name}"
        fields = (accusation.deed, str(by or ""), accusation.described, accusation.date)
        node = URIRef(iri.node(self.iri, "accusation", label, *fields))
        self._add(node, RDF.type, ONR.Accusation)
        self._add(node, ONR.accused, person)
        self._text(node, ONR.allegation, accusation.deed)
        self._add(node, ONR.allegedBy, by)
        self._text(node, ONR.byDescription, accusation.described)
        self._add(node, ONR.progress, term("accusation", accusation.status))
        self._dated(node, ONR.date, accusation.date)
        self._supported(node, accusation.evidence)

    def _statement(self, statement: StatementClaim, parts: Iterable[_Part]) -> URIRef:
        where = statement.quote
        told = (where, *([statement.cue] if statement.cue else []))  # the same words may be told at second hand
        if told in self.told and statement.speaker_evidence:  # or by several together
            told = (*told, statement.speaker_evidence)
        self.told.add(told)
        node = URIRef(iri.node(self.iri, "statement", "", *(str(n) for e in told for n in (e.start, e.end))))
        self._add(node, RDF.type, ONR.Statement)
        self._text(node, ONR.speechForm, statement.form)
        if statement.speaker:
            self._add(node, ONR.speaker, self.entities[statement.speaker])
        self._dated(node, ONR.date, statement.date)
        self._add(node, ONR.confidence, decimal(statement.confidence))
        self._supported(node, statement.stretches)
        if statement.speaker_evidence:
            self._supported(node, [statement.speaker_evidence], ONR.speakerEvidence)
        if statement.cue:
            self._supported(node, [statement.cue], ONR.cueEvidence)
        self._add(node, ONR.saying, term("saying", statement.kind or sayings.usual()))
        if statement.venue:
            self._text(node, ONR.venue, statement.venue.exact)
            self._supported(node, [statement.venue], ONR.venueEvidence)
        if statement.place:
            self._add(node, ONR.saidIn, self.entities[statement.place])
        for part, evidence in parts:
            if any(map(statement.covers, evidence)):
                self._add(node, ONR.contains, part)
        return node

    def _denials(self, statements: Sequence[tuple[URIRef, StatementClaim]], parts: Iterable[_Part]) -> None:
        """Link each denial to the statement, figure or act with the words that it denies."""
        said = {statement.quote: node for node, statement in statements}
        denied = {where: node for node, evidence in parts for where in evidence} | said
        for node, statement in statements:
            if statement.denies:
                self._add(node, ONR.denies, denied[statement.denies])

    def _position(self, position: PositionClaim) -> None:
        person = self.entities[position.person]
        organization = self.entities[position.organization] if position.organization else None
        node = URIRef(iri.node(self.iri, "position", position.title, person, str(organization or "")))
        self._add(node, RDF.type, ONR.Position)
        self._add(node, ORG.member, person)
        self._add(node, ORG.organization, organization)
        self._text(node, SDO.roleName, position.title)
        self._add(node, ONR.role, term("post", position.role))
        self._add(node, ONR.tenure, term("tenure", position.tenure))
        self._dated(node, ONR.attested, position.attested)
        if position.place:
            self._add(node, ONR.jurisdiction, self.entities[position.place])
        self._supported(node, position.evidence)

    def _office(self, office: OfficeClaim) -> None:
        of = office.organization or office.place
        node = URIRef(iri.node(self.iri, "office", office.title, office.role, self.entities[of] if of else ""))
        self._add(node, RDF.type, ONR.Office)
        if office.organization:
            self._add(node, ORG.postIn, self.entities[office.organization])
        if office.place:
            self._add(node, ONR.jurisdiction, self.entities[office.place])
        self._text(node, SDO.roleName, office.title)
        self._add(node, ONR.role, term("post", office.role))
        self._dated(node, ONR.attested, office.attested)
        self._supported(node, office.evidence)


def entity_iris(article_iri: str, entities: Iterable[Entity]) -> dict[Entity, str]:
    """The IRIs of an article's entities, which are told apart by kind, name and first mention."""
    return {
        entity: iri.node(article_iri, entity.kind, entity.name, *(str(m.start) for m in entity.mentions[:1]))
        for entity in entities
    }
