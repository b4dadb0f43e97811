"""Acts in words that no rule knows: triggers that the encoder reads, with the arguments it points to.

What the syntax tells of a trigger comes first; the encoder's pointers fill in what it leaves open.
"""

from collections.abc import Collection, Iterator
from dataclasses import replace

from spacy.tokens import Doc, Span

from onrecord.encoder.spans import Frame
from onrecord.extract.acts.candidates import Candidate, completed
from onrecord.extract.acts.maker import Maker
from onrecord.extract.acts.participants import Participants
from onrecord.extract.acts.triggers import trigger_in
from onrecord.extract.doc_extensions import spaced
from onrecord.extract.frames import Frames, filler, label
from onrecord.lexicon.official_acts import comes_about, has, kinds_of_act, makers, targets
from onrecord.values.findings import Evidence, Form, Kind, Mention

_TRIGGER = 0.95
_STATUS = 0.8
_FILLER = 0.8


def candidates(doc: Doc, taken: Collection[tuple[str, Span]], who: Participants) -> Iterator[Candidate]:
    """What the encoder takes for triggers, in order of the text; not of a kind and in a sentence that rules have read.

    `taken` are these kinds and sentences.
    """
    for frame in Frames(doc):
        kind = frame.kinds[0] if frame.kinds else None
        if kind is None or kind.probability < _TRIGGER or kind.label not in kinds_of_act():
            continue
        words = spaced(doc, Evidence(frame.start, frame.end, ""))
        standing = label(frame, "standing", _STATUS)
        if (kind.label, words.sent) not in taken and comes_about(standing):
            yield _filled(completed(Candidate(trigger_in(words, kind.label)), who), frame, doc, who)


def _filled(candidate: Candidate, frame: Frame, doc: Doc, who: Participants) -> Candidate:
    kind = candidate.trigger.kind
    mutual = has(kind, "mutual")
    if not candidate.maker and not mutual:
        maker = _pointed_to(frame, "maker", doc, makers(kind))
        candidate = replace(candidate, maker=Maker(who.court_of(maker)) if maker is not None else candidate.maker)
    if not candidate.targets:
        target = _pointed_to(frame, "target", doc, targets(kind) if not mutual else tuple(Kind))
        by = candidate.maker.mention if candidate.maker else None
        candidate = replace(candidate, targets=(target,) if target not in (None, by) else ())
    if not candidate.date:
        dates = {date.evidence: date.value for date in doc._.dates}
        candidate = replace(candidate, date=dates.get(filler(frame, "actDate", dates, _FILLER), ""))
    return candidate


def _pointed_to(frame: Frame, role: str, doc: Doc, kinds: Collection[Kind]) -> Mention | None:
    named = {m.evidence: m for m in doc._.mentions if m.kind in kinds and m.form is not Form.PRONOUN}
    return named.get(filler(frame, role, named, _FILLER))
