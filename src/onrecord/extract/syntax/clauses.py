"""Clauses: the verb that heads one, its tense, and the extent of phrases and sentences around it."""

from collections.abc import Iterator
from itertools import islice

from spacy.tokens import Doc, Span, Token

VERBAL = ("VERB", "AUX")  # parts of speech
FINITE = ("VBD", "VBZ", "VBP", "MD")  # tags
AUXILIARIES = ("aux", "auxpass")  # dependency labels
_FAR = 20  # tokens above one another: each item of an endless list hangs on the one before it
_PHRASE_ENDS = ("relcl", "acl", "cc", "conj", "advcl", "parataxis")
_BEFORE = (",", ";", ":", "-", "–", "—", ".", "(")  # trimmed at the start of a phrase
_BEHIND = (",", ";", ":", "-", "–", "—", ".")


# Verbs ----------------------------------------------------------------------------------------------------------------


def verb_of(token: Token) -> Token | None:
    """The verb that heads the token's clause: the nearest one above it, None in a clause without a verb."""
    return next((t for t in islice(token.ancestors, _FAR) if t.pos_ in VERBAL), None)


def governors(token: Token) -> Iterator[Token]:
    """The verbs above the token, up to the first finite one with a subject, or joined to none: 'fell, killing nine'."""
    for above in islice(token.ancestors, _FAR):
        if above.pos_ in VERBAL:
            yield above
            if finite(above) and (above.dep_ != "conj" or any(c.dep_.startswith("nsubj") for c in above.children)):
                return


def auxiliaries(verb: Token) -> list[Token]:
    """The auxiliaries of a verb: 'has been' of 'has been read', 'to' of 'to read'."""
    return [c for c in verb.children if c.dep_ in AUXILIARIES]


def phrasal_lemma(verb: Token) -> str:
    """The lemma of the verb with its particle: 'take over'."""
    particle = next((c.lower_ for c in verb.rights if c.dep_ == "prt"), "")
    return f"{verb.lemma_} {particle}".strip()


def finite(verb: Token) -> bool:
    """Whether the verb or one of its auxiliaries has a tense or is a modal: not 'reading', 'to read'."""
    return any(t.tag_ in FINITE for t in (verb, *auxiliaries(verb)))


def in_the_past(verb: Token) -> bool:
    """Whether the clause is in the past tense ('said', 'had told'), not the perfect ('has said')."""
    helpers = auxiliaries(verb)
    if any(t.tag_ in ("VBZ", "VBP") for t in helpers):
        return False
    if verb.tag_ in ("VBG", "VBN", "VB") and not helpers and verb.head.i != verb.i:
        return in_the_past(verb.head)
    return verb.tag_ in ("VBD", "VBN") or any(t.tag_ == "VBD" for t in helpers)


# Extents --------------------------------------------------------------------------------------------------------------


def phrase(head: Token) -> Span:
    """The noun phrase of `head` with its appositions ('X, the mayor'), without clauses and conjuncts at its end."""
    end = head.i + 1
    for child in head.rights:
        if child.dep_ in _PHRASE_ENDS:
            break
        end = max(end, child.right_edge.i + 1)
    return trimmed(head.doc, head.left_edge.i, end) or head.doc[head.i : head.i + 1]


def trimmed(doc: Doc, start: int, end: int) -> Span | None:
    """The tokens from `start` to `end` without commas, colons, dashes and white space at either end."""
    while start < end and (doc[start].is_space or doc[start].text in _BEFORE):
        start += 1
    while end > start and (doc[end - 1].is_space or doc[end - 1].text in _BEHIND):
        end -= 1
    return doc[start:end] if end > start else None


def sentence(token: Token) -> Span:
    """The sentence of the token as punctuation has it: the parser’s, on to the next full stop or the line’s end."""
    doc, start, end = token.doc, token.sent.start, token.sent.end
    while end < len(doc) and not _ends(doc[start:end]):
        end = doc[end].sent.end
    while start > 0 and not _ends(doc[doc[start - 1].sent.start : start]):
        start = doc[start - 1].sent.start
    return doc[start:end]


def _ends(words: Span) -> bool:
    """Whether a sentence may end with these words."""
    for token in reversed(words):
        if not token.is_space:
            return token.text[-1] in '.!?…"”’»)'
        if "\n" in token.text:
            return True
    return True
