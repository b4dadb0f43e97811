"""When somebody holds a title: the words of time with it, the verb that gives it, and the day that its clause names."""

from collections.abc import Mapping

from spacy.tokens import Doc, Span, Token

from onrecord.extract.doc_extensions import published
from onrecord.extract.syntax.clauses import verb_of
from onrecord.extract.syntax.event_date import date_of, dates_in
from onrecord.lexicon import lexicon
from onrecord.values.findings import DateExpression

_LONGEST = 4  # words of time in a row: 'at the time', 'until recently'
_WITHIN = {"since", "until", "till", "from", "in", "between", "of"}  # before the time of a title: 'head since 2019'


@lexicon.derived
def times() -> Mapping[str, str]:
    """Words that say when somebody holds a title ('former', 'then', 'acting'), each with the term of its tenure."""
    return {word: concept.term for word, concept in lexicon.load().by_word("tenure", "time").items()}


def past_times(doc: Doc, start: int) -> int:
    """Past 'at the time', 'until recently' and the like before a title."""
    for length in range(_LONGEST, 0, -1):
        if _words(doc, start, start + length) in times():
            after = start + length
            return after + 1 if after < len(doc) and doc[after].text == "," else after
    return start


def before_times(doc: Doc, start: int, end: int) -> int:
    """Where the words end before a word of time that closes them: 'police officer at the time'."""
    return next((i for i in range(start, end) if _words(doc, i, end) in times()), end)


def tenure_of(title: Span, head: Token, closing: int) -> str:
    """The term of the tenure that the words around a title, or its verb, give it; '' where they give none.

    `closing` is the token after the title and the body that it names.
    """
    doc, end = title.doc, title.start
    if doc[closing : closing + 1].text.lower() in ("until", "till"):
        return "former"
    while end > 0 and (doc[end - 1].is_punct or doc[end - 1].tag_ == "DT"):
        end -= 1
    for length in range(_LONGEST, 0, -1):
        for low, high in ((end - length, end), (closing, closing + length)):
            if low >= 0 and (term := times().get(_words(doc, low, high))):
                return term
    return _tenure_by_verb(head)


def _tenure_by_verb(head: Token) -> str:
    """'She was director', 'he resigned as director'."""
    verb = head.head
    if verb.lower_ == "as" and verb.dep_ == "prep":
        verb = verb.head
        former = frozenset(v for c in lexicon.load().scheme("tenure") if c.term == "former" for v in c.get("verb"))
        particle = next((c.lower_ for c in verb.rights if c.dep_ == "prt"), "")
        return "former" if verb.tag_ == "VBD" and f"{verb.lemma_} {particle}".strip() in former else ""
    was = verb.lemma_ == "be" and verb.tag_ == "VBD" and head.dep_ == "attr"
    return "past" if was else ""


def held_on(title: Span, head: Token, tenure: str, closing: int) -> str:
    """The ISO day, month, year or span that the text gives for the holding of a title; '' where it gives none."""
    said = _beside(title.doc, closing)
    if said is not None:
        preposition, date = said
        today = published(title.doc)
        if preposition == "since" and today is not None and "/" not in date.value:
            return f"{date.value}/{today.isoformat()}"
        return date.value
    verb = verb_of(head)
    given = verb is not None and (head.dep_ in ("attr", "oprd") or head.head.lower_ in ("as", "to"))
    if verb is None or not (given or tenure == "past"):
        return ""
    return date_of(verb, None)


def _beside(doc: Doc, at: int) -> tuple[str, DateExpression] | None:
    """The date expression at a token, with its preposition: 'director since 2019', 'head from 2010 to 2014'."""
    if at < len(doc) and doc[at].text == ",":
        at += 1
    following = doc[at : at + 1]
    if not following or following[0].lower_ not in _WITHIN:
        return None
    for span, date in dates_in(doc[at : doc[at].sent.end]):
        if span.start in (at, at + 1):
            return following[0].lower_, date
    return None


def _words(doc: Doc, start: int, end: int) -> str:
    return " ".join(token.lower_ for token in doc[start:end])
