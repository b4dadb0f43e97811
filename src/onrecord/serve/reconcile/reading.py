"""What clients send: batches of queries, and what tables are to be extended by, checked and as values."""

import json
from collections.abc import Mapping
from dataclasses import dataclass

from onrecord.graph.iri import BASE
from onrecord.graph.vocabulary import PREFIXES
from onrecord.serve.errors import RefusedError
from onrecord.serve.reconcile.properties import PROPERTIES, Property
from onrecord.values.findings import Kind

BATCH = 50  # queries
ROWS = 200  # entities of one extension
CANDIDATES, MOST_CANDIDATES = 10, 50
_LONGEST = 200  # characters of a name
TYPES = {kind: kind.value.title() for kind in Kind}


@dataclass(frozen=True, slots=True)
class Wanted:
    """A query for one name."""

    name: str
    kinds: tuple[Kind, ...] = ()
    limit: int = CANDIDATES
    properties: tuple[tuple[Property, tuple[str, ...]], ...] = ()  # with the values one of which each is to have


@dataclass(frozen=True, slots=True)
class Extension:
    """What is asked of some entities."""

    ids: tuple[str, ...]
    properties: tuple[Property, ...]


def batch(text: str) -> dict[str, Wanted]:
    """The queries of a batch, by their keys.

    Raises:
        RefusedError: 400, it is no batch; 413, it has more than BATCH queries.
    """
    told = _object(_json(text, "queries"), "queries")
    if len(told) > BATCH:
        raise RefusedError(413, f"a batch has at most {BATCH} queries: this one has {len(told)}")
    return {key: _wanted(_object(query, f"the query {key!r}")) for key, query in told.items()}


def extension(text: str) -> Extension:
    """What a table is to be extended by.

    Raises:
        RefusedError: 400, it does not say so; 413, it is for more than ROWS entities.
    """
    told = _object(_json(text, "extend"), "extend")
    ids, properties = told.get("ids"), told.get("properties")
    if not isinstance(ids, list) or not isinstance(properties, list) or not all(isinstance(i, str) for i in ids):
        raise RefusedError(400, "extend= is to have a list of ids and a list of properties")
    if len(ids) > ROWS:
        raise RefusedError(413, f"an extension is for at most {ROWS} entities: this one is for {len(ids)}")
    asked = (_property(_object(one, "a property").get("id")) for one in properties)
    return Extension(tuple(dict.fromkeys(ids)), tuple(dict.fromkeys(asked)))


def kinds_of(types: object) -> tuple[Kind, ...]:
    """The kinds that types stand for, each an identifier as the manifest has it or an IRI; courts are organizations.

    Raises:
        RefusedError: 400, there is no such type.
    """
    found = set[Kind]()
    for one in types if isinstance(types, list) else [types]:
        name = one.get("id") if isinstance(one, Mapping) else one
        short = str(name).removeprefix(PREFIXES["onr"]).lower()
        if short not in list(Kind):
            raise RefusedError(400, f"there are the types {', '.join(TYPES.values())}, and no {str(name)[:80]!r}")
        found |= {Kind.ORGANIZATION, Kind.COURT} if short == Kind.ORGANIZATION else {Kind(short)}
    return tuple(kind for kind in Kind if kind in found)


def _wanted(told: Mapping[str, object]) -> Wanted:
    if "query" not in told and not told.get("properties"):
        raise RefusedError(400, "a query has a name in query, or properties")
    name, given = told.get("query", ""), told.get("properties") or []
    if not isinstance(name, str) or not isinstance(given, list):
        raise RefusedError(400, "query is to be text, and properties a list")
    properties = tuple((_property(one.get("pid")), _values(one.get("v"))) for one in map(_pair, given))
    if not name:  # a name may be given as one of the other names
        name = next((values[0] for wanted, values in properties if wanted.id == "aliases" and values), "")
    kinds = kinds_of(told["type"]) if told.get("type") else ()
    return Wanted(name[:_LONGEST], kinds, _limit(told.get("limit")), properties)


def _limit(told: object) -> int:
    if told is None:
        return CANDIDATES
    if not isinstance(told, int | float) or isinstance(told, bool) or not 1 <= told < 1e9:
        raise RefusedError(400, "limit is to be a number from 1 on")
    return min(int(told), MOST_CANDIDATES)


def _pair(told: object) -> Mapping[str, object]:
    return _object(told, "a property")


def _property(name: object) -> Property:
    if not isinstance(name, str) or name not in PROPERTIES:
        raise RefusedError(400, f"there are the properties {', '.join(PROPERTIES)}, and no {str(name)[:80]!r}")
    return PROPERTIES[name]


def _values(told: object) -> tuple[str, ...]:
    """The values that one of a property's is to be: text, and of entities their identifiers."""
    given = told if isinstance(told, list) else [told]
    texts = (one.get("id", one.get("name", "")) if isinstance(one, Mapping) else one for one in given)
    plain = (str(one).removeprefix(BASE).strip() for one in texts if one is not None)
    return tuple(one[:_LONGEST] for one in plain if one)


def _json(text: str, name: str) -> object:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        raise RefusedError(400, f"{name}= is to be JSON, which this is not: {text[:80]!r}") from None


def _object(told: object, what: str) -> Mapping[str, object]:
    if not isinstance(told, Mapping):
        raise RefusedError(400, f"{what} is to be an object in JSON")
    return told
