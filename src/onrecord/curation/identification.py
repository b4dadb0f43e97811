"""Identities brought up to date, where no user decided anything: only the parts that changed articles touch."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from onrecord.graph import identity_graph, iri, to_ntriples
from onrecord.linking import clustering, identities, records, rows
from onrecord.linking.clustering import Entities, Item
from onrecord.linking.similarity import Context
from onrecord.store import Row, Writer
from onrecord.values.entities import Entity
from onrecord.values.findings import Kind

_FAMILY = "entity"
_KNOWN = "parts of entities"  # the catalogue's note that it is known what was decided of each part


@dataclass(frozen=True, slots=True)
class _Compared:
    """An entity, and what its article says of it, as blocks keep them."""

    kind: str
    name: str
    labels: tuple[str, ...]
    same_as: tuple[str, ...]
    published: str
    titles: tuple[str, ...]
    organizations: tuple[str, ...]
    people: tuple[str, ...]
    bodies: tuple[str, ...]
    places: tuple[str, ...]


def identify(writer: Writer) -> tuple[set[str], set[str]]:
    """Decide anew who is who among the entities that changed articles touch; gives the lines that go, and that come.

    Of all entities where it is not known what was decided of each part.
    """
    known = bool(writer.catalogue.note(_KNOWN))
    articles = sorted(writer.changed if known else writer.articles())
    blocks = writer.catalogue.blocks(_FAMILY)
    found = (item for a in articles for item in identities.items(records.entities(writer.database, a)))
    touched = blocks.exchange(articles, map(_row, found))
    gone = {line for told in touched.told for line in told.splitlines(keepends=True)}
    if not known:
        gone = {f"{triple} .\n" for triple in writer.triples(iri.ENTITY_GRAPH)}
        writer.catalogue.write_note(_KNOWN, "yes")
    come = set()
    for part in touched.parts:
        told = to_ntriples(identity_graph(identities.named(*_decided(part))))
        blocks.decide(part, told)
        come.update(told.splitlines(keepends=True))
    return gone - come, come - gone


def forget(writer: Writer) -> None:
    """Forget what was decided of each part."""
    writer.catalogue.blocks(_FAMILY).clear()
    writer.catalogue.write_note(_KNOWN, "")


def _row(item: Item) -> Row:
    node, entity, context = item
    said = (context.published, context.titles, context.organizations, context.people, context.bodies, context.places)
    value = rows.write(_Compared(entity.kind, entity.name, entity.labels, entity.same_as, *said))
    called = f"called {identities.folded(entity.name)}"  # namesakes are told apart by their names, so they are one part
    return Row(node, context.article, value, clustering.blocks(entity) | {called})


def _decided(part: Iterable[Row]) -> tuple[Sequence[clustering.Linked], Mapping[str, Entity]]:
    entities: Entities = {row.id: _read(row) for row in part}
    return clustering.linked(entities), {node: entity for node, (entity, _) in entities.items()}


def _read(row: Row) -> tuple[Entity, Context]:
    one = rows.read(_Compared, row.value)
    said = (one.titles, one.organizations, one.people, one.bodies, one.places)
    return Entity(Kind(one.kind), one.name, one.labels, (), same_as=one.same_as), Context(
        row.article, one.published, *said
    )
