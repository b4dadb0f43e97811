"""Which body did what in law."""

from collections.abc import Iterable
from dataclasses import replace

from onrecord.claims.act_numbers import told_apart
from onrecord.claims.merging import merged
from onrecord.lexicon.official_acts import asked_for, comes_about, has, stage
from onrecord.values.claims import ActClaim
from onrecord.values.entities import Resolution
from onrecord.values.findings import Act


def acts(found: Iterable[Act], resolution: Resolution) -> tuple[ActClaim, ...]:
    """The claim of each act; one told again, perhaps with less, is the same act. Nobody's acts are not on record."""
    claims = [
        ActClaim(
            type=act.type,
            by=resolution.entity(act.by),
            against=tuple(dict.fromkeys(e for words in act.against if (e := resolution.entity(words)))),
            date=act.date,
            standing=act.standing,
            subject=act.subject,
            number=act.number,
            evidence=(act.evidence,),
            sentences=(act.sentence,),
            sought_by=resolution.entity(act.sought_by),
        )
        for act in found
    ]
    kept = [c for c in merged(claims, _same_act, _joined_acts) if c.by or c.sought_by or has(c.type, "mutual")]
    done = [c for c in kept if comes_about(c.standing)]
    return tuple(c for c in kept if not any(_granted(c, d) for d in done))


def _same_act(a: ActClaim, b: ActClaim) -> bool:
    """The same type, and nothing that contradicts: body, day, number, or a target in common where both name some."""
    return (
        a.type == b.type
        and comes_about(a.standing) == comes_about(b.standing)
        and (a.by == b.by or not (a.by and b.by))
        and not told_apart(a.number, b.number)
        and (a.date.startswith(b.date) or b.date.startswith(a.date))
        and (not (a.against and b.against) or bool(set(a.against) & set(b.against)) or (a.date == b.date != ""))
    )


def _granted(sought: ActClaim, done: ActClaim) -> bool:
    """Whether what was sought has come about: the act that was done is of the type, the body and those it names."""
    return (
        asked_for(sought.standing)
        and sought.type == done.type
        and (sought.by == done.by or not (sought.by and done.by))
        and bool(set(sought.against) & set(done.against))
    )


def _joined_acts(a: ActClaim, b: ActClaim) -> ActClaim:
    return replace(
        a,
        by=a.by or b.by,
        against=tuple(dict.fromkeys(a.against + b.against)),
        date=max(a.date, b.date, key=len),
        standing=max(a.standing, b.standing, key=stage),
        subject=a.subject or b.subject,
        number=a.number or b.number,
        evidence=a.evidence + b.evidence,
        sentences=a.sentences + b.sentences,
        sought_by=a.sought_by or b.sought_by,
    )
