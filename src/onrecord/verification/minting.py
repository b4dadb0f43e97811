"""Whether the nodes of an article's graph are called what their content mints.

Each node is named by a hash of what tells it apart (`graph.iri`), so that whoever changes a value, a hedge or a name
changes what the node would be called. Where the graph does not tell which of several forms a name was minted from, any
of them will do. A node that a user's decision changed, or that lost a link to what was held back, keeps its name.
"""

from collections.abc import Callable, Collection, Iterator, Mapping
from itertools import product

from onrecord.graph import iri
from onrecord.graph.vocabulary import OA, ONR, ORG, PROV, RDF, SDO, SKOS
from onrecord.lexicon import lexicon
from onrecord.values.findings import Kind
from onrecord.verification.facts import Facts
from onrecord.verification.failure import Failure

_Names = Iterator[str]
_OF_CLASS = {  # the kinds of entities by class; a court is an organization as well
    ONR.Person: (Kind.PERSON,),
    ONR.Court: (Kind.COURT,),
    ONR.Organization: (Kind.ORGANIZATION,),
    ONR.Place: (Kind.PLACE,),
}


def misnamed(facts: Facts, changed: Collection[str] = (), has_lost: bool = False) -> Iterator[Failure]:
    """The nodes of an article's graph that are not called what they say, or that no build makes.

    Args:
        facts: the graph of one article.
        changed: nodes of which users' decisions changed what is said, or of which something is withheld.
        has_lost: whether nodes may have lost links to what was held back.
    """
    minted = _Minted(facts, changed)
    for node in facts.subjects:
        kind = next((kind for kind in _BY_CLASS if facts.is_a(node, kind)), "")
        mint = _BY_CLASS.get(kind) or _untyped(facts, node)
        if mint is None or node.partition("#")[0] != facts.name:
            yield facts.failure(node, "is nothing that a build makes of this article")
        elif node not in set(mint(minted, node)) and not (node in changed or (has_lost and kind in _LINKED)):
            yield facts.failure(node, "is not called what its content mints: it was changed, or put in by hand")


class _Minted:
    """An article's graph, with what decides on names."""

    def __init__(self, facts: Facts, changed: Collection[str]) -> None:
        self.facts, self.changed, self.article = facts, changed, facts.name

    def node(self, kind: str, label: str, *parts: str) -> str:
        return iri.node(self.article, kind, label, *parts)

    def names(self, entity: str) -> list[str]:
        """The names that an entity may have been minted with: more than one where a decision renamed it."""
        name = self.facts.all(entity, SDO.name)
        return name + (self.facts.all(entity, SKOS.altLabel) if entity in self.changed else [])

    def starts(self, node: str, predicate: str) -> list[str]:
        """Where the stretches behind a node start."""
        return [str(self.facts.stretch(stretch)[0]) for stretch in self.facts.all(node, predicate)]

    def chain(self, figure: str) -> list[str]:
        """The sources of a figure, the one nearest to the article first."""
        ranked = sorted(
            (int(self.facts.one(link, ONR.rank) or 0), self.facts.one(link, PROV.agent))
            for link in self.facts.all(figure, PROV.qualifiedAttribution)
        )
        return [agent for _, agent in ranked]


def _article(of: _Minted, node: str) -> _Names:
    yield iri.article_of(of.facts.one(node, ONR.source), of.facts.one(node, ONR.sha256))


def _entity(of: _Minted, node: str) -> _Names:
    is_of = [kinds for cls, kinds in _OF_CLASS.items() if of.facts.is_a(node, cls)]
    kinds = tuple(Kind) if node in of.changed else is_of[0]
    for kind, name in product(kinds, of.names(node)):
        yield of.node(kind, name)
        yield from (of.node(kind, name, start) for start in of.starts(node, ONR.mention))


def _stretch(of: _Minted, node: str) -> _Names:
    start, end = of.facts.stretch(node)
    yield f"{of.article}#char={start},{end}"
    for kind in ("mention", "event-mention"):
        yield of.node(kind, of.facts.exact(node), str(start), str(end))


def _selector(of: _Minted, node: str) -> _Names:
    yield f"{of.article}#select={of.facts.one(node, OA.start)},{of.facts.one(node, OA.end)}"


def _page(of: _Minted, node: str) -> _Names:
    yield iri.page(of.article, of.facts.one(node, RDF.value).removeprefix("page="))


def _date(of: _Minted, node: str) -> _Names:
    for stretch in of.facts.all(node, ONR.evidence):
        yield of.node("date", of.facts.one(node, ONR.date), *map(str, of.facts.stretch(stretch)))


def _figure(of: _Minted, node: str) -> _Names:
    facts = of.facts
    value, upper, counted = (facts.one(node, told) for told in (ONR.value, ONR.upper, ONR.counted))
    terms = [facts.term(node, told) for told in (ONR.hedge, ONR.action, ONR.scope)]
    fields = (value, upper or "None", terms[0], counted, *terms[1:], facts.one(node, ONR.asOf))
    standing = ("withdrawn",) if facts.one(node, ONR.withdrawn) == "true" else ()
    factuality = facts.term(node, ONR.factuality)
    unreal = () if factuality == lexicon.load().default("factuality").term else (factuality,)
    event, where = facts.one(node, ONR.event), facts.one(node, ONR.where)
    events = [(start,) for start in of.starts(event, ONR.mention)] if event else [()]
    for start, cell in product(events, ((), (where,)) if where else ((),)):
        yield of.node("figure", f"{value} {counted}", *fields, *of.chain(node), *standing, *unreal, *start, *cell)


def _link(of: _Minted, node: str) -> _Names:
    rank = of.facts.one(node, ONR.rank)
    return (f"{figure}-source-{rank}" for figure in of.facts.referring(node, PROV.qualifiedAttribution))


def _statement(of: _Minted, node: str) -> _Names:
    facts = of.facts
    parts = sorted(facts.stretch(stretch) for stretch in facts.all(node, ONR.evidence))
    quotes = [*parts, *([(parts[0][0], parts[-1][1])] if parts else [])]  # an interrupted quote is known by its ends
    cues = [facts.stretch(cue) for cue in facts.all(node, ONR.cueEvidence)]
    speakers = [facts.stretch(speaker) for speaker in facts.all(node, ONR.speakerEvidence)]
    for quote, speaker in product(quotes, ((), speakers)):
        yield of.node("statement", "", *(str(n) for where in (quote, *cues, *speaker) for n in where))


def _position(of: _Minted, node: str) -> _Names:
    facts = of.facts
    title, person = facts.one(node, SDO.roleName), facts.one(node, ORG.member)
    yield of.node("position", title, person, facts.one(node, ORG.organization))


def _office(of: _Minted, node: str) -> _Names:
    facts = of.facts
    whose = facts.one(node, ORG.postIn) or facts.one(node, ONR.jurisdiction)
    yield of.node("office", facts.one(node, SDO.roleName), facts.term(node, ONR.role), whose)


def _accusation(of: _Minted, node: str) -> _Names:
    facts = of.facts
    told = (facts.one(node, told) for told in (ONR.allegation, ONR.allegedBy, ONR.byDescription, ONR.date))
    parts, status = tuple(told), facts.term(node, ONR.progress)
    return (of.node("accusation", f"{status} {name}", *parts) for name in of.names(facts.one(node, ONR.accused)))


def _act(of: _Minted, node: str) -> _Names:
    facts = of.facts
    kind, by, against = facts.term(node, ONR.actType), facts.one(node, ONR.by), facts.all(node, ONR.against)
    told = (facts.one(node, ONR.date), facts.one(node, ONR.subject), facts.one(node, ONR.number))
    effects = [term for term in ("amends", "overturns", "upholds") for _ in facts.all(node, f"{ONR}{term}")]
    labels = [f"{kind} {name}" for name in of.names(by)] if by else [kind]
    stretches = [facts.stretch(stretch) for stretch in facts.all(node, ONR.evidence)]
    words = [()] if by or against else [tuple(map(str, stretch)) for stretch in stretches]
    for label, where in product(labels, words):
        yield of.node("act", label, *told, facts.term(node, ONR.standing), *effects, *against, *where)


def _event(of: _Minted, node: str) -> _Names:
    facts = of.facts
    told = (facts.term(node, ONR.eventKind), facts.one(node, ONR.date))
    return (of.node("event", facts.one(node, SDO.name), *told, start) for start in of.starts(node, ONR.mention))


_BY_CLASS: Mapping[str, Callable[[_Minted, str], _Names]] = {
    ONR.Article: _article,
    **dict.fromkeys(_OF_CLASS, _entity),
    ONR.DateExpression: _date,
    ONR.Figure: _figure,
    PROV.Attribution: _link,
    ONR.Statement: _statement,
    ONR.Position: _position,
    ONR.Office: _office,
    ONR.Accusation: _accusation,
    ONR.Act: _act,
    ONR.Event: _event,
    OA.FragmentSelector: _page,
}
_LINKED = (ONR.Figure, PROV.Attribution, ONR.Act, ONR.Accusation, ONR.Position, ONR.Office, ONR.Statement)


def _untyped(facts: Facts, node: str) -> Callable[[_Minted, str], _Names] | None:
    """How a node without a class is called: evidence bears none."""
    if OA.hasSource in facts.of(node):
        return _stretch
    return _selector if OA.exact in facts.of(node) else None
