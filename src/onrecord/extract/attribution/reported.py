"""Reported speech within what somebody says: 'Ada Roe said that the minister had told her that 40 were missing'.

The encoder gives no two attributions of the same words; the parse tells the clause that the inner verb governs.
"""

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Span, Token

from onrecord.extract.attribution import reporting_verbs
from onrecord.extract.attribution.attribution import Attribution
from onrecord.extract.attribution.source import named
from onrecord.extract.layout.quotation_marks import is_quoted
from onrecord.extract.syntax.arguments import passive, subject
from onrecord.extract.syntax.clauses import FINITE, phrase, trimmed
from onrecord.extract.syntax.factuality import happened


def reported(doc: Doc, attributions: Sequence[Attribution]) -> Iterator[Attribution]:
    """The attributions by finite verbs of saying within the contents of those given, each with its own subject."""
    cues = {t.i for a in attributions for t in a.cue or ()}
    for outer in (part for a in attributions for part in a.parts):
        for verb in outer:
            found = _within(verb, outer) if verb.i not in cues else None
            if found is not None:
                cues.add(verb.i)
                yield found


def _within(verb: Token, outer: Span) -> Attribution | None:
    """The attribution by a verb of the content, if its subject and its clause are in the content as well."""
    if verb.pos_ != "VERB" or not reporting_verbs.may_report(verb) or passive(verb) or not happened(verb):
        return None
    who, clause = subject(verb), _clause(verb)
    if who is None or clause is None or not outer.start <= who.i < verb.i or not _names(who):
        return None
    start = next((t.i for t in verb.doc[verb.i + 1 : clause.i] if t.lower_ == "that"), clause.left_edge.i)
    content = trimmed(verb.doc, start, clause.right_edge.i + 1)
    if content is None or content.start <= verb.i or content.end > outer.end:
        return None
    content = _with_marks(content)
    if "clause" not in reporting_verbs.frames(verb, who):
        return None
    direct = is_quoted(content[0].text, content[-1].text)
    return Attribution(content, verb.doc[verb.i : verb.i + 1], phrase(who), who, verb, direct)


def _clause(verb: Token) -> Token | None:
    """The head of the finite clause that is the complement of the verb of saying."""
    if verb.tag_ not in FINITE and not any(t.tag_ in FINITE for t in verb.children if t.dep_ == "aux"):
        return None
    return next((t for t in verb.rights if t.dep_ == "ccomp" and any(c.tag_ in FINITE for c in (t, *t.children))), None)


def _names(who: Token) -> bool:
    """Whether the subject names somebody who can speak, by a name or a role."""
    return who.pos_ in ("NOUN", "PROPN") and named(phrase(who), who) is not None


def _with_marks(content: Span) -> Span:
    """The content with the quotation marks around it, which the parse leaves outside of the clause."""
    doc = content.doc
    start = content.start - (content.start > 0 and doc[content.start - 1].tag_ == "``")
    return doc[start : content.end] if start == content.start else doc[start : _closed(content)]


def _closed(content: Span) -> int:
    """Where the quotation that opens before the content ends."""
    doc, limit = content.doc, min(content.end + 2, len(content.doc))
    return next((t.i + 1 for t in doc[content.end : limit] if t.tag_ == "''"), content.end)
