"""Verifies a store or a bundle: every check over every graph, one graph in memory at a time."""

from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass, field

from onrecord.gate import gate
from onrecord.gate.report import check
from onrecord.graph import iri, of_ntriples
from onrecord.graph.canonical import graph_hashes, identity
from onrecord.graph.vocabulary import ONR, SDO, SKOS
from onrecord.store import Record
from onrecord.values.ntriples import Ntriples
from onrecord.verification import across, copies, hashes, minting, quotes, vocabulary
from onrecord.verification.facts import Facts
from onrecord.verification.failure import Failure
from onrecord.verification.holding import Bundle, Held, Stored, Texts
from onrecord.verification.withholding import is_numbered, withheld

_ENTITIES = (ONR.Person, ONR.Organization, ONR.Court, ONR.Place)
_LINKED_TO = ("person", "organization", "court", "place", "event", "act")  # kinds of nodes that others may lead to


@dataclass(slots=True)
class Verified:
    """What was verified."""

    identity: str  # of the dataset
    statements: int = 0
    articles: int = 0
    texts: int = 0  # articles whose quotes were checked against the text
    withheld: int = 0  # nodes whose names cannot be checked, since names of children are withheld
    failures: list[Failure] = field(default_factory=list)


def verify(held: Held, texts: Texts) -> Verified:
    """Everything that does not stand in a store or a bundle, told article by article."""
    found = Verified(identity(graph_hashes(held)))
    records = held.records()
    decisions = Facts(held.ntriples(iri.DECISION_GRAPH), iri.DECISION_GRAPH)
    tied, entities = across.ties(decisions), dict[str, frozenset[str]]()
    hidden = set[str]()  # nodes of which something is withheld
    articles = [name for name in held.article_graphs() if held.ntriples(name)]  # none that was emptied
    for name in articles:
        facts = Facts(held.ntriples(name), name)
        text = texts.text(facts.one(name, ONR.sha256))
        record = records.get(name)
        found.articles, found.texts = found.articles + 1, found.texts + (text is not None)
        found.statements += facts.size
        hidden |= withheld(facts)
        found.failures += _once(_of_article(facts, text, record, tied))
        if isinstance(held, Stored):
            found.failures += hashes.rebuilt(facts, record)
            if text is None:
                found.failures.append(facts.failure(name, "its text is not in the store"))
        entities |= {
            node: frozenset((*facts.all(node, SDO.name), *facts.all(node, SKOS.altLabel)))
            for node in facts.having(SDO.name)
            if any(facts.is_a(node, cls) for cls in _ENTITIES)
        }
    found.statements += sum(held.ntriples(graph.value).count(b"\n") for graph in held.shared_graphs())
    found.withheld = len(hidden)
    found.failures += _across(held, entities, decisions, hidden)
    found.failures += (
        Failure(record.source, "is in the store's catalogue, and its graph is gone")
        for name, record in records.items()
        if name not in articles
    )
    if isinstance(held, Bundle):
        found.failures += _of_bundle(held)
    return found


def _of_article(facts: Facts, text: str | None, record: Record | None, tied: Iterable[str]) -> Iterator[Failure]:
    """What does not stand in the graph of one article."""
    if text is not None:
        yield from quotes.altered(facts, text)
    yield from quotes.misquoted(facts, text)
    yield from quotes.paged(facts)
    yield from minting.misnamed(facts, withheld(facts).union(tied), _has_lost(record))
    yield from vocabulary.unsayable(facts)
    yield from vocabulary.underivable(facts)
    ntriples = facts.ntriples.decode()
    if gate.suspects({facts.name: Ntriples.of(ntriples)}, {facts.name: text} if text is not None else {}):
        for rejection in check(of_ntriples(ntriples)).rejections:
            yield Failure(rejection.source, rejection.message, rejection.statement, rejection.sentence)


def _has_lost(record: Record | None) -> bool:
    """Whether something that others lead to was held back from an article."""
    nodes = (rejection.node.partition("#")[2] for rejection in record.rejections) if record else ()
    return any(node.startswith(_LINKED_TO) for node in nodes)


def _once(failures: Iterable[Failure]) -> list[Failure]:
    """Failures in their order, each once."""
    return list(dict.fromkeys(failures))


def _across(held: Held, entities: across.Entities, decisions: Facts, hidden: Set[str]) -> Iterator[Failure]:
    """What does not stand in the graphs that belong to no single article."""
    identities, shared = (Facts(held.ntriples(name), name) for name in (iri.ENTITY_GRAPH, iri.SHARED_GRAPH))
    if hidden:
        hidden = hidden | {node for graph in (identities, shared) for node in graph.subjects if is_numbered(node)}
    yield from across.unidentified(identities, entities)
    yield from across.misidentified(identities, entities, decisions, hidden)
    yield from across.untogether(shared, set(held.article_graphs()), hidden)
    yield from across.undecided(decisions, hidden)
    for graph in held.shared_graphs():
        if graph.value not in across.GRAPHS:
            yield Failure(graph.value, "is a graph that no build makes: it was put in by hand")


def _of_bundle(bundle: Bundle) -> Iterator[Failure]:
    """What does not agree among a bundle's files."""
    yield from copies.altered(bundle.folder)
    yield from copies.misordered(bundle)
    yield from copies.mislisted(bundle)
    yield from copies.contradicted(bundle)
    yield from copies.mistabled(bundle)
