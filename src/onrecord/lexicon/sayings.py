"""Kinds of saying: what sets one apart from another, as `ontology/speech.ttl` has it."""

from onrecord.lexicon import lexicon
from onrecord.lexicon.lexicon import Concept


@lexicon.derived
def kinds() -> tuple[Concept, ...]:
    """The kinds of saying, those first that the words said give away."""
    return tuple(sorted(lexicon.load().scheme("saying"), key=lambda c: not c.get("opening")))


@lexicon.derived
def usual() -> str:
    """The kind of every statement that none of the others fits."""
    return lexicon.load().default("saying").term


@lexicon.derived
def negating() -> str:
    """The kind that says that something is not so."""
    return lexicon.load().marked("saying", "negates")[0].term


@lexicon.derived
def withholding() -> tuple[Concept, ...]:
    """The kinds whose verbs govern the verb of saying: 'declined to say'."""
    return lexicon.load().marked("saying", "withholds")


@lexicon.derived
def endorses(kind: str) -> bool:
    """Whether who says it stands for what the words hold: not who denies it, asks whether it is so, or will not say."""
    return all(c.one("endorses") != "false" for c in kinds() if c.term == kind)


@lexicon.derived
def labels(kind: str) -> frozenset[str]:
    """The words that label the turns of whoever is 'asking' or 'answering': 'q', 'moderator'; 'a', 'guest'."""
    return frozenset(word for c in lexicon.load().scheme("speech") if kind in c.get("kind") for word in c.get("noun"))
