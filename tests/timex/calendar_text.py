"""Reading dates out of plain text, without a language model, for the tests of this folder."""

import datetime as dt
from collections.abc import Iterator

from onrecord.timex import composition, grammar
from onrecord.timex.day_month_order import day_first
from onrecord.timex.expressions import Found
from onrecord.timex.normalise import Context, Outlook, Resolved, resolve

FRIDAY = dt.date(2024, 3, 15)


def found(text: str) -> tuple[Found, ...]:
    return composition.compose(text, tuple(grammar.find(text)))


def resolved(
    text: str, published: dt.date | None = FRIDAY, outlook: Outlook = Outlook.BACK
) -> Iterator[tuple[str, Resolved]]:
    """The words of each date that resolves, with what it resolves to."""
    dates = found(text)
    before: list[Resolved] = []
    for date in dates:
        nearest_first = [b.period for b in reversed(before)]
        context = Context(published, outlook, nearest_first, day_first(text, dates, published))
        if meant := resolve(date.says, context):
            before.append(meant)
            yield text[date.start : date.end], meant


def values(text: str, published: dt.date | None = FRIDAY, outlook: Outlook = Outlook.BACK) -> list[str]:
    return [meant.period.value for _, meant in resolved(text, published, outlook)]


def words(text: str) -> list[str]:
    return [text[f.start : f.end] for f in found(text)]
