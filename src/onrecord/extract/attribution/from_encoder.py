"""Converts the encoder's attributions (cue, source, contents) to spans of tokens, a missing source from the parse."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from spacy.tokens import Doc, Span, Token

from onrecord.encoder.spans import Attribution as Found
from onrecord.extract.attribution import reporting_verbs
from onrecord.extract.attribution.attribution import Attribution
from onrecord.extract.attribution.filters import reports_speech
from onrecord.extract.attribution.joined_clauses import joints, within_own
from onrecord.extract.attribution.nested import by_quoted
from onrecord.extract.attribution.source import named
from onrecord.extract.doc_extensions import probability, spaced, text_of
from onrecord.extract.layout.quotation_marks import is_quoted
from onrecord.extract.syntax.arguments import SUBJECTS, agent, passive, subject
from onrecord.extract.syntax.clauses import phrase, sentence, trimmed
from onrecord.extract.syntax.event_date import dates_in
from onrecord.values.findings import Form, Kind, Mention

_MODIFYING = ("compound", "amod", "nmod", "poss")
_BEFORE_DAYS = ("ADP", "ADV", "ADJ")  # parts of speech of words before a day: 'in March', 'late today'
_EXEMPLIFYING = ("as", "including", "like")  # before some of those who speak: 'bodies such as A and B'
_JOINING = {",", "and", "the"}  # between a source and the names apposed to it or coordinated


def from_encoder(doc: Doc) -> Iterator[Attribution]:
    """The encoder's attributions that report speech, in its order."""
    joined_at = joints(doc)
    for found in doc._.attributions:
        converted = _converted(doc, found, joined_at)
        attribution = by_quoted(converted) if converted is not None else None
        if attribution is not None and reports_speech(attribution):
            yield attribution


def _converted(doc: Doc, found: Found, joined_at: Sequence[int]) -> Attribution | None:
    cue = _with_preposition(_tokens(doc, found.cue.start, found.cue.end)) if found.cue else None
    words = _tokens(doc, found.source.start, found.source.end) if found.source else None
    pieces = [piece for c in found.contents if (piece := _tokens(doc, c.start, c.end)) is not None]
    pieces = within_own(pieces, cue, joined_at)
    content = _content(pieces, cue, words)
    if content is None:
        return None
    verb = _verb(cue)
    gaps = _interruptions(pieces, cue, words)
    if words is not None and cue is None and "\n" in _between(words, content):
        return None  # without a cue, such as by a colon, only the words beside the source are its own
    if words is not None and cue is not None and reporting_verbs.has_phrase(cue):
        words, content = _with_apposed(words, content)
    source, head = _source(words, verb, (content, cue)) if words is not None else _argument(verb, content)
    attribution = Attribution(content, cue, source, head, verb, _is_quoted(content), probability(found.score), gaps)
    if head is not None and (_apposed_to_another(head, verb) or _of_another_clause(head, verb, content)):
        source, head = _argument(verb, content)
        return replace(attribution, source=source, head=head, confidence=None)
    return attribution


def _with_preposition(cue: Span | None) -> Span | None:
    """The cue with the rest of the phrase that introduces a source, which it begins: 'according | to'."""
    if cue is None or reporting_verbs.has_phrase(cue):
        return cue
    longer = cue.doc[cue.start : cue.end + 1]
    return longer if reporting_verbs.has_phrase(longer) else cue


def _content(pieces: Sequence[Span], cue: Span | None, source: Span | None) -> Span | None:
    """From the first piece to the last; of words that are no quotation, only the pieces in the sentence of the cue
    and the quotations that go on after it: 'It was “too little,” he said. “We need more.”'"""
    whole = _hull(pieces)
    if whole is None or cue is None or _is_quoted(whole):
        return _hull(_of_one_saying(pieces, cue, source))
    if len(pieces) > 1 or "\n" in whole.text:
        sent = sentence(cue[0])
        kept = [p for p in pieces if sent.start <= p.start < sent.end or _is_quoted(p)]
        whole = _hull(kept or pieces[:1])
    return whole if whole is None else _without_day(whole)


def _hull(pieces: Sequence[Span]) -> Span | None:
    return trimmed(pieces[0].doc, pieces[0].start, pieces[-1].end) if pieces else None


def _of_one_saying(pieces: Sequence[Span], cue: Span | None, source: Span | None) -> Sequence[Span]:
    """The pieces by the cue, without those that another sentence parts from it: '“A.” He rose. “B,” he said.'"""
    runs: list[list[Span]] = []
    for piece in pieces:
        if runs and _goes_on(runs[-1][-1], piece, cue, source):
            runs[-1].append(piece)
        else:
            runs.append([piece])
    if cue is None or len(runs) < 2:
        return pieces
    return min(runs, key=lambda run: _distance(run, cue))


def _goes_on(before: Span, after: Span, cue: Span | None, source: Span | None) -> bool:
    """Whether no sentence but that of the cue stands between the two pieces."""
    gap = before.doc[before.end : after.start]
    if any(words is not None and gap.start <= words.start < gap.end for words in (cue, source)):
        return True
    return not any(t.is_alpha for t in gap) or not any(t.is_sent_start for t in before.doc[gap.start : after.start + 1])


def _distance(run: Sequence[Span], cue: Span) -> int:
    """How many tokens part the cue from the nearest of the pieces."""
    return min(max(piece.start - cue.end, cue.start - piece.end) for piece in run)


def _interruptions(pieces: Sequence[Span], cue: Span | None, source: Span | None) -> tuple[Span, ...]:
    """The words between the pieces that hold the cue or the source."""
    gaps = (a.doc[a.end : b.start] for a, b in pairwise(pieces))
    return tuple(
        gap for gap in gaps if any(words is not None and gap.start <= words.start < gap.end for words in (cue, source))
    )


def _without_day(content: Span) -> Span:
    """What was said without the day of the saying, where that stands before it: 'the same day that …'."""
    doc = content.doc
    for date, _ in dates_in(content.sent):
        opens = date.start <= content.start < date.end < content.end
        if opens and doc[date.end].lower_ in ("that", "of"):
            return doc[date.end + (doc[date.end].lower_ == "of") : content.end]
    return content


def _without_closing_day(source: Span) -> Span:
    """The source without the day of the saying that closes it: 'the Daily Post in March', 'the agency late today'."""
    doc = source.doc
    end = next((date.start for date, _ in dates_in(source) if date.end == source.end > date.start), source.end)
    while end < source.end and end > source.start and doc[end - 1].pos_ in _BEFORE_DAYS:
        end -= 1
    return doc[source.start : end] if end > source.start else source


def _with_apposed(source: Span, content: Span) -> tuple[Span, Span]:
    """The source with the names apposed to it or coordinated, where what was said seems to begin with these.

    'According to the ombudsman | , Ada Roe, and the Red Cross, 40 are …'
    """
    doc, end, reached = source.doc, source.end, source.end
    has_name = _has_name(source)
    for mention in doc._.mentions:
        span = spaced(doc, mention.evidence)
        if mention.form is not Form.NAME or not content.start <= span.start < content.end:
            continue
        between = [t.lower_ for t in doc[reached : span.start]]
        if between and _JOINING.issuperset(between) and ("and" in between or not has_name):
            reached, has_name = span.end, True
            end = reached if doc[reached : reached + 1].text == "," else end
    rest = trimmed(doc, max(content.start, end), content.end)
    return (doc[source.start : end], rest) if end > source.end and rest is not None else (source, content)


def _has_name(source: Span) -> bool:
    """Whether it names who may speak, not only whose they are: 'the mayor Ada Roe', not 'Delft's mayor'."""
    return any(_names(m, source) for m in source.doc._.mentions)


def _names(mention: Mention, source: Span) -> bool:
    if mention.form is not Form.NAME or not source.start_char <= mention.evidence.start < source.end_char:
        return False
    after = spaced(source.doc, mention.evidence).end
    return mention.kind is not Kind.PLACE and (after >= source.end or source.doc[after].tag_ != "POS")


def _source(words: Span, verb: Token | None, beside: Sequence[Span | None]) -> tuple[Span, Token]:
    """The source and its head; a relative pronoun with its antecedent, half a noun phrase made whole."""
    doc, words = words.doc, _with_list(_or_subject(_without_closing_day(words), verb), verb)
    stop = next((t.i + 1 for t in reversed(words[:-1]) if t.text in {".", "!", "?"}), words.start)
    words = doc[stop : words.end]  # a source does not reach over the end of a sentence
    head = words.root
    if len(words) == 1 and head.tag_ in ("WDT", "WP") and verb is not None:
        antecedent = subject(verb)
        if antecedent is not None and antecedent.i < head.i:
            return doc[phrase(antecedent).start : words.end], antecedent
    if head.pos_ == "DET" and head.head.i > head.i:
        return doc[words.start : head.head.i + 1], head.head
    return _whole(words, head, beside)


def _with_list(words: Span, verb: Token | None) -> Span:
    """The whole list of which a source is the end, and of 'bodies such as A and B' the list."""
    doc, head = words.doc, words.root
    first = head
    while first.dep_ == "conj":
        first = first.head
    listed = first.dep_ == "pobj" and first.head.lower_ in _EXEMPLIFYING
    if first.i < words.start and (listed or (verb is not None and first.dep_ in SUBJECTS and first.head == verb)):
        return doc[phrase(first).start : words.end]
    examples = (t for t in words if t.dep_ == "pobj" and t.head.lower_ in _EXEMPLIFYING and head.is_ancestor(t))
    example = next(examples, None) if named(doc[head.i : head.i + 1], head) is None else None
    return doc[example.left_edge.i : words.end] if example is not None else words


def _whole(words: Span, head: Token, beside: Sequence[Span | None]) -> tuple[Span, Token]:
    """The noun phrase of which the words are a part, where only the rest of it names who speaks.

    'the club | doctor, Ada Roe', 'her label | , Mavi Records', 'a post by | the mayor'; up to the words `beside` it.
    """
    head, ends = _governor(head), words[-1]
    over = _governor(ends)
    if over.i >= words.end:  # 'the mayor and the | Red Cross'
        rest = words.doc[words.end : phrase(over).end]
        return (words.doc[words.start : rest.end], head) if _clear(rest, beside) else (words, words.root)
    last = next((t for t in ends.rights if t.dep_ == "pobj"), head)
    whole = words.doc[words.start : phrase(last).end]
    if whole.end > words.end and _clear(whole, beside) and not _has_name(words) and _has_name(whole):
        return whole, head
    return words, words.root


def _governor(word: Token) -> Token:
    """The head of the noun phrase of which the word is a modifier before the noun."""
    while word.dep_ in ("det", *_MODIFYING) and word.i < word.head.i and word.head.pos_ in ("NOUN", "PROPN"):
        word = word.head
    return word


def _clear(words: Span, beside: Sequence[Span | None]) -> bool:
    """Whether the words overlap none of those beside them."""
    return not any(other is not None and other.start < words.end and words.start < other.end for other in beside)


def _argument(verb: Token | None, content: Span) -> tuple[Span | None, Token | None]:
    """Who is named as the agent of the verb, for an attribution that the encoder gives no source."""
    if verb is None:
        return None, None
    head = agent(verb) if passive(verb) else subject(verb)
    if head is None or content.start <= head.i < content.end or named(phrase(head), head) is None:
        return None, None
    return phrase(head), head


def _of_another_clause(head: Token, verb: Token | None, content: Span) -> bool:
    """Whether the source is no part of the clause of a verb whose own subject names somebody.

    It stands in another sentence, or is the subject of another verb: 'The Post said so after its owner left.'
    """
    own = _argument(verb, content)[1]
    if verb is None or own is None or own == head or own in head.subtree:
        return False
    if phrase(own).end == verb.i and head.i < phrase(own).start - 1 and not passive(verb):
        return True  # 'three were held by the police, the news site Delfi reported'
    of_another = head.dep_ in SUBJECTS and head.head != verb and own.head == verb and own not in head.subtree
    return of_another or head not in sentence(verb)


def _or_subject(words: Span, verb: Token | None) -> Span:
    """The source; the subject of the verb instead of a determiner that is no part of it."""
    last = words[-1]
    if verb is None or last.dep_ != "det" or last.head.i < words.end:
        return words
    own = next((t for t in verb.children if t.dep_ == "nsubj" and t.pos_ in ("NOUN", "PROPN")), None)
    return phrase(own) if own is not None and last not in own.subtree else words


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
    return is_quoted(content[0].text, content[-1].text)
