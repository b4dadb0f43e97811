"""The triples of events: what happened, where and when, and what belongs to it."""

from collections.abc import Iterable, Iterator, Sequence

from onrecord.claims import ActClaim, EventClaim, FigureClaim
from onrecord.graph.context import Context, mention_iri
from onrecord.graph.dates import dated
from onrecord.graph.evidence import located
from onrecord.graph.terms import Triple, literal, term, text
from onrecord.graph.vocabulary import ONR, RDF, SDO


def event_iri(claim: EventClaim, context: Context) -> str:
    """The IRI of an event, told apart by its kind, its day and the first words that tell it."""
    return context.node("event", claim.label, claim.kind, claim.date, str(claim.evidence[0].start))


def event(node: str, claim: EventClaim, context: Context) -> Iterator[Triple]:
    """An event with its day, its place and each place that tells it."""
    yield node, RDF.type, ONR.Event
    yield node, ONR.eventKind, term("event", claim.kind)
    yield node, SDO.name, literal(claim.label)
    yield from dated(node, ONR.date, claim.date)
    yield node, ONR.where, context.entity(claim.place)
    for where, reason in zip(claim.evidence, claim.reasons, strict=True):
        mention = mention_iri(context.article, "event-mention", where)
        yield node, ONR.mention, mention
        yield from located(mention, where, context)
        yield mention, ONR.rule, text(reason)


def belonging(
    events: Sequence[tuple[str, EventClaim]],
    figures: Iterable[tuple[str, FigureClaim]],
    acts: Iterable[tuple[str, ActClaim]],
) -> Iterator[Triple]:
    """Tie figures and acts to the events that they belong to: an act told twice to that of the words told first."""
    told = {claim.evidence[0]: node for node, claim in events}
    of_acts = {words: node for node, claim in reversed(events) for words in claim.acts}
    for node, figure in figures:
        yield node, ONR.event, told[figure.event] if figure.event else None
    for node, act in acts:
        happened = (of_acts[words] for words in act.evidence if words in of_acts)
        yield node, ONR.event, next(happened, None)
