"""Official acts: warrants, resolutions, judgments, charges, sanctions, decrees, laws, agreements.

On record are acts that the article reports as done: `triggers` finds the words of `ontology/acts.ttl`, `maker` who made
it, `targets` whom it is against, `status` where it stands. Acts asked for or turned down are `proposals`.
"""

from collections.abc import Iterator
from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc, Span

from onrecord.extract.acts.attributes import number_of, subject_of, year_of
from onrecord.extract.acts.cross_sentence import continued, with_bullets
from onrecord.extract.acts.maker import further_makers, maker_of
from onrecord.extract.acts.participants import Participants
from onrecord.extract.acts.plausibility import is_act
from onrecord.extract.acts.proposals import proposed
from onrecord.extract.acts.status import standing_of
from onrecord.extract.acts.targets import against, parties
from onrecord.extract.acts.triggers import Trigger, triggers
from onrecord.extract.doc_extensions import evidence, outside
from onrecord.extract.syntax.event_date import date_of
from onrecord.extract.syntax.span_index import Named
from onrecord.lexicon.official_acts import has
from onrecord.values.findings import Act


@Language.component("onrecord_acts", assigns=["doc._.acts"], requires=["doc._.mentions", "doc._.dates"])
def acts(doc: Doc) -> Doc:
    """Set `doc._.acts`."""
    who = Participants(doc, Named(doc))
    found = with_bullets(continued(_reported(doc, who), doc), doc, who)
    found = [*found, *proposed(doc, who)]
    doc._.acts = tuple(sorted(outside(doc, found), key=lambda a: a.evidence))
    return doc


def _reported(doc: Doc, who: Participants) -> Iterator[Act]:
    kinds: set[str] = set()
    for trigger in triggers(doc):
        if trigger.way == "elliptical" and trigger.concept.term not in kinds:
            continue
        for act in _read(trigger, who):
            kinds.add(act.type)
            yield act


def _read(trigger: Trigger, who: Participants) -> Iterator[Act]:
    """The acts that the words report: one for each body they name; none where they do not tell enough."""
    by = maker_of(trigger, who)
    whom = parties(trigger, who) if has(trigger.kind, "mutual") else against(trigger, by, who)
    number = number_of(trigger)
    act = Act(
        evidence=evidence(_words(trigger)),
        type=trigger.kind,
        by=by.evidence if by else None,
        against=tuple(m.evidence for m in whom),
        date=_date(trigger) or year_of(number),
        standing=standing_of(trigger),
        sentence=evidence(trigger.last.sent),
        subject=subject_of(trigger, [who.named.span(m) for m in whom]),
        number=number,
    )
    if not is_act(act, by, trigger, who):
        return
    yield act
    yield from (replace(act, by=body.evidence) for body in further_makers(trigger, by, who))


def _words(trigger: Trigger) -> Span:
    marks = sorted(t.i for t in (trigger.verb, trigger.noun, trigger.last) if t is not None)
    return trigger.last.doc[marks[0] : marks[-1] + 1]


def _date(trigger: Trigger) -> str:
    verb = trigger.verb
    if verb is None:
        return date_of(None, trigger.last)
    noun = trigger.last if trigger.last != verb else None
    if trigger.way == "means" and (made := date_of(None, noun)):  # 'appointed by decree of 5 May'
        return made
    return date_of(verb, noun)
