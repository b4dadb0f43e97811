"""Identities brought up to date, where no user decided anything: only the parts that changed articles touch.

Entities of one name meet under it. Names meet where they share a block and may be one bearer's, whatever the articles
say; so a part holds those who may be one, and not all who share a surname or an acronym. In the blocks of entities each
name has a row of its own, which holds its meetings with other names.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import lru_cache, partial

import pyoxigraph as ox

from onrecord.graph import identity_graph, iri, to_ntriples
from onrecord.graph.vocabulary import DCTERMS, ONR
from onrecord.linking import agglomeration, identities, records, rows
from onrecord.linking.agglomeration import Entities, Linked
from onrecord.linking.clustering import Item
from onrecord.linking.identities import Beside
from onrecord.linking.meetings import keys as keys_of
from onrecord.linking.profiles import Context
from onrecord.linking.similarity import may_be_one
from onrecord.store import Blocks, Row, Writer, lines, portions
from onrecord.values.entities import Entity
from onrecord.values.findings import Kind

_KNOWN = "parts of entities"  # the catalogue's note that it is known what was decided of each part
_BESIDE = "beside"  # the blocks with whom and what each article names
_MEETS = " | "  # between the two names of a meeting
_MANY = 100_000  # lines that are held until they are put into the graph
_REPLACED = ox.NamedNode(DCTERMS.isReplacedBy)
_IDENTITY, _NAME = ox.NamedNode(str(ONR.identity)), ox.NamedNode("https://schema.org/name")


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


def identify(writer: Writer) -> set[str]:
    """Decide anew who is who among the entities that changed articles touch, and say so in the graph of entities.

    Of all entities where it is not known what was decided of each part. Gives the articles of the entities that belong
    to another identity now, or to one with another name.
    """
    known = bool(writer.catalogue.note(_KNOWN))
    blocks = writer.catalogue.blocks("entity")
    told = [
        one for some in portions(sorted(writer.changed if known else writer.articles())) for one in _touch(writer, some)
    ]
    gone = set[str]().union(*map(lines, told))
    if not known:
        gone = {f"{triple} .\n" for triple in writer.triples(iri.ENTITY_GRAPH)}
        writer.catalogue.write_note(_KNOWN, "yes")
    come, renamed, beside = set[str](), set[str](), _kept(writer)
    for part in blocks.parts():
        now = to_ntriples(identity_graph(identities.named(*_decided(part, beside))))
        blocks.decide(part, now)
        come |= lines(now) - gone
        gone -= lines(now)
        if len(come) > _MANY:
            renamed |= exchange(writer, set(), come)
            come = set()
    return renamed | exchange(writer, gone, come)


def exchange(writer: Writer, gone: Set[str], come: Set[str]) -> set[str]:
    """Take lines out of the graph of entities, and put others in.

    Gives the articles of the entities that belong to another identity now, or to one with another name.
    """
    writer.exchange(iri.ENTITY_GRAPH, "".join(sorted(gone)), "".join(sorted(come)))
    _tell_what_became(writer, gone, come)
    found = set()
    for quad in ox.parse("".join(gone | come), format=ox.RdfFormat.N_TRIPLES):
        if quad.predicate == _IDENTITY:
            found.add(str(quad.subject).strip("<>"))
        elif quad.predicate == _NAME:
            members = writer.database.quads_for_pattern(None, _IDENTITY, quad.subject, None)
            found |= {str(member.subject).strip("<>") for member in members}
    return {entity.partition("#")[0] for entity in found}


def _tell_what_became(writer: Writer, gone: Iterable[str], come: Iterable[str]) -> None:
    """Say which identities take the place of those that are no more, and of those that are again that none does."""
    members = partial(writer.database.quads_for_pattern, None, _IDENTITY)
    replaced = {
        ox.Triple(was, _REPLACED, now.object)
        for entity, was in _belonging(gone)
        if not any(members(was))
        for now in writer.database.quads_for_pattern(entity, _IDENTITY, None)
    }
    former = ox.NamedNode(iri.FORMER_GRAPH)
    alive = {identity for _, identity in _belonging(come)}
    back = [q.triple for one in alive for q in writer.database.quads_for_pattern(one, _REPLACED, None, former)]
    if replaced or back:
        withdrawn, added = ("".join(sorted(f"{triple} .\n" for triple in some)) for some in (back, replaced))
        writer.exchange(iri.FORMER_GRAPH, withdrawn, added)


def _belonging(told: Iterable[str]) -> Iterator[tuple[ox.NamedNode, ox.NamedNode]]:
    """Entities with the identities that they are said to belong to."""
    parsed = ox.parse("".join(told), format=ox.RdfFormat.N_TRIPLES)
    return ((quad.subject, quad.object) for quad in parsed if quad.predicate == _IDENTITY)


def _touch(writer: Writer, articles: Sequence[str]) -> list[str]:
    """Put in what these articles say now, and gives what was told of the parts that are to be decided again."""
    items, named = list[Item](), dict[str, Beside]()
    for entities in (records.entities(writer.database, article) for article in articles):
        items += identities.alone(entities)
        named |= identities.beside(entities)
    names, meetings = _meetings(writer, articles, items)
    marks = _keep(writer, articles, named)
    fresh = [_row(item, marks[item[2].article]) for item in items]
    return writer.catalogue.blocks("entity").touch([*articles, *names], [*fresh, *meetings])


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
    gone = {name for name, times in said.items() if name not in called and blocks.count(name) == times + 1}
    fresh = called.keys() - names.values(list(called)).keys()
    keys: dict[str, set[str]] = {}

    def of(name: str) -> set[str]:
        return keys.setdefault(name, {key for row in blocks.of_article(name) for key in row.keys})

    for name in sorted(gone):
        names.put([name], [])
        for other in _met(of(name)) - {name}:
            of(other).discard(_meeting(name, other))
    for name in sorted(fresh):
        of(name).update((name, f"called {identities.folded(called[name].name)}"))  # these tell namesakes apart
        for other in _who_may_be(called[name], names):
            of(name).add(_meeting(name, other))
            of(other).add(_meeting(name, other))
        names.put([name], [Row(name, name, rows.write(called[name]), keys_of(called[name].entity()).posted)])
    return set(keys), [Row(name, name, "", frozenset(keys[name])) for name in sorted(keys.keys() - gone)]


def _met(keys: Iterable[str]) -> set[str]:
    """The names whose meetings are among the keys."""
    return {name for key in keys if _MEETS in key for name in key.split(_MEETS)}


def _meeting(one: str, other: str) -> str:
    return _MEETS.join(sorted((one, other)))


def _who_may_be(named: _Named, names: Blocks) -> list[str]:
    """The other names of those who may be who is called so."""
    entity = named.entity()
    found = {row for key in keys_of(entity).sought for row in names.under(key)}
    return [row.id for row in found if may_be_one(entity, rows.read(_Named, row.value).entity())]


def _named(entity: Entity) -> _Named:
    return _Named(entity.kind, entity.name, entity.labels, entity.same_as)


def _digest(named: _Named) -> str:
    return iri.digest(rows.write(named))


def _keep(writer: Writer, articles: Sequence[str], named: Mapping[str, Beside]) -> Mapping[str, str]:
    """Keep whom and what articles name; gives the digests of that."""
    fresh = {article: rows.write(beside) for article, beside in named.items()}
    writer.catalogue.blocks(_BESIDE).put(articles, [Row(article, article, told) for article, told in fresh.items()])
    return {article: iri.digest(told) for article, told in fresh.items()}


def _kept(writer: Writer) -> _Besides:
    blocks = writer.catalogue.blocks(_BESIDE)

    @lru_cache(maxsize=1024)
    def of(article: str) -> Beside:
        return rows.read(Beside, blocks.values([article])[article])

    return of


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


def _decided(part: Iterable[Row], beside: _Besides) -> tuple[Sequence[Linked], Mapping[str, Entity]]:
    entities: Entities = {row.id: _read(row, beside) for row in part if row.value}
    return agglomeration.linked(entities), {node: entity for node, (entity, _) in entities.items()}


def _read(row: Row, beside: _Besides) -> tuple[Entity, Context]:
    one = rows.read(_Compared, row.value)
    entity, context = one.entity(), Context(row.article, one.published, one.titles, one.organizations)
    return entity, beside(row.article).around(entity, context)
