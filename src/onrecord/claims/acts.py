"""Which body did what in law."""

from collections.abc import Iterable
from dataclasses import replace

from onrecord.claims.merging import merged
from onrecord.claims.values import ActClaim
from onrecord.findings import Act
from onrecord.resolve import Resolution


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
        )
        for act in found
    ]
    return tuple(c for c in merged(claims, _same_act, _joined_acts) if c.by or c.type == "Agreement")


def _same_act(a: ActClaim, b: ActClaim) -> bool:
    """The same type, and nothing that contradicts: body, day, number, or a target in common where both name some."""
    return (
        a.type == b.type
        and (a.by == b.by or not (a.by and b.by))
        and (a.number == b.number or not (a.number and b.number))
        and (a.date.startswith(b.date) or b.date.startswith(a.date))
        and (not (a.against and b.against) or bool(set(a.against) & set(b.against)) or (a.date == b.date != ""))
    )


def _joined_acts(a: ActClaim, b: ActClaim) -> ActClaim:
    return replace(
        a,
        by=a.by or b.by,
        against=tuple(dict.fromkeys(a.against + b.against)),
        date=max(a.date, b.date, key=len),
        subject=a.subject or b.subject,
        number=a.number or b.number,
        evidence=a.evidence + b.evidence,
        sentences=a.sentences + b.sentences,
    )
