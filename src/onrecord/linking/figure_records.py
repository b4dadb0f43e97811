"""What the store has on record of figures, read for the decisions across articles."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal

import pyoxigraph as ox

from onrecord.claims.population import actions_said
from onrecord.graph.iri import term_of
from onrecord.lexicon import lexicon
from onrecord.linking.figures import FigureRecord
from onrecord.linking.spokespeople import Post, bodies_spoken_for
from onrecord.store.queries import select
from onrecord.values.cross_article import Shared
from onrecord.values.population import Population


def figures(database: ox.Store, events: Iterable[Shared]) -> Iterator[FigureRecord]:
    """The figures of all articles that are not taken back, in order; `events` are those that several articles tell."""
    event_of = {member: event.members[0] for event in events for member in event.members}
    named = _values(database, "article-identities", of="article")
    sentences, corrected, unnamed = (
        _values(database, name) for name in ("figure-sentences", "figure-corrected", "figure-unnamed-sources")
    )
    spoken_for = _spoken_for(database)
    of_record = {action.term for action in lexicon.load().marked("action", "ofRecord")}
    for row in select(database, "figures"):
        told = {variable: term.value if (term := row[variable]) is not None else "" for variable in _COLUMNS}
        action, source = term_of(told["action"]), told["by"]
        yield FigureRecord(
            iri=told["figure"],
            article=told["article"],
            population=Population.read(told["population"]),
            action=action,
            scope=term_of(told["scope"]),
            factuality=term_of(told["factuality"]),
            value=Decimal(told["value"]),
            upper=Decimal(told["upper"]) if told["upper"] else None,
            hedge=term_of(told["hedge"]),
            earliest=told["earliest"],
            latest=told["latest"],
            by=source,
            name=told["name"],
            unnamed=min((w for w in map(str.lower, unnamed[told["figure"]]) if w not in _PRONOUNS), default=""),
            bodies=spoken_for.get(source, frozenset()),
            said=actions_said(told["counted"]) if action in of_record else frozenset(),
            event=event_of.get(told["event"], told["event"]),
            where=told["where"],
            agent="" if action in of_record else told["agent"],  # who keeps the record did nothing to them
            story=named[told["article"]],
            sentences=sentences[told["figure"]],
            corrects=frozenset(map(Decimal, corrected[told["figure"]])),
        )


_COLUMNS = (
    *("article", "figure", "population", "counted", "action", "scope", "factuality"),
    *("value", "upper", "hedge", "earliest", "latest", "by", "name", "event", "where", "agent"),
)
_PRONOUNS = frozenset("he she it they we you i who himself herself itself themselves this that one".split())


def _values(database: ox.Store, question: str, of: str = "figure") -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for row in select(database, question):
        found[row[of].value].add(row["value"].value)
    kept: dict[str, frozenset[str]] = defaultdict(frozenset)
    kept.update({node: frozenset(values) for node, values in found.items()})
    return kept


def _spoken_for(database: ox.Store) -> Mapping[str, frozenset[str]]:
    apart = {post.term for post in lexicon.load().marked("post", "forOneself")}
    posts = []
    for row in select(database, "positions-in-bodies"):
        of_body = row["body"] is not None and term_of(row["role"].value) not in apart
        body, place = row["body"].value if of_body else "", row["place"].value if row["place"] is not None else ""
        posts.append(Post(row["person"].value, row["title"].value, body, place))
    reporting = {row["body"].value: row["name"].value for row in select(database, "reporting-bodies")}
    return bodies_spoken_for(posts, reporting)
