"""Who said what: quotations and reported speech.

The reader's attributions come first where it has read the text; the grammar's own add what it left out.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc, Span, Token

from onrecord.extract.attribution.attribution import Saying
from onrecord.extract.attribution.direct import quoted
from onrecord.extract.attribution.from_encoder import completed, read
from onrecord.extract.attribution.indirect import reported
from onrecord.extract.attribution.nested import with_cited
from onrecord.extract.attribution.source import named, speaker
from onrecord.extract.attribution.source_notes import documents
from onrecord.extract.attribution.speech_acts import doing, refuses, takes_up
from onrecord.extract.attribution.transcript_turns import turns
from onrecord.extract.attribution.venues import venue
from onrecord.extract.doc_extensions import evidence, text_of
from onrecord.extract.layout.quotation_marks import quotations
from onrecord.extract.syntax.clauses import in_the_past, sentence, trimmed
from onrecord.extract.syntax.event_date import dates_in
from onrecord.values.findings import Evidence, Form, Statement

_SINCE = {"since", "until", "till", "by", "before", "after", "from", "between", "of", "as"}
_ANAPHORS = re.compile(r"(?:this|that|these|those|(?:of|among) (?:these|those|them))\b", re.I)


@Language.component("onrecord_statements", requires=["doc._.mentions", "doc._.dates"], assigns=["doc._.statements"])
def statements(doc: Doc) -> Doc:
    """Set `doc._.statements`."""
    marks = quotations(text_of(doc))
    grammar = [told for saying in reported(doc) if (told := _within_quotation(saying, marks)) is not None]
    by_grammar = _distinct([*quoted(doc, grammar), *grammar, *_headlines(doc)])
    sayings = _distinct([*turns(doc), *completed(list(read(doc)), by_grammar)])
    sayings = with_cited(doc, [s for s in sayings if s.verb is None or s.direct or not refuses(s.verb)])
    sayings += _continued(doc, sayings)
    found = [*(_statement(saying, marks, sayings) for saying in sayings), *documents(doc)]
    notes = {s.sentence.start for s in found if s.form == "standing"}  # what they tell is how to read the text
    found = [s for s in found if s.form == "standing" or s.sentence.start not in notes]
    chrome = doc._.chrome
    doc._.statements = tuple(
        sorted(
            (s for s in found if not any(c.overlaps(s.quote) for c in chrome)),
            key=lambda s: (s.quote.start, -s.quote.end),
        )
    )
    return doc


def _distinct(sayings: Iterable[Saying]) -> list[Saying]:
    """The sayings, each once: of two by one cue that overlap, or with the same words, the one found first."""
    found: list[Saying] = []
    for saying in sayings:
        if not any(_same(saying, other) for other in found):
            found.append(saying)
    return sorted(found, key=lambda s: (s.content.start, -s.content.end))


def _same(a: Saying, b: Saying) -> bool:
    if a.content.start == b.content.start and a.content.end == b.content.end:
        return True
    overlap = a.content.start < b.content.end and b.content.start < a.content.end
    return overlap and a.cue is not None and b.cue is not None and a.cue.start == b.cue.start


def _within_quotation(saying: Saying, marks: Sequence[Evidence]) -> Saying | None:
    """The saying; of one told within a quotation, what is said there as well, or None if it names nobody.

    '“The Red Cross says that 40 left,” he said' gives the Red Cross, '“They ask who we are,” he says' not the pupils.
    """
    at = saying.content.start_char if saying.cue is None else saying.cue.start_char
    around = next((m for m in marks if m.start <= at < m.end), None)
    if around is None:
        return saying
    if not _by_name(saying):
        return None
    if saying.content.end_char <= around.end or saying.content.start_char >= around.end:
        return saying
    inside = saying.content.doc.char_span(saying.content.start_char, around.end - 1, alignment_mode="contract")
    words = trimmed(inside.doc, inside.start, inside.end) if inside is not None else None
    return replace(saying, content=words) if words is not None else saying


def _by_name(saying: Saying) -> bool:
    """Whether its source is called by name."""
    who = named(saying.source, saying.head) if saying.source is not None and saying.head is not None else None
    return any(m.evidence == who and m.form is Form.NAME for m in saying.content.doc._.mentions)


def _statement(saying: Saying, marks: Sequence[Evidence], sayings: Sequence[Saying]) -> Statement:
    where, place = venue(saying, [s.content for s in sayings])
    kind = doing(saying)
    quote = evidence(saying.content)
    quoted_inside = any(mark.overlaps(quote) for mark in marks)
    anchor = saying.cue[0] if saying.cue is not None else saying.content[0]
    return Statement(
        quote=quote,
        form="direct" if saying.direct else "mixed" if quoted_inside else "indirect",
        speaker=_speaker(saying),
        cue=evidence(saying.cue) if saying.cue is not None else None,
        date=_day(saying, sayings),
        sentence=_evidence_of(sentence(anchor)),
        past=saying.verb is not None and in_the_past(saying.verb),
        kind=kind,
        takes_up=takes_up(saying) if kind == "denial" else "",
        venue=where,
        place=place,
    )


def _speaker(saying: Saying) -> Evidence | None:
    """The words that name who speaks, up to the relative pronoun that stands for them: 'Ada Roe, who'."""
    if saying.source is None:
        return None
    who, last = speaker(saying.source, saying.head), saying.source[-1]
    if last.tag_ not in ("WDT", "WP") or last.idx <= who.start:
        return who
    end = last.idx + len(last)
    return Evidence(who.start, end, text_of(saying.source.doc)[who.start : end])


def _evidence_of(span: Span) -> Evidence:
    """The evidence of the span without white space at its ends."""
    start = span.start_char + len(span.text) - len(span.text.lstrip())
    exact = span.text.strip()
    return Evidence(start, start + len(exact), exact)


def _day(saying: Saying, sayings: Iterable[Saying]) -> str:
    """The day that the words of saying give: the date nearest to the verb, in its sentence but in nothing said."""
    verb = saying.verb
    if verb is None:
        return ""
    sent = sentence(verb)
    dates = [
        (abs(span.root.i - verb.i), date.value)
        for span, date in dates_in(sent)
        if "/" not in date.value
        and not any(_within(span, s.content) and not _within(verb, s.content) for s in sayings)
        and sent.doc[max(span.start - 1, 0)].lower_ not in _SINCE
        and (0 < span.start - verb.i <= 3 or _of_the_clause(span, verb))
    ]
    return min(dates, default=(0, ""))[1]


def _within(words: Span | Token, content: Span) -> bool:
    start, end = (words.start, words.end) if isinstance(words, Span) else (words.i, words.i + 1)
    return content.start <= start and end <= content.end


def _of_the_clause(date: Span, verb: Token) -> bool:
    """Whether a date stands in the clause of `verb`, not in one about somebody: 'Roe, who came on Friday, said'."""
    clause = next((t for t in date.root.ancestors if t.pos_ in ("VERB", "AUX") and t.dep_ not in ("acl", "amod")), None)
    while (
        verb != clause and verb.dep_ in ("conj", "advcl", "xcomp") and not any(t.dep_ == "nsubj" for t in verb.children)
    ):
        verb = verb.head
    if clause is None:  # outside any clause, a date says when only as the label of a line, not as part of a dateline
        return date.end < len(date.doc) and date.doc[date.end].text == ":"
    return verb == clause


def _headlines(doc: Doc) -> Iterator[Saying]:
    """'Forty children back home – Ministry of Justice': a line without a full stop that ends in its source."""
    text = text_of(doc)
    for mention in doc._.mentions:
        end = mention.evidence.end
        rest = text[end:].split("\n", 1)[0]
        line = text.rfind("\n", 0, mention.evidence.start) + 1
        before = text[line : mention.evidence.start]
        dash = re.search(r"\s[–—-]\s+(?:[\w’'. ]*\s)?$", before)
        if rest.strip() or dash is None:
            continue
        content = doc.char_span(line, line + dash.start(), alignment_mode="expand")
        source = doc.char_span(line + dash.end(), end, alignment_mode="expand") or doc.char_span(
            mention.evidence.start, end, alignment_mode="expand"
        )
        said = trimmed(doc, content.start, content.end) if content is not None else None
        if said is not None and source is not None and len(said) > 2:
            yield Saying(said, None, source, source.root, None)


def _shares(content: Span, sent: Span) -> bool:
    """Whether the sentence has part in what was said, other than as one of many sentences of a long speech."""
    around = content.start < sent.start and sent.end < content.end
    return content.start < sent.end and sent.start < content.end and not around


def _continued(doc: Doc, sayings: Sequence[Saying]) -> Iterator[Saying]:
    """A sentence with a figure that takes up the reported one before it: 'That makes a total of 40.'"""
    last: Saying | None = None
    for sent in doc.sents:
        own = [s for s in sayings if _shares(s.content, sent)]
        words = trimmed(doc, sent.start, sent.end)
        if own or words is None:
            last = own[-1] if own else last
            continue
        goes_on = last is not None and "\n" not in doc[last.content.end : words.start].text
        if goes_on and last is not None and _ANAPHORS.match(words.text) and any(t.like_num for t in words):
            last = Saying(words, None, last.source, last.head, last.verb)
            yield last
        else:
            last = None
