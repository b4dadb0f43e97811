"""Words of saying behind or within what was said: 'C, S said', 'C, said S' and 'C1, S said, C2'."""

from spacy.tokens import Span, Token

from onrecord.extract.attribution import reporting_verbs
from onrecord.extract.syntax.clauses import FINITE, VERBAL, sentence, trimmed


def parenthetical(verb: Token) -> tuple[Span, Token] | None:
    """'C, S said', 'C, said S' and 'C1, S said, C2': what was said and the head of who said it."""
    if "clause" not in reporting_verbs.frames(verb, None) or (verb.tag_ not in FINITE and verb.tag_ != "VBN"):
        return None
    doc, sent = verb.doc, sentence(verb)
    inverted = next((t for t in verb.children if t.dep_ == "nsubj" and t.i > verb.i), None)
    comma = _helpers_start(verb) - 1 if inverted is not None else _source_start(verb, sent) - 1
    if comma <= sent.start or doc[comma].text not in (",", "–", "—"):
        return None
    source = inverted if inverted is not None else _head(doc[comma + 1 : _helpers_start(verb)])
    said = doc[sent.start : comma]
    if source is None or source.tag_ in ("WP", "WDT") or _goes_on_itself(verb):
        return None
    closed = _closed(verb)
    if not closed and not _is_clause(said):
        return None
    after = doc[verb.i + 2 : sent.end]
    goes_on = closed and inverted is None and len(after) > 1 and _goes_on(after[0])
    if not goes_on and (not _is_clause(said) or _subordinate(said, verb)):
        return None
    start = clause_start(sent, sent.start, comma)
    content = trimmed(doc, start, sent.end if goes_on else comma)
    return (content, source) if content is not None else None


def _goes_on_itself(verb: Token) -> bool:
    """Whether what was said follows the verb, and the words before it only lead to it: 'When it rained, Roe said …'."""
    return not _closed(verb) and any(t.dep_ in ("ccomp", "xcomp") and t.i > verb.i for t in verb.children)


def _source_start(verb: Token, sent: Span) -> int:
    """Where the words for who speaks begin: after the comma before them, or before the one that opens an apposition."""
    doc, end = verb.doc, _helpers_start(verb)
    commas = 2 if doc[end - 1].text == "," else 1
    for token in reversed(doc[sent.start : end - 1]):
        if token.text in ';:–—”"' or (token.pos_ in VERBAL and not _describes(token)):
            break
        commas -= token.text == ","
        if not commas:
            return token.i + 1
    return sent.start


def _describes(verb: Token) -> bool:
    """Whether a verb only describes a noun: 'occupied Crimea', 'Roe, who heads the fund'."""
    return verb.dep_ in ("amod", "compound", "acl", "relcl") or any(t.dep_ == "relcl" for t in verb.ancestors)


def _helpers_start(verb: Token) -> int:
    """The first token of the verb's group: 'had also said'."""
    at = verb.i
    while at > 0 and verb.doc[at - 1].head == verb and verb.doc[at - 1].dep_ in ("aux", "advmod"):
        at -= 1
    return at


def _head(words: Span) -> Token | None:
    """The head of the noun phrase that these words are."""
    nouns = [t for t in words if t.pos_ in ("NOUN", "PROPN", "PRON")]
    return words.root if words.root in nouns else next(iter(nouns), None)


def _closed(verb: Token) -> bool:
    return verb.i + 1 < len(verb.doc) and verb.doc[verb.i + 1].text == ","


def _goes_on(token: Token) -> bool:
    """Whether what was said goes on after '…, he says,'."""
    return token.tag_ not in ("VBG", "CC") and token.lower_ not in ("who", "which", "while", "as", "when", "after")


def _is_clause(words: Span) -> bool:
    return any(t.tag_ in FINITE for t in words)


def _subordinate(words: Span, verb: Token) -> bool:
    """Whether the words before only say when or why it was said: 'When the bus left, they told us'."""
    clause = next((t for t in words if t.head == verb and t.dep_ == "advcl"), None)
    opening = next((t for t in words if not t.is_punct and not t.is_space), None)
    return clause is not None and opening is not None and opening.head == clause and opening.dep_ in ("mark", "advmod")


def clause_start(sent: Span, start: int, end: int) -> int:
    """The start of the sentence after its dateline or hour, or of its part after the last semicolon before `end`."""
    doc = sent.doc
    semicolon = next((t.i + 1 for t in reversed(doc[start:end]) if t.text in (";", "•")), None)
    return semicolon if semicolon is not None else _past_dateline(doc[start:end])


def _past_dateline(words: Span) -> int:
    """The first token after 'KYIV, 8 April (Agency) –' or '10:20' at the start of a sentence."""
    doc, at = words.doc, words.start
    while at < words.end and doc[at].is_space:
        at += 1
    for token in doc[at : words.end]:
        if token.text in ("–", "—", "-", "--") and doc[token.i - 1].whitespace_:
            return token.i + 1 if token.i > at and doc[at].text[0].isupper() else at
        if token.pos_ in VERBAL:
            break
    return at + 1 if at + 1 < words.end and ":" in doc[at].text and doc[at].text[0].isdigit() else at
