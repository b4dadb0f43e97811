"""Statements with who made them, and on which day."""

from collections.abc import Iterable

from onrecord.claims.values import StatementClaim
from onrecord.findings import Kind, Statement
from onrecord.resolve import Entity, Resolution


def statements(found: Iterable[Statement], resolution: Resolution) -> tuple[StatementClaim, ...]:
    """The claim of each statement. What the same speaker says next, in the past tense, was said on the same day."""
    claims: list[StatementClaim] = []
    last_day: dict[Entity, str] = {}
    for statement in found:
        speaker = _who(resolution.entity(statement.speaker))
        date = statement.date
        if speaker and statement.past:
            date = date or last_day.get(speaker, "")
            last_day[speaker] = date
        claims.append(
            StatementClaim(
                quote=statement.quote,
                form=statement.form,
                speaker=speaker,
                speaker_evidence=statement.speaker,
                cue=statement.cue,
                date=date,
                sentence=statement.sentence,
            )
        )
    return tuple(claims)


def _who(entity: Entity | None) -> Entity | None:
    """The entity, if it is one that speaks: 'Kyiv said' names nobody."""
    return entity if entity is not None and entity.kind is not Kind.PLACE else None
