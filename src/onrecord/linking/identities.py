"""From the graph of all articles to its identities: what is read for the decision, and what the results are called."""

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import astuple, dataclass

import pyoxigraph as ox

from onrecord.graph import iri
from onrecord.linking import clustering
from onrecord.linking.clustering import Item, Linked
from onrecord.linking.similarity import Context
from onrecord.values.entities import Entity
from onrecord.values.findings import Kind
from onrecord.values.identities import Decision, Identity

_PREFIXES = """
PREFIX onr: <https://w3id.org/onrecord/ns#>
PREFIX org: <http://www.w3.org/ns/org#>
PREFIX owl: <http://www.w3.org/2002/07/owl#>
PREFIX schema: <https://schema.org/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
"""
_ARTICLES = """SELECT ?article ?source ?published {
    ?article a onr:Article ; onr:source ?source OPTIONAL { ?article schema:datePublished ?published }
}"""
_ENTITIES = """SELECT ?article ?entity ?type ?name {
    VALUES ?type { onr:Person onr:Organization onr:Court onr:Place }
    GRAPH ?article { ?entity a ?type ; schema:name ?name }
} ORDER BY ?article ?entity"""
_LABELS = "SELECT ?entity ?value { GRAPH ?article { ?article a onr:Article . ?entity skos:altLabel ?value } }"
_SAME_AS = "SELECT ?entity ?value { GRAPH ?article { ?article a onr:Article . ?entity owl:sameAs ?value } }"
_TITLES = "SELECT ?entity ?value { ?position org:member ?entity ; schema:roleName ?value }"
_OFFICES = "SELECT ?entity ?value { ?position org:member ?entity ; org:organization ?value }"


@dataclass(frozen=True, slots=True)
class Recorded:
    """An entity as its article's graph has it."""

    article: str  # IRI
    source: str  # the name under which the article was given
    published: str  # ISO day, or ''
    kind: Kind
    name: str
    labels: tuple[str, ...]  # sorted, `name` among them
    same_as: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()  # of the positions it holds
    offices: tuple[str, ...] = ()  # IRIs of the entities it holds them in


def identities(database: ox.Store) -> list[Identity]:
    """The identities of all articles' entities, as the program alone decides, in order of IRI."""
    entities = recorded(database)
    return named(clustering.across(items(entities)), entities)


def named(linked: Sequence[Linked], entities: Mapping[str, Recorded]) -> list[Identity]:
    """The identities with the names by which the graph knows them, in order of IRI."""
    shared = Counter(_key(one) for one in linked)
    found = [_identity(one, entities, shared[_key(one)] > 1) for one in linked]
    return sorted(found, key=lambda identity: identity.iri)


def _identity(linked: Linked, entities: Mapping[str, Recorded], has_namesakes: bool) -> Identity:
    """Named by kind and name; where others are called the same, by the first member as well."""
    apart = linked.members[:1] if has_namesakes else ()
    return Identity(
        iri=iri.identity(linked.kind, *_key(linked)[1:], *apart),
        kind=linked.kind,
        name=linked.name,
        members=linked.members,
        same_as=tuple(sorted({same for member in linked.members for same in entities[member].same_as})),
        decisions=tuple(Decision(*astuple(link)) for link in linked.links),
        possibly=tuple(Decision(*astuple(link)) for link in linked.possible),
    )


def _key(linked: Linked) -> tuple[Kind, str]:
    return linked.kind, _folded(linked.name)


def _folded(name: str) -> str:
    """The name without case, accents and punctuation, in any script."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", name.casefold()) if not unicodedata.combining(c))
    return " ".join(re.findall(r"\w+", plain)) or name


def recorded(database: ox.Store) -> dict[str, Recorded]:
    """The entities of all articles by their IRIs, in order."""
    articles = {row["article"].value: row for row in _rows(database, _ARTICLES)}
    names: dict[str, str] = {}
    types: dict[str, set[str]] = defaultdict(set)
    article_of: dict[str, str] = {}
    for row in _rows(database, _ENTITIES):
        entity = row["entity"].value
        names[entity], article_of[entity] = row["name"].value, row["article"].value
        types[entity].add(row["type"].value.rsplit("#", 1)[-1].lower())
    labels, same_as, titles, offices = (_values(database, query) for query in (_LABELS, _SAME_AS, _TITLES, _OFFICES))
    return {
        entity: Recorded(
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


def items(entities: Mapping[str, Recorded]) -> Iterator[Item]:
    """Each entity with what its article says of it."""
    beside: dict[str, dict[Kind, list[str]]] = defaultdict(lambda: defaultdict(list))
    for entity, one in entities.items():
        beside[one.article][one.kind].append(entity)
    for entity, one in entities.items():
        others = {
            kind: tuple(entities[other].name for other in named_there if other != entity)
            for kind, named_there in beside[one.article].items()
        }
        context = Context(
            article=one.article,
            published=one.published,
            titles=one.titles,
            organizations=tuple(entities[office].name for office in one.offices if office in entities),
            people=others.get(Kind.PERSON, ()),
            bodies=(*others.get(Kind.ORGANIZATION, ()), *others.get(Kind.COURT, ())),
            places=others.get(Kind.PLACE, ()),
        )
        yield entity, Entity(one.kind, one.name, one.labels, (), same_as=one.same_as), context


def _kind(types: set[str]) -> Kind:
    """A court is an organization as well, and is taken for what it is in particular."""
    return next(kind for kind in (Kind.COURT, Kind.ORGANIZATION, Kind.PERSON, Kind.PLACE) if kind in types)


def _values(database: ox.Store, query: str) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, set[str]] = defaultdict(set)
    for row in _rows(database, query):
        found[row["entity"].value].add(row["value"].value)
    ordered: dict[str, tuple[str, ...]] = defaultdict(tuple)
    ordered.update({entity: tuple(sorted(values)) for entity, values in found.items()})
    return ordered


def _rows(database: ox.Store, query: str) -> ox.QuerySolutions:
    rows = database.query(_PREFIXES + query, use_default_graph_as_union=True)
    if not isinstance(rows, ox.QuerySolutions):
        raise TypeError("not a SELECT query")
    return rows


def _text(term: ox.Literal | None) -> str:
    return term.value if term is not None else ""
