"""Event lexicon: maps verbs, nouns and adjectives to the actions of `ontology/actions.ttl`, done to those counted."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from spacy.tokens import Token

from onrecord.extract.quantities.counted_noun import Counted, is_person
from onrecord.extract.syntax.arguments import NOMINAL, has_subject
from onrecord.extract.syntax.clauses import VERBAL
from onrecord.extract.syntax.factuality import modal, negated
from onrecord.lexicon import lexicon
from onrecord.lexicon.lexicon import Concept, Lexicon

_COMPLEMENTS = ("acomp", "oprd", "attr", "xcomp", "amod", "advcl", "acl")
_PRONOUNS = frozenset({"them", "these", "those", "whom", "us", "you"})
_PREDICATE = 2  # words after 'be' that tell alone: 'still in'; one of them, 'in', tells nothing
_BESIDE = ("prt", "advmod", "dobj", "acomp", "oprd", "xcomp", "npadvmod")


@dataclass(frozen=True, slots=True)
class _Trigger:
    action: str
    rest: tuple[str, ...]  # what must stand with the verb
    weak: bool  # only of people
    of_subject: bool  # said of its subject; the subject of a passive is then none of `rest`


class EventLexicon:
    """The word lists of the scheme `action`, ready to be asked about tokens. An answer of '' says nothing."""

    def __init__(self, words: Lexicon) -> None:
        concepts = words.scheme("action")
        self.default = words.default("action").term  # where the text says nothing of what happened
        self._noun, self._person = words.by_word("action", "noun"), words.by_word("action", "person")
        self._adjective = words.by_word("action", "adjective")
        self._phrase = {tuple(p.split()): c.term for c in concepts for p in c.get("phrase")}
        by_iri = {c.iri: c.term for c in concepts}
        self._negated = {c.term: by_iri.get(c.one("negated"), "") for c in concepts}
        self._of_people = frozenset(word for c in concepts for word in c.get("weak"))
        self._proceedings = frozenset(c.term for c in concepts if c.one("ofProceedings") == "true")
        self._of_assets = frozenset(c.term for c in concepts if c.one("ofAssets") == "true")
        self._specified = {by_iri[general]: c.term for c in concepts for general in c.get("specifies")}
        self._transitive = _triggers(concepts, "verb")
        self._intransitive = _triggers(concepts, "intransitive")
        self._prepositional = _triggers(concepts, "prepositional")
        self._predicates = {t.rest: t for t in self._intransitive["be"] if len(t.rest) == _PREDICATE}

    def denied(self, action: str) -> str:
        """What the denial of the action comes to: those who have not returned remain."""
        return self._negated.get(action) or self.default

    def of_money(self, action: str) -> str:
        """The action where it can be done to money: assets are frozen; else that of nothing told."""
        return action if action in self._of_assets else self.default

    def people(self, figure: Counted) -> bool:
        """Whether people are counted, by the word lists or by how the noun is made: 'Ukrainians', 'servicemen'."""
        head, lemma = figure.anchor, figure.lemma
        nation = head.tag_ == "NNPS" and head.ent_type_ not in ("ORG", "COURT", "PLACE")
        return is_person(lemma) or nation or lemma in self._adjective or lemma in self._person

    def people_shared(self, figure: Counted) -> bool:
        """Whether a share may be one of people: of a noun for them, or of nothing named ('a third', 'half of them')."""
        nouns = figure.where.exact.casefold().split() if figure.where is not None else ()
        return not nouns or any(
            is_person(w) or is_person(w.removesuffix("s").removesuffix("ren")) or w in _PRONOUNS for w in nouns
        )

    def takes_particle(self, verb: Token, particle: str) -> bool:
        """Whether the word lists know the verb with this particle alone: 'hand over', not 'give up for adoption'."""
        return any(t.rest == (particle,) for t in self._transitive.get(verb.lemma_.lower(), ()))

    def says(self, verb: Token | None, action: str) -> bool:
        """Whether the verb is one of those that say the action."""
        lemma = verb.lemma_.lower() if verb is not None else ""
        triggers = (*self._transitive.get(lemma, ()), *self._intransitive.get(lemma, ()))
        return any(t.action == action for t in triggers)

    def of_verb(self, verb: Token, people: bool, *, affected: bool, subject: bool) -> str:
        """What the verb says of one it affects or of its subject."""
        lemma = verb.lemma_.lower()
        triggers = [
            *(self._transitive.get(lemma, ()) if affected else ()),
            *(self._intransitive.get(lemma, ()) if subject else ()),
        ]
        trigger = _standing_with(verb, triggers, people) if triggers else None
        if trigger is not None:
            action = self._specific(trigger.action, verb)
            return action if "not" in trigger.rest else self._unless_denied(action, verb)
        state = self._adjective.get(verb.lower_)  # 'are missing', which the tagger may take for a verb
        if state is None or not subject or any(c.dep_ == "dobj" for c in verb.rights):
            return ""
        return self._unless_denied(state.term, verb)

    def of_prepositional_verb(self, verb: Token, preposition: str, people: bool) -> str:
        """What the verb says of the object of a preposition: 'searching for 13 people', 'nothing is known of 43'."""
        for trigger in self._prepositional.get(verb.lemma_.lower(), ()):
            *rest, last = trigger.rest
            if last == preposition and (people or not trigger.weak) and _complements(verb).hold(rest, passive=True):
                return trigger.action
        return ""

    def mentioned(self, word: Token) -> frozenset[str]:
        """The actions that the word alone may tell of anybody; without that of nothing told."""
        lemma = word.lemma_.lower()
        if word.pos_ in VERBAL:
            found = {
                self.of_verb(word, True, affected=True, subject=False),
                self.of_verb(word, True, affected=False, subject=True),
            }
        elif word.pos_ in NOMINAL:
            found = {self._of_noun(lemma, people=True), self.of_person(lemma)}
        else:
            found = set()
        state = self._adjective.get(word.lower_)
        if state is not None:
            found.add(state.term)
        return frozenset(found - {"", self.default})

    def _specific(self, action: str, verb: Token) -> str:
        """The action that the verb's circumstances make of it: 'came home in an exchange'."""
        special = self._specified.get(action)
        nouns = (noun for of in _by_preposition(verb).values() for noun in of) if special else ()
        return special if special and any(self._of_noun(noun, people=True) == special for noun in nouns) else action

    def _unless_denied(self, action: str, verb: Token) -> str:
        return self.denied(action) if negated(verb) else action

    def of_event(self, noun: Token, *, people: bool = True) -> str:
        """What the noun names, itself or by what it is made of: 'return', 'death toll', 'sanctions list'."""
        for token in (noun, *(c for c in noun.lefts if c.dep_ in ("compound", "amod", "nmod"))):
            found = self._of_noun(token.lemma_.lower(), people=people)
            if found:
                return found
        definite = any(c.lower_ == "the" for c in noun.lefts)
        return self._adjective[noun.lower_].term if definite and noun.lower_ in self._adjective else ""  # 'the dead'

    def _of_noun(self, lemma: str, *, people: bool) -> str:
        known = lemma in self._noun and (people or lemma not in self._of_people)
        return self._noun[lemma].term if known else ""

    def of_counted(self, lemma: str) -> str:
        """What counting the noun says: '12 deaths'; nothing of 14 charges, 61 exchanges."""
        found = self._of_noun(lemma, people=False)
        return "" if found in self._proceedings else found

    def of_person(self, lemma: str) -> str:
        """What happened to those whom the noun names: 'evacuees'."""
        return self._person[lemma].term if lemma in self._person else ""

    def of_modifier(self, word: Token, people: bool) -> str:
        """What an adjective or participle before the noun says: 'missing', 'deported'."""
        concept = self._adjective.get(word.lower_)
        if concept is not None:
            return concept.term
        if word.tag_ not in ("VBN", "VBD", "JJ"):
            return ""
        triggers = (t for form in _verb_forms(word) for t in self._transitive.get(form, ()))
        return next((t.action for t in triggers if not t.rest and (people or not t.weak)), "")

    def of_label(self, word: Token) -> str:
        """What a word says by itself of those counted under it: 'Killed', 'Deaths', 'Evacuees' over a column."""
        forms = dict.fromkeys((word.lower_, word.lemma_.lower(), word.lower_.removesuffix("s"), *_verb_forms(word)))
        named = (
            words[form].term for form in forms for words in (self._adjective, self._noun, self._person) if form in words
        )
        done = word.lower_.endswith("ed") or word.tag_ in ("VBN", "VBD")
        verbs = (
            t for form in forms for kind in (self._transitive, self._intransitive) for t in kind.get(form, ()) if done
        )
        return next(chain(named, (t.action for t in verbs if not t.rest)), "")

    def of_state(self, token: Token) -> str:
        """What stands after a verb or noun as its state: 'dead', 'in captivity', 'back home'."""
        for child in token.rights:
            if has_subject(child):
                continue  # a clause about somebody else: 'knows of nine, while 14 are missing'
            found = self._of_complement(child) or self._of_preposition(child)
            if found:
                return found
        return ""

    def _of_complement(self, word: Token) -> str:
        if word.dep_ == "attr" and word.pos_ == "NOUN":  # 'were refugees', 'declared to be suspects'
            person = self.of_person(word.lemma_.lower())
            if person:
                return person
        state = self._adjective.get(word.lower_) if word.dep_ in _COMPLEMENTS else None
        return state.term if state is not None else ""

    def _of_preposition(self, word: Token) -> str:
        """'In captivity', 'under arrest'."""
        if word.dep_ != "prep":
            return ""
        nouns = (t.lemma_.lower() for t in word.children if t.dep_ == "pobj")
        return next((self._phrase[pair] for noun in nouns if (pair := (word.lower_, noun)) in self._phrase), "")

    def of_next_words(self, noun: Token) -> str:
        """What the words right after a noun say, whatever the parser makes of them: '300 still missing'."""
        following = [t for t in noun.doc[noun.i + 1 : noun.i + 3] if not t.is_sent_start]
        if not following:
            return ""
        state = self._adjective.get(following[0].lower_)
        return state.term if state is not None else self._phrase.get(tuple(t.lower_ for t in following), "")

    def of_verbless(self, first: Token, people: bool) -> str:
        """What a clause without its 'are' says, from the first word of its predicate on: '300 still in captivity'."""
        words = tuple(t.lower_ for t in first.doc[first.i : first.i + _PREDICATE])
        trigger = self._predicates.get(words)
        return trigger.action if trigger is not None and (people or not trigger.weak) else ""


def _verb_forms(participle: Token) -> tuple[str, ...]:
    """The verbs that a participle may be of, where the tagger took it for an adjective: 'abducted', 'displaced'."""
    lower = participle.lower_
    stems = (lower.removesuffix("ed"), lower.removesuffix("d")) if lower.endswith("ed") else ()
    return (participle.lemma_.lower(), *stems)


def _triggers(concepts: Iterable[Concept], key: str) -> Mapping[str, Sequence[_Trigger]]:
    """The verbs under a property of the actions, by their first word."""
    found: dict[str, list[_Trigger]] = defaultdict(list)
    for concept in concepts:
        for verb in concept.get(key):
            first, *rest = verb.split()
            weak = verb in concept.get("weak")
            found[first].append(_Trigger(concept.term, tuple(rest), weak, of_subject=key == "intransitive"))
    return found


def _standing_with(verb: Token, triggers: Iterable[_Trigger], people: bool) -> _Trigger | None:
    """The trigger with the most words that stand with the verb."""
    found = _complements(verb)
    ranked = sorted(triggers, key=lambda t: -len(t.rest))  # 'take into custody' before 'take'
    fitting = (t for t in ranked if (people or not t.weak) and found.hold(t.rest, passive=not t.of_subject))
    return next(fitting, None)


@dataclass(frozen=True, slots=True)
class _Complements:
    """The words that stand with a verb, in lower case: lemmas, but for particles and prepositions."""

    particles: frozenset[str]
    beside: frozenset[str]  # particles, adverbs and objects
    subjects: frozenset[str]  # of a passive, which are objects: 'their assets were frozen'
    by_preposition: Mapping[str, set[str]]

    def hold(self, words: Sequence[str], *, passive: bool) -> bool:
        """Whether the words stand with the verb: a particle, adverb or object, or a preposition and its noun.

        With `passive`, also the subject of a passive.
        """
        if not self.particles.issubset(words):
            return False  # 'took in', 'found out' are other verbs
        preposition = ""
        for word in words:
            if word in self.by_preposition:
                preposition = word
            elif not (
                word in self.beside
                or (passive and word in self.subjects)
                or word in self.by_preposition.get(preposition, ())
            ):
                return False
        return True


def _complements(verb: Token) -> _Complements:
    return _Complements(
        particles=frozenset(c.lower_ for c in verb.children if c.dep_ == "prt"),
        beside=frozenset(_beside(verb)),
        subjects=frozenset(c.lemma_.lower() for c in verb.lefts if c.dep_ == "nsubjpass"),
        by_preposition=_by_preposition(verb),
    )


def _beside(verb: Token) -> Iterator[str]:
    """The particles, adverbs and objects of the verb, and the complement that is said of its object."""
    for child in verb.children:
        if child.dep_ == "neg":
            yield "not"
        elif child.dep_ in _BESIDE or is_small_clause(child):
            yield child.lemma_.lower()
            yield from (c.lower_ for c in child.children if c.dep_ == "advmod")


def is_small_clause(word: Token) -> bool:
    """Whether a complement is said of the object before it: 'found three men guilty', 'let 260 people go'."""
    bare = word.tag_ == "VB" and not modal(word)
    return word.dep_ in ("ccomp", "xcomp") and (word.pos_ == "ADJ" or bare)


def _by_preposition(verb: Token) -> Mapping[str, set[str]]:
    """The nouns after each preposition of the verb: 'to hospital'.

    Also 'back from', 'out of', and 'placed children in families', where it seems to belong to the children.
    """
    found: dict[str, set[str]] = defaultdict(set)
    for child in verb.children:
        for preposition in (child, *(child.children if child.dep_ in ("dobj", "advmod", "prep", "prt") else ())):
            if preposition.dep_ in ("prep", "dative", "agent"):
                nouns = [t for t in preposition.children if t.dep_ in ("pobj", "pcomp", "amod")]
                found[preposition.lower_].update(w.lemma_.lower() for n in nouns for w in (n, *n.lefts))
    return found


@lexicon.derived
def event_lexicon(words: Lexicon) -> EventLexicon:
    """What the word lists tell of events, put together once."""
    return EventLexicon(words)
