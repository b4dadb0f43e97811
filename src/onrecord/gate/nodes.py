"""SHACL targets and property paths as functions: to the focus nodes of a shape, and from each to its value nodes."""

from collections.abc import Callable, Collection, Sequence
from typing import TypeAlias

from onrecord.gate.triples import TYPE, Term, Triples

Target: TypeAlias = Callable[[Triples], Collection[Term]]
Path: TypeAlias = Callable[[Triples, Term], Collection[Term]]


def instances(of_class: Term) -> Target:
    return lambda triples: triples.subjects(TYPE, of_class)


def subjects_of(predicate: Term) -> Target:
    return lambda triples: triples.by_subject(predicate)


def objects_of(predicate: Term) -> Target:
    return lambda triples: triples.by_object(predicate)


def only(node: Term) -> Target:
    return lambda triples: (node,)


def itself(_: Triples, node: Term) -> Collection[Term]:
    """The path of a shape that has none."""
    return (node,)


def forward(predicate: Term) -> Path:
    return lambda triples, node: triples.objects(node, predicate)


def inverse(predicate: Term) -> Path:
    return lambda triples, node: triples.subjects(predicate, node)


def alternative(paths: Sequence[Path]) -> Path:
    return lambda triples, node: {found for path in paths for found in path(triples, node)}


def sequence(steps: Sequence[Path]) -> Path:
    def follow(triples: Triples, node: Term) -> Collection[Term]:
        nodes = {node}
        for step in steps:
            nodes = {found for each in nodes for found in step(triples, each)}
        return nodes

    return follow
