"""Findings + entities -> claims: who takes part in what, by whose word, as of when.

This is where the parts of an article meet: a figure lies in a statement, so its speaker is the figure's source; a
statement was made on a day, so the figure holds as of that day unless its own clause says otherwise.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TypeVar

from onrecord.findings import DateExpression, Evidence, Figure, Findings, Kind, Statement
from onrecord.resolve import Entity, Resolution

_Claim = TypeVar("_Claim")


@dataclass(frozen=True, slots=True)
class FigureClaim:
    """A figure on record."""

    value: Decimal
    upper: Decimal | None
    hedge: str
    counted: str
    action: str
    scope: str
    as_of: str  # ISO date; '' where neither the text nor the publication gives one
    sources: tuple[Entity, ...]  # the chain, nearest to the article first; the last is the original source
    evidence: tuple[Evidence, ...]  # each place that states it: the number with its hedge
    sentences: tuple[Evidence, ...]  # in the order of `evidence`


@dataclass(frozen=True, slots=True)
class StatementClaim:
    """Somebody said something."""

    quote: Evidence
    form: str
    speaker: Entity | None
    speaker_evidence: Evidence | None
    cue: Evidence | None
    date: str
    sentence: Evidence


@dataclass(frozen=True, slots=True)
class PositionClaim:
    """Somebody holds a title."""

    person: Entity
    title: str
    organization: Entity | None
    evidence: tuple[Evidence, ...]
    sentences: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class ActClaim:
    """A body did something in law."""

    type: str
    by: Entity | None
    against: tuple[Entity, ...]
    date: str
    standing: str
    subject: str
    number: str
    evidence: tuple[Evidence, ...]
    sentences: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Claims:
    """All that one article puts on record."""

    entities: tuple[Entity, ...] = ()
    dates: tuple[DateExpression, ...] = ()
    figures: tuple[FigureClaim, ...] = ()
    statements: tuple[StatementClaim, ...] = ()
    positions: tuple[PositionClaim, ...] = ()
    acts: tuple[ActClaim, ...] = ()
    sentences: tuple[Evidence, ...] = ()


def assemble(findings: Findings, resolution: Resolution, published: str) -> Claims:
    """The claims of one article, published on the ISO day `published` ('' where that is not known)."""
    spoken = _spoken(findings.statements, resolution)
    headline_end = _headline_end(findings.sentences)
    figures = _with_headlines_told([_figure(f, spoken, published) for f in findings.figures], headline_end)
    return Claims(
        entities=resolution.entities,
        dates=findings.dates,
        figures=_merged(figures, _same_figure, _joined_figures),
        statements=tuple(claim for _, claim in spoken),
        positions=_merged(_positions(findings, resolution), _same_position, _joined_positions),
        acts=_merged(_acts(findings, resolution), _same_act, _joined_acts),
        sentences=findings.sentences,
    )


# Statements -----------------------------------------------------------------------------------------------------------


def _spoken(statements: Iterable[Statement], resolution: Resolution) -> list[tuple[Statement, StatementClaim]]:
    """Each statement with its claim. What the same speaker says next, in the past tense, was said on the same day."""
    found: list[tuple[Statement, StatementClaim]] = []
    last_day: dict[Entity, str] = {}
    for statement in statements:
        speaker = _who(resolution.entity(statement.speaker))
        date = statement.date
        if speaker and statement.past:
            date = date or last_day.get(speaker, "")
            last_day[speaker] = date
        claim = StatementClaim(
            quote=statement.quote,
            form=statement.form,
            speaker=speaker,
            speaker_evidence=statement.speaker,
            cue=statement.cue,
            date=date,
            sentence=statement.sentence,
        )
        found.append((statement, claim))
    return found


def _who(entity: Entity | None) -> Entity | None:
    """The entity, if it is one that speaks: 'Kyiv said' names nobody."""
    return entity if entity is not None and entity.kind is not Kind.PLACE else None


# Figures --------------------------------------------------------------------------------------------------------------


def _figure(figure: Figure, spoken: Iterable[tuple[Statement, StatementClaim]], published: str) -> FigureClaim:
    covering = [claim for statement, claim in spoken if statement.quote.overlaps(figure.evidence)]
    outermost_first = sorted(covering, key=lambda c: (c.quote.start - c.quote.end, c.quote.start))
    days = [claim.date for claim in reversed(outermost_first) if claim.date]
    sources: list[Entity] = []
    for claim in outermost_first:
        if claim.speaker and claim.speaker not in sources:
            sources.append(claim.speaker)
    return FigureClaim(
        value=figure.value,
        upper=figure.upper,
        hedge=figure.hedge,
        counted=figure.counted,
        action=figure.action,
        scope=figure.scope,
        as_of=figure.date or next(iter(days), published),
        sources=tuple(sources),
        evidence=(figure.evidence,),
        sentences=(figure.sentence,),
    )


def _headline_end(sentences: Iterable[Evidence]) -> int:
    """Where the body begins: at the first sentence that ends as sentences do."""
    return next((s.start for s in sentences if re.search(r"[.!?…][\"”’')\]]*$", s.exact)), 0)


def _with_headlines_told(figures: Sequence[FigureClaim], headline_end: int) -> list[FigureClaim]:
    """The figures; one of the headline that the body repeats takes the body's source, day and scope."""
    body = [f for f in figures if f.evidence[0].start >= headline_end]
    told = []
    for figure in figures:
        twin = next((b for b in body if _same_count(b, figure)), None)
        if figure.evidence[0].start < headline_end and not figure.sources and twin:
            figure = replace(twin, evidence=figure.evidence, sentences=figure.sentences)
        told.append(figure)
    return told


def _same_count(a: FigureClaim, b: FigureClaim) -> bool:
    return _count(a) == _count(b)


def _count(figure: FigureClaim) -> tuple[object, ...]:
    return (figure.value, figure.upper, figure.hedge, _head(figure.counted), figure.action)


def _same_figure(a: FigureClaim, b: FigureClaim) -> bool:
    return _same_count(a, b) and (a.scope, a.as_of, a.sources[-1:]) == (b.scope, b.as_of, b.sources[-1:])


def _joined_figures(a: FigureClaim, b: FigureClaim) -> FigureClaim:
    return replace(
        a,
        counted=max(a.counted, b.counted, key=len),
        sources=max(a.sources, b.sources, key=len),
        evidence=a.evidence + b.evidence,
        sentences=a.sentences + b.sentences,
    )


_AFTER_HEAD = re.compile(r"\s(?:of|from|in|to|who|whom|whose|that|which|with|by|for|under|at|on|into|aged)\s.*$")


def _head(counted: str) -> str:
    """The head noun of a noun phrase, its regular plural ending taken off."""
    words = _AFTER_HEAD.sub("", counted.casefold()).split()
    return words[-1].removesuffix("s") if words else ""


# Positions ------------------------------------------------------------------------------------------------------------


def _positions(findings: Findings, resolution: Resolution) -> list[PositionClaim]:
    found = []
    for position in findings.positions:
        person = resolution.entity(position.person)
        if person is None:
            continue
        found.append(
            PositionClaim(
                person=person,
                title=position.role or position.title.exact,
                organization=resolution.entity(position.organization),
                evidence=(position.title,),
                sentences=(position.sentence,),
            )
        )
    return found


def _same_position(a: PositionClaim, b: PositionClaim) -> bool:
    """The same person with the same title or a shorter form of it, and no other organization."""
    if a.person != b.person or (a.organization and b.organization and a.organization != b.organization):
        return False
    mine, other = _words(a.title), _words(b.title)
    return mine <= other or other <= mine


def _joined_positions(a: PositionClaim, b: PositionClaim) -> PositionClaim:
    return replace(
        a,
        title=a.title if len(_words(a.title)) >= len(_words(b.title)) else b.title,
        organization=a.organization or b.organization,
        evidence=a.evidence + b.evidence,
        sentences=a.sentences + b.sentences,
    )


def _words(title: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", title.casefold()))


# Acts -----------------------------------------------------------------------------------------------------------------


def _acts(findings: Findings, resolution: Resolution) -> list[ActClaim]:
    return [
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
        for act in findings.acts
    ]


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


# All ------------------------------------------------------------------------------------------------------------------


def _merged(
    claims: Iterable[_Claim], same: Callable[[_Claim, _Claim], bool], joined: Callable[[_Claim, _Claim], _Claim]
) -> tuple[_Claim, ...]:
    """The claims in order, each that is the `same` as an earlier one `joined` to it."""
    kept: list[_Claim] = []
    for claim in claims:
        at = next((i for i, earlier in enumerate(kept) if same(earlier, claim)), None)
        if at is None:
            kept.append(claim)
        else:
            kept[at] = joined(kept[at], claim)
    return tuple(kept)
