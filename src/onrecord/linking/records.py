"""What the store has on record of entities, acts and offices, read for the decisions across articles.

Of one article, whose IRI is given, or of all.
"""

from collections import defaultdict
from collections.abc import Mapping

import pyoxigraph as ox

from onrecord.graph import iri
from onrecord.lexicon.official_acts import comes_about
from onrecord.linking.acts import ActRecord
from onrecord.linking.events import EventRecord
from onrecord.linking.identities import EntityRecord
from onrecord.linking.office_holders import Attested
from onrecord.store.queries import select
from onrecord.values.findings import Kind

_OF_ENTITIES = ("entity-labels", "entity-same-as", "entity-titles", "entity-offices")


def entities(database: ox.Store, article: str = "") -> dict[str, EntityRecord]:
    """The entities by their IRIs, in order."""
    articles = {row["article"].value: row for row in select(database, "articles", **of(article))}
    names: dict[str, str] = {}
    types: dict[str, set[str]] = defaultdict(set)
    article_of: dict[str, str] = {}
    for row in select(database, "entities", **of(article)):
        entity = row["entity"].value
        names[entity], article_of[entity] = row["name"].value, row["article"].value
        types[entity].add(row["type"].value.rsplit("#", 1)[-1].lower())
    labels, same_as, titles, offices = (_values(database, name, article) for name in _OF_ENTITIES)
    return {
        entity: EntityRecord(
            article=article_of[entity],
            source=_text(articles[article_of[entity]]["source"]),
            published=_text(articles[article_of[entity]]["published"]),
            kind=_kind(of),
            name=names[entity],
            labels=tuple(sorted({names[entity], *labels[entity]})),
            same_as=same_as[entity],
            titles=titles[entity],
            offices=offices[entity],
        )
        for entity, of in sorted(types.items())
    }


def _kind(types: set[str]) -> Kind:
    """A court is an organization as well, and is taken for what it is in particular."""
    return next(kind for kind in (Kind.COURT, Kind.ORGANIZATION, Kind.PERSON, Kind.PLACE) if kind in types)


def _values(database: ox.Store, question: str, article: str) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, set[str]] = defaultdict(set)
    for row in select(database, question, **of(article)):
        found[row["entity"].value].add(row["value"].value)
    ordered: dict[str, tuple[str, ...]] = defaultdict(tuple)
    ordered.update({entity: tuple(sorted(values)) for entity, values in found.items()})
    return ordered


def _text(term: ox.Literal | None) -> str:
    return term.value if term is not None else ""


def acts(database: ox.Store, article: str = "") -> list[ActRecord]:
    """The acts, in order."""
    fields: dict[str, Mapping[str, str]] = {}
    against: dict[str, set[str]] = defaultdict(set)
    for row in select(database, "acts", **of(article)):
        act = row["act"].value
        names = ("article", "type", "standing", "date", "number", "by")
        fields[act] = {name: row[name].value if row[name] is not None else "" for name in names}
        if row["against"] is not None:
            against[act].add(row["against"].value)
    return [
        ActRecord(
            iri=act,
            article=told["article"],
            type=told["type"],
            done=comes_about(iri.term_of(told["standing"])),
            date=told["date"],
            number=told["number"],
            by=told["by"],
            against=frozenset(against[act]),
        )
        for act, told in fields.items()
    ]


def events(database: ox.Store, article: str = "") -> list[EventRecord]:
    """The events with a day and a place, in order."""
    return [
        EventRecord(
            iri=row["event"].value,
            article=row["article"].value,
            kind=iri.term_of(row["kind"].value),
            date=row["date"].value,
            place=row["place"].value,
        )
        for row in select(database, "events", **of(article))
    ]


def offices(database: ox.Store, article: str = "") -> list[Attested]:
    """The offices that articles name without their holders, in order of their IRIs."""
    return _attested(database, "offices", article)


def positions(database: ox.Store, article: str = "") -> list[Attested]:
    """Who is attested in which office, from when to when, in order of the positions' IRIs."""
    return _attested(database, "attested-positions", article)


def of(article: str) -> dict[str, ox.NamedNode]:
    """What a question is given so that it is asked of one article; of all where there is none."""
    return {"article": ox.NamedNode(article)} if article else {}


def _attested(database: ox.Store, question: str, article: str) -> list[Attested]:
    rows = select(database, question, **of(article))
    names = [variable.value for variable in rows.variables if variable.value != "article"]
    return [Attested(**{name: row[name].value for name in names}) for row in rows]
