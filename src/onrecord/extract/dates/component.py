"""Calendar expressions and what they resolve to.

The grammar finds them in the text (`onrecord.timex`); this component adds what the Doc knows: which numbers and
names are no dates after all, and where the clause looks.
"""

from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc, Span

from onrecord.extract import doc_extensions
from onrecord.extract.dates.discourse import Discourse, Place
from onrecord.extract.dates.filters import names_a_date
from onrecord.extract.dates.temporal_direction import outlook
from onrecord.extract.doc_extensions import text_of
from onrecord.extract.layout.quotation_marks import quotations
from onrecord.extract.syntax.span_index import Stretches
from onrecord.timex import composition, grammar
from onrecord.timex.dateline import dateline
from onrecord.timex.day_month_order import day_first
from onrecord.timex.expressions import (
    Between,
    Calendar,
    Expression,
    NthWeekday,
    Of,
    Weekday,
    Weekend,
)
from onrecord.timex.normalise import Outlook, Resolved
from onrecord.values.findings import DateExpression, Evidence


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
    """The dates, those of each entry of a live blog as of its own day."""
    text = text_of(doc)
    places: tuple[Place, ...] = doc_extensions.outside(doc, _places(doc, text))
    found = [place.found for place in places]
    doc._.published = published = doc_extensions.published(doc) or dateline(text, found)
    order = day_first(text, found, published)
    days = [doc_extensions.day_of(doc, place.evidence.start) for place in places]
    discourses = {
        day: Discourse(text, [p for p, own in zip(places, days, strict=True) if own == day], day, order)
        for day in dict.fromkeys(days)
    }
    for place, day in zip(places, days, strict=True):
        if resolved := discourses[day].resolve(place):
            yield _expression(place.evidence, resolved)


def _places(doc: Doc, text: str) -> Iterator[Place]:
    found = composition.compose(text, tuple(grammar.find(text)))
    sentence_of = (doc.to_array("SENT_START") == 1).cumsum()  # an array is ten times as fast as asking each token
    quoted, dated = Stretches(quotations(text)), doc_extensions.published(doc) is not None
    for date in found:
        evidence = Evidence(date.start, date.end, text[date.start : date.end])
        span = doc_extensions.spaced(doc, evidence)
        if names_a_date(date.says, span):
            yield Place(
                date,
                evidence,
                span,
                sentence=int(sentence_of[span.start]),
                paragraph=text.rfind("\n", 0, date.start) + 1,
                outlook=_outlook(date.says, span, dated=dated),
                quoted=quoted.over(date.start, date.end) is not None,
            )


def _outlook(says: Expression, span: Span, *, dated: bool) -> Outlook:
    """Where the words look; only asked where the answer decides, as of any date where publication is not known."""
    return outlook(span) if _is_open(says) or not dated else Outlook.BACK


def _is_open(says: Expression) -> bool:
    match says:
        case Calendar(year=None) | Weekday(step=None | 0) | Weekend(None | 0):
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
