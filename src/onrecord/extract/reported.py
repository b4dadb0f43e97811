"""Reported speech in the grammar of a sentence: 'S said that C', 'C, S said', 'S put the toll at N', 'according to S'."""

from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from onrecord.extract import speech
from onrecord.extract.clauses import agent, asserted, is_passive, phrase, subject, trimmed
from onrecord.extract.sayings import Saying

_FIRST_PERSON = {"i", "we", "you", "one", "me", "us"}
_DOCUMENTARY = {"about", "of"}


def reported(doc: Doc) -> Iterator[Saying]:
    """The reported speech of the text, in its order."""
    for token in doc:
        if token.pos_ in ("VERB", "AUX", "NOUN") and token.tag_.startswith("V"):
            yield from _by_verb(token)
        yield from _by_phrase(token)


def _by_verb(verb: Token) -> Iterator[Saying]:
    if not asserted(verb):
        return
    passive = is_passive(verb)
    source = agent(verb) if passive else subject(verb)
    if source is None or source.lower_ in _FIRST_PERSON:
        return
    frames = speech.frames(verb, source)
    if not frames:
        return
    content = _content(verb, source, frames, passive)
    if content is not None:
        yield Saying(content, verb.doc[verb.i : verb.i + 1], phrase(source), source, verb)


def _content(verb: Token, source: Token, frames: frozenset[str], passive: bool) -> Span | None:
    if passive:
        return _reported_by(verb) if frames & {"object", "clause", "number"} else None
    if "clause" in frames and (found := _clause(verb, source)) is not None:
        return found
    if "at" in frames and (found := _amount(verb)) is not None:
        return found
    if "about" in frames and (found := _topic(verb)) is not None:
        return found
    if "infinitive" in frames and (found := _request(verb)) is not None:
        return found
    if frames & {"object", "number"} and (found := _object(verb)) is not None:
        return found if "object" in frames or any(t.like_num for t in found) else None
    return None


def _clause(verb: Token, source: Token) -> Span | None:
    """The clause that is said, beside the verb or around it."""
    after = [t for t in verb.children if t.dep_ == "ccomp" and t.i > verb.i and not _is_quoted_aside(t, source)]
    if after:
        return _to_the_right(verb, after[0].left_edge.i, after[-1])
    that = _that(verb)
    if that is not None:
        return _to_the_right(verb, that.i, that.head)
    before = next((t for t in verb.children if t.dep_ == "ccomp" and t.i < min(verb.i, source.i)), None)
    if before is None and verb.dep_ == "parataxis":
        before = verb.head
    if before is None and (verb.dep_ == "ROOT" or verb.dep_ == "ccomp"):
        return None
    return _around(verb, source, before) if before is not None else None


def _is_quoted_aside(clause: Token, source: Token) -> bool:
    return clause.i < source.i


def _that(verb: Token) -> Token | None:
    """A 'that' which begins what is said, where the parser has not seen the clause as the verb's own."""
    for token in verb.doc[verb.i + 1 : verb.sent.end]:
        if (
            token.lower_ == "that"
            and token.tag_ in ("IN", "WDT", "DT")
            and token.dep_ in ("mark", "nsubj", "det", "dobj")
        ):
            return token if token.dep_ == "mark" else None
        if token.pos_ in ("VERB", "AUX") and token.tag_ != "VBG":
            return None
    return None


def _to_the_right(verb: Token, start: int, last: Token) -> Span | None:
    """What is said after the verb: to the end of the sentence, or to where somebody else speaks or acts."""
    end = last.right_edge.i + 1
    for token in verb.doc[end : verb.sent.end]:
        if _starts_another(token, verb):
            break
        end = token.i + 1
    return trimmed(verb.doc, start, _without_asides(verb, start, end))


def _starts_another(token: Token, verb: Token) -> bool:
    """Whether a clause beside the verb begins here: 'and added', 'while the police say', '; the law is old'."""
    if token.text == ";":
        return True
    beside = next(
        (t for t in verb.children if t.i > verb.i and t.dep_ in ("conj", "advcl", "parataxis") and _is_clause(t)), None
    )
    if beside is not None:
        start = min(t.i for t in beside.subtree)
        joined = token.dep_ == "cc" and token.head == verb
        return joined or token.i >= start
    return False


def _is_clause(token: Token) -> bool:
    return (
        token.pos_ in ("VERB", "AUX")
        and any(t.dep_ in ("nsubj", "nsubjpass", "mark", "cc") for t in token.children)
        or (bool(speech.frames(token, None)))
    )


def _without_asides(verb: Token, start: int, end: int) -> int:
    """The end of what is said, before a time or place of the saying that stands behind it."""
    for child in verb.rights:
        if start < child.i < end and child.dep_ in ("npadvmod", "prep", "advmod") and child.left_edge.i > start + 1:
            if child.dep_ == "prep" and not any(t.ent_type_ in ("DATE", "TIME") for t in child.subtree):
                continue
            if any(t.dep_ in ("ccomp", "dobj", "prep") and start <= t.i < child.i for t in verb.children):
                return min(end, child.left_edge.i)
    return end


def _around(verb: Token, source: Token, clause: Token) -> Span | None:
    """What is said before the words of saying; on both sides where these interrupt it."""
    doc, sent = verb.doc, verb.sent
    said = {t.i for t in source.subtree} | {verb.i}
    start = min(clause.left_edge.i, *(t.i for t in clause.subtree if t.i < verb.i))
    begin = min(said)
    if start >= begin:
        return None
    start = _clause_start(doc, sent.start, start)
    beyond = [
        t for t in clause.subtree if t.i > verb.i and t.i not in said and not verb.is_ancestor(t) and not t.is_punct
    ]
    if beyond:
        return trimmed(doc, start, max(t.i for t in beyond) + 1)
    return trimmed(doc, start, begin)


def _clause_start(doc: Doc, sentence: int, start: int) -> int:
    """The start of the sentence, or of the part of it after a semicolon."""
    after = next((t.i + 1 for t in reversed(doc[sentence:start]) if t.text in {";", "•"}), sentence)
    return after


def _object(verb: Token) -> Span | None:
    thing = next((t for t in verb.children if t.dep_ == "dobj" and t.i > verb.i), None)
    if thing is None or thing.pos_ == "PRON":
        return None
    return _to_the_right(verb, thing.left_edge.i, thing)


def _amount(verb: Token) -> Span | None:
    """'put the number of dead at 30', also where the parser hangs 'at' on the noun."""
    thing = next((t for t in verb.children if t.dep_ in ("dobj", "nsubj", "ccomp") and t.i > verb.i), None)
    if thing is None:
        return None
    at = next((t for t in verb.doc[verb.i + 1 : verb.sent.end] if t.lower_ == "at" and verb.is_ancestor(t)), None)
    if at is None or not any(t.like_num for t in at.subtree):
        return None
    return _to_the_right(verb, thing.left_edge.i, at)


def _topic(verb: Token) -> Span | None:
    for of in verb.children:
        if of.dep_ == "prep" and of.lower_ in _DOCUMENTARY and of.i > verb.i:
            thing = next((t for t in of.children if t.dep_ in ("pobj", "pcomp")), None)
            if thing is not None:
                return _to_the_right(verb, thing.left_edge.i, thing)
    return None


def _request(verb: Token) -> Span | None:
    """'called on more states to join', 'asked them to leave'."""
    for token in verb.doc[verb.i + 1 : verb.sent.end]:
        if token.tag_ == "TO" and token.head.tag_ == "VB" and verb.is_ancestor(token):
            return _to_the_right(verb, token.i, token.head)
    return None


def _reported_by(verb: Token) -> Span | None:
    """What a passive says was reported: 'the 517 children reported by the ministry'."""
    done = next((t for t in verb.children if t.dep_ == "nsubjpass"), None)
    done = verb.head if done is None and verb.dep_ == "acl" else done
    if done is None or done.pos_ == "PRON":
        return None
    return trimmed(verb.doc, done.left_edge.i, verb.i)


def _by_phrase(token: Token) -> Iterator[Saying]:
    """'according to S, C' and 'C, according to S'."""
    doc = token.doc
    for words in speech.words().phrases:
        last = token.i + len(words) - 1
        if token.lower_ != words[0] or tuple(t.lower_ for t in doc[token.i : last + 1]) != words:
            continue
        source = _named_after(doc[last])
        if source is None or source.sent.start != token.sent.start:
            continue
        named = phrase(source)
        content = _beside(doc[token.i : max(named.end, last + 1)])
        if content is not None:
            yield Saying(content, doc[token.i : last + 1], named, source, None)


def _named_after(last: Token) -> Token | None:
    """The head of the noun phrase after the phrase's last word."""
    own = next((t for t in last.children if t.dep_ in ("pobj", "dobj") and t.i > last.i), None)
    if own is not None:
        return own
    return next((c.root for c in last.sent.noun_chunks if c.start == last.i + 1), None)


def _beside(words: Span) -> Span | None:
    """The sentence but for the words that name its source: what follows them if they open it, else what precedes."""
    doc, sent = words.doc, words.sent
    opening = _clause_start(doc, sent.start, words.start)
    before = trimmed(doc, opening, words.start)
    if before is None or not any(t.pos_ in ("VERB", "AUX", "NUM") for t in before):
        closing = next((t.i for t in doc[words.end : sent.end] if t.text == ";"), sent.end)
        return trimmed(doc, words.end, closing)
    return before
