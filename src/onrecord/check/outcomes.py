"""What a court's decision makes of somebody: convicted, cleared, or neither, as far as words say it."""

import re
from enum import Enum

from onrecord.lexicon import lexicon
from onrecord.lexicon.lexicon import Concept

_WORD = re.compile(r"[^\W\d_]+")


class Outcome(Enum):
    """What a decision comes to for those whom it is about."""

    CONVICTED = "convicted"
    CLEARED = "cleared"


def told(words: str) -> frozenset[Outcome]:
    """The outcomes that words tell: of 'sentenced to four years' and 'found guilty' a conviction."""
    found = _WORD.findall(words.lower())
    return frozenset(
        outcome for outcome, stems in _stems().items() if any(word.startswith(stem) for word in found for stem in stems)
    )


@lexicon.derived
def _stems() -> dict[Outcome, tuple[str, ...]]:
    """How words begin that tell an outcome; of a phrase the last word does: 'guilty' of 'find guilty'."""
    found: dict[Outcome, tuple[str, ...]] = {}
    for concept in lexicon.load().scheme("accusation"):
        outcome = _outcome(concept)
        if outcome is not None:
            words = (*concept.get("verb"), *(phrase.split()[-1] for phrase in concept.get("phrase")))
            found[outcome] = (*found.get(outcome, ()), *(word.rstrip("e") for word in words))
    return found


def _outcome(concept: Concept) -> Outcome | None:
    if concept.one("condemns") == "true":
        return Outcome.CONVICTED
    return Outcome.CLEARED if concept.one("establishes") == "found" else None
