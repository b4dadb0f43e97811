"""Source notes: reports that somebody published, and notes on where all figures come from.

Neither is speech itself, but both tell whose word the figures after them are, and of which day.
"""

from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from onrecord.extract.attribution import reporting_verbs
from onrecord.extract.attribution.source import named
from onrecord.extract.doc_extensions import evidence, text_of
from onrecord.extract.syntax.arguments import agent
from onrecord.extract.syntax.clauses import phrase, sentence
from onrecord.extract.syntax.event_date import dates_in
from onrecord.values.findings import Evidence, SourceNote

_EVERY = {"all", "unless", "otherwise", "throughout"}


def source_notes(doc: Doc) -> Iterator[SourceNote]:
    """Publications ('the ministry released a report on Monday') and general sources ('all figures are from …')."""
    for token in doc:
        if reporting_verbs.is_text(token):
            found = _publication(token) or _general(token)
        elif token.lower_ == "unless":
            found = _general_day(token)
        else:
            continue
        if found is not None:
            yield found


def _publication(text: Token) -> SourceNote | None:
    """By the verb whose object the text is, or the participle after it: 'a report published by the ministry'."""
    known = reporting_verbs.words().publishing
    passive = next((t for t in text.children if t.dep_ == "acl" and t.tag_ == "VBN" and t.lemma_ in known), None)
    verb = text.head if text.dep_ == "dobj" and text.head.lemma_ in known else passive
    if verb is None:
        return None
    author = agent(verb)
    who = named(phrase(author), author) if author is not None and author != text else None
    day = _day(sentence(text))
    if who is None or not day:
        return None
    return SourceNote(evidence(text), who, day, evidence(sentence(text)), evidence(verb))


def _general(text: Token) -> SourceNote | None:
    """'All figures are from X unless another source is named': what it says of all that follows."""
    sent = sentence(text)
    if text.dep_ not in ("nsubj", "nsubjpass", "ROOT") or not any(t.lower_ in _EVERY for t in sent):
        return None
    verb = text.head
    sources = [t for t in (verb.children if text.dep_ != "ROOT" else text.children) if t.lower_ in ("from", "by")]
    author = next((t for source in sources for t in source.children if t.dep_ == "pobj"), None)
    who = named(phrase(author), author) if author is not None else None
    day = _day(sent)
    if who is None and not day:
        return None
    return SourceNote(_rest(sent), who, day, evidence(sent), evidence(verb), general=True)


def _general_day(unless: Token) -> SourceNote | None:
    """'They show the situation on 12 April unless another date is given.'"""
    sent = sentence(unless)
    dated = any(t.lower_ in ("date", "dates", "day") for t in unless.doc[unless.i : sent.end])
    day = _day(sent) if dated else ""
    return SourceNote(_rest(sent), None, day, evidence(sent), evidence(unless), general=True) if day else None


def _rest(sent: Span) -> Evidence:
    """The text from the sentence on."""
    text = text_of(sent.doc)
    return Evidence(sent.start_char, len(text), text[sent.start_char :])


def _day(sent: Span) -> str:
    """The first day, month or year that the sentence names."""
    return next((date.value for _, date in dates_in(sent) if "/" not in date.value), "")
