"""Candidates for acts: a trigger with what is known of its status, maker, targets and date.

Each step is a pure function that reads from the syntax what a candidate does not know yet and leaves what it does: so a
candidate may bring spans that something else than the rules has found (`from_spans`).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Span

from onrecord.extract.acts.maker import Maker, maker_in, maker_of, sayer
from onrecord.extract.acts.participants import Participants
from onrecord.extract.acts.status import standing_of
from onrecord.extract.acts.targets import against, parties
from onrecord.extract.acts.triggers import Trigger, trigger_in
from onrecord.extract.syntax.arguments import passive
from onrecord.extract.syntax.event_date import date_of, dates_in
from onrecord.lexicon.official_acts import has, targets
from onrecord.values.findings import Mention


@dataclass(frozen=True, slots=True)
class Candidate:
    """A trigger and its arguments; None is what is not known yet."""

    trigger: Trigger
    status: str | None = None
    maker: Maker | None = None
    targets: tuple[Mention, ...] | None = None
    date: str | None = None  # ISO; '' where the text gives none


def from_spans(
    words: Span,
    kind: str,
    who: Participants,
    *,
    status: str | None = None,
    makers: Sequence[Span] | None = None,
    targeted: Sequence[Span] | None = None,
    dates: Sequence[Span] | None = None,
) -> Candidate:
    """The candidate of trigger words and the spans of its arguments, each in place of what the syntax would say."""
    trigger = trigger_in(words, kind)
    found = None if targeted is None else who.targets((s.root for s in targeted), targets(kind))
    return Candidate(
        trigger,
        status,
        None if makers is None else maker_in((s.root for s in makers), trigger.concept, who),
        found,
        None if dates is None else next((date.value for s in dates for _, date in dates_in(s)), ""),
    )


def completed(candidate: Candidate, who: Participants) -> Candidate:
    """The candidate with all that its syntax tells."""
    return with_date(with_targets(with_maker(with_status(candidate), who), who), who)


def with_status(candidate: Candidate) -> Candidate:
    """The candidate with where its act stands."""
    return candidate if candidate.status is not None else replace(candidate, status=standing_of(candidate.trigger))


def with_maker(candidate: Candidate, who: Participants) -> Candidate:
    """The candidate with who made its act."""
    return candidate if candidate.maker is not None else replace(candidate, maker=maker_of(candidate.trigger, who))


def with_targets(candidate: Candidate, who: Participants) -> Candidate:
    """The candidate, its maker known, with those its act is against, or its parties."""
    if candidate.targets is not None:
        return candidate
    trigger, by = candidate.trigger, candidate.maker.mention if candidate.maker else None
    found: Iterable[Mention] = parties(trigger, who) if has(trigger.kind, "mutual") else against(trigger, by, who)
    return replace(candidate, targets=tuple(found))


def with_date(candidate: Candidate, who: Participants) -> Candidate:
    """The candidate with the day, month or year of its act."""
    return candidate if candidate.date is not None else replace(candidate, date=_date(candidate.trigger, who))


def _date(trigger: Trigger, who: Participants) -> str:
    verb = trigger.verb
    if verb is None or verb.lemma_ in trigger.concept.get("undated"):
        return date_of(None, trigger.last, weeks=True)
    reviewed = trigger.noun is None and trigger.last.lemma_ in trigger.concept.get("reviewed")
    noun = trigger.last if trigger.last != verb and not reviewed else None
    if trigger.way == "means" and (made := date_of(None, noun)):  # 'appointed by decree of 5 May'
        return made
    made = date_of(verb, noun, weeks=True)
    known = not made and passive(verb) and sayer(verb, trigger, who) is not None
    return date_of(verb.head, None) if known else made
