"""The triples of dates, as precise as the article gives them."""

from collections.abc import Iterator

from onrecord.graph.context import Context
from onrecord.graph.evidence import supported
from onrecord.graph.terms import Triple, date_literal, day, flag, text
from onrecord.graph.vocabulary import ONR, RDF
from onrecord.values.findings import DateExpression
from onrecord.values.isodate import bounds


def dated(subject: str, predicate: str, value: str) -> Iterator[Triple]:
    """An ISO date as precise as it is, with its earliest and latest day beside it; nothing of an empty one."""
    if not value:
        return
    try:
        earliest, latest = bounds(value)
    except ValueError:
        yield subject, predicate, text(value)  # the gate refuses it, and says what it was
        return
    yield subject, predicate, date_literal(value)
    yield subject, ONR.earliest, day(earliest)
    yield subject, ONR.latest, day(latest)


def date_expression(expression: DateExpression, context: Context) -> Iterator[Triple]:
    """A calendar expression, and what it resolves to."""
    where = expression.evidence
    node = context.node("date", expression.value, str(where.start), str(where.end))
    yield node, RDF.type, ONR.DateExpression
    yield from dated(node, ONR.date, expression.value)
    yield node, ONR.rule, text(expression.rule)
    yield node, ONR.ambiguous, flag(expression.ambiguous)
    yield from supported(node, [where], context)
