"""SHACL targets and property paths as functions: to the focus nodes of a shape, and from all of them to value nodes."""

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import TypeAlias

from onrecord.gate.triples import TYPE, Term, Triples

Values: TypeAlias = Mapping[Term, Collection[Term]]  # of each focus node, each value node once
Target: TypeAlias = Callable[[Triples], Collection[Term]]
Path: TypeAlias = Callable[[Triples, Collection[Term]], Values]


def instances(of_class: Term) -> Target:
    return lambda triples: triples.subjects(TYPE, of_class)


def subjects_of(predicate: Term) -> Target:
    return lambda triples: triples.by_subject(predicate)


def objects_of(predicate: Term) -> Target:
    return lambda triples: triples.by_object(predicate)


def only(node: Term) -> Target:
    return lambda triples: (node,)


def itself(_: Triples, nodes: Collection[Term]) -> Values:
    """The path of a shape that has none."""
    return {node: (node,) for node in nodes}


def forward(predicate: Term) -> Path:
    def follow(triples: Triples, nodes: Collection[Term]) -> Values:
        objects = triples.by_subject(predicate)
        return {node: objects.get(node, ()) for node in nodes}

    return follow


def inverse(predicate: Term) -> Path:
    def follow(triples: Triples, nodes: Collection[Term]) -> Values:
        subjects = triples.by_object(predicate)
        return {node: subjects.get(node, ()) for node in nodes}

    return follow


def alternative(paths: Sequence[Path]) -> Path:
    def follow(triples: Triples, nodes: Collection[Term]) -> Values:
        found = [path(triples, nodes) for path in paths]
        return {node: {value for values in found for value in values[node]} for node in nodes}

    return follow


def sequence(steps: Sequence[Path]) -> Path:
    def follow(triples: Triples, nodes: Collection[Term]) -> Values:
        values = itself(triples, nodes)
        for step in steps:
            further = step(triples, of_all(values))
            values = {node: {value for each in so_far for value in further[each]} for node, so_far in values.items()}
        return values

    return follow


def of_all(values: Values) -> set[Term]:
    """The value nodes of all focus nodes."""
    return set().union(*values.values())
