"""The figures of a draft, and those on record that they may be compared with."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import chain, combinations

import pyoxigraph as ox

from onrecord.check.asking import Askable, Row, grouped, nodes, rows
from onrecord.check.findings import Source
from onrecord.check.parties import Party, party_of
from onrecord.claims.population import actions_said
from onrecord.graph.iri import term_of
from onrecord.graph.terms import plain as digits
from onrecord.graph.terms import term
from onrecord.graph.vocabulary import PREFIXES
from onrecord.lexicon import lexicon
from onrecord.linking.figures import FigureRecord, significant_digits
from onrecord.linking.populations import plain
from onrecord.values.findings import Evidence
from onrecord.values.population import Population

_DECIMAL = ox.NamedNode(f"{PREFIXES['xsd']}decimal")
_ALIKE = 12  # figures of one number that one is set beside
_NOTABLE = 3  # digits: of such a number all figures are looked at, whatever happened to those counted
_PRONOUNS = frozenset("he she it they we you i who himself herself itself themselves this that one".split())


@dataclass(frozen=True, slots=True)
class Told:
    """A figure as an article or a draft tells it."""

    record: FigureRecord
    counted: str
    as_of: str  # ISO; '' where no day is known
    by: Party
    sources: tuple[Source, ...]  # the sentences that state it
    withdrawn: bool = False
    instead: str = ""  # of one that is withdrawn, the number that holds

    @property
    def article(self) -> str:
        """The IRI of its article."""
        return self.record.article


def told(asked: Askable, figures: Iterable[str]) -> dict[str, Told]:
    """Figures by their IRIs."""
    found = grouped(rows(asked, "compared-figures", "figure", nodes(figures)), "figure")
    return {figure: _told(figure, some) for figure, some in found.items()}


def _told(figure: str, some: Sequence[Row]) -> Told:
    row = some[0]
    article, action = figure.partition("#")[0], term_of(row["action"])
    unnamed = "" if row["name"] or row["unnamed"].lower() in _PRONOUNS else row["unnamed"].lower()
    record = FigureRecord(
        iri=figure,
        article=article,
        population=Population.read(row["population"]),
        action=action,
        scope=term_of(row["scope"]),
        factuality=term_of(row["factuality"]),
        value=Decimal(row["value"]),
        upper=Decimal(row["upper"]) if row["upper"] else None,
        hedge=term_of(row["hedge"]),
        earliest=row["earliest"],
        latest=row["latest"],
        by=row["by"] or row["name"],
        name=row["name"],
        unnamed=unnamed,
        said=actions_said(row["counted"]),
        event=row["shared"] or row["event"],
        where=row["where"],
        agent=row["agent"],
    )
    withdrawn = any(one["withdrawn"] == "true" for one in some)
    by = party_of(row["name"] or unnamed, some, "by")
    return Told(record, row["counted"], row["asOf"], by, sources_of(figure, some), withdrawn, row["instead"])


def sources_of(node: str, told: Iterable[Row]) -> tuple[Source, ...]:
    """The sentences that the rows of a node have, in the order of the text."""
    return tuple(sorted({_source(node, row) for row in told}))


def _source(node: str, row: Row) -> Source:
    start, end, at = (int(row[name]) for name in ("start", "end", "at"))
    return Source(
        node.partition("#")[0],
        node,
        words=Evidence(start, end, row["exact"]),
        sentence=Evidence(at, at + len(row["sentence"]), row["sentence"]),
    )


# Which to compare -----------------------------------------------------------------------------------------------------


def beside(record: Askable, figures: Iterable[Told], parties: Iterable[str], articles: Iterable[str]) -> list[Told]:
    """The figures on record that those of a draft are set beside.

    They have a number in common, or what is counted and what happened to it, or who gave them.

    Args:
        record: what is asked.
        figures: those of the draft.
        parties: the identities of all whom the draft names.
        articles: the IRIs of those that are about what it is about.
    """
    mine = [figure.record for figure in figures]
    found = {*_of_number(record, mine, frozenset(articles)), *_of_kind(record, mine), *_of_party(record, mine, parties)}
    return list(with_stories(record, told(record, sorted(found)).values()))


def _of_number(record: Askable, mine: Sequence[FigureRecord], articles: frozenset[str]) -> Iterator[str]:
    """Of a number that any count may come to, those of the same action; those of related articles come first."""
    by_action: dict[str, list[FigureRecord]] = defaultdict(list)
    for one in mine:
        by_action["" if significant_digits(one) >= _NOTABLE else one.action].append(one)
    untold = lexicon.load().default("action").term
    for action, those in by_action.items():
        only = {"action": _actions({action, untold})} if action not in ("", untold) else None
        found = rows(record, "figures-of-number", "number", _numbers(those), only)
        for number, some in grouped(found, "number").items():
            like = [one for one in those if Decimal(number) in (one.value, one.upper)]
            ranked = sorted(some, key=lambda row: (_distance(row, like), _article(row) not in articles, row["figure"]))
            yield from (row["figure"] for row in ranked[:_ALIKE])


def _numbers(those: Iterable[FigureRecord]) -> list[ox.Literal]:
    numbers = {digits(number) for one in those for number in (one.value, one.upper) if number is not None}
    return [ox.Literal(number, datatype=_DECIMAL) for number in sorted(numbers)]


def _article(row: Row) -> str:
    return row["figure"].partition("#")[0]


def _actions(terms: Iterable[str]) -> list[ox.NamedNode]:
    return [ox.NamedNode(iri) for name in sorted(terms) if (iri := term("action", name))]


def _distance(row: Row, those: Iterable[FigureRecord]) -> int:
    """How far what a row counts is from any of some figures: 0 where it is the same."""
    population, action = Population.read(row["population"]), term_of(row["action"])
    return min((population.head != one.population.head) + (action != one.action) for one in those)


def _of_kind(record: Askable, mine: Sequence[FigureRecord]) -> Iterator[str]:
    for action in sorted({one.action for one in mine} - {lexicon.load().default("action").term}):
        populations = {str(wider) for one in mine if one.action == action for wider in _wider(one)}
        terms, only = map(ox.Literal, sorted(populations)), {"action": _actions([action])}
        yield from (row["figure"] for row in rows(record, "figures-of-population", "population", terms, only, 1))


def _of_party(record: Askable, mine: Sequence[FigureRecord], parties: Iterable[str]) -> Iterator[str]:
    heads, actions = {one.population.head for one in mine}, {one.action for one in mine}
    if mine:
        only = {"action": _actions(actions)}
        for row in rows(record, "figures-of-party", "who", nodes(sorted(parties)), only, 1):
            if Population.read(row["population"]).head in heads:
                yield row["figure"]


def _wider(figure: FigureRecord) -> Iterator[Population]:
    """The population of a figure, and all that it may be a part of."""
    for population in {figure.population, plain(figure.population, figure.action)}:
        told = sorted(population.qualifiers)[:4]
        for some in chain.from_iterable(combinations(told, n) for n in range(len(told) + 1)):
            yield Population(population.head, frozenset(some))
        yield population


def with_stories(record: Askable, figures: Iterable[Told]) -> Iterator[Told]:
    """Figures with all whom and what their articles name."""
    known = list(figures)
    stories = named_in(record, (figure.article for figure in known))
    for figure in known:
        yield replace(figure, record=replace(figure.record, story=stories.get(figure.article, frozenset())))


def named_in(record: Askable, articles: Iterable[str]) -> Mapping[str, frozenset[str]]:
    """Who and what articles name, by identity."""
    found = grouped(rows(record, "named-in-article", "article", nodes(sorted(set(articles)))), "article")
    return {article: frozenset(row["who"] for row in some) for article, some in found.items()}
