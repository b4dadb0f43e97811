"""What articles tell together, brought up to date: acts, events, holders of offices, counts and disagreements.

Only what the changed articles touch is decided again: what shares a block with what they said, or say now.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import astuple, dataclass, replace
from functools import partial
from typing import Any, Generic, TypeVar

import pyoxigraph as ox

from onrecord.graph import Triple, compared_graph, iri, shared_graph, to_ntriples
from onrecord.linking import acts, disagreements, events, figure_records, records, revisions, rows, shared_figures
from onrecord.linking.acts import ActRecord
from onrecord.linking.events import EventRecord
from onrecord.linking.figure_records import Reporter
from onrecord.linking.figures import FigureRecord
from onrecord.linking.office_holders import Attested, holders
from onrecord.linking.spokespeople import Post, bodies_spoken_for, portfolio_of
from onrecord.store import Blocks, Row, Writer, lines, portions

_MANY = 100_000  # lines that are held until they are put into the graph

_Record = TypeVar("_Record")
_Keys = Iterable[tuple[object, ...]]


@dataclass(frozen=True, slots=True)
class _Family(Generic[_Record]):
    """Records that are compared with each other: under which keys they meet, and what is told of a part of them."""

    name: str
    kind: type[_Record]
    keys: Callable[[_Record], _Keys]
    told: Callable[[Sequence[_Record]], Iterable[Triple]]

    def row(self, article: str, record: _Record, *told_apart: str) -> Row:
        """The record as blocks keep it; what tells it apart from others is its name there."""
        return Row("\t".join(told_apart), article, rows.write(record), self.blocks(record))

    def blocks(self, record: _Record) -> frozenset[str]:
        """The keys under which the record meets others."""
        return frozenset(_key(*key) for key in self.keys(record))


def _key(*parts: object) -> str:
    return "\t".join(map(str, parts))


@dataclass(frozen=True, slots=True)
class _Holding:
    """An office or a position: what is attested of it, once for each body or place that it is of."""

    node: str
    vacant: bool  # no holder is named
    role: tuple[str, ...]  # each of the attested in turn: role, of, first, last, person
    of: tuple[str, ...]
    first: tuple[str, ...]
    last: tuple[str, ...]
    person: tuple[str, ...]

    def attested(self) -> list[Attested]:
        told = zip(self.role, self.of, self.first, self.last, self.person, strict=True)
        return [Attested(self.node, *one) for one in told]


def _holding(node: str, attested: Sequence[Attested], vacant: bool) -> _Holding:
    columns = zip(*((one.role, one.of, one.first, one.last, one.person) for one in attested), strict=True)
    return _Holding(node, vacant, *map(tuple, columns))


def _held(part: Sequence[_Holding]) -> Iterable[Triple]:
    told = [(one.vacant, attested) for one in part for attested in one.attested()]
    return shared_graph((), (), holders((a for vacant, a in told if vacant), (a for vacant, a in told if not vacant)))


def _nothing(part: Sequence[object]) -> Iterable[Triple]:
    return ()


@dataclass(frozen=True, slots=True)
class _Story:
    """What all figures of an article have in common, kept once: of a long text it is long."""

    article: str
    named: frozenset[str]


_ACTS = _Family("act", ActRecord, acts.keys, lambda part: shared_graph(acts.shared_acts(part), (), ()))
_EVENTS = _Family("event", EventRecord, events.keys, lambda part: shared_graph((), events.shared_events(part), ()))
_OFFICES = _Family("office", _Holding, lambda one: zip(one.role, one.of, strict=True), _held)
_POSTS: _Family[Post] = _Family(
    "post", Post, lambda post: [("holder", post.person), ("portfolio", portfolio_of(post.title))], _nothing
)
_REPORTERS: _Family[Reporter] = _Family(
    "reporter", Reporter, lambda one: [("portfolio", portfolio_of(one.name)), ("body", one.body, one.name)], _nothing
)
_FIGURES = _Family("figure", FigureRecord, lambda figure: [("by", figure.by)] if figure.by else [], _nothing)
_STORIES = _Family("story", _Story, lambda story: [], _nothing)
_OF_FIGURES = (
    _Family(
        "count",
        FigureRecord,
        lambda figure: [shared_figures.block(figure)],
        lambda part: compared_graph(shared_figures.shared_figures(part), (), ()),
    ),
    _Family("revision", FigureRecord, revisions.series, lambda part: compared_graph((), revisions.revisions(part), ())),
    _Family(
        "dispute",
        FigureRecord,
        disagreements.groups,
        lambda part: compared_graph((), (), disagreements.across(part)),
    ),
    _Family(
        "dispute within",
        FigureRecord,
        lambda figure: [(figure.article,)],
        lambda part: compared_graph((), (), disagreements.within(part)),
    ),
)


def tell(writer: Writer) -> None:
    """Bring the graph of what articles tell together in line with the articles that changed."""
    articles, told, database = sorted(writer.changed), _Told(writer), writer.database
    told.decide(_ACTS, articles, lambda a: (_ACTS.row(a, one, one.iri) for one in records.acts(database, a)))
    told.decide(_OFFICES, articles, lambda a: (_OFFICES.row(a, one, one.node) for one in _holdings(database, a)))
    retold = told.decide(
        _EVENTS,
        articles,
        lambda a: (_EVENTS.row(a, e, e.iri, e.place) for e in records.events(database, a) if events.keys(e)),
    )
    told.exchange()
    spoken_for = _SpokenFor(writer)
    told.figures(sorted({*articles, *retold, *spoken_for.update(articles)}), spoken_for)
    told.exchange()


class _Told:
    """The graph of what articles tell together, while it is brought up to date."""

    def __init__(self, writer: Writer) -> None:
        self._writer = writer
        self._gone, self._come = set[str](), set[str]()  # lines of N-Triples

    def decide(self, family: _Family[Any], articles: Sequence[str], said: Callable[[str], Iterable[Row]]) -> set[str]:
        """Decide again what the articles touch in a family; gives the articles of which something else is told now."""
        blocks = self._writer.catalogue.blocks(family.name)
        told = [one for a in portions(articles) for one in blocks.touch(a, [row for one in a for row in said(one)])]
        return self._decide(family, told, lambda part: [rows.read(family.kind, row.value) for row in part])

    def figures(self, articles: Sequence[str], spoken_for: "_SpokenFor") -> None:
        """Decide again what the figures of the articles touch."""
        known, stories = (self._writer.catalogue.blocks(family.name) for family in (_FIGURES, _STORIES))
        told: dict[str, list[str]] = defaultdict(list)
        for some in portions(articles):
            found = [f for a in some for f in figure_records.figures(self._writer.database, spoken_for.bodies, a)]
            kept = [_FIGURES.row(f.article, replace(f, story=frozenset()), f.iri) for f in found]
            named = {f.article: _STORIES.row(f.article, _Story(f.article, f.story), f.article) for f in found}
            known.put(some, kept)
            stories.put(some, named.values())
            marks = {article: iri.digest(row.value) for article, row in named.items()}
            marked = [replace(row, value=iri.digest(row.value, marks[row.article])) for row in kept]  # kept once
            for family in _OF_FIGURES:
                fresh = (replace(row, keys=family.blocks(f)) for row, f in zip(marked, found, strict=True))
                blocks = self._writer.catalogue.blocks(family.name)
                told[family.name] += blocks.touch(some, [row for row in fresh if row.keys])
        for family in _OF_FIGURES:
            self._decide(family, told[family.name], partial(_figures, known, stories))

    def _decide(
        self, family: _Family[Any], told: Iterable[str], read: Callable[[Sequence[Row]], Sequence[Any]]
    ) -> set[str]:
        blocks = self._writer.catalogue.blocks(family.name)
        gone = set[str]().union(*map(lines, told))
        retold = set[str]()
        for part in blocks.parts():
            now = ""
            if len(part) > 1:
                now = to_ntriples(family.told(read(part)))
            blocks.decide(part, now)
            come = lines(now) - gone
            gone -= lines(now)
            retold |= _subjects(come)
            self._come |= come
            if len(self._come) > _MANY:
                self._add()
        self._gone |= gone
        return {subject.partition("#")[0] for subject in retold | _subjects(gone) if "#" in subject}

    def exchange(self) -> None:
        """Let the graph say what was decided."""
        self._writer.exchange(iri.SHARED_GRAPH, "".join(self._gone - self._come), "")
        self._add()
        self._gone = set()

    def _add(self) -> None:
        self._writer.add_to_graph(iri.SHARED_GRAPH, "".join(self._come))
        self._come = set()


def _subjects(told: Iterable[str]) -> set[str]:
    return {line[1:].partition(">")[0] for line in told}


def _figures(known: Blocks, stories: Blocks, part: Sequence[Row]) -> list[FigureRecord]:
    """The figures of a part that is to be decided."""
    values = known.values([row.id for row in part])
    texts = stories.values(sorted({row.article for row in part}))
    named = {article: rows.read(_Story, text).named for article, text in texts.items()}
    return [replace(rows.read(FigureRecord, values[row.id]), story=named[row.article]) for row in part]


class _SpokenFor:
    """For which bodies people speak, by the titles that articles give them and by the bodies that report figures."""

    def __init__(self, writer: Writer) -> None:
        self._writer = writer
        self._posts, self._reporters = (writer.catalogue.blocks(family.name) for family in (_POSTS, _REPORTERS))
        self._known: dict[str, frozenset[str]] = {}
        self._named: dict[str, list[Reporter]] = {}  # the bodies that report, by what of a title names them

    def bodies(self, person: str) -> frozenset[str]:
        """The identities of the bodies for which a person speaks."""
        if person not in self._known:
            posts = [rows.read(Post, told) for told in self._posts.told_under(_key("holder", person))]
            titles = {portfolio_of(post.title) for post in posts}
            reporting = {one.body: one.name for title in titles for one in self._reporting(title)}
            self._known[person] = bodies_spoken_for(posts, reporting).get(person, frozenset())
        return self._known[person]

    def _reporting(self, title: str) -> list[Reporter]:
        if title not in self._named:
            told = self._reporters.told_under(_key("portfolio", title))
            self._named[title] = [rows.read(Reporter, one) for one in told]
        return self._named[title]

    def update(self, articles: Sequence[str]) -> set[str]:
        """Bring up to date who speaks for whom; gives the articles of whose figures' sources that changed."""
        database = self._writer.database
        posts = [
            _POSTS.row(a, post, position, *astuple(post))
            for a in articles
            for position, post in figure_records.posts(database, a)
        ]
        reporters = [
            _REPORTERS.row(a, one, a, one.body, one.name)
            for a in articles
            for one in figure_records.reporters(database, a)
        ]
        people = self._touched(articles, posts, reporters)
        before = {person: self.bodies(person) for person in people}
        self._known.clear()
        self._named.clear()
        self._posts.put(articles, posts)
        self._reporters.put(articles, reporters)
        figures = self._writer.catalogue.blocks(_FIGURES.name)
        changed = [person for person, bodies in before.items() if self.bodies(person) != bodies]
        return {row.article for person in changed for row in figures.under(_key("by", person))}

    def _touched(self, articles: Sequence[str], posts: Sequence[Row], reporters: Sequence[Row]) -> set[str]:
        """The people for whom it may change: by their own posts, or by a body that reports what it did not before."""
        said = [row for a in articles for row in self._posts.of_article(a)]
        people = {rows.read(Post, row.value).person for row in {*said} ^ {*posts}}
        before = Counter(row.value for a in articles for row in self._reporters.of_article(a))
        after = {row.value for row in reporters}
        for value in before.keys() ^ after:
            one = rows.read(Reporter, value)
            if self._reporters.count(_key("body", one.body, one.name)) == before[value]:  # no other article tells it
                name = _key("portfolio", portfolio_of(one.name))
                people |= {rows.read(Post, told).person for told in self._posts.told_under(name)}
        return people


def _holdings(database: ox.Store, article: str) -> list[_Holding]:
    found: dict[tuple[str, bool], list[Attested]] = defaultdict(list)
    for one in records.offices(database, article):
        found[one.node, True].append(one)
    for one in records.positions(database, article):
        found[one.node, False].append(one)
    return [_holding(node, attested, vacant) for (node, vacant), attested in found.items()]
