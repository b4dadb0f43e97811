"""Official acts: warrants, resolutions, judgments, charges, sanctions, decrees, laws, agreements.

On record are acts that the article reports as done: `triggers` finds the words of `ontology/acts.ttl`, each makes a
candidate, whose `status`, `maker`, `targets` and date are read in this order; `plausibility` judges the outcome. Acts
asked for or turned down are `proposals`.
"""

from collections.abc import Iterator
from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc, Span

from onrecord.extract.acts import by_frame
from onrecord.extract.acts.attributes import number_of, place_of, subject_of, year_of
from onrecord.extract.acts.bench import seated
from onrecord.extract.acts.candidates import Candidate, completed
from onrecord.extract.acts.cross_sentence import continued, with_dates, with_members, with_narrative_days
from onrecord.extract.acts.listed import introduced, is_listed, with_listed
from onrecord.extract.acts.maker import NOBODY, further_makers
from onrecord.extract.acts.participants import Participants
from onrecord.extract.acts.plausibility import is_act
from onrecord.extract.acts.proposals import proposed
from onrecord.extract.acts.revision import revisions
from onrecord.extract.acts.targets import acquitted
from onrecord.extract.acts.triggers import Trigger, triggers
from onrecord.extract.doc_extensions import evidence, outside
from onrecord.extract.syntax.span_index import Named
from onrecord.values.findings import Act


@Language.component("onrecord_acts", assigns=["doc._.acts"], requires=["doc._.mentions", "doc._.dates"])
def acts(doc: Doc) -> Doc:
    """Set `doc._.acts`."""
    who = Participants(doc, Named(doc))
    found = with_members(continued(_reported(doc, who), doc), doc, who)
    found = [*with_narrative_days(with_dates(found, doc), doc), *proposed(doc, who)]
    doc._.acts = tuple(sorted(outside(doc, found), key=lambda a: a.evidence))
    return doc


def _reported(doc: Doc, who: Participants) -> Iterator[Act]:
    kinds: set[str] = set()
    read: list[Trigger] = []
    for trigger in triggers(doc):
        read.append(trigger)
        if trigger.way == "elliptical" and trigger.concept.term not in kinds and not any(introduced(trigger, who)):
            continue
        for act in _read(with_listed(completed(Candidate(trigger), who), who), who):
            kinds.add(act.type)
            yield act
    for candidate in by_frame.candidates(doc, read, who):
        yield from _read(with_listed(candidate, who), who)


def _read(known: Candidate, who: Participants) -> Iterator[Act]:
    """The acts of a candidate: one for each body that made it; none where the words do not tell enough."""
    trigger, whom = known.trigger, known.targets or ()
    maker = seated(known.maker or NOBODY, trigger, known.date or "", who)
    number = number_of(trigger)
    act = Act(
        evidence=evidence(_words(trigger)),
        type=trigger.kind,
        by=maker.mention.evidence if maker.mention else None,
        against=tuple(m.evidence for m in whom),
        date=known.date or year_of(number),
        standing=known.status or "",
        sentence=evidence(trigger.last.sent),
        subject=subject_of(trigger, [who.named.span(m) for m in whom]),
        number=number,
        described=evidence(maker.described) if maker.described is not None else None,
        place=place_of(trigger, maker, who),
        acquits=tuple(m.evidence for m in acquitted(trigger, who)),
        revises=revisions(trigger, who),
    )
    if not (is_act(act, maker, trigger, who) or is_listed(known, who)):
        return
    yield act
    more = further_makers(trigger, maker.mention, who)
    yield from (replace(act, by=body.evidence, described=None) for body in more)


def _words(trigger: Trigger) -> Span:
    marks = sorted(t.i for t in (trigger.verb, trigger.noun, trigger.last) if t is not None)
    return trigger.last.doc[marks[0] : marks[-1] + 1]
