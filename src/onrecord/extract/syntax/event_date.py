"""The day on which what a clause reports happened: its own date expression, or that of the words that frame it."""

from spacy.tokens import Span, Token

from onrecord.extract.syntax.arguments import dates_in, verb_of
from onrecord.values.findings import DateExpression

_Dated = tuple[Span, DateExpression]


def date_of(verb: Token | None, noun: Token | None, vote: frozenset[str] = frozenset()) -> str:
    """The ISO date of an event that a verb, a noun or both report; '' where the sentence gives it none.

    `vote` are verbs whose date is the noun's as well: 'on 3 May they backed the resolution adopted by …'.
    """
    anchor = verb if verb is not None else noun
    if anchor is None:
        return ""
    dates = tuple(d for d in dates_in(anchor.sent) if "/" not in d[1].value)
    for chosen in (
        [d for d in dates if verb is not None and verb_of(d[0].root) in _chain(verb) and not _of_noun(d, noun)],
        [d for d in dates if noun is not None and _belongs(d[0].root, noun)],
        [d for d in dates if verb is not None and _next_to(d[0], verb, noun)],
        [d for d in dates if verb is not None and _frames(d[0].root, verb, noun, vote)],
    ):
        if chosen:
            return min(chosen, key=lambda d: _distance(d[0], anchor))[1].value
    return _line_date(anchor)


def _chain(verb: Token) -> tuple[Token, ...]:
    """The verb, and those whose infinitive it is: 'voted to adopt', 'decided to impose'."""
    return (verb, *_chain(verb.head)) if verb.dep_ == "xcomp" and verb.head.pos_ == "VERB" else (verb,)


def _distance(span: Span, token: Token) -> int:
    return min(abs(span.start - token.i), abs(span.end - 1 - token.i))


def _of_noun(dated: _Dated, noun: Token | None) -> bool:
    """Whether the date is that of another noun in the clause: 'welcomed the law of 5 May'."""
    preposition = dated[0].root.head
    return preposition.lower_ == "of" and preposition.head.pos_ in ("NOUN", "PROPN") and preposition.head != noun


def _belongs(date: Token, noun: Token) -> bool:
    """Whether the date is the noun's: 'its judgment of 9 July', 'a ruling delivered on 9 July', 'the ruling came'."""
    for token in date.ancestors:
        if token == noun:
            return True
        if token.pos_ in ("VERB", "AUX"):
            came = token.lemma_ in ("come", "follow", "date") and noun.dep_ == "nsubj" and noun.head == token
            return came or (token.dep_ == "acl" and token.head == noun)
    return False


def _next_to(date: Span, verb: Token, noun: Token | None) -> bool:
    """Whether no other verb stands between the date and the report, whatever the parser attached the date to."""
    ends = sorted([verb.i, noun.i if noun is not None else verb.i])
    between = verb.doc[date.end : ends[0]] if date.end <= ends[0] else verb.doc[ends[1] + 1 : date.start]
    governor = verb_of(date.root)
    if governor is not None and governor != verb:
        if governor in verb.ancestors:  # 'said on 12 May that it had …' is the day of the saying
            marked = any(t.dep_ == "mark" for t in between)
            if marked or date.end > ends[0]:
                return False
        elif (
            governor.head in (noun, verb) and governor.tag_ == "VBG"
        ):  # 'a resolution calling A a rogue state on 10 May'
            return True
        elif governor.dep_ in ("relcl", "acl", "advcl", "ccomp", "conj"):
            return False
    return not any((t.pos_ == "VERB" and t.dep_ not in ("amod", "pcomp")) or t.text == ";" for t in between)


def _frames(date: Token, verb: Token, noun: Token | None, vote: frozenset[str]) -> bool:
    """Whether the date is of an announcement or vote that frames the report, or the day that the clause describes."""
    if verb.dep_ == "ccomp" and verb.head.lemma_ == "announce":
        return verb_of(date) == verb.head
    if noun is not None and verb.head == noun and noun.head.lemma_ in vote and noun.dep_ == "dobj":
        return verb_of(date) == noun.head
    if verb.dep_ in ("relcl", "acl") and verb.head.lemma_ in ("day", "date"):
        return verb.head.head == date or date.head == verb.head
    return False


def _line_date(anchor: Token) -> str:
    """The date that heads the line, before a colon, as in a timeline: '19 January 2024: The Assembly passes …'."""
    doc, start = anchor.doc, anchor.i
    while start and "\n" not in doc[start - 1].text_with_ws:
        start -= 1
    for span, date in dates_in(doc[start : anchor.i]):
        if "/" not in date.value:
            heads = span.start - start <= 1 and not any(t.is_alpha for t in doc[start : span.start])  # a bullet at most
            return date.value if heads and doc[span.end].text in (":", "–", "—") else ""
    return ""
