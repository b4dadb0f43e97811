"""Tenure of a title: the words of time with it, the verb that gives it, and the day that its clause names."""

from collections.abc import Mapping

from spacy.tokens import Doc, Span, Token

from onrecord.extract.doc_extensions import published
from onrecord.extract.syntax.clauses import phrasal_lemma, verb_of
from onrecord.extract.syntax.event_date import date_of, dates_in
from onrecord.lexicon import lexicon
from onrecord.values.findings import DateExpression

_LONGEST = 4  # words of time in a row: 'at the time', 'until recently'


@lexicon.derived
def _terms(key: str) -> Mapping[str, str]:
    """The words under a property of the tenures, each with its term: 'resign' under 'verb' is 'former'."""
    return {word: concept.term for word, concept in lexicon.load().by_word("tenure", key).items()}


def times() -> Mapping[str, str]:
    """Words that say when somebody holds a title ('former', 'then', 'acting'), each with the term of its tenure."""
    return _terms("time")


def past_times(doc: Doc, start: int) -> int:
    """Past 'at the time', 'until recently' and the like before a title."""
    return next((end for end in range(start + _LONGEST, start, -1) if _words(doc, start, end) in times()), start)


def before_times(doc: Doc, start: int, end: int) -> int:
    """Where the words end before a word of time that closes them: 'police officer at the time'."""
    return next((i for i in range(start, end) if _words(doc, i, end) in times()), end)


def before_dates(doc: Doc, start: int, end: int) -> int:
    """Where the words end before the date from which or until which a title is held: 'president from 1981'."""
    prepositions = {w for key in ("since", "until", "dated") for w in _terms(key)}
    for span, _ in dates_in(doc[start:end]):
        for i in (span.start - 1, span.start - 2):
            if start <= i and doc[i].lower_ in prepositions:
                return i
    return end


def tenure_of(title: Span, head: Token, closing: int) -> str:
    """The term of the tenure that the words around a title, or its verb, give it; '' where they give none.

    `closing` is the token after the title and the body that it names.
    """
    doc, end = title.doc, title.start
    while end > 0 and (doc[end - 1].is_punct or doc[end - 1].tag_ == "DT"):
        end -= 1
    around = ((low, high) for n in range(_LONGEST, 0, -1) for low, high in ((end - n, end), (closing, closing + n)))
    said = (times().get(_words(doc, low, high), "") for low, high in around if low >= 0)
    return _terms("until").get(_words(doc, closing, closing + 1)) or next(filter(None, said), "") or _by_verb(head)


def _by_verb(head: Token) -> str:
    """'She was director', 'he resigned as director'."""
    verb = head.head
    if head.dep_ == "attr" and verb.tag_ == "VBD":
        return _terms("copula").get(verb.lemma_, "")
    if verb.lower_ == "as" and verb.dep_ == "prep" and verb.head.tag_ == "VBD":
        return _terms("verb").get(phrasal_lemma(verb.head), "")
    return ""


@lexicon.derived
def _of_event() -> frozenset[str]:
    """The tenures that hold on the day of what the sentence tells."""
    return frozenset(c.term for c in lexicon.load().scheme("tenure") if c.one("ofEvent") == "yes")


def held_on(title: Span, head: Token, tenure: str, closing: int) -> str:
    """The ISO day, month, year or span that the text gives for the holding of a title; '' where it gives none."""
    doc = title.doc
    said = _beside(doc, closing)
    if said is not None:
        preposition, date = said
        today = published(doc)
        lasting = preposition in _terms("since") and today is not None and "/" not in date.value
        return f"{date.value}/{today}" if lasting else date.value
    verb = verb_of(head)
    given = head.dep_ in ("attr", "oprd") or head.head.lower_ in ("as", "to") or tenure in _of_event()
    return date_of(verb, None) if verb is not None and given else ""


def _beside(doc: Doc, at: int) -> tuple[str, DateExpression] | None:
    """The date expression at a token, with its preposition: 'director since 2019', 'head from 2010 to 2014'."""
    if _words(doc, at, at + 1) == ",":
        at += 1
    preposition = _words(doc, at, at + 1)
    if not any(preposition in _terms(key) for key in ("since", "until", "dated")):
        return None
    inside = dates_in(doc[at : doc[at].sent.end])
    return next(((preposition, date) for span, date in inside if span.start in (at, at + 1)), None)


def _words(doc: Doc, start: int, end: int) -> str:
    return " ".join(token.lower_ for token in doc[start:end])
