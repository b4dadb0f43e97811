"""Makes a chronology of nodes: what articles tell of them, together where they tell the same, by day, with sources."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from onrecord.chronology import asking, days, selecting
from onrecord.chronology.asking import Asking, Row
from onrecord.chronology.told import Told, article_of
from onrecord.chronology.values import Chronology, DayIs, Entry, Kind, Quote, Selection, Source, Telling
from onrecord.chronology.wording import Line, Names, label, named
from onrecord.graph.vocabulary import DC, ONR, SDO


@dataclass(frozen=True, slots=True)
class _Group:
    """The nodes of articles that tell the same."""

    node: str  # which stands for it
    kind: Kind
    members: tuple[str, ...]  # by the day on which their articles were published
    day: str
    day_is: DayIs


def chronology(
    title: str, of: str, nodes: Sequence[str], chosen: Selection, shown: slice = slice(None)
) -> "Asking[Chronology]":
    """The chronology of some nodes; its quotes are as the store has them, and not yet compared with texts.

    Args:
        title: what it is called.
        of: whom or what it is of, an IRI or the name of a question.
        nodes: what articles say, by IRI, or what stands for that of several; others are passed over.
        chosen: which entries it has.
        shown: which of them are wanted; sources are numbered from 1 in these.
    """
    told = yield from _told(nodes)
    alike = yield from _alike(told)
    articles = Told((yield from asking.about("facts-of-nodes", sorted(set(map(article_of, told.nodes))))))
    groups = sorted(
        _groups(told, alike, articles, chosen), key=lambda group: (days.order(group.day), group.kind, group.node)
    )
    wanted = groups[shown]
    members = [member for group in wanted for member in group.members]
    entities = sorted({entity for member in members for entity in named(told, member)})
    names = _names((yield from asking.about("names-of-nodes", entities)))
    quotes = _quotes((yield from asking.about("sentences-of-nodes", members)), told)
    sources = _sources(members, articles)
    entries = [_entry(group, told, names, quotes, sources) for group in wanted]
    return Chronology(title, of, chosen, entries, list(sources.values()), len(groups))


def _told(nodes: Sequence[str]) -> "Asking[Told]":
    """The facts of nodes, and of those with which other articles tell the same act or event."""
    found = Told((yield from asking.about("facts-of-nodes", nodes)))
    alone = {node for node in found.nodes if found.kind(node)}
    shared = {found.together(node) for node in alone if found.kind(node) is not Kind.FIGURE} - alone
    shared |= {node for node in found.nodes if found.is_shared(node)}
    together = yield from asking.about("told-together", sorted(shared))
    others = sorted({row["told"] for row in together} - alone)
    return found.with_rows((yield from asking.about("facts-of-nodes", others)), alone)


def _alike(told: Told) -> "Asking[Mapping[str, str]]":
    """The accusations that say word for word the same of the same people, each with the first of them.

    No article's accusation is compared with another's when a store is built.
    """
    accusations = [node for node in told.nodes if told.kind(node) is Kind.ACCUSATION]
    entities = sorted({entity for node in accusations for entity in named(told, node)})
    rows = yield from asking.about("names-of-nodes", entities)
    who: Names = {row["node"]: row["identity"] or row["node"] for row in rows}
    first: dict[tuple[str, str], str] = {}
    return {
        node: first.setdefault((Line(told, who, node).text(Kind.ACCUSATION).lower(), told.day(node)), node)
        for node in accusations
    }


def _groups(told: Told, alike: Mapping[str, str], articles: Told, chosen: Selection) -> Iterator[_Group]:
    members = defaultdict[tuple[str, Kind], list[str]](list)
    for node in told.nodes:
        kind = told.kind(node)
        if kind and selecting.takes(chosen, told, node, kind):
            members[alike.get(node) or told.together(node), kind].append(node)
    for (together, kind), nodes in members.items():
        published = {node: articles.one(article_of(node), SDO.datePublished) for node in nodes}
        day, day_is = days.day_of(kind, map(told.day, nodes), published.values())
        if selecting.takes_day(chosen, day):
            ordered = sorted(nodes, key=lambda node: (published[node] or "9", node))
            yield _Group(together if len(nodes) > 1 else nodes[0], kind, tuple(ordered), day, day_is)


def _names(rows: Iterable[Row]) -> Names:
    """What people, bodies and places are called across articles, or else in their own."""
    return {row["node"]: row["known"] or row["name"] for row in rows}


def _quotes(rows: Iterable[Row], told: Told) -> Mapping[str, tuple[Quote, ...]]:
    """The sentences to be quoted for each node: those of its first words; of a statement those of all its words."""
    found = defaultdict[str, dict[tuple[int, int], Quote]](dict)
    first: dict[str, str] = {}
    for row in rows:
        node = row["node"]
        if told.kind(node) is Kind.STATEMENT or first.setdefault(node, row["from"]) == row["from"]:
            start, end = int(row["start"]), int(row["end"])
            found[node][start, end] = Quote(start, end, row["exact"], row["page"])
    return {node: tuple(quote for _, quote in sorted(of.items())) for node, of in found.items()}


def _sources(members: Iterable[str], articles: Told) -> dict[str, Source]:
    """The articles of nodes, numbered in the order in which they are cited."""
    found: dict[str, Source] = {}
    for article in map(article_of, members):
        if article not in found:
            told = (
                articles.one(article, property)
                for property in (
                    *(ONR.source, SDO.headline, DC.publisher, SDO.datePublished, SDO.url),
                    *(ONR.retrieved, ONR.sha256),
                )
            )
            found[article] = Source(len(found) + 1, article, *told)
    return found


def _entry(
    group: _Group,
    told: Told,
    names: Names,
    quotes: Mapping[str, tuple[Quote, ...]],
    sources: Mapping[str, Source],
) -> Entry:
    kind, members = group.kind, group.members
    most = max(members, key=lambda node: len(Line(told, names, node).text(kind)))  # the one that tells most
    standings = dict.fromkeys(label(one) for node in members if (one := selecting.standing_of(told, node, kind)))
    degrees = sorted({selecting.establishes(told, node, kind) for node in members} - {""})
    return Entry(
        kind,
        group.node,
        group.day,
        group.day_is,
        Line(told, names, most).text(kind),
        ", ".join(standings),
        ", ".join(degrees),
        tuple(Telling(node, sources[article_of(node)], quotes.get(node, ())) for node in members),
    )
