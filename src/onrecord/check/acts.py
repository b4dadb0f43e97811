"""The official acts that a draft tells, beside those on record: whether they came about, by whom, and when."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import pyoxigraph as ox

from onrecord.check import outcomes
from onrecord.check.asking import Askable, Row, grouped, nodes, rows
from onrecord.check.figures import sources_of
from onrecord.check.findings import Remark, Source, shown
from onrecord.check.likeness import RETOLD, retold
from onrecord.check.outcomes import Outcome
from onrecord.check.parties import Party, any_of, one, party_of
from onrecord.check.verdicts import Verdict
from onrecord.claims.act_numbers import told_apart
from onrecord.graph.iri import term_of
from onrecord.graph.terms import term
from onrecord.lexicon import lexicon
from onrecord.lexicon.establishing import ALLEGED, established
from onrecord.lexicon.official_acts import comes_about, kinds_of_act
from onrecord.values.isodate import bounds

_BESIDE = 120  # acts that those of a draft are set beside, those of its days and of related articles first
_NIGHT = 1


@dataclass(frozen=True, slots=True)
class Done:
    """An act as an article or a draft tells it."""

    node: str
    type: str  # term
    standing: str  # term
    date: str  # ISO; '' where none is told
    number: str
    by: Party
    against: tuple[Party, ...]
    acquits: tuple[Party, ...]
    sources: tuple[Source, ...]

    @property
    def about(self) -> tuple[Party, ...]:
        """Those whom it is against or acquits."""
        return (*self.against, *self.acquits)


def done(asked: Askable, acts: Iterable[str]) -> dict[str, Done]:
    """Acts by their IRIs."""
    found = grouped(rows(asked, "compared-acts", "act", nodes(acts)), "act")
    return {node: _done(node, some) for node, some in found.items()}


def _done(node: str, some: Sequence[Row]) -> Done:
    row = some[0]
    return Done(
        node,
        term_of(row["type"]),
        term_of(row["standing"]) if row["standing"] else "",
        row["date"],
        row["number"],
        party_of(row["name"], some, "by"),
        _parties(some, "target", "against"),
        _parties(some, "acquitted", "cleared"),
        sources_of(node, some),
    )


def _parties(some: Iterable[Row], name: str, identity: str) -> tuple[Party, ...]:
    by_name = grouped((each for each in some if each[name]), name)
    return tuple(party_of(called, those, identity) for called, those in by_name.items())


def beside(record: Askable, mine: Iterable[Done], parties: Iterable[str], articles: Iterable[str]) -> list[Done]:
    """The acts on record of the kinds that a draft tells, or that allege something.

    By or against those whom it names, or told in articles about what it is about.
    """
    told = list(mine)
    types = {*(act.type for act in told), *(kind for kind in kinds_of_act() if _alleges(kind))}
    only = {"type": [ox.NamedNode(iri) for name in sorted(types) if (iri := term("act", name))]}
    near = [row for row in rows(record, "acts-in-article", "article", nodes(articles)) if term_of(row["type"]) in types]
    near += rows(record, "acts-of-party", "who", nodes(sorted(parties)), only, at_once=1)
    days = {act.date for act in told if act.date}
    ranked = sorted(enumerate(near), key=lambda each: (each[1]["date"] not in days, each[0]))  # else as they were found
    found = list(dict.fromkeys(row["act"] for _, row in ranked))[:_BESIDE]
    return list(done(record, found).values())


def remarks(act: Done, record: Iterable[Done], known: Mapping[str, Party]) -> Iterator[Remark]:
    """What is to be said of an act in a draft."""
    by = known.get(act.by.name, act.by)
    against, acquits = (tuple(known.get(p.name, p) for p in some) for some in (act.against, act.acquits))
    about, acts = (*against, *acquits), list(record)
    like = [told for told in acts if _one_act(act, by, about, told)]
    for parties, outcome in ((against, _told(act)), (acquits, Outcome.CLEARED)):
        if parties and outcome and not any(outcome in _outcomes(told, parties) for told in like):
            charges = [told for told in acts if _alleges(told.type) and any_of(parties, told.about)]
            yield from _of_other_outcome(act, parties, outcome, like, charges)
            return
    same = [told for told in like if comes_about(told.standing) or not comes_about(act.standing)]
    dated = [told for told in same if not act.date or not told.date or _one_day(act.date, told.date)]
    if dated:
        yield Remark(Verdict.AGREES, f"on record as {worded(dated[0])}", shown(dated))
    elif retold_acts := [told for told in same if _retold(act, told, about)]:
        days = "; ".join(dict.fromkeys(told.date for told in retold_acts))
        yield Remark(Verdict.ANOTHER_DAY, f"on record it is of {days}", shown(retold_acts))
    elif unfinished := [told for told in like if told not in same]:
        yield Remark(Verdict.CONTRADICTED, f"on record as {worded(unfinished[0])}", shown(unfinished))
    elif same:
        yield Remark(Verdict.NOT_ON_RECORD, f"the nearest on record is {worded(same[0])}", shown(same[:1]))


def _of_other_outcome(
    act: Done, parties: Sequence[Party], outcome: Outcome, like: Iterable[Done], charges: Sequence[Done]
) -> Iterator[Remark]:
    """Of those whom the draft has convicted or cleared, and no decision on record."""
    dated = [told for told in like if not act.date or not told.date or _one_day(act.date, told.date)]
    contrary = [told for told in dated if _outcomes(told, parties)]
    if contrary:
        yield Remark(Verdict.CONTRADICTED, f"on record as {worded(contrary[0])}", shown(contrary))
    elif outcome is Outcome.CONVICTED and charges:
        yield Remark(Verdict.ONLY_ACCUSED, f"on record as {worded(charges[0])}", shown(charges))
    elif dated:
        yield Remark(Verdict.NOT_ON_RECORD, f"the nearest on record is {worded(dated[0])}", shown(dated[:1]))


def _told(act: Done) -> Outcome | None:
    """What an act makes of those whom it is against, by the words that tell the act."""
    return next((one for source in act.sources for one in outcomes.told(source.words.exact)), None)


def _outcomes(told: Done, parties: Sequence[Party]) -> frozenset[Outcome]:
    """What an act on record may have made of some people; where its words do not say it, its sentences may."""
    if any_of(parties, told.acquits):
        return frozenset((Outcome.CLEARED,))
    if outcome := _told(told):
        return frozenset((outcome,))
    return frozenset(one for source in told.sources for one in outcomes.told(source.sentence.exact))


@lexicon.derived
def _alleges(kind: str) -> bool:
    """Whether acts of a kind say of somebody what no court has found: charges, warrants."""
    return established(term("act", kind) or "", "") == ALLEGED


def _one_act(act: Done, by: Party, about: Sequence[Party], told: Done) -> bool:
    """Whether two acts may be one, their days aside."""
    if act.type != told.type or told_apart(act.number, told.number):
        return False
    if by and told.by and not one(by, told.by):
        return False
    if about and told.about:
        return any_of(about, told.about)
    return bool(by and told.by) or (bool(about) == bool(told.about) and _like(act, told) >= RETOLD)


def _retold(act: Done, told: Done, about: Sequence[Party]) -> bool:
    """Whether an act of another day is this one all the same: a body may resolve on one matter again and again."""
    shared = bool(about and told.about) or bool(act.number and act.number == told.number)
    return shared or _like(act, told) >= RETOLD


def _like(act: Done, told: Done) -> float:
    return max(retold(a.sentence.exact, b.sentence.exact) for a in act.sources for b in told.sources)


def _one_day(a: str, b: str) -> bool:
    (first, last), (begins, ends) = bounds(a), bounds(b)
    return first.toordinal() - _NIGHT <= ends.toordinal() and begins.toordinal() <= last.toordinal() + _NIGHT


def worded(told: Done) -> str:
    """An act in words for users."""
    kind = next((c.label for c in lexicon.load().scheme("act") if c.term == told.type), told.type)
    standing = next((c.label for c in lexicon.load().scheme("standing") if c.term == told.standing), "")
    parts = [f"{kind}, {standing}" if standing else kind]
    parts += [f"by {told.by.name}"] if told.by else []
    parts += [f"against {', '.join(party.name for party in told.against)}"] if told.against else []
    parts += [f"acquitting {', '.join(party.name for party in told.acquits)}"] if told.acquits else []
    parts += [f"of {told.date}"] if told.date else []
    return " ".join(parts)
