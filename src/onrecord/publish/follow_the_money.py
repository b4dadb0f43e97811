"""People, bodies, positions and articles as FollowTheMoney entities and statements, for Aleph and OpenSanctions.

A person or body is one entity for all articles. What FollowTheMoney has no schema for (figures, statements of speakers,
acts) is left to the tables and the graph.
"""

import csv
import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import pyoxigraph as ox

from onrecord.graph import iri
from onrecord.graph.vocabulary import DC, ONR, ORG, OWL, RDF, SDO, SKOS
from onrecord.publish.release import File
from onrecord.store import Readable

DATASET = "onrecord"
_COLUMNS = (
    *("canonical_id", "entity_id", "prop", "prop_type", "schema", "value", "dataset"),
    *("origin", "lang", "original_value", "external", "first_seen", "last_seen", "id"),
)
_SCHEMATA = ((ONR.Court, "PublicBody"), (ONR.Organization, "Organization"), (ONR.Person, "Person"))
_ARTICLE = {
    SDO.headline: "title",
    ONR.source: "fileName",
    DC.creator: "author",
    DC.publisher: "publisher",
    SDO.datePublished: "publishedAt",
    SDO.url: "sourceUrl",
}
_TYPES = {  # of properties, where it is not `string`
    **dict.fromkeys(("name", "alias"), "name"),
    **dict.fromkeys(("member", "organization", "document", "entity"), "entity"),
    **dict.fromkeys(("publishedAt", "date"), "date"),
    "sourceUrl": "url",
    "wikidataId": "identifier",
    "id": "id",
}
_WIKIDATA = "http://www.wikidata.org/entity/"
_Described = Mapping[str, Mapping[str, list[str]]]  # what is said of each node, by property


@dataclass(slots=True)
class _Entity:
    """An entity of FollowTheMoney, while it is put together."""

    schema: str
    properties: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))

    def add(self, name: str, values: Iterable[str]) -> None:
        """Say more of it."""
        self.properties[name] |= {" ".join(value.split()) for value in values} - {""}


def write_entities(reader: Readable, folder: Path) -> list[File]:
    """Write the entities, as lines of JSON, and their statements, as CSV."""
    entities = sorted(_entities(reader).items())
    (folder / "followthemoney").mkdir()
    lines = (json.dumps(_written(name, one), ensure_ascii=False) + "\n" for name, one in entities)
    (folder / "followthemoney/entities.ftm.json").write_text("".join(lines), "utf-8")
    with (folder / "followthemoney/statements.csv").open("w", encoding="utf-8", newline="") as out:
        rows = csv.DictWriter(out, _COLUMNS, dialect=csv.unix_dialect)
        rows.writeheader()
        rows.writerows(row for name, one in entities for row in _statements(name, one))
    return [
        File(
            "followthemoney/entities.ftm.json",
            "FollowTheMoney: people, bodies, positions, articles",
            "application/json",
        ),
        File("followthemoney/statements.csv", "The same as FollowTheMoney statements", "text/csv"),
    ]


def _written(name: str, entity: _Entity) -> dict[str, object]:
    properties = {key: sorted(values) for key, values in sorted(entity.properties.items()) if values}
    return {"id": name, "schema": entity.schema, "properties": properties, "datasets": [DATASET]}


def _statements(name: str, entity: _Entity) -> Iterator[dict[str, str]]:
    pairs = [(key, value) for key, values in sorted(entity.properties.items()) for value in sorted(values)]
    for key, value in [("id", name), *pairs]:
        yield {
            "canonical_id": name,
            "entity_id": name,
            "prop": key,
            "prop_type": _TYPES.get(key, "string"),
            "schema": entity.schema,
            "value": value,
            "dataset": DATASET,
            "external": "f",
            "id": hashlib.sha1(f"{DATASET}.{name}.{key}.{value}".encode()).hexdigest(),
        }


def _entities(reader: Readable) -> dict[str, _Entity]:
    shared = _described(reader.triples(iri.ENTITY_GRAPH))
    found: dict[str, _Entity] = {}
    for article in reader.article_graphs():
        told = _described(reader.triples(article))
        document = found[_id(article)] = _Entity("Article")
        for term, name in _ARTICLE.items():
            document.add(name, told.get(article, {}).get(term, ()))
        named = dict(_named(told, shared))
        for node, (key, schema) in named.items():
            entity = found.setdefault(key, _Entity(schema))
            _name(entity, told[node])
            link = found.setdefault(_id(article, key), _Entity("Documentation"))
            link.add("document", [_id(article)])
            link.add("entity", [key])
        _positions(told, named, found)
    for key, names in _preferred(shared):
        if key in found:
            found[key].properties["alias"] |= found[key].properties["name"] - names
            found[key].properties["name"] = names
            found[key].properties["alias"] -= names
    return found


def _named(told: _Described, shared: _Described) -> Iterator[tuple[str, tuple[str, str]]]:
    """The people and bodies of an article by their nodes: the key of the entity that each is, and its schema."""
    for node, properties in told.items():
        schema = next((name for term, name in _SCHEMATA if term in properties.get(RDF.type, ())), "")
        if schema:
            yield node, (_id(*shared.get(node, {}).get(ONR.identity, [node])[:1]), schema)


def _name(entity: _Entity, properties: Mapping[str, list[str]]) -> None:
    entity.add("name", properties.get(SDO.name, ()))
    entity.add("alias", properties.get(SKOS.altLabel, ()))
    same = (one.removeprefix(_WIKIDATA) for one in properties.get(OWL.sameAs, ()) if one.startswith(_WIKIDATA))
    entity.add("wikidataId", same)


def _positions(told: _Described, named: Mapping[str, tuple[str, str]], found: dict[str, _Entity]) -> None:
    """Titles of people, and memberships in bodies."""
    for node, properties in told.items():
        holder = next((named[one] for one in properties.get(ORG.member, ()) if one in named), None)
        if holder is None or holder[1] != "Person":
            continue
        titles = properties.get(SDO.roleName, ())
        found[holder[0]].add("position", titles)
        for body, schema in (named[one] for one in properties.get(ORG.organization, ()) if one in named):
            if schema != "Person":
                link = found[_id(node, body)] = _Entity("Membership")
                link.add("member", [holder[0]])
                link.add("organization", [body])
                link.add("role", titles)
                link.add("date", properties.get(ONR.attested, ()))


def _preferred(shared: _Described) -> Iterator[tuple[str, set[str]]]:
    """The preferred names of people and bodies across articles."""
    for node, properties in shared.items():
        if names := {" ".join(name.split()) for name in properties.get(SDO.name, ())}:
            yield _id(node), names


def _described(triples: Iterable[ox.Triple]) -> _Described:
    told: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for triple in triples:
        told[str(getattr(triple.subject, "value", ""))][triple.predicate.value].append(
            str(getattr(triple.object, "value", ""))
        )
    return told


def _id(*names: str) -> str:
    return f"{DATASET}-{hashlib.sha1(' '.join(names).encode()).hexdigest()}"
