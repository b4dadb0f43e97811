"""Quotations and who is quoted: '“…,” S said', 'S said: “…”', '“…,” said S, “…”', and what goes on after these."""

from collections.abc import Iterable, Iterator, Sequence

from spacy.tokens import Doc, Span, Token

from onrecord.extract.attribution import reporting_verbs
from onrecord.extract.attribution.attribution import Saying
from onrecord.extract.attribution.indirect import NOBODY
from onrecord.extract.doc_extensions import spaced, text_of
from onrecord.extract.layout.quotation_marks import quotations
from onrecord.extract.syntax.arguments import subject
from onrecord.extract.syntax.clauses import phrase
from onrecord.extract.syntax.factuality import happened, negated
from onrecord.values.findings import Evidence, Form, Kind

_SENTENCE_END = (".", "!", "?", "…")


def quoted(doc: Doc, reported: Sequence[Saying]) -> Iterator[Saying]:
    """The quotations of the text that somebody is given for; those within reported speech are part of that."""
    last: Saying | None = None
    for quote in quotations(text_of(doc)):
        span = spaced(doc, quote)
        around = next((s for s in reported if s.content.start <= span.start and span.end <= s.content.end), None)
        if around is not None and not _whole(quote) and len(span) < len(around.content) - 1:
            last = around
            continue
        found = _attributed(doc, quote, span) or around or _going_on(doc, quote, span, last, reported)
        if found is not None:
            last = Saying(span, found.cue, found.source, found.head, found.verb, direct=True)
            yield last


def _whole(quote: Evidence) -> bool:
    """Whether the quotation is a sentence, or the beginning of one that the words of saying end, not a few words."""
    inner = quote.exact.strip('“”„«»"‘’ ')
    return len(inner.split()) > 2 and inner[:1].isupper() and inner[-1:] in (*_SENTENCE_END, ",", "—", "–")


def _attributed(doc: Doc, quote: Evidence, span: Span) -> Saying | None:
    """The saying by the words right after or right before the quotation."""
    after = _line_end(doc, span)
    if quote.exact.rstrip('“”„«»"’ ')[-1:] != "." or text_of(doc)[quote.end : quote.end + 1] == ",":
        tail = doc[span.end : _sentence_end(doc, span.end, after)]
        found = _by_verb(tail, span)
        if found is not None:
            return found
    lead = doc[_sentence_start(doc, span.start) : span.start]
    return _introduced(lead, span)


def _by_verb(words: Span, quote: Span) -> Saying | None:
    """By the first verb of saying among the words around a quotation."""
    for verb in words:
        if verb.tag_.startswith("V") and "quote" in reporting_verbs.frames(verb, None) and asserted_in(words, verb):
            source = _who(words, verb)
            if source is not None and source.lower_ not in NOBODY:
                return Saying(quote, words.doc[verb.i : verb.i + 1], phrase(source), source, verb, direct=True)
    return None


def asserted_in(words: Span, verb: Token) -> bool:
    """Whether the verb tells that something was said; the parser sees a verb after a quotation in any part."""
    return happened(verb) or (verb.tag_ in ("VBD", "VBZ", "VBP") and not negated(verb))


def _who(words: Span, verb: Token) -> Token | None:
    """The subject among these words: by the parse, else what stands right after or before the verb."""
    source = subject(verb)
    if source is not None and words.start <= source.i < words.end:
        return source
    chunks = [c.root for c in words.doc[words.start : words.end].noun_chunks]
    after = next((t for t in chunks if t.left_edge.i == verb.i + 1), None)
    before = next((t for t in reversed(chunks) if t.i < verb.i), None)
    return after or before


def _introduced(lead: Span, quote: Span) -> Saying | None:
    """By the words before it in its sentence: 'S said:', 'S told them,', 'S called it', 'S:'."""
    words = [t for t in lead if not t.is_space]
    if not words:
        return None
    for verb in reversed(words):
        if verb.tag_.startswith("V") and "quote" in reporting_verbs.frames(verb, None) and asserted_in(lead, verb):
            source = _who(lead, verb)
            if source is not None and source.lower_ not in NOBODY:
                return Saying(quote, lead.doc[verb.i : verb.i + 1], phrase(source), source, verb, direct=True)
    if words[-1].text == ":" and len(words) > 1:
        named = _first_name(lead)
        if named is not None:
            return Saying(quote, lead.doc[words[-1].i : words[-1].i + 1], phrase(named), named, None, direct=True)
    return None


def _first_name(words: Span) -> Token | None:
    for mention in words.doc._.mentions:
        if words.start_char <= mention.evidence.start < words.end_char and mention.kind is not Kind.PLACE:
            return spaced(words.doc, mention.evidence).root
    return None


def _going_on(doc: Doc, quote: Evidence, span: Span, last: Saying | None, reported: Iterable[Saying]) -> Saying | None:
    """By whoever spoke before: a whole sentence, after another quotation or words of the same speaker."""
    if not _whole(quote):
        return None
    line = _line_start(doc, span)
    before = [s for s in reported if s.content.start >= line and s.content.end <= span.start]
    if before:
        return before[-1]
    if last is not None and (last.content.start >= line or _previous_line_start(doc, line) <= last.content.end):
        return last
    person = _subject_before(doc, line, span.start)
    return Saying(span, None, phrase(person), person, None, direct=True) if person is not None else None


def _subject_before(doc: Doc, line: int, quote: int) -> Token | None:
    """The person whom the sentence before is about: 'Roe did not agree. “…”'."""
    starts = sorted({t.sent.start for t in doc[line:quote] if not t.is_space})
    sentences = [doc[starts[-1]].sent] if starts else []
    if not sentences:
        return None
    people = {
        t.i
        for m in doc._.mentions
        if m.kind is Kind.PERSON and m.form is not Form.PRONOUN
        for t in spaced(doc, m.evidence)
    }
    return next(
        (t for t in sentences[-1] if t.dep_ == "nsubj" and t.i in people and t.head == sentences[-1].root), None
    )


def _line_start(doc: Doc, span: Span) -> int:
    return next((t.i + 1 for t in reversed(doc[: span.start]) if "\n" in t.text_with_ws), 0)


def _line_end(doc: Doc, span: Span) -> int:
    return next((t.i for t in doc[span.end :] if "\n" in t.text_with_ws), len(doc))


def _previous_line_start(doc: Doc, line: int) -> int:
    """The first token of the paragraph before the one that starts at token `line`."""
    at = line - 1
    while at > 0 and doc[at].is_space:
        at -= 1
    return next((t.i + 1 for t in reversed(doc[:at]) if "\n" in t.text_with_ws), 0)


def _sentence_end(doc: Doc, start: int, line_end: int) -> int:
    """The end of the sentence that goes on after a quotation: at its full stop or at the next quotation."""
    for token in doc[start:line_end]:
        if token.text in {"“", '"', "„", "«"}:
            return token.i
        if token.text in {".", "!", "?"}:
            return token.i + 1
    return line_end


def _sentence_start(doc: Doc, start: int) -> int:
    """The start of the sentence that a quotation goes on with."""
    for token in reversed(doc[:start]):
        if "\n" in token.text_with_ws or token.text in {"”", '"', "»", ".", "!", "?"}:
            return token.i + 1
    return 0
