"""Identities brought up to date, where no user decided anything: only the parts that changed articles touch.

Entities of one name meet under it. Names meet where they share a block and may be one bearer's, whatever the articles
say; so a part holds those who may be one, and not all who share a surname or an acronym. In the blocks of entities each
name has a row of its own, which holds its meetings with other names.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from onrecord.graph import identity_graph, iri, to_ntriples
from onrecord.linking import clustering, identities, records, rows
from onrecord.linking.clustering import Entities, Item
from onrecord.linking.identities import Beside
from onrecord.linking.similarity import Context, may_be_one
from onrecord.store import Row, Writer, lines
from onrecord.values.entities import Entity
from onrecord.values.findings import Kind

_KNOWN = "parts of entities"  # the catalogue's note that it is known what was decided of each part
_BESIDE = "beside"  # the blocks with whom and what each article names
_MEETS = " | "  # between the two names of a meeting


@dataclass(frozen=True, slots=True)
class _Named:
    """What an entity is and how it is called."""

    kind: str
    name: str
    labels: tuple[str, ...]
    same_as: tuple[str, ...]

    def entity(self) -> Entity:
        return Entity(Kind(self.kind), self.name, self.labels, (), same_as=self.same_as)


@dataclass(frozen=True, slots=True)
class _Compared(_Named):
    """An entity, and what its article says of it, as blocks keep them."""

    published: str
    titles: tuple[str, ...]
    organizations: tuple[str, ...]
    beside: str  # the digest of whom and what the article names, which is kept once


_Besides = Callable[[str], Beside]  # whom and what an article names


def identify(writer: Writer) -> tuple[set[str], set[str]]:
    """Decide anew who is who among the entities that changed articles touch; gives the lines that go, and that come.

    Of all entities where it is not known what was decided of each part.
    """
    known = bool(writer.catalogue.note(_KNOWN))
    articles = sorted(writer.changed if known else writer.articles())
    blocks = writer.catalogue.blocks("entity")
    items, named = list[Item](), dict[str, Beside]()
    for entities in (records.entities(writer.database, article) for article in articles):
        items += identities.alone(entities)
        named |= identities.beside(entities)
    names, meetings = _meetings(writer, articles, items)
    marks, besides = _kept(writer, articles, named)
    rows_of_items = (_row(item, marks[item[2].article]) for item in items)
    touched = blocks.exchange([*articles, *names], [*rows_of_items, *meetings])
    gone = set().union(*map(lines, touched.told))
    if not known:
        gone = {f"{triple} .\n" for triple in writer.triples(iri.ENTITY_GRAPH)}
        writer.catalogue.write_note(_KNOWN, "yes")
    come = set[str]()
    for part in touched.parts:
        told = to_ntriples(identity_graph(identities.named(*_decided(part, besides))))
        blocks.decide(part, told)
        come |= lines(told)
    return gone - come, come - gone


def forget(writer: Writer) -> None:
    """Forget what was decided of each part."""
    for family in ("entity", "name", _BESIDE):
        writer.catalogue.blocks(family).clear()
    writer.catalogue.write_note(_KNOWN, "")


def _meetings(writer: Writer, articles: Sequence[str], items: Iterable[Item]) -> tuple[set[str], list[Row]]:
    """The names whose meetings change as these articles do, and rows with the meetings of those that are left."""
    blocks, names = writer.catalogue.blocks("entity"), writer.catalogue.blocks("name")
    said = Counter(key for article in articles for row in blocks.of_article(article) for key in row.keys)
    called = {_digest(_named(entity)): _named(entity) for _, entity, _ in items}
    gone = [name for name, times in said.items() if name not in called and blocks.count(name) == times + 1]
    fresh = sorted(called.keys() - names.values(list(called)).keys())
    keys: dict[str, set[str]] = {}

    def of(name: str) -> set[str]:
        return keys.setdefault(name, {key for row in blocks.of_article(name) for key in row.keys})

    for name in sorted(gone):
        names.put([name], [])
        for key in tuple(of(name)):
            for other in set(key.split(_MEETS)) - {name} if _MEETS in key else ():
                of(other).discard(key)
    for name in fresh:
        entity = called[name].entity()
        mine = Row(name, name, rows.write(called[name]), clustering.blocks(entity))
        of(name).update((name, f"called {identities.folded(entity.name)}"))  # namesakes are told apart by their names
        for row in {row for key in mine.keys for row in names.under(key)}:
            if may_be_one(entity, rows.read(_Named, row.value).entity()):
                meeting = _MEETS.join(sorted((name, row.id)))
                of(name).add(meeting)
                of(row.id).add(meeting)
        names.put([name], [mine])
    return set(keys), [Row(name, name, "", frozenset(keys[name])) for name in sorted(keys.keys() - set(gone))]


def _named(entity: Entity) -> _Named:
    return _Named(entity.kind, entity.name, entity.labels, entity.same_as)


def _digest(named: _Named) -> str:
    return iri.digest(rows.write(named))


def _kept(writer: Writer, articles: Sequence[str], named: Mapping[str, Beside]) -> tuple[Mapping[str, str], _Besides]:
    """Keep whom and what articles name; gives their digests, and what finds those of any article."""
    blocks = writer.catalogue.blocks(_BESIDE)
    fresh = {article: rows.write(beside) for article, beside in named.items()}
    blocks.put(articles, [Row(article, article, told) for article, told in fresh.items()])

    @lru_cache(maxsize=1024)
    def of(article: str) -> Beside:
        return rows.read(Beside, blocks.values([article])[article])

    return {article: iri.digest(told) for article, told in fresh.items()}, of


def _row(item: Item, beside: str) -> Row:
    node, entity, context = item
    named = _named(entity)
    compared = _Compared(
        *(named.kind, named.name, named.labels, named.same_as),
        published=context.published,
        titles=context.titles,
        organizations=context.organizations,
        beside=beside,
    )
    return Row(node, context.article, rows.write(compared), frozenset((_digest(named),)))


def _decided(part: Iterable[Row], besides: _Besides) -> tuple[Sequence[clustering.Linked], Mapping[str, Entity]]:
    entities: Entities = {row.id: _read(row, besides) for row in part if row.value}
    return clustering.linked(entities), {node: entity for node, (entity, _) in entities.items()}


def _read(row: Row, besides: _Besides) -> tuple[Entity, Context]:
    one = rows.read(_Compared, row.value)
    entity, context = one.entity(), Context(row.article, one.published, one.titles, one.organizations)
    return entity, besides(row.article).around(entity, context)
