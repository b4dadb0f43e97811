"""Bases of a figure's fields: on what each was decided, as terms of `ontology/bases.ttl`.

The encoder agrees to what was decided, or doubts it: '-agreed', '-doubted'.
"""

from onrecord.encoder.spans import Frame
from onrecord.extract.quantities.counted_noun import Counted
from onrecord.extract.quantities.tallies import PEOPLE
from onrecord.extract.quantities.units import Measure
from onrecord.lexicon.lexicon import Lexicon
from onrecord.values.findings import Evidence

TOLD_ACTION, EARLIER_ACTION, UNTOLD_ACTION = "action-words", "action-earlier", "action-untold"
NO_ACTION, READ_ACTION = "action-unit", "action-encoder"
_ASKED = (TOLD_ACTION, UNTOLD_ACTION)  # of what else decides, there are too few figures to tell apart
_AGREED, _DOUBTED = 0.9, 0.6  # probabilities that the encoder gives to what was decided


def of_value(figure: Counted) -> str:
    """How the number is told to be a figure."""
    if figure.amount.measure is not Measure.COUNT:
        return "value-unit"
    return "value-noun" if _after(figure) else "value-elided"


def of_counted(figure: Counted) -> str:
    """Where the words for what it counts stand."""
    if figure.amount.measure is not Measure.COUNT or _after(figure):
        return "counted-noun"
    if figure.where is not None:
        return "counted-before"
    return "counted-people" if figure.text == PEOPLE else "counted-earlier"


def _after(figure: Counted) -> bool:
    return figure.where is not None and figure.where.start >= figure.number.end_char


def of_action(basis: str, action: str, frame: Frame | None) -> str:
    """The basis of the action, with what the encoder says to it."""
    return _with_encoder(basis, frame, "action", action) if basis in _ASKED else basis


def of_scope(scope: str, default: str, frame: Frame | None) -> str:
    """Whether words tell the scope."""
    return _with_encoder("scope-untold" if scope == default else "scope-words", frame, "scope", scope)


def of_factuality(factuality: str, words: Lexicon, frame: Frame | None) -> str:
    """Whether words tell the factuality."""
    basis = "factuality-words" if factuality else "factuality-untold"
    return _with_encoder(basis, frame, "factuality", factuality or words.default("factuality").term)


def _with_encoder(basis: str, frame: Frame | None, attribute: str, decided: str) -> str:
    """The basis with whether the encoder agrees to what was decided on it, or doubts it."""
    if frame is None:
        return basis
    probability = next((c.probability for c in frame.attributes[attribute] if c.label == decided), 0.0)
    if probability >= _AGREED:
        return f"{basis}-agreed"
    return f"{basis}-doubted" if probability < _DOUBTED else basis


def of_day(day: str, *, stated: bool) -> str:
    """How the figure itself says of which day it holds; '' where it says nothing of it."""
    if not day:
        return ""
    return "as-of-stated" if stated else "as-of-clause"


def of_place(tied: Evidence | None, named: Evidence | None, read: Evidence | None) -> str:
    """Whether the place is tied to those counted, only named in their sentence, or read by the encoder; '' of none."""
    ways = ((tied, "where-clause"), (named, "where-sentence"), (read, "where-encoder"))
    return next((basis for place, basis in ways if place is not None), "")
