"""Converts the encoder's attributions (cue, source, contents) to spans of tokens, a missing source from the parse."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Doc, Span, Token

from onrecord.encoder.spans import Attribution as Found
from onrecord.extract.attribution import reporting_verbs
from onrecord.extract.attribution.attribution import Attribution
from onrecord.extract.attribution.filters import MARKS, reports_speech
from onrecord.extract.attribution.source import named
from onrecord.extract.doc_extensions import probability, spaced, text_of
from onrecord.extract.syntax.arguments import agent, passive, subject
from onrecord.extract.syntax.clauses import phrase, sentence, trimmed
from onrecord.extract.syntax.event_date import dates_in
from onrecord.values.findings import Form, Mention

_JOINING = {",", "and", "the"}  # between a source and the names apposed to it or coordinated


def from_encoder(doc: Doc) -> Iterator[Attribution]:
    """The encoder's attributions that report speech, in its order."""
    for found in doc._.attributions:
        attribution = _converted(doc, found)
        if attribution is not None and reports_speech(attribution):
            yield attribution


def _converted(doc: Doc, found: Found) -> Attribution | None:
    cue = _tokens(doc, found.cue.start, found.cue.end) if found.cue else None
    content = _content(doc, [(piece.start, piece.end) for piece in found.contents], cue)
    if content is None:
        return None
    verb = _verb(cue)
    words = _tokens(doc, found.source.start, found.source.end) if found.source else None
    if words is not None and cue is None and "\n" in _between(words, content):
        return None  # without a cue, such as by a colon, only the words beside the source are its own
    if words is not None and cue is not None and reporting_verbs.has_phrase(cue):
        words, content = _with_apposed(words, content)
    source, head = _source(words, verb) if words is not None else _argument(verb, content)
    attribution = Attribution(content, cue, source, head, verb, _is_quoted(content), probability(found.score))
    if head is not None and _apposed_to_another(head, verb):
        source, head = _argument(verb, content)
        return replace(attribution, source=source, head=head, confidence=None)
    return attribution


def _content(doc: Doc, pieces: Sequence[tuple[int, int]], cue: Span | None) -> Span | None:
    """From the first piece to the last; of words that are no quotation, only the pieces in the sentence of the cue
    and the quotations that go on after it: 'It was “too little,” he said. “We need more.”'"""
    whole = _tokens(doc, pieces[0][0], pieces[-1][1])
    if whole is None or cue is None or _is_quoted(whole):
        return whole
    if len(pieces) > 1 or "\n" in whole.text:
        sent = sentence(cue[0])
        pieces = [
            (start, end)
            for start, end in pieces
            if sent.start_char <= start < sent.end_char
            or (text_of(doc)[start] in MARKS and text_of(doc)[end - 1] in MARKS)
        ] or pieces[:1]
        whole = _tokens(doc, pieces[0][0], pieces[-1][1])
    return whole if whole is None else _without_day(whole)


def _without_day(content: Span) -> Span:
    """What was said without the day of the saying, where that stands before it: 'the same day that …'."""
    doc = content.doc
    for date, _ in dates_in(content.sent):
        opens = date.start <= content.start < date.end < content.end
        if opens and doc[date.end].lower_ in ("that", "of"):
            return doc[date.end + (doc[date.end].lower_ == "of") : content.end]
    return content


def _with_apposed(source: Span, content: Span) -> tuple[Span, Span]:
    """The source with the names apposed to it or coordinated, where what was said seems to begin with these.

    'According to the ombudsman | , Ada Roe, and the Red Cross, 40 are …'
    """
    doc, end, reached = source.doc, source.end, source.end
    has_name = any(_names(m, source) for m in doc._.mentions)
    for mention in doc._.mentions:
        span = spaced(doc, mention.evidence)
        between = [t.lower_ for t in doc[reached : span.start]]
        joined = bool(between) and _JOINING.issuperset(between) and ("and" in between or not has_name)
        if mention.form is Form.NAME and joined and content.start <= span.start < content.end:
            reached, has_name = span.end, True
            end = reached if doc[reached : reached + 1].text == "," else end
    rest = trimmed(doc, max(content.start, end), content.end)
    return (doc[source.start : end], rest) if end > source.end and rest is not None else (source, content)


def _names(mention: Mention, source: Span) -> bool:
    return mention.form is Form.NAME and source.start_char <= mention.evidence.start < source.end_char


def _source(words: Span, verb: Token | None) -> tuple[Span, Token]:
    """The source and its head; a relative pronoun with its antecedent, half a noun phrase made whole."""
    doc = words.doc
    stop = next((t.i + 1 for t in reversed(words[:-1]) if t.text in {".", "!", "?"}), words.start)
    words = doc[stop : words.end]  # a source does not reach over the end of a sentence
    head = words.root
    if len(words) == 1 and head.tag_ in ("WDT", "WP") and verb is not None:
        antecedent = subject(verb)
        if antecedent is not None and antecedent.i < head.i:
            return doc[phrase(antecedent).start : words.end], antecedent
    if head.pos_ == "DET" and head.head.i > head.i:
        return doc[words.start : head.head.i + 1], head.head
    return words, head


def _argument(verb: Token | None, content: Span) -> tuple[Span | None, Token | None]:
    """Who is named as the agent of the verb, for an attribution that the encoder gives no source."""
    if verb is None:
        return None, None
    head = agent(verb) if passive(verb) else subject(verb)
    if head is None or content.start <= head.i < content.end or named(phrase(head), head) is None:
        return None, None
    return phrase(head), head


def _apposed_to_another(head: Token, verb: Token | None) -> bool:
    """Whether the source is an apposition to an object: 'X, contradicting the minister, Y, said' is said by X."""
    if verb is None or head.dep_ != "appos" or head.head.dep_ not in ("dobj", "pobj"):
        return False
    who = subject(verb)
    return who is not None and who.i < head.i and named(phrase(who), who) is not None


def _verb(cue: Span | None) -> Token | None:
    """The reporting verb of the cue ('has also said'), else its verb."""
    if cue is None or reporting_verbs.has_phrase(cue):
        return None
    verbs = [t for t in cue if t.pos_ in ("VERB", "AUX")]
    return next((t for t in verbs if reporting_verbs.may_report(t)), verbs[-1] if verbs else None)


def _tokens(doc: Doc, start: int, end: int) -> Span | None:
    span = doc.char_span(start, end, alignment_mode="expand")
    return trimmed(doc, span.start, span.end) if span is not None else None


def _between(a: Span, b: Span) -> str:
    """The text from the end of the first of the two spans to the start of the second."""
    first, second = sorted((a, b), key=lambda span: span.start)
    return text_of(first.doc)[first.end_char : second.start_char + 1]


def _is_quoted(content: Span) -> bool:
    return content[0].text[0] in '“"„«‘' and content[-1].text[-1] in '”"“»’.,!?'
