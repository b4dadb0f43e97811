"""The triples of statements: who said what, when and where, what it holds, and what a denial denies."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TypeAlias

from onrecord.claims import StatementClaim
from onrecord.graph.context import Context
from onrecord.graph.dates import dated
from onrecord.graph.evidence import supported
from onrecord.graph.terms import Triple, decimal, term, text, worded
from onrecord.graph.vocabulary import ONR, RDF
from onrecord.lexicon import sayings
from onrecord.values.findings import Evidence
from onrecord.values.interval_index import IntervalIndex

Part: TypeAlias = tuple[str, tuple[Evidence, ...]]  # a figure or an act with its words


def statement_iris(claims: Iterable[StatementClaim], context: Context) -> Iterator[str]:
    """The IRIs of an article's statements, which are known by their words and the cue.

    The same words may be told at second hand, and so with another cue; or be said by several together, who are told
    apart by the words for them.
    """
    known = set[tuple[Evidence, ...]]()
    for claim in claims:
        words = (claim.quote, *([claim.cue] if claim.cue else []))
        if words in known and claim.speaker_evidence:
            words = (*words, claim.speaker_evidence)
        known.add(words)
        yield context.node("statement", "", *(str(n) for where in words for n in (where.start, where.end)))


def by_place(parts: Iterable[Part]) -> IntervalIndex[tuple[str, Evidence]]:
    """Figures and acts by their words."""
    return IntervalIndex((where, (node, where)) for node, evidence in parts for where in evidence)


def statement(
    node: str, claim: StatementClaim, parts: IntervalIndex[tuple[str, Evidence]], context: Context
) -> Iterator[Triple]:
    """A statement with its speaker and its evidence, and the figures and acts among its words."""
    yield node, RDF.type, ONR.Statement
    yield node, ONR.speechForm, text(claim.form)
    yield node, ONR.speaker, context.entity(claim.speaker)
    yield from dated(node, ONR.date, claim.date)
    yield node, ONR.confidence, decimal(claim.confidence)
    yield node, ONR.saying, term("saying", claim.kind or sayings.usual())
    yield node, ONR.venue, text(worded(claim.venue))
    yield node, ONR.saidIn, context.entity(claim.place)
    yield from supported(node, claim.stretches, context)
    for predicate, where in (
        (ONR.speakerEvidence, claim.speaker_evidence),
        (ONR.cueEvidence, claim.cue),
        (ONR.venueEvidence, claim.venue),
    ):
        yield from supported(node, [where] if where else [], context, predicate)
    near = (found for said in claim.stretches for found in parts.over(said))
    for part in dict.fromkeys(part for part, where in near if claim.covers(where)):
        yield node, ONR.contains, part


def denials(statements: Sequence[tuple[str, StatementClaim]], parts: Iterable[Part]) -> Iterator[Triple]:
    """Link each denial to the statement, figure or act with the words that it denies."""
    denied = {where: node for node, evidence in parts for where in evidence}
    denied |= {statement.quote: node for node, statement in statements}
    for node, statement in statements:
        if statement.denies:
            yield node, ONR.denies, denied[statement.denies]
