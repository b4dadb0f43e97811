"""What the store has on record of figures, read for the decisions across articles."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

import pyoxigraph as ox

from onrecord.claims.population import actions_said
from onrecord.graph.iri import term_of
from onrecord.lexicon import lexicon
from onrecord.linking import records
from onrecord.linking.figures import FigureRecord
from onrecord.linking.spokespeople import Post
from onrecord.store.queries import select
from onrecord.values.population import Population


@dataclass(frozen=True, slots=True, order=True)
class Reporter:
    """A body by whose word figures stand, by identity."""

    body: str
    name: str


SpokenFor = Callable[[str], frozenset[str]]  # the identities of the bodies for which a person speaks, by the person's


def figures(database: ox.Store, spoken_for: SpokenFor, article: str = "") -> Iterator[FigureRecord]:
    """The figures that are not taken back, in order; of one article, or of all."""
    named = _values(database, "article-identities", article, of="article")
    sentences, corrected, unnamed, names = (
        _values(database, name, article)
        for name in ("figure-sentences", "figure-corrected", "figure-unnamed-sources", "figure-source-names")
    )
    of_record = {action.term for action in lexicon.load().marked("action", "ofRecord")}
    for row in select(database, "figures", **records.of(article)):
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
            name=min(names[told["figure"]], default=""),
            unnamed=min((w for w in map(str.lower, unnamed[told["figure"]]) if w not in _PRONOUNS), default=""),
            bodies=spoken_for(source) if source else frozenset(),
            said=actions_said(told["counted"]) if action in of_record else frozenset(),
            event=told["shared"] or told["event"],
            where=told["where"],
            agent="" if action in of_record else told["agent"],  # who keeps the record did nothing to them
            story=named[told["article"]],
            sentences=sentences[told["figure"]],
            corrects=frozenset(map(Decimal, corrected[told["figure"]])),
        )


_COLUMNS = (
    *("article", "figure", "population", "counted", "action", "scope", "factuality"),
    *("value", "upper", "hedge", "earliest", "latest", "by", "event", "shared", "where", "agent"),
)
_PRONOUNS = frozenset("he she it they we you i who himself herself itself themselves this that one".split())


def _values(database: ox.Store, question: str, article: str, of: str = "figure") -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for row in select(database, question, **records.of(article)):
        found[row[of].value].add(row["value"].value)
    kept: dict[str, frozenset[str]] = defaultdict(frozenset)
    kept.update({node: frozenset(values) for node, values in found.items()})
    return kept


def posts(database: ox.Store, article: str = "") -> list[tuple[str, Post]]:
    """The titles that people hold, each with the position's IRI; of one article, or of all."""
    apart = {post.term for post in lexicon.load().marked("post", "forOneself")}
    found = set()
    for row in select(database, "positions-in-bodies", **records.of(article)):
        of_body = row["body"] is not None and term_of(row["role"].value) not in apart
        body, place = row["body"].value if of_body else "", row["place"].value if row["place"] is not None else ""
        found.add((row["position"].value, Post(row["person"].value, row["title"].value, body, place)))
    return sorted(found)


def reporters(database: ox.Store, article: str = "") -> list[Reporter]:
    """The bodies by whose word figures stand; of one article, or of all."""
    rows = select(database, "reporting-bodies", **records.of(article))
    return sorted({Reporter(row["body"].value, row["name"].value) for row in rows})
