"""Attributions that close a sentence: '40 had left, the Roe Panel announced in Oslo.'

Found by their place, since the parser takes such a verb for a participle after its subject, or for the verb of the
next clause.
"""

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Span, Token

from onrecord.extract.attribution import reporting_verbs
from onrecord.extract.attribution.attribution import Attribution
from onrecord.extract.attribution.source import named
from onrecord.extract.layout.quotation_marks import is_quoted
from onrecord.extract.syntax.clauses import FINITE, sentence, trimmed
from onrecord.extract.syntax.event_date import dates_in

_LONGEST = 12  # tokens of who says it, between commas
_PAST = ("VBD", "VBN")  # tags of a verb of saying at the end, often misread
_BEFORE_CIRCUMSTANCES = ("in", "on", "at", "during", "late", "early")
_STOPS = (";", ".")
_OPENING = ("IN", "CC")  # tags of words that open another clause or phrase: ', as the Red Cross announced'


def closing(doc: Doc, attributions: Sequence[Attribution]) -> Iterator[Attribution]:
    """The attributions by a verb at the end of a sentence, its source before it, outside of those given."""
    taken = {t.i for a in attributions for part in (a.content, a.cue, a.source) for t in part or ()}
    for verb in doc:
        found = _by(verb) if verb.tag_ in _PAST and verb.i not in taken else None
        if found is not None and taken.isdisjoint(t.i for t in found.content):
            yield found


def _by(verb: Token) -> Attribution | None:
    sent = sentence(verb)
    if "clause" not in reporting_verbs.frames(verb, None) or not _closes(verb, sent):
        return None
    source = _source(verb, sent)
    content = trimmed(verb.doc, sent.start, source.start) if source is not None else None
    if source is None or content is None or not _is_clause(content):
        return None
    direct = is_quoted(content[0].text, content[-1].text)
    return Attribution(content, verb.doc[verb.i : verb.i + 1], source, source.root, verb, direct)


def _closes(verb: Token, sent: Span) -> bool:
    """Whether nothing but when and where it was said follows the verb in its sentence."""
    end = next((t.i for t in verb.doc[verb.i + 1 : sent.end] if t.text in _STOPS), sent.end)
    rest = trimmed(verb.doc, verb.i + 1, end)
    if rest is None:
        return True
    dated = any(span.start == rest.start for span, _ in dates_in(rest))
    return (dated or rest[0].lower_ in _BEFORE_CIRCUMSTANCES) and not any(t.tag_ in FINITE for t in rest)


def _source(verb: Token, sent: Span) -> Span | None:
    """Who says it: the phrase between a comma and the verb, with one apposed to it, by a name."""
    doc, apposed = verb.doc, verb.i > 0 and verb.nbor(-1).text == ","
    end = verb.i - apposed
    commas = [t.i for t in doc[max(sent.start, end - _LONGEST) : end] if t.text == ","]
    if len(commas) < 1 + apposed:
        return None
    words = doc[commas[-1 - apposed] + 1 : end]
    if not len(words) or words[0].tag_ in _OPENING or any(t.tag_ in FINITE for t in words):
        return None
    return words if named(words, words.root) is not None else None


def _is_clause(words: Span) -> bool:
    """Whether there is a finite verb, with what it says something of before it."""
    return any(t.tag_ in FINITE and t.i > words.start for t in words)
