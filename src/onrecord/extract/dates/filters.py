"""Which of the words the grammar finds are dates, and which are numbers and names that only look like one.

'in 2014' is a year and 'some 2014 people' a count; 'Resolution 2482 (2023)' is a number, 'April Jones' a person and
'the Sunday Times' a newspaper.
"""

from spacy.tokens import Span, Token

from onrecord.timex.expressions import Between, Calendar, Expression, Of, Origin, Relative, Weekday

# What a year stands after even where a plural noun follows it ('in 2014 residents fled'), and where none does.
_SURELY_YEAR = {"in", "since", "during", "until", "till", "throughout", "before", "after", "from", "year", "ended"}
_BEFORE_YEAR = _SURELY_YEAR | {"by", "of", "to", "for", "between", "through", "around", "about", "circa", "into"}
_BEFORE_YEAR |= {"early", "late", "mid", "and", "or", "as", "than", "years", "fiscal", "ending"}
# 'An average of 2000' is no year, though 'the spring of 2014' is one.
_TALLIES = {
    "average",
    "maximum",
    "minimum",
    "population",
    "number",
    "total",
    "figure",
    "toll",
    "count",
    "sum",
    "amount",
}
_DEFINITE = {"the", "a", "its", "their", "his", "her", "our", "'s", "’s"}
_PUNCTUATION = set(",;:([/-–—•*|“\"'‘")
_MEASURES = {"%", "percent", "gmt", "utc", "hours", "hrs", "km", "kilometres", "kilometers", "metres", "local"}
_BEFORE_MONTH = {"ADP", "SCONJ", "DET", "ADJ", "CCONJ", "PUNCT", "ADV"}
_NAMED = {"PERSON", "ORG", "FAC", "WORK_OF_ART", "PRODUCT"}
_PLACES = {"Street", "Avenue", "Square", "Boulevard", "Road", "Lane", "Brigade", "Battalion", "Division", "Prison"}


def names_a_date(says: Expression, span: Span) -> bool:
    """Whether the words of `span`, found to say `says`, are a date in their sentence."""
    after = span.doc[span.end] if span.end < len(span.doc) else None
    if after is not None and after.text in _PLACES:
        return False  # '14 February Street'
    match says:
        case Calendar(year=int(), month=None):
            return _is_year(span, after)
        case Between(Calendar(month=None)):
            return after is None or after.tag_ != "NNS"
        case Of(_, Calendar(year=int(), month=None)):
            return after is None or after.lower_ not in _MEASURES
        case Calendar(year=None, day=None, step=None):
            if after is not None and after.lower_ == "of":
                return False  # 'the March of the Mothers'; 'May of that year' is found whole
            return not _in_longer_name(span) and span[0].pos_ not in ("VERB", "AUX") and _stands_alone(span, after)
        case Relative(origin=Origin.PUBLICATION):
            return not _is_title(span)
        case Weekday():
            return not (_in_longer_name(span) or _is_any(span, after) or _is_given_name(span, after))
    return True


def _is_year(span: Span, after: Token | None) -> bool:
    if len(span) > 1:  # 'the year 2014', 'mid-2014'
        return True
    before = span.doc[span.start - 1] if span.start else None
    follows = after.lower_ if after is not None else ""
    if follows in _MEASURES:
        return False
    if before is None or span[0].is_sent_start or before.is_space:
        return after is None or (after.tag_ not in ("NNS", "NNPS") and not after.is_title)
    if before.text == "(" and span.start > 1 and span.doc[span.start - 2].like_num:
        return False  # 'Resolution 2482 (2023)'
    if before.lower_ == "of" and span.start > 1 and span.doc[span.start - 2].lower_ in _TALLIES:
        return False
    if after is not None and after.tag_ == "NNS":
        return before.lower_ in _SURELY_YEAR or before.lower_ in _DEFINITE or before.pos_ == "ADJ"
    if before.lower_ in _BEFORE_YEAR or before.text in _PUNCTUATION:
        return True
    return before.pos_ in ("DET", "ADJ", "PRON") or before.lower_ in _DEFINITE


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


def _stands_alone(span: Span, after: Token | None) -> bool:
    """Whether the month is not part of somebody's name: 'Theresa May', 'April Jones'."""
    if span[0].is_sent_start or span.start == 0:
        return after is None or after.pos_ != "PROPN" or span[0].ent_type_ != "PERSON"
    before = span.doc[span.start - 1]
    if before.pos_ == "PROPN" and before.is_title:
        return False
    return before.pos_ in _BEFORE_MONTH or after is None or after.pos_ != "PROPN"
