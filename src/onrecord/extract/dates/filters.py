"""Which of the words the grammar finds are dates, and which are numbers and names that only look like one.

'in 2014' is a year and 'some 2014 people' a count; 'Resolution 2482 (2023)' is a number, 'April Jones' a person and
'the Sunday Times' a newspaper.
"""

from spacy.tokens import Span, Token

from onrecord.timex.expressions import Between, Calendar, Expression, Of, Origin, Relative, Weekday

# What a year stands after even where a plural noun follows it: 'in 2014 residents fled', 'the 2014 elections'.
_BEFORE_YEAR = {
    "in",
    "since",
    "during",
    "until",
    "till",
    "throughout",
    "before",
    "after",
    "from",
    "year",
    "ended",
    "fiscal",
}
_BEFORE_YEAR |= {"the", "a", "its", "their", "his", "her", "our", "'s", "’s"}
_BEFORE_COUNT = {"some", "roughly", "over", "under", "nearly", "almost", "approximately", "least", "most", "just"}
_MEASURES = {"%", "percent", "gmt", "utc", "hours", "hrs", "km", "kilometres", "kilometers", "metres", "local"}
_MODERN = 1900  # a year before it is no subject of a clause
_VERBS = ("VERB", "AUX")
_NAMED = {"PERSON", "ORG", "COURT"}


def names_a_date(says: Expression, span: Span) -> bool:
    """Whether the words of `span`, found to say `says`, are a date in their sentence."""
    after = span.doc[span.end] if span.end < len(span.doc) else None
    match says:
        case Calendar(year=int(year), month=None) if len(span) == 1:
            counts = year < _MODERN and span.root.dep_ in ("nsubj", "nsubjpass")  # '1720 were discharged'
            return not counts and _is_year(span, after)
        case Between(Calendar(month=None)):
            return after is None or after.tag_ != "NNS"
        case Of(_, Calendar(year=int(), month=None)):
            return after is None or after.lower_ not in _MEASURES
        case Calendar(year=None, day=None, step=None):
            return _is_month(span, after)
        case Relative(origin=Origin.PUBLICATION):
            return not _is_title(span)
        case Weekday():
            return not (_in_longer_name(span) or _is_any(span, after) or _is_given_name(span, after))
    return True


def _is_year(span: Span, after: Token | None) -> bool:
    """Whether a number of four digits alone is a year, not a count ('some 2014 people') nor a time of day."""
    if after is not None and after.lower_ in _MEASURES:
        return False
    before = span.doc[span.start - 1] if span.start else None
    if before is None or span[0].is_sent_start:
        return after is None or (after.tag_ != "NNS" and not after.is_title)
    if before.text == "(" and before.i and before.nbor(-1).like_num:
        return False  # 'Resolution 2482 (2023)'
    if after is not None and after.tag_ == "NNS":
        return before.lower_ in _BEFORE_YEAR
    return before.pos_ != "AUX" and before.lower_ not in _BEFORE_COUNT


def _is_month(span: Span, after: Token | None) -> bool:
    """Whether the name of a month is one: not 'may march', 'April Jones', 'Ms May' or 'the Long March'."""
    if after is not None and after.lower_ == "of":  # 'May of that year' is found whole
        return False
    return span[0].pos_ not in _VERBS and not _in_longer_name(span) and not (len(span) == 1 and _names_other(span[0]))


def _names_other(month: Token) -> bool:
    """Whether the month is part of a name: 'March Madness', 'the Long March', 'Judge March'."""
    if month.dep_ == "compound" and month.head.i == month.i + 1:
        return month.head.pos_ == "PROPN" and month.head.is_title
    parts = [c for c in month.lefts if c.dep_ in ("amod", "compound") and c.i == month.i - 1]
    named = any(c.is_title and (c.pos_ == "PROPN" or (c.pos_ == "ADJ" and c.i != c.sent.start)) for c in parts)
    return named or (month.ent_type_ == "PERSON" and month.head.pos_ != "ADP")


def _is_title(span: Span) -> bool:
    """'This Week' and 'USA Today' are programmes and papers."""
    if len(span) > 1:
        return span[0].is_title and span[-1].is_title
    before = span.doc[span.start - 1] if span.start and not span[0].is_sent_start else None
    return span[0].is_title and before is not None and before.pos_ == "PROPN"


def _is_any(weekday: Span, after: Token | None) -> bool:
    """'on a Friday' is any; 'a Friday ruling' is not."""
    indefinite = weekday.start > 0 and weekday.doc[weekday.start - 1].lower_ in ("a", "an")
    return indefinite and (after is None or after.pos_ not in ("NOUN", "ADJ", "PROPN"))


def _is_given_name(weekday: Span, after: Token | None) -> bool:
    """Whether the weekday stands between somebody's rank and name: 'Corporal Sunday Pepple'."""
    if after is None or after.ent_type_ != "PERSON" or weekday.start == weekday.sent.start:
        return False
    rank, given = weekday.doc[weekday.start - 1], weekday.root
    return given.dep_ == rank.dep_ == "compound" and rank.pos_ == "PROPN" and rank.head == given.head


def _in_longer_name(span: Span) -> bool:
    """Whether a name runs over the span and a capitalised word beside it."""
    entity = next((e for e in span.sent.ents if e.start <= span.start and span.end <= e.end), None)
    if entity is None or entity.label_ not in _NAMED:
        return False
    return any(t.is_title for t in entity if not span.start <= t.i < span.end)
