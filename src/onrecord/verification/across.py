"""Whether what no single article says follows from articles and decisions: who is who, what is told together.

Nothing is decided anew here (reading again does that): each identity is called what its members mint, and its members
are joined by decisions that are on record, of the program or of users.
"""

from collections.abc import Callable, Iterator, Mapping, Set
from itertools import product

from onrecord.graph import decision_iri, decisions_of, iri, of_ntriples
from onrecord.graph.vocabulary import ONR, ORG, RDF, SDO
from onrecord.linking.identities import folded
from onrecord.values.decisions import UserDecision
from onrecord.values.findings import Kind
from onrecord.verification.facts import Facts
from onrecord.verification.failure import Failure

Entities = Mapping[str, frozenset[str]]  # the names of the entities on record, by their IRIs

_SHARED = {  # what tells of several nodes at once: its class, how it is called, and the property that leads to it
    ONR.SharedAct: ("shared-act", ONR.sharedAct),
    ONR.SharedEvent: ("shared-event", ONR.sharedEvent),
    ONR.SharedFigure: ("shared-figure", ONR.sharedFigure),
}
_BETWEEN = (ONR.sharedAct, ONR.sharedEvent, ONR.sharedFigure, ONR.origin, ONR.revises, ORG.heldBy, ONR.rule)
GRAPHS = frozenset(value for name, value in vars(iri).items() if name.endswith("_GRAPH"))  # that builds make


def ties(decisions: Facts) -> Mapping[str, frozenset[str]]:
    """The nodes of which users' decisions changed what is said, or which they are about: each with the decisions."""
    return {node: frozenset(decisions.all(node, ONR.decision)) for node in decisions.having(ONR.decision)}


def unidentified(facts: Facts, entities: Entities) -> Iterator[Failure]:
    """The entities on record of no identity or of several, and members of identities that are not on record."""
    for entity in sorted(entities.keys() - set(facts.having(ONR.identity))):
        yield Failure(iri.term_of(entity.partition("#")[0]), f"the entity {entity.partition('#')[2]} has no identity")
    for member in facts.having(ONR.identity):
        if member not in entities:
            yield facts.failure(member, "has an identity, and is no entity that is on record")
        elif len(facts.all(member, ONR.identity)) > 1:
            yield facts.failure(member, "has several identities")


def misidentified(
    facts: Facts, entities: Entities, decisions: Facts, withheld: Set[str] = frozenset()
) -> Iterator[Failure]:
    """The identities that are not called what they mint, or whose members nobody joined.

    Not of those that are `withheld`, or that have such members.
    """
    tied, decided = ties(decisions), _decided(decisions)
    for node in facts.having(RDF.type):
        members = facts.referring(node, ONR.identity)
        if not withheld.isdisjoint((node, *members, *facts.all(node, ONR.about))):
            continue
        if facts.is_a(node, ONR.Decision):
            pair = facts.all(node, ONR.about)
            if node not in {f"{iri.BASE}decision/{iri.digest(*order)}" for order in (pair, pair[::-1])}:
                yield facts.failure(node, "is not called what the pair it decides on mints")
        elif facts.is_a(node, ONR.Identity):
            yield from _misnamed(facts, node, {name for one in members for name in entities.get(one, ())}, node in tied)
            joined = [facts.all(link, ONR.about) for link in facts.all(node, ONR.decision)]
            if not _connected(members, [*joined, *decided]):
                yield facts.failure(node, "has members that no decision on record joins")
        else:
            yield facts.failure(node, "is nothing that a build makes of entities")


def _misnamed(facts: Facts, identity: str, of_members: Set[str], is_decided: bool) -> Iterator[Failure]:
    """That an identity is not called what its members are; where a decision named it, it may be called otherwise."""
    name = facts.one(identity, SDO.name)
    if not is_decided and name not in of_members:
        yield facts.failure(identity, "has a name that none of its members has, and no decision gave it that")
    minted = _identities({name, *(of_members if is_decided else ())}, facts.referring(identity, ONR.identity))
    if identity not in set(minted):
        yield facts.failure(identity, "is not called what its members mint: it was changed, or put in by hand")


def _identities(names: Set[str], members: list[str]) -> Iterator[str]:
    for kind, name in product(Kind, sorted(names)):
        yield iri.identity(kind, folded(name))
        yield from (iri.identity(kind, folded(name), member) for member in members)


def _connected(members: list[str], joined: list[list[str]]) -> bool:
    """Whether each member is joined to the others, if through others."""
    reached, rest = set(members[:1]), set(members[1:])
    while rest:
        found = {one for pair in joined if reached.intersection(pair) for one in pair} & rest
        if not found:
            return False
        reached, rest = reached | found, rest - found
    return True


def _decided(decisions: Facts) -> list[list[str]]:
    """The entities that users decided to be the same."""
    same = (node for node in decisions.having(ONR.verdict) if decisions.term(node, ONR.verdict) == "same")
    return [decisions.all(node, ONR.about) for node in same]


def untogether(facts: Facts, articles: Set[str], withheld: Set[str] = frozenset()) -> Iterator[Failure]:
    """What articles are said to tell together and do not: nodes not called what they mint, or of no article.

    Not of those that are `withheld`.
    """
    for node in facts.subjects:
        if node in withheld:
            continue
        made = next((check for cls, check in _TOGETHER.items() if facts.is_a(node, cls)), None)
        if made is not None:
            if node not in set(made(facts, node)):
                yield facts.failure(node, "is not called what it joins mints: it was changed, or put in by hand")
        elif node.partition("#")[0] not in articles or not set(facts.of(node)) <= set(_BETWEEN):
            yield facts.failure(node, "is nothing that a build makes of what articles tell together")


def _shared(facts: Facts, node: str) -> Iterator[str]:
    for cls, (kind, link) in _SHARED.items():
        if facts.is_a(node, cls):
            members = facts.referring(node, link)
            yield from (iri.identity(kind, member) for member in members[:1] if len(members) > 1)


def _disagreement(facts: Facts, node: str) -> Iterator[str]:
    yield f"{iri.BASE}disagreement/{iri.digest(facts.one(node, ONR.lesser), facts.one(node, ONR.greater))}"


_TOGETHER: Mapping[str, Callable[[Facts, str], Iterator[str]]] = {
    **dict.fromkeys(_SHARED, _shared),
    ONR.Disagreement: _disagreement,
}


def undecided(facts: Facts, withheld: Set[str] = frozenset()) -> Iterator[Failure]:
    """Users' decisions that are damaged or not called what they mint, and changes by decisions not on record.

    Where something is `withheld`, so are decisions about it, and who took them may be left.
    """
    try:
        known = decisions_of(of_ntriples(facts.ntriples.decode()))
    except ValueError as error:
        yield Failure("decisions", f"a decision is damaged: {error}")
        return
    minted = {decision_iri(decision): decision for decision in known}
    for node in facts.having(ONR.verdict):
        if node not in minted:
            yield facts.failure(node, "is not called what was decided: it was changed, or put in by hand")
    for node, by in ties(facts).items():
        for decision in sorted(by - minted.keys()):
            yield facts.failure(node, f"was changed by a decision that is not on record ({iri.term_of(decision)})")
    named = {name for decision in known for name in _named(decision)}
    for node in facts.subjects:
        if not (withheld or {ONR.verdict, ONR.decision} & set(facts.of(node)) or node in named):
            yield facts.failure(node, "is no part of a decision")


def _named(decision: UserDecision) -> Iterator[str]:
    """The IRIs of who decided, and of the files that say so."""
    yield f"{iri.BASE}reader/{iri.slug(decision.by)}-{iri.digest(decision.by)}"
    for name, sha256 in decision.files:
        yield f"{iri.BASE}decisions/{iri.slug(name)}-{sha256[:12]}"
