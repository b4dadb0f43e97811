"""Acts in words that no rule knows: triggers that the encoder reads, with the arguments it points to.

What the syntax tells of a trigger comes first; the encoder's pointers fill in what it leaves open.
"""

from collections.abc import Collection, Iterator
from dataclasses import replace

from spacy.tokens import Doc

from onrecord.encoder.spans import Frame
from onrecord.extract.acts.candidates import Candidate, completed
from onrecord.extract.acts.maker import Maker
from onrecord.extract.acts.participants import Participants
from onrecord.extract.acts.triggers import Trigger, is_listed, trigger_in
from onrecord.extract.doc_extensions import spaced
from onrecord.extract.frames import Frames, filler, label
from onrecord.extract.syntax.factuality import happened, on_record
from onrecord.lexicon.official_acts import comes_about, has, kinds_of_act, makers, standing_by, targets
from onrecord.values.findings import Evidence, Form, Kind, Mention

_TRIGGER = 0.7
_STATUS = 0.8
_FILLER = 0.8


def candidates(doc: Doc, read: Collection[Trigger], who: Participants) -> Iterator[Candidate]:
    """What the encoder takes for triggers, in order of the text, but for what the rules know.

    They know what they have `read`, and that words of theirs which they have not are no acts: a search warrant, a
    ruling that was only sought.
    """
    told = {(trigger.kind, trigger.last.sent) for trigger in read}
    words = {token for trigger in read for token in (trigger.verb, trigger.noun, trigger.last)}
    for frame in Frames(doc):
        kind = frame.kinds[0] if frame.kinds else None
        if kind is None or kind.probability < _TRIGGER or kind.label not in kinds_of_act():
            continue
        trigger = trigger_in(spaced(doc, Evidence(frame.start, frame.end, "")), kind.label)
        known = trigger.last in words or (kind.label, trigger.last.sent) in told or is_listed(trigger.last)
        if not known and _reported(trigger) and comes_about(label(frame, "standing", _STATUS)):
            candidate = _filled(completed(Candidate(trigger), who), frame, doc, who)
            if candidate.targets or _is_known(candidate.maker):
                yield candidate


def _reported(trigger: Trigger) -> bool:
    if trigger.last.lemma_.lower() in standing_by("refusing"):  # 'vetoed the bill': no act comes about
        return False
    return happened(trigger.verb) if trigger.verb is not None else on_record(trigger.last)


def _is_known(maker: Maker | None) -> bool:
    """Whether it is said who acts: where nobody is named on either side, a learned word is too little for an act.

    'The harbour office impounded 40 boats.' charges nobody.
    """
    return maker is not None and (
        maker.described is not None or (maker.mention is not None and maker.mention.form is Form.NAME)
    )


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
