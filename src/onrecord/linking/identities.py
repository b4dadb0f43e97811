"""Identities across articles: what is compared of the entities on record, and what the results are called."""

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from onrecord.coref.name_clusters import BODIES
from onrecord.graph import iri
from onrecord.linking.agglomeration import Linked
from onrecord.linking.clustering import Item
from onrecord.linking.profiles import Context
from onrecord.values.entities import Entity
from onrecord.values.findings import Kind
from onrecord.values.identities import Identity


@dataclass(frozen=True, slots=True)
class EntityRecord:
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


def named(linked: Sequence[Linked], entities: Mapping[str, EntityRecord | Entity]) -> list[Identity]:
    """The identities with the names by which the graph knows them, in order of IRI."""
    shared = Counter(_key(one) for one in linked)
    found = [_identity(one, entities, shared[_key(one)] > 1) for one in linked]
    return sorted(found, key=lambda identity: identity.iri)


def _identity(linked: Linked, entities: Mapping[str, EntityRecord | Entity], has_namesakes: bool) -> Identity:
    """Named by kind and name; where others are called the same, by the first member as well."""
    apart = linked.members[:1] if has_namesakes else ()
    return Identity(
        iri=iri.identity(linked.kind, *_key(linked)[1:], *apart),
        kind=linked.kind,
        name=linked.name,
        members=linked.members,
        same_as=tuple(sorted({same for member in linked.members for same in entities[member].same_as})),
        decisions=linked.links,
        possibly=linked.possible,
    )


def _key(linked: Linked) -> tuple[Kind, str]:
    return linked.kind, folded(linked.name)


def folded(name: str) -> str:
    """The name without case, accents and punctuation, in any script."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", name.casefold()) if not unicodedata.combining(c))
    return " ".join(re.findall(r"\w+", plain)) or name


@dataclass(frozen=True, slots=True)
class Beside:
    """Whom and what an article names: the same for all its entities, and of a long text much."""

    people: tuple[str, ...] = ()
    bodies: tuple[str, ...] = ()  # the organizations, then the courts
    places: tuple[str, ...] = ()

    def around(self, entity: Entity, context: Context) -> Context:
        """The context of one of them, with the others."""
        people, bodies, places = (
            _without(entity.name, names) if entity.kind in kinds else names
            for names, kinds in ((self.people, (Kind.PERSON,)), (self.bodies, BODIES), (self.places, (Kind.PLACE,)))
        )
        return replace(context, people=people, bodies=bodies, places=places)


def _without(name: str, names: Sequence[str]) -> tuple[str, ...]:
    at = names.index(name)
    return (*names[:at], *names[at + 1 :])


def beside(entities: Mapping[str, EntityRecord]) -> Mapping[str, Beside]:
    """Whom and what each article names."""
    found: dict[str, dict[Kind, list[str]]] = defaultdict(lambda: defaultdict(list))
    for one in entities.values():
        found[one.article][one.kind].append(one.name)
    return {
        article: Beside(
            tuple(named[Kind.PERSON]), (*named[Kind.ORGANIZATION], *named[Kind.COURT]), tuple(named[Kind.PLACE])
        )
        for article, named in found.items()
    }


def alone(entities: Mapping[str, EntityRecord]) -> Iterator[Item]:
    """Each entity with what its article says of it, but for whom and what it names beside it."""
    for entity, one in entities.items():
        context = Context(
            article=one.article,
            published=one.published,
            titles=one.titles,
            organizations=tuple(entities[office].name for office in one.offices if office in entities),
        )
        yield entity, Entity(one.kind, one.name, one.labels, (), same_as=one.same_as), context


def items(entities: Mapping[str, EntityRecord]) -> Iterator[Item]:
    """Each entity with what its article says of it."""
    named = beside(entities)
    for node, entity, context in alone(entities):
        yield node, entity, named[context.article].around(entity, context)
