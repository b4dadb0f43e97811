"""Numbers for nodes whose IRIs hold a hash of a hidden name: `#person-2` in place of `#person-ilia-8f0c…`.

Nodes are counted in the order in which the text tells them, so that the numbers say nothing of the names.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping

import pyoxigraph as ox

from onrecord.graph import iri
from onrecord.graph.vocabulary import ONR, RDF
from onrecord.store.name_masking import Redaction

_ARTICLE = f"{iri.BASE}article/"
_PLACE = re.compile(r"#(?:char|select)=(\d+),")
_MINTED = re.compile(r"#(?!char=|select=|page=)([a-z]+)")
_ELSEWHERE = re.compile(rf"{re.escape(iri.BASE)}(?!article/|graph/)([a-z-]+)/")
_NOT_TOLD = {ox.NamedNode(name) for name in (iri.ONTOLOGY_GRAPH, iri.RUN_GRAPH)}  # they rest on no article's words
_STEPS = 3  # from a node to its words: a figure to its evidence, that to its selector
_LAST = 1 << 60  # of nodes whose words are unknown


def numbered_articles(database: ox.Store, hidden: Redaction) -> dict[str, str]:
    """New IRIs for articles whose source has a hidden name: their own hold a hash of it, which can be tried.

    They are counted in the order of the hashes of their texts.
    """
    found = []
    for article, mask in hidden.articles.items():
        told = {quad.predicate.value: str(getattr(quad.object, "value", "")) for quad in _about(database, article)}
        source = told.get(ONR.source, "")
        if mask.file(source) != source or mask.iri(article) != article:
            found.append((told.get(ONR.sha256, ""), article))
    return {article: f"{_ARTICLE}withheld-{number}" for number, (_, article) in enumerate(sorted(found), start=1)}


def _about(database: ox.Store, article: str) -> Iterator[ox.Quad]:
    return database.quads_for_pattern(ox.NamedNode(article), None, None, ox.NamedNode(article))


def numbered(database: ox.Store, hidden: Redaction, renamed: Mapping[str, str]) -> dict[str, str]:
    """New IRIs for the nodes of articles that name a child, by the old ones.

    Stretches of text, which are known by where they are, keep theirs. `renamed` are the articles of another IRI.
    """
    articles = hidden.articles
    found: dict[str, dict[str, set[str]]] = {article: defaultdict(set) for article in articles}
    for graph in [*map(ox.NamedNode, articles), *_shared(database)]:
        for quad in database.quads_for_pattern(None, None, None, graph):
            for node in (quad.subject, quad.object):
                if isinstance(node, ox.NamedNode) and (links := found.get(node.value.partition("#")[0])) is not None:
                    links[node.value] |= {str(getattr(quad.object, "value", ""))} if node == quad.subject else set()
    return {
        old: new
        for article, links in found.items()
        for old, new in _counted(renamed.get(article) or hidden.iri(article), links)
    }


def _counted(article: str, links: Mapping[str, Collection[str]]) -> Iterator[tuple[str, str]]:
    """The nodes of one article, given with what they point to: each old IRI and the new one."""
    places = {node: int(told[1]) for node in links if (told := _PLACE.search(node))}
    for _ in range(_STEPS):
        places |= {
            node: min(places[one] for one in pointed if one in places)
            for node, pointed in links.items()
            if node not in places and any(one in places for one in pointed)
        }
    minted = [(told[1], places.get(node, _LAST), node) for node in links if (told := _MINTED.search(node))]
    for kind, number, node in _in_each_kind(minted):
        yield node, f"{article}#{kind}-{number}"


def numbered_elsewhere(database: ox.Store, hidden: Redaction, names: Mapping[str, str]) -> dict[str, str]:
    """New IRIs for what no single article tells but rests on renamed nodes, and for identities with a hidden name."""
    identities = {
        q.subject for q in database.quads_for_pattern(None, ox.NamedNode(RDF.type), ox.NamedNode(ONR.Identity))
    }
    resting: dict[str, set[str]] = defaultdict(set)
    for graph in _shared(database):
        for quad in database.quads_for_pattern(None, None, None, graph):
            for node, other in ((quad.subject, quad.object), (quad.object, quad.subject)):
                if isinstance(node, ox.NamedNode) and _ELSEWHERE.match(node.value):
                    value = str(getattr(other, "value", ""))
                    if _hides(hidden, node.value, value) if node in identities else value in names:
                        resting[node.value].add(names.get(value, ""))
    minted = [(_ELSEWHERE.match(node)[1], min(of), node) for node, of in resting.items()]  # type: ignore[index]
    return {node: f"{iri.BASE}{kind}/withheld-{number}" for kind, number, node in _in_each_kind(minted)}


def _hides(hidden: Redaction, identity: str, value: str) -> bool:
    """Whether the name of an identity, in its IRI or as a value, is hidden."""
    mask = hidden.subjects.get(identity)
    return mask is not None and (mask.iri(identity) != identity or mask.text(value) != value)


def _in_each_kind(nodes: Iterable[tuple[str, int | str, str]]) -> Iterator[tuple[str, int, str]]:
    """Nodes given as kind, place and IRI: the kind, the number among those of its kind, and the IRI."""
    counts: dict[str, int] = defaultdict(int)
    for kind, _, node in sorted(nodes):
        counts[kind] += 1
        yield kind, counts[kind], node


def _shared(database: ox.Store) -> Iterator[ox.NamedNode]:
    """The graphs that hold what no single article says."""
    for graph in database.named_graphs():
        if isinstance(graph, ox.NamedNode) and graph not in _NOT_TOLD and not graph.value.startswith(_ARTICLE):
            yield graph
