"""The interval that a figure's value and hedge allow."""

from dataclasses import dataclass
from decimal import Decimal

from onrecord.lexicon import lexicon


@dataclass(frozen=True, slots=True)
class Interval:
    """Numbers between two bounds; None where there is no bound on that side."""

    lower: Decimal | None
    upper: Decimal | None
    lower_open: bool = False  # the bound itself is excluded
    upper_open: bool = False


def interval(value: Decimal, upper: Decimal | None, hedge: str) -> Interval:
    """What `hedge` (a term of `ontology/hedges.ttl`) makes of `value`, or of a range from `value` to `upper`.

    The hedge's `onr:boundBelow` and `onr:boundAbove` say how it bounds the value on each side: 'closed' (reached),
    'open' (not reached) or not at all. A hedge the word list does not hold bounds nothing.
    """
    concept = next((c for c in lexicon.load().scheme("hedge") if c.term == hedge), None)
    below, above = (concept.one("boundBelow"), concept.one("boundAbove")) if concept else ("", "")
    top = value if upper is None else upper
    return Interval(value if below else None, top if above else None, below == "open", above == "open")
