"""Clauses of one sentence that each report by a subject and a verb of their own: 'X counts 40; Y puts it at 60'.

They are joined by a semicolon, or by a comma and a conjunction that sets one against the other. What the verb of one
reports ends where the other begins; a clause that reports nothing by itself goes on with what was said before it.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise

from spacy.tokens import Doc, Span, Token

from onrecord.extract.attribution import reporting_verbs
from onrecord.extract.doc_extensions import text_of
from onrecord.extract.layout.quotation_marks import quotations
from onrecord.extract.syntax.arguments import passive, subject
from onrecord.extract.syntax.clauses import finite, sentence, trimmed
from onrecord.extract.syntax.factuality import happened

_CONTRASTING = {"while", "whereas", "but"}
_NOMINAL = ("NOUN", "PROPN")
_SUBORDINATE = ("relcl", "acl", "advcl")


def joints(doc: Doc) -> list[int]:
    """The marks between clauses that each may report by themselves, as tokens; none within quotation marks."""
    quoted = quotations(text_of(doc))
    words = [token.text for token in doc]
    joining = (doc[i] for i, (word, after) in enumerate(pairwise((*words, ""))) if _joins(word, after))
    return [token.i for token in joining if not any(mark.start <= token.idx < mark.end for mark in quoted)]


def within_own(pieces: Sequence[Span], cue: Span | None, joined_at: Sequence[int]) -> list[Span]:
    """What the pieces have in the clause of the cue, and in those beside it that do not report by themselves."""
    if cue is None:
        return list(pieces)
    start, end = limits(cue, joined_at)
    cut = (trimmed(cue.doc, max(piece.start, start), min(piece.end, end)) for piece in pieces)
    return [piece for piece in cut if piece is not None]


def limits(cue: Span, joined_at: Sequence[int]) -> tuple[int, int]:
    """The tokens between which what the cue reports may stand: the text's, where no clause beside it reports."""
    clauses = list(_clauses(sentence(cue[0]), joined_at))
    before = (clause.end for clause in reversed(clauses) if clause.end <= cue.start and _reports(clause))
    after = (clause.start for clause in clauses if clause.start >= cue.end and _reports(clause))
    return next(before, 0), next(after, len(cue.doc))


def _clauses(sent: Span, joined_at: Sequence[int]) -> Iterator[Span]:
    """The stretches of a sentence between the marks that join its clauses."""
    start = sent.start
    for joint in joined_at[bisect_left(joined_at, sent.start) : bisect_left(joined_at, sent.end)]:
        yield sent.doc[start:joint]
        start = joint + 1
    yield sent.doc[start : sent.end]


def _joins(word: str, following: str) -> bool:
    return word == ";" or (word == "," and following.lower() in _CONTRASTING)


def _reports(clause: Span) -> bool:
    """Whether the clause has a source of its own for what it tells."""
    if clause[:1].text.lower() == "that":  # 'said that A; that B'
        return False
    return _has_phrase(clause) or any(_reports_by(verb, clause) for verb in clause)


def _has_phrase(clause: Span) -> bool:
    """Whether a phrase that introduces a source stands at the edge: '60 are missing, according to Y', 'citing Y, …'."""
    starts = [clause.start, *(t.i + 1 for t in clause if t.text == ",")]
    phrases = reporting_verbs.words().phrases
    return any(tuple(t.lower_ for t in clause.doc[at : at + len(p)]) == p for at in starts for p in phrases)


def _reports_by(verb: Token, clause: Span) -> bool:
    """Whether a verb of the clause tells there, by a noun as its subject, a clause or a number."""
    who = subject(verb) if _is_main(verb, clause) else None
    if who is None or who.pos_ not in _NOMINAL or not clause.start <= who.i < verb.i:
        return False
    frames, rest = reporting_verbs.frames(verb, who), trimmed(verb.doc, verb.i + 1, clause.end)
    if "clause" in frames and any(t.dep_ == "ccomp" for t in verb.children):
        return True
    return rest is not None and reporting_verbs.gives(frames, rest)


def _is_main(verb: Token, clause: Span) -> bool:
    """Whether an active verb heads the clause, as happened; the conjunction that opens it sets it beside another."""
    if verb.pos_ != "VERB" or (verb.dep_ in _SUBORDINATE and clause[0] not in verb.children):
        return False
    return finite(verb) and not passive(verb) and happened(verb)
