"""Statements with who made them, and on which day."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from onrecord.values.claims import StatementClaim
from onrecord.values.entities import Entity, Resolution
from onrecord.values.findings import Form, Kind, Mention, SourceNote, Statement


def statements(
    found: Iterable[Statement], notes: Sequence[SourceNote], resolution: Resolution, mentions: Iterable[Mention] = ()
) -> tuple[StatementClaim, ...]:
    """The claim of each statement.

    A person who is called only by a role that the article leaves open is nobody on record: 'the Court's clerk said'.

    What the same speaker says next, in the past tense, was said on the same day; what they say in the present tense
    after they published a report, is of the report's day.
    """
    roles = {m.evidence for m in mentions if m.form is Form.ROLE and m.kind is Kind.PERSON}
    open_roles = roles - resolution.of_mention.keys()
    claims: list[StatementClaim] = []
    last_day: dict[Entity, str] = {}
    for statement in found:
        claim = _claim(statement, resolution)
        if statement.speaker in open_roles:
            claim = replace(claim, speaker=None)
        if claim.speaker is None and claims:
            claim = replace(claim, speaker=_still(statement, claims[-1].speaker))
        if claim.speaker and not claim.date:
            told = last_day.get(claim.speaker, "") if statement.past else _published(claim, notes, resolution)
            claim = replace(claim, date=told)
        if claim.speaker and statement.past:
            last_day[claim.speaker] = claim.date
        claims.append(claim)
    return tuple(claims)


def _published(claim: StatementClaim, notes: Iterable[SourceNote], resolution: Resolution) -> str:
    """The day of the last text before the statement that its speaker published."""
    texts = (n for n in notes if not n.general and n.evidence.start < claim.quote.start)
    return next((n.date for n in reversed([*texts]) if _who(resolution.entity(n.source)) == claim.speaker), "")


def _still(statement: Statement, last: Entity | None) -> Entity | None:
    """The last speaker, where a pronoun that the article leaves open fits them: 'It also found that …'."""
    words = statement.speaker.exact.lower() if statement.speaker else ""
    person = {"he": True, "she": True, "it": False}.get(words)
    return last if last is not None and person == (last.kind is Kind.PERSON) else None


def general_notes(notes: Iterable[SourceNote], resolution: Resolution) -> tuple[StatementClaim, ...]:
    """The notes on whose figures all are, and of which day, unless the text says otherwise."""
    return tuple(
        StatementClaim(
            quote=note.evidence,
            form="standing",
            speaker=_who(resolution.entity(note.source)),
            speaker_evidence=note.source,
            cue=note.cue,
            date=note.date,
            sentence=note.sentence,
        )
        for note in notes
        if note.general
    )


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
        confidence=statement.confidence,
        parts=statement.parts,
    )


def _who(entity: Entity | None) -> Entity | None:
    """The entity, if it is one that speaks: 'Kyiv said' names nobody."""
    return entity if entity is not None and entity.kind is not Kind.PLACE else None
