"""The reader's attributions as sayings, and what the grammar has to add to them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Doc, Span, Token

from onrecord.extract import speech
from onrecord.extract.clauses import trimmed
from onrecord.extract.sayings import Saying
from onrecord.extract.speaker import named
from onrecord.findings import Kind


def read(doc: Doc) -> Iterator[Saying]:
    """What the reader found, without what somebody only thinks or plans, and what a body does without saying so."""
    for attribution in doc._.attributions:
        content = _tokens(doc, attribution.contents[0].start, attribution.contents[-1].end)
        if content is None:
            continue
        cue = _tokens(doc, attribution.cue.start, attribution.cue.end) if attribution.cue else None
        source = _tokens(doc, attribution.source.start, attribution.source.end) if attribution.source else None
        saying = Saying(content, cue, source, source.root if source else None, _verb(cue), _is_quoted(content))
        if not _thinks(cue) and (_says(saying) or not _by_a_body(saying)):
            yield saying


def completed(read: Sequence[Saying], grammar: Iterable[Saying]) -> list[Saying]:
    """The reader's sayings, each with the grammar's source where it has none, and those that it left out."""
    found = list(read)
    for saying in grammar:
        at = next((i for i, known in enumerate(read) if _covers(known, saying)), None)
        if at is None:
            found.append(saying)
        elif found[at].source is None and saying.source is not None:
            found[at] = replace(found[at], source=saying.source, head=saying.head, verb=saying.verb)
    return found


def _covers(known: Saying, saying: Saying) -> bool:
    """Whether the reader's saying is the grammar's: by the same cue, or the same words unless these quote further."""
    if known.cue is not None and saying.cue is not None and _overlap(known.cue, saying.cue):
        return True
    if not _overlap(known.content, saying.content):
        return False
    nested = saying.cue is not None and known.content.start <= saying.cue.start < known.content.end
    return not nested


def _overlap(a: Span, b: Span) -> bool:
    return a.start < b.end and b.start < a.end


def _tokens(doc: Doc, start: int, end: int) -> Span | None:
    span = doc.char_span(start, end, alignment_mode="expand")
    return trimmed(doc, span.start, span.end) if span is not None else None


def _verb(cue: Span | None) -> Token | None:
    """The verb of saying in the cue ('has also said'), else its verb."""
    verbs = [t for t in cue if t.pos_ in ("VERB", "AUX")] if cue is not None else []
    return next((t for t in verbs if speech.may_report(t)), verbs[-1] if verbs else None)


def _thinks(cue: Span | None) -> bool:
    """Whether the cue is a verb of hoping, planning or wishing."""
    known = speech.words()
    lemmas = {t.lemma_.lower() for t in cue or ()}
    return bool(lemmas & known.thoughts) and not lemmas & known.frames.keys()


def _says(saying: Saying) -> bool:
    """Whether it is a quotation or by a cue of saying; 'find' and 'rule' say something only in a clause."""
    if saying.direct or saying.cue is None:
        return True
    known = speech.words()
    clause = any(t.tag_ in ("VBD", "VBZ", "VBP", "MD") for t in saying.content)
    frames = {frame for t in saying.cue for frame in known.text_frames.get(t.lemma_.lower(), ())}
    if frames - {"clause"} or (frames and clause):
        return True
    told = saying.cue.text.lower()
    return any(speech.is_text(t) for t in saying.cue) or any(" ".join(phrase) in told for phrase in known.phrases)


def _by_a_body(saying: Saying) -> bool:
    """Whether the source is an organization or a court; these speak only with a verb of saying or in a quotation."""
    if saying.source is None or saying.head is None:
        return False
    who = named(saying.source, saying.head)
    mention = next((m for m in saying.source.doc._.mentions if m.evidence == who), None)
    return mention is not None and mention.kind in (Kind.ORGANIZATION, Kind.COURT)


def _is_quoted(content: Span) -> bool:
    return content[0].text[0] in '“"„«‘' and content[-1].text[-1] in '”"“»’.,!?'
