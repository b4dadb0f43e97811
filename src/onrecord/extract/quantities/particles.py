"""Tells hedges from particles of verbs and from prepositions: 'handed over 95', 'talked about 95 prisoners'."""

from dataclasses import dataclass

from spacy.tokens import Doc, Token

from onrecord.extract.doc_extensions import spaced, text_of
from onrecord.extract.quantities.amounts import Amount, without_hedge
from onrecord.extract.quantities.event_lexicon import EventLexicon
from onrecord.lexicon import lexicon
from onrecord.lexicon.lexicon import Lexicon
from onrecord.values.findings import Evidence

_PARTICLES = frozenset({"over", "about", "around", "under", "above", "below", "near", "up"})


@dataclass(frozen=True, slots=True)
class _Words:
    topical: frozenset[str]  # verbs of speaking about something
    tellings: frozenset[str]  # verbs and nouns of saying: 'an answer about 41 prisoners'


@lexicon.derived
def _words(words: Lexicon) -> _Words:
    speech = words.scheme("speech")
    return _Words(
        topical=frozenset(verb for c in speech if "about" in c.get("frame") for verb in c.get("verb")),
        tellings=frozenset(word for c in speech for word in (*c.get("verb"), *c.get("noun"))),
    )


class Particles:
    """The words before the amounts of one Doc that only seem to be hedges."""

    def __init__(self, doc: Doc, words: Lexicon, events: EventLexicon) -> None:
        self._doc, self._article = doc, text_of(doc)
        self._lexicon, self._events, self._words = words, events, _words(words)

    def taken_off(self, amount: Amount) -> Amount:
        """The amount, without its hedge where that is the particle of a verb or opens what somebody talks about."""
        word = self._article[amount.start : amount.number].split(maxsplit=1)[:1]
        if not word or word[0].lower() not in _PARTICLES:
            return amount
        token = spaced(self._doc, Evidence(amount.start, amount.start + len(word[0]), word[0]))[0]
        if self._is_particle(token) or self._opens_topic(token):
            return without_hedge(amount, len(word[0]) + 1, self._lexicon)
        return amount

    def _is_particle(self, token: Token) -> bool:
        before = self._doc[token.i - 1] if token.i else token
        return token.dep_ == "prt" or (before.pos_ == "VERB" and self._events.takes_particle(before, token.lower_))

    def _opens_topic(self, token: Token) -> bool:
        """'Talked about 95 prisoners', 'an answer about 41 prisoners'."""
        before = self._doc[token.i - 1] if token.i else token
        if before.pos_ == "NOUN" and before.lemma_ in self._words.tellings:
            return True
        return token.dep_ == "prep" and token.head.lemma_ in self._words.topical
