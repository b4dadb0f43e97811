"""Reported speech that the parse alone tells: a finite verb of saying with its named subject and what was said.

Only for verbs that the encoder takes for no cue: 'Forty had left, the curator, Anna Roe, admitted.'
"""

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Span, Token

from onrecord.extract.attribution import reporting_verbs
from onrecord.extract.attribution.attribution import Attribution
from onrecord.extract.attribution.source import named
from onrecord.extract.doc_extensions import spaced, text_of
from onrecord.extract.layout.quotation_marks import is_quoted, quotations
from onrecord.extract.syntax.arguments import passive, subject
from onrecord.extract.syntax.clauses import FINITE, phrase, trimmed
from onrecord.extract.syntax.factuality import happened

_ADJACENT = 3  # tokens between a quotation and the words that say whose it is, at most


def governed(doc: Doc, attributions: Sequence[Attribution]) -> Iterator[Attribution]:
    """The attributions by verbs of saying outside of those given, each with its own subject."""
    cues = {t.i for a in attributions for t in a.cue or ()}
    told = {t.i for a in attributions for t in a.content}
    quoted = [spaced(doc, mark) for mark in quotations(text_of(doc))]
    for verb in doc:
        found = _by(verb, quoted) if verb.i not in cues and verb.i not in told and _says(verb) else None
        if found is not None and told.isdisjoint(t.i for t in found.content):
            yield found


def _by(verb: Token, quoted: Sequence[Span]) -> Attribution | None:
    """The attribution by a verb of saying to its subject, if that names somebody."""
    who = subject(verb)
    content = _content(verb, who, quoted) if who is not None and _names(who, verb) else None
    if who is None or content is None:
        return None
    direct = is_quoted(content[0].text, content[-1].text)
    return Attribution(content, verb.doc[verb.i : verb.i + 1], phrase(who), who, verb, direct)


def _says(verb: Token) -> bool:
    """Whether it is a verb of saying in a main clause that happened, with a tense."""
    tensed = verb.tag_ in FINITE or any(t.tag_ in FINITE for t in verb.children if t.dep_ == "aux")
    return verb.pos_ == "VERB" and tensed and reporting_verbs.may_report(verb) and not passive(verb) and happened(verb)


def _names(who: Token, verb: Token) -> bool:
    """Whether a subject of the sentence is the name or role of who can speak, and no text: not 'a victim of Y'."""
    words = named(phrase(who), who) if who in verb.sent and not reporting_verbs.is_text(who) else None
    if words is None:
        return False
    name = spaced(who.doc, words)
    voiced = who.lemma_.lower() in reporting_verbs.of_kind("voice")
    return voiced or name.start <= who.i < name.end or name.root.dep_ != "pobj"


def _content(verb: Token, who: Token, quoted: Sequence[Span]) -> Span | None:
    """What was said: the quotation beside the verb and its subject, else the clause that the verb governs."""
    frames = reporting_verbs.frames(verb, who)
    said = phrase(who)
    low, high = min(said.start, verb.i), max(said.end, verb.i + 1)
    if "quote" in frames:
        for quote in quoted:
            if 0 <= low - quote.end < _ADJACENT or (0 <= quote.start - high < _ADJACENT and who.i < verb.i):
                return quote
    return _clause(verb, low, high) if "clause" in frames else None


def _clause(verb: Token, low: int, high: int) -> Span | None:
    """The finite clause that is the complement of the verb, before the words that say whose it is or after them."""
    heads = (t for t in verb.children if t.dep_ == "ccomp" and any(c.tag_ in FINITE for c in (t, *t.children)))
    head = next(heads, None)
    if head is None or not any(t.dep_.startswith(("nsubj", "expl")) for t in head.children):
        return None
    if reporting_verbs.may_report(head) and head.tag_ in FINITE:  # 'He asked for one, his aunt recalled', misparsed
        return None
    if head.i > verb.i:
        start = next((t.i for t in verb.doc[high : head.i] if t.lower_ == "that"), head.left_edge.i)
        return trimmed(verb.doc, max(start, high), head.right_edge.i + 1)
    return trimmed(verb.doc, head.left_edge.i, min(low, head.right_edge.i + 1)) if head.left_edge.i < low else None
