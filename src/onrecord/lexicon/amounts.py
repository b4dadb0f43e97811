"""Numbers for people: with their thousands apart, and with the hedge that the word lists call theirs."""

from collections.abc import Callable
from decimal import Decimal, InvalidOperation

from onrecord.lexicon import lexicon


def number(value: str) -> str:
    """A decimal with its thousands apart: '1,600,000'; anything else as it is."""
    try:
        plain = Decimal(value)
    except InvalidOperation:
        return value
    return f"{plain.normalize():,f}" if plain.is_finite() else value


def amount(value: str, upper: str, hedge: str, label: Callable[[str], str]) -> str:
    """A figure with its hedge: 'nearly 20,000', 'between 20 and 30'.

    Args:
        value: a decimal, the lower one where there are two.
        upper: the other one; '' where there is none.
        hedge: its IRI; '' where there is none.
        label: words a hedge by its IRI.
    """
    if upper:
        return f"between {number(value)} and {number(upper)}"
    return number(value) if hedge in ("", lexicon.load().default("hedge").iri) else f"{label(hedge)} {number(value)}"
