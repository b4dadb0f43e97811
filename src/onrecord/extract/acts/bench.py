"""Bench of a case: the court that a judge or a jury acts for, or that is left unsaid, where the article names it."""

from bisect import bisect_right
from itertools import islice

from spacy.tokens import Span, Token

from onrecord.extract.acts.maker import Maker, suffered
from onrecord.extract.acts.participants import Participants
from onrecord.extract.acts.triggers import Trigger
from onrecord.extract.syntax.arguments import passive
from onrecord.lexicon.official_acts import of_courts
from onrecord.values.findings import Kind, Mention

_INDEFINITE = {"a", "an", "another", "one", "some", "separate", "different", "other"}
_LEAD = 2  # sentences that may tell of a judge before the court is named
_BESIDE = 1  # sentences away
_ANYWHERE = 10**6
_DAY = len("2024-05-30")


def seated(maker: Maker, trigger: Trigger, date: str, who: Participants) -> Maker:
    """The maker, with the court in place of the judge or of nobody: 'Judge A convicted B', 'B was convicted'."""
    if not of_courts(trigger.kind) or (maker.mention is not None and maker.mention.kind is not Kind.PERSON):
        return maker
    reach = _reach(maker, trigger, date, who)
    court = _nearest(_courts(maker, trigger, who), trigger.last, who, reach) if reach else None
    return maker if court is None else Maker(court, maker.described)


def _reach(maker: Maker, trigger: Trigger, date: str, who: Participants) -> int:
    """How many sentences away the court may be named; none where the words are of nobody who sits in one."""
    if maker.mention is not None:
        judge = not who.called(maker.mention).isdisjoint(trigger.concept.get("makerNoun"))
        return _ANYWHERE if judge else 0
    if maker.described is not None:
        if not _indefinite(maker.described):
            return _ANYWHERE
        lead = islice(trigger.last.doc.sents, _LEAD)
        return _BESIDE if any(trigger.last.sent == sentence for sentence in lead) else 0
    unsaid = trigger.verb is not None and passive(trigger.verb) and not suffered(trigger)
    if not (unsaid and _tried(trigger)):
        return 0
    only = len(date) in (0, _DAY) and _one_court(who) and who.named.span(who.courts[0]).start < trigger.last.i
    return _ANYWHERE if only else _BESIDE


def _one_court(who: Participants) -> bool:
    """Whether the article names one court and no other: 'Tavno High Court', and 'the High Court' for short."""
    names = {m.name for m in who.courts}
    longest = max(names, key=len, default="")
    return bool(names) and all(name in longest for name in names)


def _courts(maker: Maker, trigger: Trigger, who: Participants) -> list[Mention]:
    """The courts that the article names; for a trial, or a single judge, none that only hears appeals."""
    if maker.mention is None and not _tried(trigger):
        return who.courts
    higher = trigger.concept.get("higherCourt")
    return [m for m in who.courts if set(m.name.lower().split()).isdisjoint(higher)]


def _tried(trigger: Trigger) -> bool:
    """Whether the words are those of a trial: 'was convicted'."""
    return any(t is not None and t.lemma_.lower() in trigger.concept.get("tries") for t in (trigger.verb, trigger.noun))


def _indefinite(words: Span) -> bool:
    return any(t.lower_ in _INDEFINITE or t.like_num for t in words[:2])


def _nearest(courts: list[Mention], at: Token, who: Participants, reach: int) -> Mention | None:
    """The court named nearest within reach, one named before rather than one named after."""
    starts = [s.start for s in at.doc.sents] if courts else []
    line = bisect_right(starts, at.i)
    apart = {m.evidence: bisect_right(starts, who.named.span(m).start) - line for m in courts}
    near = [m for m in courts if abs(apart[m.evidence]) <= reach]
    return min(near, key=lambda m: (apart[m.evidence] > 0, abs(apart[m.evidence])), default=None)
