"""SHACL shapes compiled to functions: whether an article conforms, at a small part of what pySHACL's report costs.

Every term of the shapes must be known, and every triple of the article read: what is not is left to pySHACL. What is
known comes to pySHACL's verdict (tests/gate/test_first_pass.py).
"""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from itertools import zip_longest

import pyoxigraph as ox
from rdflib import Graph, Literal, URIRef
from rdflib.collection import Collection as List
from rdflib.namespace import RDF, SH, XSD
from rdflib.term import Node

from onrecord.gate import nodes
from onrecord.gate.constraints import BY_PARAMETER, Check, Constraint, UnknownError, every, none, one_of, one_or_more
from onrecord.gate.parts import Reach, parts
from onrecord.gate.queries import Query, violating
from onrecord.gate.quotes import misquoted
from onrecord.gate.triples import TYPE, Term, Triples, is_term
from onrecord.graph.vocabulary import OA
from onrecord.values.ntriples import Ntriples

_TARGETS: Mapping[URIRef, Callable[[Term], nodes.Target]] = {
    SH.targetClass: nodes.instances,
    SH.targetSubjectsOf: nodes.subjects_of,
    SH.targetObjectsOf: nodes.objects_of,
    SH.targetNode: nodes.only,
}
_NESTED = {SH["not"], SH["or"], SH["in"], SH.node, SH.property}  # parameters that are shapes, or lists
_QUERIES = {SH.sparql, SH.select, SH.prefixes, SH.declare, SH.prefix, SH.namespace}
_LISTS = {RDF.first, RDF.rest, SH.path, SH.inversePath, SH.alternativePath}
_KNOWN = {RDF.type, SH.message, *_TARGETS, *map(URIRef, BY_PARAMETER), *_NESTED, *_QUERIES, *_LISTS}
_CLASSES = {SH.NodeShape, SH.PropertyShape, SH.SPARQLConstraint}
_QUOTES = URIRef("https://w3id.org/onrecord/shape/OffsetsYieldQuote")  # answered by `quotes`, which knows what it asks
_QUOTED = tuple(f"<{predicate}>" for predicate in (OA.hasSource, OA.hasSelector, OA.start, OA.end, OA.exact))
_COMPARED = (SH.lessThan, SH.lessThanOrEquals, SH.disjoint)  # name a predicate besides the path
_OF_VALUES = (SH["class"], SH.node, SH.property, SH["not"], SH["or"])  # what is asked of the triples of value nodes
_DEPTH = 8  # shapes within shapes; more are a circle


@dataclass(frozen=True, slots=True)
class Compiled:
    """The shapes of a graph."""

    checks: tuple[tuple[nodes.Target, Check], ...]
    queries: tuple[Query, ...]
    quotes: bool = False  # whether offsets are to yield their quotes
    reach: Reach = field(default_factory=Reach)

    def conforms(self, graph: Ntriples, texts: Mapping[str, str]) -> bool:
        """Whether a graph conforms, and its quotes to the articles' `texts`, by the articles' IRIs.

        Raises:
            UndecidedError: that cannot be told without pySHACL.
        """
        return next(self.violating(graph, texts), None) is None

    def violating(self, graph: Ntriples, texts: Mapping[str, str]) -> Iterator[tuple[Term, bool]]:
        """The nodes of a graph of which a report may complain, each with whether by a query; of no others does one.

        Raises:
            UndecidedError: that cannot be told without pySHACL.
        """
        predicates = frozenset().union(*(query.predicates for query in self.queries))
        asked: list[str] = []  # of the queries, once all parts are read
        for part in parts(graph, self.reach):
            asked.append(part.triples.lines(predicates))
            for target, check in self.checks:
                yield from ((node, False) for node in check(part.triples, part.focus(target(part.triples))))
            if self.quotes:
                yield from ((node, True) for node in misquoted(part.triples, texts))
        yield from ((node, True) for node in violating(self.queries, asked))

    @property
    def queried(self) -> Set[Term]:
        """All that may be a predicate in a query."""
        return frozenset(_QUOTED).union(*(query.predicates for query in self.queries))


def compiled(shapes: Graph) -> Compiled:
    """Compile a graph of shapes.

    Raises:
        UnknownError: they say something that is not known here, so that all has to be left to pySHACL.
    """
    if unknown := set(shapes.predicates()) - _KNOWN:
        raise UnknownError(f"terms of shapes: {sorted(map(str, unknown))}")
    if unknown := set(shapes.objects(predicate=RDF.type)) - _CLASSES:
        raise UnknownError(f"shapes that are {sorted(map(str, unknown))}")
    return _Compiler(shapes).run()


class _Compiler:
    """Compiles shapes; a class only because each of them needs their graph."""

    def __init__(self, shapes: Graph) -> None:
        self.shapes = shapes

    def run(self) -> Compiled:
        targeted = {shape for target in _TARGETS for shape in self.shapes.subjects(target)}
        checks = [(target, self.shape(shape)) for shape in targeted for target in self.targets(shape)]
        quotes = (None, SH.sparql, _QUOTES) in self.shapes
        return Compiled(tuple(checks), tuple(self.queries()), quotes, self.reach(quotes))

    def reach(self, quotes: bool) -> Reach:
        """How far the shapes look; rather too far than not far enough."""
        paths = {shape: self.steps(path) for shape, path in self.shapes.subject_objects(SH.path)}
        onward = {step for shape, steps in paths.items() for step in (steps if self.goes_on(shape) else steps[:-1])}
        inner = {part for shape in paths if self.goes_on(shape) for part in self.within(shape)}
        asked = {step for shape, steps in paths.items() for step in (steps if shape in inner else steps[1:])}
        compared = [_term(node) for shape in inner for step in _COMPARED for node in self.objects(shape, step)]
        inverse = [_term(node) for node in self.shapes.objects(None, SH.inversePath)]
        quoted = _QUOTED[1:] if quotes else ()
        return Reach(
            set().union(*onward, quoted[:1]),
            {TYPE}.union(*asked, compared, quoted[1:]),
            {*inverse, *(_term(node) for node in self.shapes.objects(None, SH.targetObjectsOf))},
            {_term(node) for node in self.shapes.objects(None, SH.targetNode)},
            everywhere=any(not self.is_of_focus_node(path) for path in self.shapes.subjects(SH.inversePath)),
        )

    def steps(self, path: Node) -> Sequence[frozenset[Term]]:
        """The steps of a path, each as its predicates."""
        if isinstance(path, URIRef):
            return (frozenset([_term(path)]),)
        if (path, RDF.first, None) in self.shapes:
            return [step for part in List(self.shapes, path) for step in self.steps(part)]
        if (path, SH.alternativePath, None) in self.shapes:
            either = [self.steps(part) for part in List(self.shapes, self.one(path, SH.alternativePath))]
            return [frozenset().union(*steps) for steps in zip_longest(*either, fillvalue=frozenset())]
        return self.steps(self.one(path, SH.inversePath))

    def goes_on(self, shape: Node) -> bool:
        """Whether something is asked of the triples of the nodes to which the path of a shape leads."""
        return any((shape, predicate, None) in self.shapes for predicate in _OF_VALUES)

    def within(self, shape: Node) -> Iterator[Node]:
        """All that is said of the value nodes of a shape."""
        return (part for part in self.shapes.transitive_objects(shape, None) if part is not None and part != shape)

    def is_of_focus_node(self, path: Node) -> bool:
        """Whether a path is the whole path of a shape that looks at the focus nodes of another."""
        shapes = [*self.shapes.subjects(SH.path, path)]
        around = [outer for shape in shapes for outer in self.shapes.subjects(SH.property, shape)]
        targeted = all(any((outer, target, None) in self.shapes for target in _TARGETS) for outer in around)
        return bool(shapes) and bool(around) and targeted and not any(self.nested(outer) for outer in around)

    def nested(self, shape: Node) -> bool:
        """Whether a shape is asked of the value nodes of others."""
        return any(
            (None, predicate, shape) in self.shapes for predicate in (SH.node, SH.property, SH["not"], RDF.first)
        )

    def targets(self, shape: Node) -> Iterator[nodes.Target]:
        for predicate, target in _TARGETS.items():
            yield from (target(_term(node)) for node in self.objects(shape, predicate))

    def shape(self, shape: Node, depth: int = 0) -> Check:
        """The check of a node or property shape."""
        if depth > _DEPTH:
            raise UnknownError("a shape that refers to itself")
        path = self.path(self.one(shape, SH.path)) if (shape, SH.path, None) in self.shapes else nodes.itself
        return _conjunction(path, tuple(self.constraints(shape, depth)))

    def constraints(self, shape: Node, depth: int) -> Iterator[Constraint]:
        for parameter, constraint in BY_PARAMETER.items():
            yield from (constraint(_term(node)) for node in self.objects(shape, URIRef(parameter)))
        for head in self.objects(shape, SH["in"]):
            yield one_of([_term(node) for node in List(self.shapes, head)])
        for predicate in (SH.property, SH.node):
            yield from (every(self.shape(inner, depth + 1)) for inner in self.objects(shape, predicate))
        for inner in self.objects(shape, SH["not"]):
            yield none(self.shape(inner, depth + 1))
        for head in self.objects(shape, SH["or"]):
            yield one_or_more([self.shape(inner, depth + 1) for inner in List(self.shapes, head)])

    def path(self, path: Node) -> nodes.Path:
        if isinstance(path, URIRef):
            return nodes.forward(_term(path))
        if (path, RDF.first, None) in self.shapes:
            return nodes.sequence([self.path(step) for step in List(self.shapes, path)])
        if (path, SH.alternativePath, None) in self.shapes:
            either = self.one(path, SH.alternativePath)
            return nodes.alternative([self.path(each) for each in List(self.shapes, either)])
        return nodes.inverse(_term(self.one(path, SH.inversePath)))

    def queries(self) -> Iterator[Query]:
        """The constraints in SPARQL, each of a shape whose focus node is there whatever the graph holds."""
        for shape, constraint in self.shapes.subject_objects(SH.sparql):
            if (shape, SH.targetNode, None) not in self.shapes or (shape, SH.path, None) in self.shapes:
                raise UnknownError(f"sh:sparql of {shape}")
            if constraint == _QUOTES:
                continue
            declared = [
                (str(self.one(prefix, SH.prefix)), str(self.one(prefix, SH.namespace)))
                for prefixes in self.objects(constraint, SH.prefixes)
                for prefix in self.objects(prefixes, SH.declare)
            ]
            yield Query(str(self.one(constraint, SH.select)), dict(declared))

    def objects(self, node: Node, predicate: URIRef) -> Sequence[Node]:
        return list(self.shapes.objects(node, predicate))

    def one(self, node: Node, predicate: URIRef) -> Node:
        found = self.objects(node, predicate)
        if len(found) != 1:
            raise UnknownError(f"{node} with {len(found)} values of {predicate}")
        return found[0]


def _conjunction(path: nodes.Path, constraints: Sequence[Constraint]) -> Check:
    def violating(triples: Triples, among: Collection[Term]) -> Set[Term]:
        values = path(triples, among)
        found = set[Term]()
        for constraint in constraints:
            if wrong := constraint(triples, values):
                found |= wrong
                values = {node: reached for node, reached in values.items() if node not in wrong}
        return found

    return violating


def _term(node: Node) -> Term:
    """A term of the shapes, as it would stand in an article's triples."""
    if isinstance(node, Literal) and node.datatype != XSD.string:
        kind = ox.NamedNode(node.datatype) if node.datatype else None
        term = str(ox.Literal(str(node), datatype=kind, language=node.language))
    else:
        term = f"<{node}>" if isinstance(node, URIRef) else repr(node)
    if not is_term(term):
        raise UnknownError(f"{term} in a shape")
    return term
