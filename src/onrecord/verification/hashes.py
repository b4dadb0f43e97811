"""Whether graphs are those that were built or listed, by their hashes; which nodes of them say something else."""

from collections import Counter
from collections.abc import Iterable, Iterator

from onrecord.graph.canonical import GraphHash, canonical_lines, graph_hash
from onrecord.graph.node_digests import DIGITS, node_digests
from onrecord.store import Record
from onrecord.verification.facts import Facts
from onrecord.verification.failure import Failure


def rebuilt(facts: Facts, record: Record | None) -> Iterator[Failure]:
    """The nodes of an article's graph of which something else is said than when it was built."""
    if record is None:
        yield facts.failure(facts.name, "no build made it: it was put into the store by hand")
        return
    if not record.graph or graph_hash(facts.name, canonical_lines(facts.name, facts.ntriples)).sha256 == record.graph:
        return
    built = Counter(record.nodes[at : at + DIGITS] for at in range(0, len(record.nodes), DIGITS))
    named = False
    for node, digest in sorted(node_digests(facts.ntriples).items()):
        if built[digest]:
            built[digest] -= 1
        else:
            named = True
            yield facts.failure(node, "says something else than when it was built")
    if gone := built.total():
        nodes = f"{gone} node{'' if gone == 1 else 's'}"
        yield facts.failure(facts.name, f"{nodes} that it had when it was built: something else is said, or gone")
    elif not named:
        yield facts.failure(facts.name, "its evidence is not that with which it was built")


def unlisted(found: Iterable[GraphHash], listed: Iterable[GraphHash]) -> Iterator[Failure]:
    """The graphs that differ from the list of them."""
    here, there = ({one.graph: one for one in hashes} for hashes in (found, listed))
    for graph in sorted(here.keys() | there.keys()):
        if graph not in there:
            yield Failure("graphs.csv", f"does not list the graph {graph}")
        elif graph not in here:
            yield Failure("graphs.nq", f"the graph {graph} is listed, and is not here")
        elif here[graph].quads != there[graph].quads:
            told = f"{here[graph].quads} statements, and {there[graph].quads} are listed"
            yield Failure("graphs.nq", f"the graph {graph} has {told}")
        elif here[graph] != there[graph]:
            yield Failure("graphs.nq", f"the graph {graph} has not the SHA-256 that is listed")
