"""Event dates: the date expression attached to an event's verb or noun, else the nearest in its clause."""

from collections.abc import Iterator
from itertools import takewhile

from spacy.tokens import Span, Token

from onrecord.extract.doc_extensions import spaced
from onrecord.extract.syntax.arguments import NOMINAL, has_subject
from onrecord.extract.syntax.clauses import VERBAL, verb_of
from onrecord.values.findings import DateExpression
from onrecord.values.isodate import bounds

_Dated = tuple[Span, DateExpression]
_BOUNDS = {"until", "till", "through", "effective"}  # before a date that bounds how long something lasts
_WEEK = 7  # days
_YEAR = len("2024")
_GROUNDS = {"for", "over", "after", "during", "following", "since", "amid"}  # before what an act is about or follows
_DATED_BY = ("come", "follow", "date")  # verbs whose date is that of their subject: 'the ruling came on 9 July'
_OWN_CLAUSE = ("relcl", "acl", "advcl", "ccomp", "conj")  # a date in such a clause is of its verb


def dates_in(span: Span) -> tuple[_Dated, ...]:
    """The date expressions of the Doc that lie in the span, each with its tokens."""
    low, high = span.start_char, span.end_char
    return tuple(
        (spaced(span.doc, date.evidence), date)
        for date in span.doc._.dates
        if low <= date.evidence.start and date.evidence.end <= high
    )


def date_of(verb: Token | None, noun: Token | None, *, weeks: bool = False) -> str:
    """The ISO date of an event that a verb, a noun or both report; '' where the sentence gives it none.

    With `weeks` a week counts as a date, 'last week', as days, months and years do.
    """
    anchor = verb if verb is not None else noun
    if anchor is None:
        return ""
    dates = [
        d
        for d in dates_in(anchor.sent)
        if (_is_point(d[1]) or (weeks and _is_week(d[1]))) and not (is_bound(d[0]) or _ends_title(d))
    ]
    for chosen in _by_attachment(dates, verb, noun):
        if chosen:
            return min(chosen, key=lambda d: _distance(d[0], anchor))[1].value
    return line_date(anchor)


def _by_attachment(dates: list[_Dated], verb: Token | None, noun: Token | None) -> Iterator[list[_Dated]]:
    """The dates that may be the event's, the surest first: of its verb, of its noun, beside it."""
    if verb is not None:
        chain = _chain(verb)
        yield [d for d in dates if verb_of(d[0].root) in chain and not _of_other_noun(d[0].root, noun)]
    if noun is not None:
        yield [d for d in dates if _belongs(d[0].root, noun)]
    if verb is not None:
        behind = verb.head.i - 1 if verb.dep_ == "relcl" else verb.i  # 'the Act of 1867, which it struck down'
        later = (d for d in dates if d[0].start > behind and _of_other_noun(d[0].root, noun))
        others = {date.evidence for _, date in later}  # 'jailed him for the fire of 2019'
        yield [d for d in dates if d[1].evidence not in others and _adjacent(d[0], verb, noun)]


def _is_point(date: DateExpression) -> bool:
    return "/" not in date.value


def _is_week(date: DateExpression) -> bool:
    earliest, latest = bounds(date.value)
    return (latest - earliest).days < _WEEK


def is_bound(date: Span) -> bool:
    """Whether the date bounds a stretch of time: 'until 4 June', 'until his trial on 4 June', 'effective 4 June'."""
    inside = takewhile(lambda t: t.pos_ not in VERBAL, date.root.ancestors)
    return any(t.lower_ in _BOUNDS for t in inside) or (date.start > 0 and date.doc[date.start - 1].lower_ in _BOUNDS)


def _ends_title(dated: _Dated) -> bool:
    """Whether a year is part of a title: 'the Trafficking (Prevention) Act, 1956', 'the Regulations 1990'."""
    span, date = dated
    if len(date.value) != _YEAR or len(span) != 1 or span.start < 2:
        return False
    comma = span.doc[span.start - 1].text == ","
    before = span.doc[span.start - 1 - comma]
    return before.tag_ in ("NNP", "NNPS", "NNS") and before.is_title and before.i > before.sent.start


def _chain(verb: Token) -> tuple[Token, ...]:
    """The verb, and those whose infinitive or announcement it is: 'voted to adopt', 'announced that it had'."""
    announced = verb.dep_ == "ccomp" and verb.head.lemma_ == "announce"
    if announced or (verb.dep_ == "xcomp" and verb.head.pos_ == "VERB"):
        return (verb, *_chain(verb.head))
    return (verb,)


def _distance(span: Span, token: Token) -> int:
    return min(abs(span.start - token.i), abs(span.end - 1 - token.i))


def _of_other_noun(date: Token, noun: Token | None) -> bool:
    """Whether the date is that of another noun in the clause: 'welcomed the law of 5 May', 'the 2022 verdict'."""
    preposition = date.head
    if _of_circumstance(date, noun):
        return True
    if date.dep_ in ("nummod", "compound", "amod", "poss") and date.i < preposition.i:
        return preposition.pos_ == "NOUN" and preposition != noun
    return preposition.lower_ == "of" and preposition.head.pos_ in NOMINAL and preposition.head != noun


def _of_circumstance(date: Token, noun: Token | None) -> bool:
    """Whether the date is that of an event that is a circumstance of the act: 'imposed after the coup last August'."""
    above = next((t for t in date.ancestors if t.pos_ in NOMINAL or t.pos_ in VERBAL), None)
    if above is None or above == noun or not _under_preposition(above):
        return False
    return above.pos_ == "PROPN" or any(c.lower_ == "the" or c.dep_ == "poss" for c in above.lefts)


def _belongs(date: Token, noun: Token) -> bool:
    """Whether the date is the noun's: 'its judgment of 9 July', 'a ruling delivered on 9 July', 'the ruling came'."""
    for token in date.ancestors:
        if token == noun:
            return True
        if _under_preposition(token):
            return False
        if token.pos_ in VERBAL:
            came = token.lemma_ in _DATED_BY and noun.dep_ == "nsubj" and noun.head == token
            return came or (token.dep_ == "acl" and token.head == noun)
    return False


def _under_preposition(noun: Token) -> bool:
    """Whether the noun is a ground or a circumstance of what stands above it: 'convictions for the fire of 2017'."""
    return noun.pos_ in NOMINAL and noun.dep_ == "pobj" and noun.head.lower_ in _GROUNDS


def _adjacent(date: Span, verb: Token, noun: Token | None) -> bool:
    """Whether no other clause stands between the date and the report, whatever the parser attached the date to."""
    first, last = sorted([verb.i, noun.i if noun is not None else verb.i])
    between = verb.doc[date.end : first] if date.end <= first else verb.doc[last + 1 : date.start]
    governor = verb_of(date.root)
    if governor is not None and governor != verb:
        if verb.dep_ == "conj" and verb.head == governor:  # 'On Monday it met and, after …, ruled'
            if date.end <= governor.i:
                return True
            if has_subject(verb):
                return False
        if governor in verb.ancestors:  # 'said on 12 May that it had …' is the day of the saying
            if date.end > first or any(t.dep_ == "mark" for t in between):
                return False
        elif governor.head in (noun, verb) and governor.tag_ == "VBG":
            return True  # 'a resolution calling A a rogue state on 10 May'
        elif governor.dep_ in _OWN_CLAUSE:
            return False
    return not any(map(_opens_clause, between))


def _opens_clause(token: Token) -> bool:
    return token.text == ";" or (token.pos_ == "VERB" and token.dep_ not in ("amod", "pcomp"))


def line_date(anchor: Token) -> str:
    """The date that heads the line, before a colon, as in a timeline: '19 January 2024: The Assembly passes …'."""
    doc, start = anchor.doc, anchor.i
    while start and "\n" not in doc[start - 1].text_with_ws:
        start -= 1
    span, date = next((d for d in dates_in(doc[start : anchor.i]) if _is_point(d[1])), (None, None))
    if span is None or date is None or span.start - start > 1 or doc[span.end].text not in (":", "–", "—"):
        return ""
    return "" if any(t.is_alpha for t in doc[start : span.start]) else date.value  # a bullet at most
