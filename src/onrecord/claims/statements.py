"""Statements with who made them, and on which day."""

from collections.abc import Iterable
from dataclasses import replace

from onrecord.values.claims import StatementClaim
from onrecord.values.entities import Entity, Resolution
from onrecord.values.findings import Kind, Statement


def statements(found: Iterable[Statement], resolution: Resolution) -> tuple[StatementClaim, ...]:
    """The claim of each statement.

    What the same speaker says next, in the past tense, was said on the same day; what they say in the present tense
    after they published a report, is of the report's day.
    """
    claims: list[StatementClaim] = []
    last_day: dict[Entity, str] = {}
    published: dict[Entity, str] = {}
    for statement in found:
        claim = _claim(statement, resolution)
        if claim.speaker is None and claims:
            claim = replace(claim, speaker=_still(statement, claims[-1].speaker))
        if statement.form == "publication" and claim.speaker:
            published[claim.speaker] = statement.date
        elif statement.form != "standing":
            if claim.speaker and not claim.date:
                days = last_day if statement.past else published
                claim = replace(claim, date=days.get(claim.speaker, ""))
            if claim.speaker and statement.past:
                last_day[claim.speaker] = claim.date
            claims.append(claim)
    return tuple(claims)


def _still(statement: Statement, last: Entity | None) -> Entity | None:
    """The last speaker, where a pronoun that the article leaves open fits them: 'It also found that …'."""
    words = statement.speaker.exact.lower() if statement.speaker else ""
    person = {"he": True, "she": True, "it": False}.get(words)
    return last if last is not None and person == (last.kind is Kind.PERSON) else None


def standing(found: Iterable[Statement], resolution: Resolution) -> tuple[StatementClaim, ...]:
    """The notes on whose figures all are, and of which day, unless the text says otherwise."""
    return tuple(_claim(statement, resolution) for statement in found if statement.form == "standing")


def _claim(statement: Statement, resolution: Resolution) -> StatementClaim:
    return StatementClaim(
        quote=statement.quote,
        form=statement.form,
        speaker=_who(resolution.entity(statement.speaker)),
        speaker_evidence=statement.speaker,
        cue=statement.cue,
        date=statement.date,
        sentence=statement.sentence,
        kind=statement.kind,
        venue=statement.venue,
        place=resolution.entity(statement.place),
    )


def _who(entity: Entity | None) -> Entity | None:
    """The entity, if it is one that speaks: 'Kyiv said' names nobody."""
    return entity if entity is not None and entity.kind is not Kind.PLACE else None
