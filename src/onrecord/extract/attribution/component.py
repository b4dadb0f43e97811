"""Statements: the attributions of the encoder, of labelled turns and of figures, each with its speaker and its day."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc, Span, Token

from onrecord.extract.attribution.amounts import amounts
from onrecord.extract.attribution.attribution import Attribution
from onrecord.extract.attribution.closing import closing
from onrecord.extract.attribution.from_encoder import from_encoder
from onrecord.extract.attribution.governed import governed
from onrecord.extract.attribution.nested import with_cited
from onrecord.extract.attribution.reported import reported
from onrecord.extract.attribution.source import coordinated, speaker
from onrecord.extract.attribution.source_notes import source_notes
from onrecord.extract.attribution.speech_acts import doing, takes_up, turns_down
from onrecord.extract.attribution.transcript_turns import turns
from onrecord.extract.attribution.venues import venue
from onrecord.extract.doc_extensions import evidence, spaced, text_of
from onrecord.extract.layout.quotation_marks import quotations
from onrecord.extract.syntax.clauses import in_the_past, sentence, trimmed
from onrecord.extract.syntax.event_date import dates_in
from onrecord.lexicon import sayings
from onrecord.values.findings import Evidence, Statement

_SINCE = {"since", "until", "till", "by", "before", "after", "from", "between", "of", "as"}
_ANAPHORS = re.compile(r"(?:this|that|these|those|(?:of|among) (?:these|those|them))\b", re.I)


@Language.component(
    "onrecord_statements",
    requires=["doc._.mentions", "doc._.dates"],
    assigns=["doc._.statements", "doc._.source_notes"],
)
def statements(doc: Doc) -> Doc:
    """Set `doc._.statements` and `doc._.source_notes`."""
    marks, found = quotations(text_of(doc)), _attributions(doc)
    notes = [note for note in source_notes(doc) if not _in_furniture(doc, note.evidence)]
    general = {note.sentence.start for note in notes if note.general}  # these tell how to read the text
    made = (_statement(a, marks, found) for each in found for a in _by_each(each))
    kept = [s for s in made if s.sentence.start not in general and not _in_furniture(doc, s.quote)]
    doc._.statements = tuple(sorted(kept, key=lambda s: (s.quote.start, -s.quote.end)))
    doc._.source_notes = tuple(sorted(notes, key=lambda note: (note.evidence.start, -note.evidence.end)))
    return doc


def _attributions(doc: Doc) -> list[Attribution]:
    """All attributions of the text, those of one cue once."""
    found = _distinct([*turns(doc), *(a for a in from_encoder(doc) if not _in_turn(doc, a))])
    found += amounts(doc, found)
    found += governed(doc, found)
    found += closing(doc, found)
    found = with_cited(doc, [a for a in found if a.verb is None or a.direct or not turns_down(a.verb)])
    return [*found, *reported(doc, found), *_continued(doc, found)]


def _in_turn(doc: Doc, attribution: Attribution) -> bool:
    """Whether the attribution is by the label of a turn, and so told by the turn already."""
    by_label = attribution.cue is None or not any(t.is_alpha for t in attribution.cue)
    return by_label and any(turn.said.overlaps(evidence(attribution.content)) for turn in doc._.turns)


def _by_each(attribution: Attribution) -> Iterator[Attribution]:
    """The attribution, once for each of those who speak together: 'the ministry and the coast guard said'."""
    yield attribution
    if attribution.source is None or attribution.head is None:
        return
    for name in coordinated(attribution.source, speaker(attribution.source, attribution.head)):
        words = spaced(attribution.source.doc, name)
        yield replace(attribution, source=words, head=words.root)


def _in_furniture(doc: Doc, where: Evidence) -> bool:
    return any(line.overlaps(where) for line in doc._.chrome)


def _distinct(attributions: Iterable[Attribution]) -> list[Attribution]:
    """The attributions, each once: of two by one cue that overlap, or with the same words, the one found first."""
    found: list[Attribution] = []
    for attribution in attributions:
        if not any(_same(attribution, other) for other in found):
            found.append(attribution)
    return sorted(found, key=lambda s: (s.content.start, -s.content.end))


def _same(a: Attribution, b: Attribution) -> bool:
    if a.content.start == b.content.start and a.content.end == b.content.end:
        return True
    overlap = a.content.start < b.content.end and b.content.start < a.content.end
    return overlap and a.cue is not None and b.cue is not None and a.cue.start == b.cue.start


def _statement(attribution: Attribution, marks: Sequence[Evidence], attributions: Sequence[Attribution]) -> Statement:
    where, place = venue(attribution, [s.content for s in attributions])
    kind = doing(attribution)
    quote = evidence(attribution.content)
    quoted_inside = any(mark.overlaps(quote) for mark in marks)
    anchor = attribution.cue[0] if attribution.cue is not None else attribution.content[0]
    return Statement(
        quote=quote,
        form="direct" if attribution.direct else "mixed" if quoted_inside else "indirect",
        speaker=_speaker(attribution),
        cue=evidence(attribution.cue) if attribution.cue is not None else None,
        date=_day(attribution, attributions),
        sentence=_evidence_of(sentence(anchor)),
        past=attribution.verb is not None and in_the_past(attribution.verb),
        kind=kind,
        takes_up=takes_up(attribution) if kind == sayings.negating() else "",
        venue=where,
        place=place,
        confidence=attribution.confidence,
        parts=_parts(attribution),
        opens=attribution.direct and _opens_paragraph(attribution.content),
    )


def _opens_paragraph(content: Span) -> bool:
    before = text_of(content.doc)[: content.start_char].rstrip(" \t")
    return not before or before.endswith("\n")


def _parts(attribution: Attribution) -> tuple[Evidence, ...]:
    """The stretches of words said, where these are interrupted."""
    doc, parts = attribution.content.doc, attribution.parts
    words = (trimmed(doc, part.start, part.end) for part in parts if len(parts) > 1)
    return tuple(evidence(said) for said in words if said is not None)


def _speaker(attribution: Attribution) -> Evidence | None:
    """The words that name who speaks, up to the relative pronoun that stands for them: 'Ada Roe, who'."""
    if attribution.source is None:
        return None
    who, last = speaker(attribution.source, attribution.head), attribution.source[-1]
    if last.tag_ not in ("WDT", "WP") or last.idx <= who.start:
        return who
    end = last.idx + len(last)
    return Evidence(who.start, end, text_of(attribution.source.doc)[who.start : end])


def _evidence_of(span: Span) -> Evidence:
    """The evidence of the span without white space at its ends."""
    start = span.start_char + len(span.text) - len(span.text.lstrip())
    exact = span.text.strip()
    return Evidence(start, start + len(exact), exact)


def _day(attribution: Attribution, attributions: Iterable[Attribution]) -> str:
    """The day that the words of saying give: the date nearest to the verb, in its sentence but in nothing said."""
    verb = attribution.verb
    if verb is None:
        return ""
    sent = sentence(verb)
    dates = [
        (abs(span.root.i - verb.i), date.value)
        for span, date in dates_in(sent)
        if "/" not in date.value
        and not any(_within(span, s.content) and not _within(verb, s.content) for s in attributions)
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


def _shares(content: Span, sent: Span) -> bool:
    """Whether the sentence has part in what was said, other than as one of many sentences of a long speech."""
    around = content.start < sent.start and sent.end < content.end
    return content.start < sent.end and sent.start < content.end and not around


def _continued(doc: Doc, attributions: Sequence[Attribution]) -> Iterator[Attribution]:
    """A sentence with a figure that takes up the reported one before it: 'That makes a total of 40.'"""
    last: Attribution | None = None
    for sent in doc.sents:
        own = [s for s in attributions if _shares(s.content, sent)]
        words = trimmed(doc, sent.start, sent.end)
        if own or words is None:
            last = own[-1] if own else last
            continue
        goes_on = last is not None and "\n" not in doc[last.content.end : words.start].text
        if goes_on and last is not None and _ANAPHORS.match(words.text) and any(t.like_num for t in words):
            last = Attribution(words, None, last.source, last.head, last.verb)
            yield last
        else:
            last = None
