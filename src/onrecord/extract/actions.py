"""What happened to those counted: the verb or noun that governs the figure, as `ontology/actions.ttl` lists them.

Asked in this order: the event that is counted itself ('12 deaths'); the verb or noun that governs the figure; what
follows the noun as a participle or relative clause; what stands before it ('deported children'); the noun for those it
happened to ('evacuees').
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Token

from onrecord.extract.amounts import Measure
from onrecord.extract.counted import TALLIES, Counted
from onrecord.extract.grammar import passive
from onrecord.lexicon import Lexicon

OTHER = "other"
_SUBJECTS = ("nsubj", "nsubjpass")
_STEPS = 8  # up the tree from the figure
# Prepositions by which a noun takes those it happens to: 'the return of 387 children', 'sanctions on eleven people'.
_OF = frozenset({"of", "for", "on", "against", "to", "at", "with", "by"})


@dataclass(frozen=True, slots=True)
class _Trigger:
    action: str
    rest: frozenset[str]  # lemmas that must stand with the verb
    weak: bool  # only of people


class Actions:
    """The word lists of the scheme `action`, ready to be asked about figures."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._transitive: dict[str, list[_Trigger]] = defaultdict(list)
        self._intransitive: dict[str, list[_Trigger]] = defaultdict(list)
        self._noun, self._person = lexicon.by_word("action", "noun"), lexicon.by_word("action", "person")
        self._adjective = lexicon.by_word("action", "adjective")
        self._phrase = {tuple(p.split()): c.term for c in lexicon.scheme("action") for p in c.get("phrase")}
        self._negated = {c.term: c.one("negated").rsplit("/", 1)[-1] for c in lexicon.scheme("action")}
        self._occasions = frozenset(c.term for c in lexicon.scheme("action") if c.one("scope").endswith("/increment"))
        self._people = frozenset(lexicon.by_word("people", "noun"))
        for concept in lexicon.scheme("action"):
            weak = set(concept.get("weak"))
            for table, key in ((self._transitive, "verb"), (self._intransitive, "intransitive")):
                for verb in concept.get(key):
                    first, *rest = verb.split()
                    table[first].append(_Trigger(concept.term, frozenset(rest), verb in weak))
        for table in (self._transitive, self._intransitive):
            for triggers in table.values():
                triggers.sort(key=lambda t: -len(t.rest))  # 'take into custody' before 'take'

    def occasion(self, action: str) -> bool:
        """Whether one such action is an occasion by itself: a listing, a swap, a round of charges."""
        return action in self._occasions

    def people(self, figure: Counted) -> bool:
        """Whether the figure counts people."""
        head = figure.anchor
        return (figure.lemma in self._people or figure.lemma.endswith(("men", "women", "ian", "ist"))
                or head.ent_type_ == "NORP" or (head.tag_ == "NNPS" and head.ent_type_ not in ("ORG", "GPE", "LOC")))  # fmt: skip

    def of(self, figure: Counted) -> str:
        """The action of the figure by its own words, or '' where they say nothing."""
        if figure.amount.measure in (Measure.MONEY, Measure.UNIT):
            return OTHER
        people = self.people(figure)
        anchor = figure.anchor
        if figure.amount.measure is Measure.SHARE:
            return self._governing(anchor, people=True)
        counted_event = self._noun.get(figure.lemma)
        if counted_event is not None:
            return counted_event.term
        return (
            self._governing(anchor, people)
            or self._after(anchor, people)
            or self._before(anchor)
            or (self._person[figure.lemma].term if figure.lemma in self._person else "")
        )

    # What governs the figure ------------------------------------------------------------------------------------------

    def _governing(self, anchor: Token, people: bool) -> str:
        token = anchor
        for _ in range(_STEPS):
            head, dep = token.head, token.dep_
            if head.i == token.i:
                return self._headless(token, people)
            if head.pos_ in ("VERB", "AUX") and dep not in ("nummod", "compound", "amod"):
                return self._verb(head, token, dep, people)
            if dep == "pobj" and head.dep_ in ("prep", "agent", "dative"):
                above, preposition = head.head, head.lower_
                if above.pos_ in ("VERB", "AUX"):
                    return self._verb(above, head, preposition, people)
                if above.i == head.i:
                    return ""
                if preposition in _OF and above.lemma_.lower() not in TALLIES:
                    found = self._event(above)
                    if found:
                        return found
                    if preposition != "of":
                        return ""
                token = above
                continue
            token = head
        return ""

    def _headless(self, token: Token, people: bool) -> str:
        """A noun at the root of a headline: '12 children back home'."""
        return self._state(token)

    def _event(self, noun: Token) -> str:
        """The action that a noun names, itself or as what it is made of: 'death toll', 'notices of suspicion'."""
        for token in (noun, *(c for c in noun.lefts if c.dep_ in ("compound", "amod", "nmod"))):
            concept = self._noun.get(token.lemma_.lower())
            if concept is not None:
                return concept.term
        return ""

    def _verb(self, verb: Token, via: Token, role: str, people: bool) -> str:
        """The action of a verb for what hangs on it by `via`, as subject, object or by a preposition."""
        subject = role in _SUBJECTS
        for each in self._verbs(verb, via):
            found = self._of_verb(each, people, affected=not subject or _passive(each), subject=subject)
            if found:
                return found
        if role == "by":
            return ""
        phrase = self._state(verb)
        if phrase and (subject or role in ("dobj", "attr", "at")):
            return phrase
        if not subject:
            return self._of_arguments(verb, via)
        if _passive(verb):
            return self._of_arguments(verb, via)
        return ""

    def _verbs(self, verb: Token, via: Token) -> Iterator[Token]:
        """The verb, those coordinated with it, and the one it leaves the saying to: 'had to leave', 'managed to flee'."""
        yield verb
        for child in verb.rights:
            if child.dep_ in ("conj", "xcomp") and child.pos_ in ("VERB", "AUX") and child.i > via.i:
                if not any(c.dep_ in _SUBJECTS for c in child.children):
                    yield child

    def _of_verb(self, verb: Token, people: bool, *, affected: bool, subject: bool) -> str:
        lemma = verb.lemma_.lower()
        company = _company(verb)
        candidates: list[_Trigger] = []
        if affected:
            candidates += self._transitive.get(lemma, ())
        if subject:
            candidates += self._intransitive.get(lemma, ())
        for trigger in sorted(candidates, key=lambda t: -len(t.rest)):
            if trigger.rest <= company and (people or not trigger.weak):
                return self._denied(trigger.action, verb)
        return ""

    def _denied(self, action: str, verb: Token) -> str:
        negative = any(c.dep_ == "neg" and c.lower_ not in ("only",) for c in verb.children)
        return (self._negated[action] or OTHER) if negative and action != "remaining" else action

    def _state(self, token: Token) -> str:
        """'Are missing', 'remain in captivity', 'left dead', 'under control'."""
        for child in token.children:
            if child.dep_ in ("acomp", "oprd", "attr", "xcomp", "amod") and child.i > token.i:
                concept = self._adjective.get(child.lower_)
                if concept is not None:
                    return concept.term
            if child.dep_ == "prep":
                nouns = {t.lemma_.lower() for t in child.children if t.dep_ == "pobj"}
                found = next((a for (p, noun), a in self._phrase.items() if child.lower_ == p and noun in nouns), "")
                if found:
                    return found
        return ""

    def _of_arguments(self, verb: Token, via: Token) -> str:
        """The event that another object of the verb names: 'imposed sanctions on', 'treated 57 people for injuries'."""
        for child in verb.rights:
            if child.i == via.i:
                continue
            if child.dep_ == "dobj":
                found = self._event(child)
                if found:
                    return found
            if child.dep_ == "prep":
                for noun in (t for t in child.subtree if t.pos_ in ("NOUN", "PROPN")):
                    found = self._event(noun)
                    if found and noun.i - child.i <= 6:
                        return found
        if verb.lemma_.lower() in _LIGHT:
            subject = next((c for c in verb.lefts if c.dep_ in _SUBJECTS), None)
            return self._event(subject) if subject is not None else ""
        return ""

    # What stands beside the noun --------------------------------------------------------------------------------------

    def _after(self, noun: Token, people: bool) -> str:
        """A participle, relative clause or state after the noun, or after the last of those coordinated with it."""
        for each in _with_conjuncts(noun):
            for child in each.rights:
                if child.dep_ in ("acl", "relcl", "advcl") and child.pos_ in ("VERB", "AUX"):
                    found = self._of_clause(child, people)
                    if found:
                        return found
            found = self._state(each)
            if found:
                return found
        return ""

    def _of_clause(self, verb: Token, people: bool) -> str:
        own = [c for c in verb.children if c.dep_ in _SUBJECTS]
        relative = any(c.lower_ in ("who", "that", "which") for c in own)
        participle = verb.dep_ == "acl" and verb.tag_ in ("VBN", "VBD")
        affected = participle or _passive(verb) or (bool(own) and not relative)
        subject = not (bool(own) and not relative) and not participle
        for each in self._verbs(verb, verb):
            found = self._of_verb(each, people, affected=affected, subject=subject)
            if found:
                return found
        return self._state(verb)

    def _before(self, noun: Token) -> str:
        """'Deported children', 'missing and wounded soldiers'."""
        for child in noun.lefts:
            for word in (child, *child.conjuncts):
                if word.dep_ not in ("amod", "conj", "compound", "nmod") or word.i > noun.i:
                    continue
                concept = self._adjective.get(word.lower_)
                if concept is not None:
                    return concept.term
                if word.tag_ in ("VBN", "VBD", "JJ"):
                    lemma = word.lemma_.lower()
                    for form in (lemma, _stem(word.lower_)):
                        for trigger in self._transitive.get(form, ()):
                            if not trigger.rest:
                                return trigger.action
        return ""


_LIGHT = frozenset({"involve", "include", "cover", "see", "affect", "leave", "comprise", "total", "number", "reach", "rise",
                    "climb", "stand", "be", "concern", "grow", "increase", "hit", "pass", "exceed"})  # fmt: skip


def _stem(participle: str) -> str:
    """The verb of a participle that the tagger took for an adjective: 'abducted' -> 'abduct', 'displaced' -> 'displace'."""
    return (
        participle.removesuffix("ed")
        if participle.endswith(("cted", "rted", "ined", "ured"))
        else participle.removesuffix("d")
    )


def _passive(verb: Token) -> bool:
    """Passive, also without its auxiliary as in headlines: '12 killed in fire'."""
    if passive(verb):
        return True
    if verb.tag_ not in ("VBN", "VBD") or any(c.dep_ in ("dobj", "aux", "ccomp", "xcomp") for c in verb.children):
        return False
    return any(c.dep_ in ("nsubjpass", "auxpass") for c in verb.children) or verb.tag_ == "VBN"


def _company(verb: Token) -> frozenset[str]:
    """The lemmas that stand with a verb: particles, adverbs, objects, prepositions and their nouns."""
    found: set[str] = set()
    for child in verb.children:
        if child.dep_ in (
            "prt",
            "advmod",
            "prep",
            "dobj",
            "neg",
            "acomp",
            "oprd",
            "xcomp",
            "npadvmod",
            "dative",
            "agent",
        ):
            found.add("not" if child.dep_ == "neg" else child.lemma_.lower())
            for below in child.children:
                if below.dep_ in ("pobj", "prep", "pcomp", "compound", "conj"):
                    found.add(below.lemma_.lower())
    return frozenset(found)


def _with_conjuncts(noun: Token) -> Iterable[Token]:
    return (noun, *noun.conjuncts)


@cache
def actions(lexicon: Lexicon) -> Actions:
    """The actions of a lexicon, prepared once."""
    return Actions(lexicon)
