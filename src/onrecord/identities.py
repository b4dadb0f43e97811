"""Which entities of different articles are the same person, organization, court or place."""

import re
import unicodedata
from collections import defaultdict

import pyoxigraph as ox

from onrecord import iri
from onrecord.findings import Kind
from onrecord.identity import Identity

_ENTITIES = """
PREFIX onr: <https://w3id.org/onrecord/ns#>
PREFIX owl: <http://www.w3.org/2002/07/owl#>
PREFIX schema: <https://schema.org/>
SELECT ?entity ?name (COALESCE(?court, ?type_kind) AS ?kind) ?same WHERE {
    VALUES (?type ?type_kind) { (onr:Person "person") (onr:Organization "organization") (onr:Place "place") }
    GRAPH ?article {
        ?article a onr:Article .
        ?entity a ?type ; schema:name ?name .
        OPTIONAL { ?entity a onr:Court . BIND ("court" AS ?court) }
        OPTIONAL { ?entity owl:sameAs ?same }
    }
}"""


def identities(database: ox.Store) -> list[Identity]:
    """The identities of all articles' entities, in order of IRI.

    Entities are one where kind and name agree. A person known by a single word ('Marchenko') is nobody beyond the
    article: too many people share it.
    """
    members: dict[tuple[Kind, str, str], set[str]] = defaultdict(set)
    names: dict[tuple[Kind, str, str], set[str]] = defaultdict(set)
    same: dict[tuple[Kind, str, str], set[str]] = defaultdict(set)
    rows = database.query(_ENTITIES)
    assert isinstance(rows, ox.QuerySolutions)
    for row in rows:
        entity, name, kind = row["entity"].value, row["name"].value, Kind(row["kind"].value)
        alone = entity if kind is Kind.PERSON and len(name.split()) == 1 else ""
        key = (kind, _folded(name), alone)
        members[key].add(entity)
        names[key].add(name)
        if row["same"] is not None:
            same[key].add(row["same"].value)
    found = [
        Identity(
            iri=iri.identity(*filter(None, key)),
            kind=key[0],
            name=min(names[key]),
            members=tuple(sorted(members[key])),
            same_as=tuple(sorted(same[key])),
        )
        for key in members
    ]
    return sorted(found, key=lambda identity: identity.iri)


def _folded(name: str) -> str:
    """The name without case, accents and punctuation, in any script."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", name.casefold()) if not unicodedata.combining(c))
    return " ".join(re.findall(r"\w+", plain)) or name
