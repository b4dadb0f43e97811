"""Calendar expressions and what they resolve to.

The grammar finds them in the text (`onrecord.timex`); this component adds what the Doc knows: which numbers and
names are no dates after all, where the clause looks, and whose day a quoted 'today' is.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice, takewhile

from spacy.language import Language
from spacy.tokens import Doc, Span

from onrecord.extract import doc_extensions
from onrecord.extract.dates.filters import names_a_date
from onrecord.extract.dates.temporal_direction import outlook
from onrecord.extract.doc_extensions import text_of
from onrecord.extract.layout.quotation_marks import quotations
from onrecord.extract.syntax.clauses import verb_of
from onrecord.lexicon import lexicon
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
    Origin,
    Relative,
    Weekday,
    Weekend,
)
from onrecord.timex.normalise import Context, Outlook, Resolved, Rule, resolve
from onrecord.timex.periods import Grain, Period
from onrecord.values.findings import DateExpression, Evidence

_IN_REACH = 3  # sentences back in which 'the next day' may find its day
_NEARBY = 12  # dates looked at in that reach, so that a text in one endless sentence takes no longer
_NEWS = 31  # days: a statement quoted with 'today' is not older


@dataclass(frozen=True, slots=True)
class _Place:
    """An expression in its sentence."""

    found: Found
    evidence: Evidence
    span: Span
    sentence: int  # its number in the text
    quoted: bool


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
    for i, place in enumerate(places):
        context = Context(published, _outlook(place), _near(place, before), order)
        resolved = _by_speech(places, i, before, context) or resolve(place.found.says, context)
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
    quotes = iter(quotations(text) if any(_counts_from_today(f.says) for f in found) else ())
    quote = next(quotes, None)
    for date in found:
        evidence = Evidence(date.start, date.end, text[date.start : date.end])
        span = doc_extensions.spaced(doc, evidence)
        while quote and quote.end <= date.start:
            quote = next(quotes, None)
        if names_a_date(date.says, span):
            quoted = quote is not None and quote.start <= date.start
            yield _Place(date, evidence, span, int(sentence_of[span.start]), quoted)


def _counts_from_today(says: Expression) -> bool:
    """'today', 'yesterday', 'two days ago': in a quotation, they count from the day it was said."""
    return isinstance(says, Relative) and says.grain is Grain.DAY and says.origin is Origin.PUBLICATION


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


def _by_speech(
    places: Sequence[_Place], i: int, before: Sequence[tuple[_Place, Resolved]], context: Context
) -> Resolved | None:
    """A quoted 'today' is that of who speaks: '“Today …”, she said on Monday', 'he said on Jan. 24. “Today …”'."""
    says = places[i].found.says
    if not places[i].quoted or not _counts_from_today(says):
        return None
    said = _said_after(places, i, context) or _said_before(places[i], before)
    if not said or not context.published or not 0 <= (context.published - said.first).days <= _NEWS:
        return None
    resolved = resolve(says, replace(context, published=said.first))
    return replace(resolved, rule=Rule.SPEECH) if resolved else None


def _said_after(places: Sequence[_Place], i: int, context: Context) -> Period | None:
    after = next((p for p in islice(places, i + 1, i + _NEARBY) if not p.quoted), None)
    if after is None or after.sentence > places[i].sentence + 1 or not _says(after.span):
        return None
    resolved = resolve(after.found.says, replace(context, outlook=Outlook.BACK))
    return resolved.period if resolved and resolved.period.grain is Grain.DAY else None


def _said_before(place: _Place, before: Sequence[tuple[_Place, Resolved]]) -> Period | None:
    for earlier, resolved in islice(reversed(before), _NEARBY):
        if earlier.sentence < place.sentence - 1:
            return None
        if not earlier.quoted and resolved.period.grain is Grain.DAY and _says(earlier.span):
            return resolved.period
    return None


def _says(date: Span) -> bool:
    """Whether the date is that of a verb of saying."""
    verb = verb_of(date.root)
    return verb is not None and verb.lemma_.lower() in _speech()


@lexicon.derived
def _speech() -> frozenset[str]:
    return frozenset(lexicon.load().by_word("speech", "verb"))


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
