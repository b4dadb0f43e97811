"""What acts and accusations make of a deed: whether it is alleged, or a court has found on it.

The word lists say it of kinds of acts and of how far accusations have come (`onr:establishes`). An act that has not
come about, or was set aside, has found nothing: a judgment that is overturned is no longer what a court found.
"""

from collections.abc import Mapping

from onrecord.lexicon import lexicon
from onrecord.lexicon.lexicon import Concept
from onrecord.lexicon.official_acts import comes_about

_SCHEMES = ("act", "accusation")
_STANDINGS = ("standing", "accusation")
_KEY = "establishes"
ALLEGED, FOUND = DEGREES = ("alleged", "found")


@lexicon.derived
def _concepts() -> Mapping[str, Concept]:
    known = lexicon.load()
    return {concept.iri: concept for scheme in (*_SCHEMES, *_STANDINGS) for concept in known.scheme(scheme)}


@lexicon.derived
def standings() -> tuple[str, ...]:
    """The terms for how acts stand and how far accusations have come."""
    return tuple(sorted({c.term for scheme in _STANDINGS for c in lexicon.load().scheme(scheme)}))


@lexicon.derived
def established(kind: str, standing: str) -> str:
    """What is made of a deed by an act of a kind that stands so, or by an accusation of which `kind` is the progress.

    Args:
        kind: the IRI of a kind of act, or of how far an accusation has come.
        standing: the IRI of how an act stands; '' of an accusation.

    Returns:
        One of `DEGREES`; '' where nothing is made of any deed.
    """
    concepts = _concepts()
    degree = concepts[kind].one(_KEY) if kind in concepts else ""
    if degree != FOUND or standing not in concepts:
        return degree
    stands = concepts[standing]
    undone = not comes_about(stands.term) or "overturns" in stands.get("effect")
    return "" if undone else degree


def in_words(degree: str) -> str:
    """What is made of a deed, or a standing, for people: 'reported as found by a court', as articles tell it."""
    return "reported as found by a court" if degree == FOUND else degree.replace("_", " ")
