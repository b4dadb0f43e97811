"""Who and what is named in the same sentences, as a network around one of them."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

import pyoxigraph as ox

from onrecord.serve.explorer import links
from onrecord.serve.explorer.data import Data, Row
from onrecord.serve.explorer.queries import query
from onrecord.serve.explorer.views import Visitor
from onrecord.serve.explorer.wording import kind

MOST = 200  # nodes that can still be told apart
LINES = 600  # edges that can, and that a browser lays out at once: of 20,000 it takes five seconds


@dataclass(frozen=True, slots=True)
class Node:
    """Someone or something that is named beside others."""

    id: str  # IRI
    label: str
    kind: str
    href: str
    weight: int  # sentences it shares with the one in the middle; of that one, all of these


@dataclass(frozen=True, slots=True)
class Edge:
    """Two that are named together."""

    source: str
    target: str
    weight: int  # sentences


@dataclass(frozen=True, slots=True)
class Network:
    """The one in the middle first, then the others, those named most beside it before others."""

    nodes: Sequence[Node]
    edges: Sequence[Edge]  # each node's to the middle, and of the others those of most sentences
    others: int  # all that are named beside it, shown or not


async def network(data: Data, middle: Row, visitor: Visitor) -> Network:
    """The network around an identity, given by a row with node, name and kind."""
    rows = await data.rows(query("beside", node=ox.NamedNode(middle["node"])), visitor)
    shared = Counter(row["other"] for row in rows)
    most = sorted(shared, key=lambda iri: (-shared[iri], iri))[: MOST - 1]
    called = {}
    if most:
        told = await data.rows(query("called", nodes=[ox.NamedNode(iri) for iri in most]), visitor)
        called = {row["node"]: row for row in told}
    shown = [_node(called[iri], shared[iri]) for iri in most if iri in called]
    sentences = len({row["sentence"] for row in rows})
    return Network(
        [_node(middle, sentences), *shown], _edges(middle["node"], rows, {one.id for one in shown}), len(shared)
    )


def _node(row: Row, weight: int) -> Node:
    return Node(row["node"], row["name"], kind(row["kind"]), links.node(row["node"]), weight)


def _edges(middle: str, rows: Sequence[Row], shown: set[str]) -> list[Edge]:
    together: dict[str, set[str]] = {}
    for row in rows:
        if row["other"] in shown:
            together.setdefault(row["sentence"], {middle}).add(row["other"])
    pairs = Counter(pair for named in together.values() for pair in combinations(sorted(named), 2))
    first = sorted(pairs, key=lambda pair: (middle not in pair, -pairs[pair], pair))[:LINES]
    return [Edge(*pair, pairs[pair]) for pair in first]
