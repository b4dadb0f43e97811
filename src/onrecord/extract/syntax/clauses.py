"""Subjects, phrases and clauses over spaCy's dependency parse."""

from spacy.tokens import Doc, Span, Token

VERBAL = ("VERB", "AUX")  # parts of speech
FINITE = ("VBD", "VBZ", "VBP", "MD")  # tags
_SUBJECTS = ("nsubj", "nsubjpass")
_RELATIVE = {"who", "which", "that", "whom"}


def subject(verb: Token) -> Token | None:
    """Who does what `verb` says: its own subject, its antecedent, or that of the verb it goes with."""
    seen = set()
    while verb.i not in seen:
        seen.add(verb.i)
        own = min((t for t in verb.children if t.dep_ in _SUBJECTS), key=lambda t: abs(t.i - verb.i), default=None)
        if own is not None:
            if (
                own.lower_ in _RELATIVE
                and verb.dep_ in ("relcl", "ccomp", "acl")
                and verb.head.pos_ in ("NOUN", "PROPN", "PRON")
            ):
                return verb.head
            return own
        if verb.dep_ == "acl":
            return verb.head
        if verb.dep_ in ("conj", "xcomp", "advcl", "pcomp", "prep", "dep") and verb.head.i != verb.i:
            verb = verb.head
            continue
        return None
    return None


def is_passive(verb: Token) -> bool:
    """Whether `verb` is a passive: 'was told', 'counted by'."""
    if verb.tag_ != "VBN":
        return False
    helpers = {t.dep_ for t in verb.children}
    return bool(helpers & {"auxpass", "nsubjpass", "agent"}) or not (helpers & {"aux"})


def agent(verb: Token) -> Token | None:
    """Who does it, of a passive: 'by the ministry'."""
    by = next((t for t in verb.children if t.dep_ == "agent"), None)
    return next((t for t in by.children if t.dep_ == "pobj"), None) if by is not None else None


def asserted(verb: Token) -> bool:
    """Whether `verb` tells what happened: not denied, not only wished, feared, asked for or to come."""
    if any(t.dep_ == "neg" for t in verb.children) or _neither(verb):
        return False
    helpers = [t for t in verb.children if t.dep_ in ("aux", "auxpass")]
    if any(t.tag_ in ("MD", "TO") for t in helpers):
        return verb.dep_ == "xcomp" and verb.head.lemma_ in ("go", "continue") and asserted(verb.head)
    if verb.tag_ == "VBG" and not any(t.lemma_ == "be" for t in helpers):
        return verb.dep_ in ("advcl", "acl", "pcomp", "xcomp", "conj", "dep", "prep", "ROOT")
    if verb.tag_ == "VB":  # an imperative, or an infinitive without 'to'
        return verb.dep_ == "conj" and asserted(verb.head) and not _under_modal(verb)
    return verb.dep_ != "conj" or not _under_modal(verb)


def _neither(verb: Token) -> bool:
    """Whether it is one of two things not done: 'neither confirmed nor denied'."""
    joined = [verb, *(t for t in verb.children if t.dep_ == "conj"), *([verb.head] if verb.dep_ == "conj" else [])]
    return any(t.lower_ in ("neither", "nor") for each in joined for t in each.lefts) or any(
        t.lower_ == "nor" for each in joined for t in each.rights if t.dep_ == "cc"
    )


def _under_modal(verb: Token) -> bool:
    return verb.tag_ == "VB" and any(t.tag_ in ("MD", "TO") for t in verb.head.children)


def in_the_past(verb: Token) -> bool:
    """Whether the clause of `verb` is in the past tense ('said', 'had told'), not the perfect ('has said')."""
    helpers = {t.lower_ for t in verb.children if t.dep_ in ("aux", "auxpass")}
    if helpers & {"has", "have", "is", "are", "does", "do", "'s", "’s"}:
        return False
    if verb.tag_ in ("VBG", "VBN", "VB") and not helpers and verb.head.i != verb.i:
        return in_the_past(verb.head)
    return verb.tag_ in ("VBD", "VBN") or bool(helpers & {"had", "was", "were", "did"})


def phrase(head: Token) -> Span:
    """The noun phrase of `head` with what is beside it ('X, the mayor'), without relative clauses at its end."""
    end = head.i + 1
    for child in head.rights:
        if child.dep_ in ("relcl", "acl", "cc", "conj", "advcl", "parataxis"):
            break
        end = max(end, child.right_edge.i + 1)
    doc = head.doc
    start = head.left_edge.i
    return trimmed(doc, start, end) or doc[head.i : head.i + 1]


def trimmed(doc: Doc, start: int, end: int) -> Span | None:
    """The tokens from `start` to `end` without commas, colons, dashes and white space at either end."""
    while start < end and (doc[start].is_space or doc[start].text in {",", ";", ":", "-", "–", "—", ".", "("}):
        start += 1
    while end > start and (doc[end - 1].is_space or doc[end - 1].text in {",", ";", ":", "-", "–", "—", "."}):
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
