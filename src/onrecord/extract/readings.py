"""The reader's attributions as sayings, and what the grammar has to add to them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Doc, Span, Token

from onrecord.extract import speech
from onrecord.extract.clauses import trimmed
from onrecord.extract.sayings import Saying


def read(doc: Doc) -> Iterator[Saying]:
    """What the reader found, without what somebody only thinks or plans."""
    for attribution in doc._.attributions:
        content = _tokens(doc, attribution.contents[0].start, attribution.contents[-1].end)
        if content is None:
            continue
        cue = _tokens(doc, attribution.cue.start, attribution.cue.end) if attribution.cue else None
        source = _tokens(doc, attribution.source.start, attribution.source.end) if attribution.source else None
        if cue is None or not _thinks(cue):
            head = source.root if source is not None else None
            yield Saying(content, cue, source, head, _verb(cue), direct=_is_quoted(content))


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


def _thinks(cue: Span) -> bool:
    lemmas = {t.lemma_.lower() for t in cue}
    known = speech.words()
    return bool(lemmas & known.thoughts) and not lemmas & known.frames.keys()


def _is_quoted(content: Span) -> bool:
    return content[0].text[0] in '“"„«‘' and content[-1].text[-1] in '”"“»’.,!?'
