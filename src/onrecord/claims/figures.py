"""Figures with the chain of those who gave them and the day of which they hold; the same figure told again is one."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal

from onrecord.claims.events import Occasions
from onrecord.claims.merging import merged
from onrecord.claims.population import group_told, population
from onrecord.lexicon import bases, lexicon
from onrecord.values.claims import FigureClaim, Source, StatementClaim
from onrecord.values.entities import Entity, Resolution
from onrecord.values.findings import Bases, Evidence, Figure, Findings
from onrecord.values.interval_index import IntervalIndex
from onrecord.values.population import Population

_SURE = Decimal("0.75")  # confidence of an attribution


def figures(
    findings: Findings, statements: Sequence[StatementClaim], published: str, resolution: Resolution
) -> tuple[FigureClaim, ...]:
    """The claim of each figure: its sources are the speakers of the statements it lies in, else that of a note."""
    told, occasions = Sayings(_one_of_each(statements)), Occasions(findings.events, resolution)
    claims = [_figure(figure, told, occasions, published, resolution) for figure in findings.figures]
    told_once = _with_headlines_told(claims, _headline_end(findings.sentences))
    return merged(told_once, _count, _same_figure, _joined_figures)


def _figure(
    figure: Figure,
    statements: "Sayings",
    occasions: Occasions,
    published: str,
    resolution: Resolution,
) -> FigureClaim:
    outermost_first = statements.around(figure.evidence)
    days = (
        (figure.date, figure.bases.as_of),
        (said_on(outermost_first), "as-of-saying"),
        ("" if figure.told_date == published else figure.told_date, "as-of-told"),
        (published, "as-of-published-said" if outermost_first else "as-of-published"),
    )
    as_of, day_basis = next(((day, basis) for day, basis in days if day), ("", "as-of-unknown"))
    where, place_basis = occasions.place(figure)
    told = FigureClaim(
        value=figure.value,
        upper=figure.upper,
        hedge=figure.hedge,
        counted=figure.counted,
        action=figure.action,
        scope=figure.scope,
        as_of=as_of,
        sources=_chain(outermost_first, resolution),
        evidence=(figure.evidence,),
        sentences=(figure.sentence,),
        population=str(_population(figure)),
        withdrawn=figure.withdrawn,
        corrects=figure.corrects,
        parts=figure.parts,
        factuality=figure.factuality,
        event=occasions.event(figure),
        where=where,
        agent=occasions.agent(figure),
        tabled=figure.tabled,
    )
    source_basis = _source_basis(outermost_first, told.reported_by, resolution)
    return replace(told, bases=replace(figure.bases, as_of=day_basis, reported_by=source_basis, where=place_basis))


def _population(figure: Figure) -> Population:
    """Of whom it speaks, with the group that its sentence says they are of."""
    counted = population(figure.counted, figure.head)
    group = group_told(figure.counted, figure.sentence.exact[figure.evidence.end - figure.sentence.start :])
    return replace(counted, qualifiers=counted.qualifiers | {group} - {"", counted.head})


def _source_basis(outermost_first: Sequence[StatementClaim], source: Entity | None, resolution: Resolution) -> str:
    """On what it was decided who gives the figure; a term of `ontology/bases.ttl`."""
    if not outermost_first:
        return "source-none"
    if source is None:
        return "source-unnamed"
    claim = next(claim for claim in reversed(outermost_first) if _speaker(claim, resolution) == source)
    if claim.form == "standing":
        return "source-note"
    if claim.confidence is None:
        return "source-rule"
    return "source-encoder" if claim.confidence >= _SURE else "source-encoder-doubted"


class Sayings:
    """The statements of an article, asked for those in which words stand; those that hold for a whole text apart."""

    def __init__(self, statements: Iterable[StatementClaim]) -> None:
        said = [(where, claim) for claim in statements for where in claim.stretches]
        self._said = IntervalIndex(entry for entry in said if entry[1].form != "standing")
        self._standing = [entry for entry in said if entry[1].form == "standing"]

    def around(self, words: Evidence) -> Sequence[StatementClaim]:
        """The statements that words lie in, the outermost first; a saying begins before one in it."""
        standing = (claim for where, claim in self._standing if where.overlaps(words))
        found = {id(claim): claim for claim in (*self._said.over(words), *standing)}
        return sorted(found.values(), key=lambda c: (c.quote.start, -c.quote.end))


def said_on(outermost_first: Sequence[StatementClaim]) -> str:
    """The ISO day on which the innermost saying with a day was said."""
    return next((claim.date for claim in reversed(outermost_first) if claim.date), "")


def _one_of_each(statements: Iterable[StatementClaim]) -> Sequence[StatementClaim]:
    """The statements, of those who say the same words together only that of the first."""
    first: dict[tuple[Evidence, Evidence | None], StatementClaim] = {}
    for claim in statements:
        first.setdefault((claim.quote, claim.cue), claim)
    return tuple(first.values())


def _chain(outermost_first: Iterable[StatementClaim], resolution: Resolution) -> tuple[Source, ...]:
    """Who says it, each once; a note on whose figures all are holds where nobody else is named.

    A place that speaks ('Kyiv says that …') makes no statement of anybody's, but is a link of the chain.
    """
    said: dict[Entity, Source] = {}
    noted: dict[Entity, Source] = {}
    for claim in outermost_first:
        who = _speaker(claim, resolution)
        if who is not None and claim.speaker_evidence is not None:
            (noted if claim.form == "standing" else said).setdefault(who, Source(who, claim.speaker_evidence))
    return tuple((said or noted).values())


def _speaker(claim: StatementClaim, resolution: Resolution) -> Entity | None:
    return claim.speaker or resolution.entity(claim.speaker_evidence)


def _headline_end(sentences: Iterable[Evidence]) -> int:
    """Where the body begins: at the first sentence that ends as sentences do."""
    return next((s.start for s in sentences if re.search(r"[.!?…][\"”’')\]]*$", s.exact)), 0)


def _with_headlines_told(figures: Sequence[FigureClaim], headline_end: int) -> list[FigureClaim]:
    """The figures; one of the headline that the body repeats takes the body's source, day and scope."""
    body = [f for f in figures if f.evidence[0].start >= headline_end]
    told = []
    for figure in figures:
        unsourced = figure.evidence[0].start < headline_end and not figure.sources
        twin = next((b for b in body if _told_alike(b, figure)), None) if unsourced else None
        if twin is not None:
            by = twin if figure.action == _untold() else figure
            held = replace(twin, action=by.action, bases=replace(twin.bases, action=by.bases.action))
            body[body.index(twin)] = held
            figure = replace(held, evidence=figure.evidence, sentences=figure.sentences)
        told.append(figure)
    return [f for f in told if f.evidence[0].start < headline_end] + body


def _told_alike(a: FigureClaim, b: FigureClaim) -> bool:
    """Whether headline and body count the same; one of them may leave open what happened."""
    untold = _untold()
    return _same_count(a, b) or (
        untold in (a.action, b.action) and _same_count(replace(a, action=untold), replace(b, action=untold))
    )


def _untold() -> str:
    """The action of a figure whose words do not tell what happened."""
    return lexicon.load().default("action").term


def _same_count(a: FigureClaim, b: FigureClaim) -> bool:
    return _count(a) == _count(b)


def _count(figure: FigureClaim) -> tuple[object, ...]:
    return (figure.value, figure.upper, figure.hedge, _head(figure.counted), figure.action)


def _same_figure(a: FigureClaim, b: FigureClaim) -> bool:
    """Whether `b` tells `a` again; a correction takes back what was told before it, on whatever day.

    Two cells of tables do not: each is told of its own row and column.
    """
    if a.tabled and b.tabled:
        return False
    if not _same_count(a, b) or a.reported_by != b.reported_by or (a.event and b.event and a.event != b.event):
        return False
    if b.withdrawn and not a.withdrawn:
        return True
    return (a.scope, a.as_of, a.withdrawn, a.factuality) == (b.scope, b.as_of, b.withdrawn, b.factuality)


def _joined_figures(a: FigureClaim, b: FigureClaim) -> FigureClaim:
    joined = replace(
        a,
        counted=max(a.counted, b.counted, key=len),
        population=max(a.population, b.population, key=len),
        sources=max(a.sources, b.sources, key=len),
        evidence=a.evidence + b.evidence,
        sentences=a.sentences + b.sentences,
        withdrawn=a.withdrawn or b.withdrawn,
        corrects=a.corrects + b.corrects,
        parts=a.parts or b.parts,
        event=a.event or b.event,
        where=a.where or b.where,
        agent=a.agent or b.agent,
    )
    return replace(joined, bases=Bases(*(_surer(field, joined, a, b) for field in Bases.__slots__)))


def _surer(field: str, joined: FigureClaim, *told: FigureClaim) -> str:
    """The surer basis of those that decided the field as it stands in the joined figure.

    Told twice it is no less sure; nor surer than that, for two readings of one article are not independent.
    """
    held: list[str] = [getattr(one.bases, field) for one in told if getattr(one, field) == getattr(joined, field)]
    return max(held, key=bases.confidence)


_AFTER_HEAD = re.compile(r"\s(?:of|from|in|to|who|whom|whose|that|which|with|by|for|under|at|on|into|aged)\s.*$")


def _head(counted: str) -> str:
    """The head noun of a noun phrase, its regular plural ending taken off."""
    words = _AFTER_HEAD.sub("", counted.casefold()).split()
    return words[-1].removesuffix("s") if words else ""
