"""SHACL constraint components as functions of the value nodes: pySHACL's verdicts, without its reports.

A constraint is asked of all focus nodes of a shape at once, so that a value that many of them have is looked at once.
"""

import operator
import re
from collections.abc import Callable, Collection, Mapping, Set
from typing import Any, TypeAlias

from rdflib.namespace import SH

from onrecord.gate.nodes import Values, of_all
from onrecord.gate.triples import TYPE, XSD, Term, Triples, UndecidedError, has_datatype, lexical, value

Constraint: TypeAlias = Callable[[Triples, Values], Set[Term]]  # the focus nodes whose value nodes violate it
Check: TypeAlias = Callable[[Triples, Collection[Term]], Set[Term]]  # the nodes that do not conform to a shape

_KINDS = {f"<{SH.IRI}>": "<", f"<{SH.Literal}>": '"'}  # the node kind, and how its terms begin
_DATATYPES = tuple(XSD + name for name in ("string", "integer", "decimal", "boolean", "date"))


class UnknownError(ValueError):
    """Something in a shape that the first pass does not know."""


def min_count(parameter: Term) -> Constraint:
    least = int(lexical(parameter))
    return lambda triples, values: {focus for focus, found in values.items() if len(found) < least}


def max_count(parameter: Term) -> Constraint:
    most = int(lexical(parameter))
    return lambda triples, values: {focus for focus, found in values.items() if len(found) > most}


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
    return lambda triples, values: _holding(values, of_all(values).difference(triples.subjects(TYPE, parameter)))


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
    def violating(triples: Triples, values: Values) -> Set[Term]:
        others = triples.by_subject(parameter)
        return {focus for focus, found in values.items() if not set(found).isdisjoint(others.get(focus, ()))}

    return violating


def has_value(parameter: Term) -> Constraint:
    return lambda triples, values: {focus for focus, found in values.items() if parameter not in found}


def one_of(parameters: Collection[Term]) -> Constraint:
    return _of_each(frozenset(parameters).__contains__)


def every(check: Check) -> Constraint:
    return lambda triples, values: _holding(values, check(triples, of_all(values)))


def none(check: Check) -> Constraint:
    def violating(triples: Triples, values: Values) -> Set[Term]:
        found = of_all(values)
        return _holding(values, found - check(triples, found))

    return violating


def one_or_more(checks: Collection[Check]) -> Constraint:
    def violating(triples: Triples, values: Values) -> Set[Term]:
        wrong: Set[Term] = of_all(values)
        for check in checks:
            wrong = check(triples, wrong)
        return _holding(values, wrong)

    return violating


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
    return lambda triples, values: _holding(values, {term for term in of_all(values) if not test(term)})


def _holding(values: Values, wrong: Set[Term]) -> Set[Term]:
    """The focus nodes with a value node that is wrong."""
    return {focus for focus, found in values.items() if not wrong.isdisjoint(found)} if wrong else wrong


def _before(parameter: Term, order: Callable[[Any, Any], bool]) -> Constraint:
    """The constraint that every value node stands in an order with each of the focus node's objects of a property."""

    def violating(triples: Triples, values: Values) -> Set[Term]:
        others = triples.by_subject(parameter)
        return {
            focus
            for focus, found in values.items()
            if not all(_compared(order, term, other) for term in found for other in others.get(focus, ()))
        }

    return violating


def _compared(order: Callable[[Any, Any], bool], term: Term, other: Term) -> bool:
    try:
        return order(value(term), value(other))
    except TypeError as error:
        raise UndecidedError(f"a number and a day are not comparable: {term}, {other}") from error
