"""Factuality lexicon: maps modals, verbs, nouns, adjectives and adverbs to the terms of `ontology/factuality.ttl`."""

from collections.abc import Mapping

from spacy.tokens import Token

from onrecord.extract.syntax.clauses import phrasal_lemma
from onrecord.extract.syntax.factuality import nameless_none
from onrecord.extract.syntax.noun_phrases import TALLIES
from onrecord.lexicon.lexicon import Lexicon

_PARTICLES = ("RB", "RP")  # tags

Table = Mapping[str, str]  # words and their terms; '' of what leaves a fact


class FactualityLexicon:
    """The word lists of the scheme `factuality`, ready to be asked about tokens. An answer of '' says nothing."""

    def __init__(self, words: Lexicon) -> None:
        default = words.default("factuality")

        def listed(key: str) -> Table:
            return {w: "" if c == default else c.term for w, c in words.by_word("factuality", key).items()}

        (self.negated,) = (c.term for c in words.marked("factuality", "ofNegation"))
        (self.possible,) = (c.term for c in words.marked("factuality", "ofCondition"))
        (self.planned,) = (c.term for c in words.marked("factuality", "ofPurpose"))
        self.modals, self.conjunctions, self.adverbs = listed("modalVerb"), listed("conjunction"), listed("adverb")
        self.prepositions, self._modifiers = listed("preposition"), listed("modifier")
        self.verbs = listed("verb")
        self.attitudes = {**listed("complement"), **self.verbs}
        self.doubting, self.averting, self.event_verbs = listed("doubting"), listed("averting"), listed("eventVerb")
        self.refusing = {**listed("denying"), **self.averting}
        self.adjectives, self._nouns = listed("adjective"), listed("noun")
        speech = words.scheme("speech")
        self.telling = frozenset(v for c in speech if c.one("kind") != "thought" for v in c.get("verb"))
        self._transparent = frozenset(listed("transparentNoun")) | TALLIES

    def joined(self, *stated: str) -> str:
        """The factuality of what several words bear on, outermost first: a negation holds against all but another."""
        state = ""
        for outer in reversed(stated):
            if not outer or not state:
                state = outer or state
            elif outer == state:
                state = self.possible if outer == self.negated else outer
            else:
                state = self.negated if self.negated in (outer, state) else self.possible
        return state

    def of_verb(self, table: Table, verb: Token, preposition: str = "") -> str:
        """What a table says of the verb, with the preposition or particle after it, or alone."""
        forms = lemmas(verb)
        return next((table[f] for f in (*(f"{f} {preposition}" for f in forms), *forms) if f in table), "")

    def of_adjective(self, adjective: Token) -> str | None:
        """What a predicate makes of its clause; '' of one that affirms it, None of one that says nothing of it."""
        return self.adjectives.get(adjective.lemma_.lower(), self.adjectives.get(adjective.lower_))

    def of_noun(self, noun: Token) -> str | None:
        """What a noun makes of what it takes; '' of one that leaves it a fact, None of one that says nothing of it."""
        return self._nouns.get(noun.lemma_.lower())

    def transparent(self, noun: Token) -> bool:
        """Whether of a noun holds what holds of what it takes: 'a claim that', 'a total of'."""
        return noun.lemma_.lower() in self._transparent

    def before(self, noun: Token, *, modified: bool = True) -> str:
        """What stands before a noun makes of it: 'no children', 'perhaps 40'; and if `modified` 'suspected cases'."""
        if nameless_none(noun):
            return self.negated
        lefts = [w.lower_ for child in noun.lefts for w in (child, *child.lefts)]
        tables = (self.adverbs, self._modifiers) if modified else (self.adverbs,)
        return next((table[word] for word in lefts for table in tables if table.get(word)), "")

    def unique(self, noun: Token) -> bool:
        """Whether an infinitive after the noun tells what was done: 'the first to leave'."""
        return any(w.lower_ in self._modifiers and not self._modifiers[w.lower_] for w in noun.lefts)


def lemmas(verb: Token) -> tuple[str, ...]:
    """The verb with its particle, and without; and by its form, where the lemmatizer errs (of 'hopes': 'hop')."""
    lemma, after = verb.lemma_.lower(), verb.nbor() if verb.i + 1 < len(verb.doc) else verb
    formed = verb.lower_[:-1] if verb.tag_ in ("VBZ", "VBD", "VBN") else verb.lower_
    particle = (f"{lemma} {after.lower_}",) if after.tag_ in _PARTICLES else ()
    return phrasal_lemma(verb).lower(), *particle, lemma, formed
