"""SHACL constraint components as functions of the value nodes: pySHACL's verdicts, without its reports."""

import operator
import re
from collections.abc import Callable, Collection, Mapping
from typing import Any, TypeAlias

from rdflib.namespace import SH

from onrecord.gate.triples import TYPE, XSD, Term, Triples, UndecidedError, has_datatype, lexical, value

Constraint: TypeAlias = Callable[[Triples, Term, Collection[Term]], bool]  # of a focus node and its value nodes
Check: TypeAlias = Callable[[Triples, Term], bool]  # whether a node conforms to a shape

_KINDS = {f"<{SH.IRI}>": "<", f"<{SH.Literal}>": '"'}  # the node kind, and how its terms begin
_DATATYPES = tuple(XSD + name for name in ("string", "integer", "decimal", "boolean", "date"))


class UnknownError(ValueError):
    """Something in a shape that the first pass does not know."""


def min_count(parameter: Term) -> Constraint:
    least = int(lexical(parameter))
    return lambda triples, focus, values: len(values) >= least


def max_count(parameter: Term) -> Constraint:
    most = int(lexical(parameter))
    return lambda triples, focus, values: len(values) <= most


def datatype(parameter: Term) -> Constraint:
    name = lexical(parameter)
    if name not in _DATATYPES:
        raise UnknownError(f"sh:datatype {parameter}")
    return _of_each(lambda term: has_datatype(term, name))


def node_kind(parameter: Term) -> Constraint:
    if parameter not in _KINDS:
        raise UnknownError(f"sh:nodeKind {parameter}")
    start = _KINDS[parameter]
    return _of_each(lambda term: term.startswith(start))


def instance_of(parameter: Term) -> Constraint:
    return lambda triples, focus, values: all(parameter in triples.objects(term, TYPE) for term in values)


def pattern(parameter: Term) -> Constraint:
    matches = re.compile(lexical(parameter)).search
    return _of_each(lambda term: matches(lexical(term)) is not None)


def min_length(parameter: Term) -> Constraint:
    least = int(lexical(parameter))
    return _of_each(lambda term: len(lexical(term)) >= least)


def min_inclusive(parameter: Term) -> Constraint:
    return _of_each(lambda term: _compared(operator.ge, term, parameter))


def max_inclusive(parameter: Term) -> Constraint:
    return _of_each(lambda term: _compared(operator.le, term, parameter))


def less_than(parameter: Term) -> Constraint:
    return _before(parameter, operator.lt)


def less_than_or_equals(parameter: Term) -> Constraint:
    return _before(parameter, operator.le)


def disjoint(parameter: Term) -> Constraint:
    return lambda triples, focus, values: set(values).isdisjoint(triples.objects(focus, parameter))


def has_value(parameter: Term) -> Constraint:
    return lambda triples, focus, values: parameter in values


def one_of(parameters: Collection[Term]) -> Constraint:
    allowed = frozenset(parameters)
    return lambda triples, focus, values: allowed.issuperset(values)


def every(check: Check) -> Constraint:
    return lambda triples, focus, values: all(check(triples, term) for term in values)


def none(check: Check) -> Constraint:
    return lambda triples, focus, values: not any(check(triples, term) for term in values)


def one_or_more(checks: Collection[Check]) -> Constraint:
    return lambda triples, focus, values: all(any(check(triples, term) for check in checks) for term in values)


BY_PARAMETER: Mapping[str, Callable[[Term], Constraint]] = {
    SH.minCount: min_count,
    SH.maxCount: max_count,
    SH.datatype: datatype,
    SH.nodeKind: node_kind,
    SH["class"]: instance_of,
    SH.pattern: pattern,
    SH.minLength: min_length,
    SH.minInclusive: min_inclusive,
    SH.maxInclusive: max_inclusive,
    SH.lessThan: less_than,
    SH.lessThanOrEquals: less_than_or_equals,
    SH.disjoint: disjoint,
    SH.hasValue: has_value,
}


def _of_each(test: Callable[[Term], bool]) -> Constraint:
    """The constraint that every value node passes a test."""
    return lambda triples, focus, values: all(map(test, values))


def _before(parameter: Term, order: Callable[[Any, Any], bool]) -> Constraint:
    """The constraint that every value node stands in an order with each of the focus node's objects of a property."""
    return lambda triples, focus, values: all(
        _compared(order, term, other) for term in values for other in triples.objects(focus, parameter)
    )


def _compared(order: Callable[[Any, Any], bool], term: Term, other: Term) -> bool:
    try:
        return order(value(term), value(other))
    except TypeError as error:
        raise UndecidedError(f"a number and a day are not comparable: {term}, {other}") from error
