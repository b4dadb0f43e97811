"""Which act of the article an act upholds, overturns or amends: anaphora of acts, resolved only where certain."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from onrecord.claims.act_numbers import told_apart
from onrecord.lexicon.official_acts import comes_about, in_part, of_courts, stage
from onrecord.values.claims import ActClaim, Effect
from onrecord.values.entities import Entity, Resolution
from onrecord.values.findings import Revision

_STEM = 4  # letters that a noun shares with the verb it is made from: 'suspended … the suspension'
_GAP = 3  # characters between one sentence and the next


def revised(claims: Sequence[ActClaim], resolution: Resolution) -> tuple[ActClaim, ...]:
    """The acts, each with its effects on earlier ones, which stand by them as the article tells."""
    found = list(claims)
    for at, act in enumerate(claims):
        for anaphor in (_Anaphor.of(revision, act, resolution) for revision in act.revises):
            earlier = anaphor.antecedent(claims)
            if earlier is not None:
                effects = (*found[at].effects, Effect(anaphor.effect_on(claims[earlier]), earlier))
                found[at] = replace(found[at], effects=tuple(dict.fromkeys(effects)))
                found[earlier] = replace(found[earlier], standing=anaphor.standing_of(found[earlier]))
    return tuple(found)


def may_revise(act: ActClaim, one: ActClaim) -> bool:
    """Whether one act may be what another upholds, overturns or amends, and so cannot be that act told again."""
    if one.revises:
        return False
    named = [r for r in act.revises if one.type in r.types]
    if of_courts(one.type):
        return bool(named) and not (one.by or one.described) and bool(one.against)
    return any(words.start < r.words.start for r in named for words in one.evidence)


@dataclass(frozen=True, slots=True)
class _Anaphor:
    """Words for an earlier act, with whom they say it is against and who made it."""

    revision: Revision
    act: ActClaim  # whose words they are
    whom: frozenset[Entity]
    by: Entity | None

    @staticmethod
    def of(revision: Revision, act: ActClaim, resolution: Resolution) -> "_Anaphor":
        whom = (resolution.entity(words) for words in revision.against)
        return _Anaphor(revision, act, frozenset(filter(None, whom)), resolution.entity(revision.by))

    def antecedent(self, claims: Sequence[ActClaim]) -> int | None:
        """The place of the act that the words stand for: the only one that they fit, or that is told just before."""
        fitting = [i for i, one in enumerate(claims) if one is not self.act and self._fits(one)]
        found = [i for i in fitting if self._tells(claims[i])] or [i for i in fitting if self._takes_up(claims[i])]
        if len(found) > 1 or not self.revision.types:
            found = [i for i in found if self._beside(claims[i])]
        return found[0] if len(found) == 1 else None

    def effect_on(self, one: ActClaim) -> str:
        """What befalls the earlier act as a whole."""
        return in_part(self.revision.effect) if self._in_part(one) else self.revision.effect

    def standing_of(self, one: ActClaim) -> str:
        """How the earlier act stands: by this one, if that comes later in an act's course than what else is told."""
        given = self.revision.standing
        later = given and not self._in_part(one) and stage(given) > stage(one.standing)
        return given if later else one.standing

    def _in_part(self, one: ActClaim) -> bool:
        """Whether the words tell only of some of those the act is against: 'the conviction of A'."""
        return bool(self.whom) and not self.whom >= {*one.against, *one.acquits}

    def _fits(self, one: ActClaim) -> bool:
        """Whether the words may stand for this act: by its kind, its maker, whom it is against, its day and number."""
        if not comes_about(one.standing) or (self.revision.types and one.type not in self.revision.types):
            return False
        later = one.date and self.act.date and one.date > self.act.date and not one.date.startswith(self.act.date)
        return not later and self._of_its_maker(one) and self._as_worded(one)

    def _of_its_maker(self, one: ActClaim) -> bool:
        """Whether it may be of who made the earlier act; one court does not uphold or overturn itself."""
        if self.by is not None and one.by is not None:
            return self.by == one.by
        return not (of_courts(one.type) and one.by is not None and one.by == self.act.by)

    def _as_worded(self, one: ActClaim) -> bool:
        """Whether what the words say of the act holds of this one."""
        day, number = self.revision.date, self.revision.number
        if self.whom and self.whom.isdisjoint((*one.against, *one.acquits)):
            return False
        if day and not (one.date and (one.date.startswith(day) or day.startswith(one.date))):
            return False
        return not number or (bool(one.number) and not told_apart(one.number, number))

    def _tells(self, one: ActClaim) -> bool:
        """Whether the words themselves report the act: 'the conviction of A'."""
        words = self.revision.words
        return any(told.start < words.end and words.start < told.end for told in one.evidence)

    def _takes_up(self, one: ActClaim) -> bool:
        """Whether the words say enough to know the act, or its report before them has their noun, or its stem."""
        if not self.revision.definite:
            return False
        if self.whom or self.revision.number or self.revision.date:
            return True
        before = [s for s, w in zip(one.sentences, one.evidence, strict=True) if w.start < self.revision.words.start]
        stem = self.revision.noun[:_STEM]
        return bool(before) and (of_courts(one.type) or any(stem in sentence.exact.lower() for sentence in before))

    def _beside(self, one: ActClaim) -> bool:
        """Whether the act is told before the words in their sentence, or in the one that ends before it."""
        own = [s for s in self.act.sentences if s.start <= self.revision.words.start < s.end]
        near = any(s == here or 0 <= here.start - s.end <= _GAP for here in own for s in one.sentences)
        return near and any(words.start < self.revision.words.start for words in one.evidence)
