"""Calendar expressions and what they resolve to.

The grammar finds them in the text (`onrecord.timex`); this component adds what the Doc knows: which numbers and
names are no dates after all, and where the clause looks.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, takewhile

from spacy.language import Language
from spacy.tokens import Doc, Span

from onrecord.extract import doc_extensions
from onrecord.extract.dates.filters import names_a_date
from onrecord.extract.dates.temporal_direction import outlook
from onrecord.extract.doc_extensions import text_of
from onrecord.timex import composition, grammar
from onrecord.timex.dateline import dateline
from onrecord.timex.day_month_order import day_first
from onrecord.timex.expressions import (
    Between,
    Calendar,
    Expression,
    Found,
    NthWeekday,
    Of,
    Weekday,
    Weekend,
)
from onrecord.timex.normalise import Context, Outlook, Resolved, resolve
from onrecord.timex.periods import Period
from onrecord.values.findings import DateExpression, Evidence

_IN_REACH = 3  # sentences back in which 'the next day' may find its day
_NEARBY = 12  # dates looked at in that reach, so that a text in one endless sentence takes no longer


@dataclass(frozen=True, slots=True)
class _Place:
    """An expression in its sentence."""

    found: Found
    evidence: Evidence
    span: Span
    sentence: int  # its number in the text


@Language.component(
    "onrecord_dates",
    requires=["doc.ents", "doc._.chrome", "token.dep", "token.tag"],
    assigns=["doc._.dates", "doc._.published"],
)
def dates(doc: Doc) -> Doc:
    """Set `doc._.dates`, and `doc._.published` by the article's own dateline where it is not known."""
    doc._.dates = tuple(_dates(doc))
    return doc


def _dates(doc: Doc) -> Iterator[DateExpression]:
    text = text_of(doc)
    places: tuple[_Place, ...] = doc_extensions.outside(doc, _places(doc, text))
    found = [place.found for place in places]
    doc._.published = published = doc_extensions.published(doc) or dateline(text, found)
    order = day_first(text, found, published)
    before: list[tuple[_Place, Resolved]] = []
    for place in places:
        context = Context(published, _outlook(place), _near(place, before), order)
        resolved = resolve(place.found.says, context)
        if resolved:
            before.append((place, resolved))
            yield _expression(place.evidence, resolved)


def _near(place: _Place, before: Sequence[tuple[_Place, Resolved]]) -> tuple[Period, ...]:
    """The dates in reach before it, nearest first."""
    reached = takewhile(lambda b: b[0].sentence >= place.sentence - _IN_REACH, reversed(before))
    return tuple(resolved.period for _, resolved in islice(reached, _NEARBY))


def _places(doc: Doc, text: str) -> Iterator[_Place]:
    found = composition.compose(text, tuple(grammar.find(text)))
    sentence_of = (doc.to_array("SENT_START") == 1).cumsum()  # an array is ten times as fast as asking each token
    for date in found:
        evidence = Evidence(date.start, date.end, text[date.start : date.end])
        span = doc_extensions.spaced(doc, evidence)
        if names_a_date(date.says, span):
            yield _Place(date, evidence, span, int(sentence_of[span.start]))


def _outlook(place: _Place) -> Outlook:
    """Where the words look; only asked where the answer decides."""
    return outlook(place.span) if _is_open(place.found.says) else Outlook.BACK


def _is_open(says: Expression) -> bool:
    match says:
        case Calendar(year=None) | Weekday(step=None) | Weekend(None):
            return True
        case Of(_, whole) | NthWeekday(_, _, whole):
            return _is_open(whole)
        case Between(start, end):
            return _is_open(start) or _is_open(end)
    return False


def _expression(evidence: Evidence, resolved: Resolved) -> DateExpression:
    period = resolved.period
    return DateExpression(
        evidence=evidence,
        value=period.value,
        earliest=period.first.isoformat(),
        latest=period.last.isoformat(),
        rule=resolved.rule.value,
        ambiguous=resolved.ambiguous,
    )
