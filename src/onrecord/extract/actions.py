"""What happened to those counted: the verb or noun that governs the figure, as `ontology/actions.ttl` lists them.

Asked in this order: the event that is counted itself ('12 deaths'); the verb or noun that governs the figure; what
follows the noun as a participle, relative clause or state; the verb just before the number, where the parser has lost
the sentence; what stands before the noun ('deported children'); the noun for those it happened to ('evacuees').
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Token

from onrecord.extract.counted import Counted
from onrecord.extract.grammar import passive
from onrecord.extract.phrases import TALLIES
from onrecord.extract.units import Measure
from onrecord.lexicon import Lexicon

OTHER = "other"
_SUBJECTS = ("nsubj", "nsubjpass")
_STEPS = 8  # up the tree from the figure
_NEAR = 6  # tokens from a verb's preposition to an event it names
# Prepositions by which a noun takes those it happens to: 'the return of 387 children', 'sanctions on eleven people'.
_TAKES = frozenset({"of", "for", "on", "against", "to", "at", "with"})
_NONE_OF = re.compile(r"\b(?:none|not one|neither) of (?:the |these |those |its |their )?$", re.I)
# Verbs that say of an event how many it took, and nothing else: 'the swap involved two dozen prisoners'.
_LIGHT = frozenset({"involve", "include", "cover", "see", "affect", "leave", "comprise", "total", "number", "reach",
                    "rise", "climb", "stand", "be", "concern", "grow", "increase", "hit", "pass", "exceed"})  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Trigger:
    action: str
    rest: tuple[str, ...]  # what must stand with the verb
    weak: bool  # only of people


class Actions:
    """The word lists of the scheme `action`, ready to be asked about figures."""

    def __init__(self, lexicon: Lexicon) -> None:
        concepts = lexicon.scheme("action")
        self._noun, self._person = lexicon.by_word("action", "noun"), lexicon.by_word("action", "person")
        self._adjective = lexicon.by_word("action", "adjective")
        self._phrase = {tuple(p.split()): c.term for c in concepts for p in c.get("phrase")}
        self._negated = {c.term: c.one("negated").rsplit("/", 1)[-1] for c in concepts}
        self._occasions = frozenset(c.term for c in concepts if c.one("scope").endswith("/increment"))
        self._people = frozenset(lexicon.by_word("people", "noun"))
        self._transitive: dict[str, list[_Trigger]] = defaultdict(list)
        self._intransitive: dict[str, list[_Trigger]] = defaultdict(list)
        for concept in concepts:
            weak = set(concept.get("weak"))
            for table, key in ((self._transitive, "verb"), (self._intransitive, "intransitive")):
                for verb in concept.get(key):
                    first, *rest = verb.split()
                    table[first].append(_Trigger(concept.term, tuple(rest), verb in weak))

    def occasion(self, action: str) -> bool:
        """Whether one such action is an occasion by itself: a listing, a swap, a round of charges."""
        return action in self._occasions

    def people(self, figure: Counted) -> bool:
        """Whether the figure counts people, by the word lists or by how the noun is made: 'Ukrainians', 'servicemen'."""
        head, lemma = figure.anchor, figure.lemma
        nation = head.ent_type_ == "NORP" or (head.tag_ == "NNPS" and head.ent_type_ not in ("ORG", "GPE", "LOC"))
        return lemma in self._people or lemma.endswith(("men", "women", "man", "woman", "ian", "ist")) or nation

    def has_particle(self, verb: Token, particle: str) -> bool:
        """Whether the word lists know the verb with this particle: 'hand over'."""
        return any(particle in t.rest for t in self._transitive.get(verb.lemma_.lower(), ()))

    def told_by(self, verb: Token | None, action: str) -> bool:
        """Whether the verb is one of those that say the action."""
        lemma = verb.lemma_.lower() if verb is not None else ""
        triggers = (*self._transitive.get(lemma, ()), *self._intransitive.get(lemma, ()))
        return any(t.action == action for t in triggers)

    def of(self, figure: Counted) -> str:
        """The action of the figure by its own words; '' where they say nothing."""
        found = self._affirmed(figure)
        amount = figure.amount
        none = _NONE_OF.search(figure.article, max(0, amount.start - 16), amount.start)
        return (self._negated[found] or OTHER) if found and none else found

    def _affirmed(self, figure: Counted) -> str:
        anchor, people = figure.anchor, self.people(figure)
        if figure.amount.measure in (Measure.MONEY, Measure.UNIT) or figure.lemma in ("year", "month"):
            return OTHER
        if figure.amount.measure is Measure.SHARE:
            return self._governing(anchor, people=True)
        event, person = self._noun.get(figure.lemma), self._person.get(figure.lemma)
        if event is not None:
            return event.term
        return (
            (self._event(anchor) if anchor.lemma_.lower() in TALLIES else "")
            or self._verb_just_before(figure, people, reach=1)
            or self._governing(anchor, people)
            or self._after(anchor, people)
            or self._verb_just_before(figure, people, reach=4)
            or self._before(anchor, people)
            or (person.term if person is not None else "")
        )

    # What governs the figure ------------------------------------------------------------------------------------------

    def _governing(self, anchor: Token, people: bool) -> str:
        token = anchor
        for _ in range(_STEPS):
            head, role = token.head, token.dep_
            if head.i == token.i:
                return self._state(token)
            if role == "pobj":
                preposition, above = head, head.head
                if above.i == head.i:
                    return ""
                if above.like_num:
                    return ""  # '250 of the 1,100 orphans': what is said of a part
                if above.pos_ in ("VERB", "AUX"):
                    return self._with_preposition(above, preposition)
                if preposition.lower_ in _TAKES and above.lemma_.lower() not in TALLIES:
                    found = self._event(above)
                    if found or preposition.lower_ != "of":
                        return found
                token = above
            elif head.pos_ in ("VERB", "AUX") and not _is_modifier(head, token):
                return "" if _has_nearer_subject(head, token) else self._verb(head, token, role, people)
            else:
                token = head
        return ""

    def _event(self, noun: Token) -> str:
        """The action that a noun names, itself or by what it is made of: 'death toll', 'sanctions list'."""
        for token in (noun, *(c for c in noun.lefts if c.dep_ in ("compound", "amod", "nmod"))):
            concept = self._noun.get(token.lemma_.lower())
            if concept is not None:
                return concept.term
        return ""

    def _verb(self, verb: Token, via: Token, role: str, people: bool) -> str:
        """The action of a verb for what hangs on it by `via`, as its subject or its object."""
        subject = role in _SUBJECTS
        for each in _with_verbs_after(verb, via):
            found = self._of_verb(each, people, affected=not subject or _passive(each), subject=subject)
            if found:
                return found
        if subject or role in ("dobj", "attr", "oprd"):
            found = self._state(verb) or self._among(verb, people)
            if found:
                return found
        return "" if subject and not _passive(verb) else self._of_arguments(verb, via)

    def _with_preposition(self, verb: Token, preposition: Token) -> str:
        """'Put the number of children under control at 1.5m', 'imposed sanctions on eleven people'."""
        if preposition.lower_ not in _TAKES or preposition.i < verb.i:
            return ""
        return (self._state(verb) if preposition.lower_ == "at" else "") or self._of_arguments(verb, preposition)

    def _of_verb(
        self, verb: Token, people: bool, *, affected: bool, subject: bool, beside: Collection[str] = ()
    ) -> str:
        lemma = verb.lemma_.lower()
        triggers = [
            *(self._transitive.get(lemma, ()) if affected else ()),
            *(self._intransitive.get(lemma, ()) if subject else ()),
        ]
        for trigger in sorted(triggers, key=lambda t: -len(t.rest)):  # 'take into custody' before 'take'
            if (people or not trigger.weak) and _stand_with(trigger.rest, verb, beside):
                return self._unless_denied(trigger.action, verb)
        state = self._adjective.get(verb.lower_)  # 'are missing', which the tagger may take for a verb
        return self._unless_denied(state.term, verb) if state is not None and subject else ""

    def _unless_denied(self, action: str, verb: Token) -> str:
        denied = any(c.dep_ == "neg" for c in verb.children) and action != "remaining"
        return (self._negated[action] or OTHER) if denied else action

    def _state(self, token: Token) -> str:
        """'Are missing', 'left dead', 'remain in captivity', 'under control'."""
        for child in token.rights:
            if child.dep_ in ("acomp", "oprd", "attr", "xcomp", "amod", "advcl", "acl"):
                concept = self._adjective.get(child.lower_)
                if concept is not None:
                    return concept.term
            if child.dep_ == "prep":
                nouns = {t.lemma_.lower() for t in child.children if t.dep_ == "pobj"}
                found = next((a for (p, noun), a in self._phrase.items() if child.lower_ == p and noun in nouns), "")
                if found:
                    return found
        return ""

    def _among(self, verb: Token, people: bool) -> str:
        """'Eleven women were among the troops brought home': what is said of the whole is said of its part."""
        for prep in (c for c in verb.rights if c.lower_ == "among"):
            for noun in (c for c in prep.children if c.dep_ == "pobj"):
                return self._after(noun, people) or self._before(noun, people)
        return ""

    def _of_arguments(self, verb: Token, via: Token) -> str:
        """The event that another object of the verb names: 'imposed sanctions on', 'treated 57 people for injuries'."""
        for child in verb.rights:
            if child.i == via.i:
                continue
            nouns = [child] if child.dep_ == "dobj" else []
            if child.dep_ == "prep":
                nouns = [t for t in child.subtree if t.pos_ in ("NOUN", "PROPN") and t.i - child.i <= _NEAR]
            found = next((event for noun in nouns if (event := self._event(noun))), "")
            if found:
                return found
        if verb.lemma_.lower() in _LIGHT:
            subject = next((c for c in verb.lefts if c.dep_ in _SUBJECTS), verb.head if verb.dep_ == "acl" else None)
            return self._event(subject) if subject is not None else ""
        return ""

    def _verb_just_before(self, figure: Counted, people: bool, reach: int) -> str:
        """The verb in the last `reach` tokens before the number, with its particles: 'brought back four children'."""
        number = figure.number
        hedged = number.doc.char_span(figure.amount.start, figure.amount.end, alignment_mode="expand") or number
        passed: set[str] = set()
        for token in reversed(number.doc[max(number.sent.start, hedged.start - reach) : hedged.start]):
            if token.pos_ == "VERB":
                return self._of_verb(token, people, affected=True, subject=False, beside=passed)
            passed.add(token.lower_)
            if token.dep_ not in ("prt", "advmod", "det", "npadvmod", "amod", "prep", "agent", "pobj"):
                return ""
        return ""

    # What stands beside the noun --------------------------------------------------------------------------------------

    def _after(self, noun: Token, people: bool) -> str:
        """A participle, relative clause or state after the noun, or after the last of those coordinated with it."""
        for each in (noun, *noun.conjuncts):
            clauses = [c for c in each.rights if c.dep_ in ("acl", "relcl", "advcl") and c.pos_ in ("VERB", "AUX")]
            following = each.nbor() if each.i + 1 < len(each.doc) else each
            if (
                following.tag_ in ("VBN", "VBD")
                and following not in (*clauses, each.head)
                and not list(following.lefts)
            ):
                clauses.append(following)  # a participle that the parser hung elsewhere
            for clause in clauses:
                found = self._of_clause(clause, people)
                if found:
                    return found
            found = self._state(each)
            if found:
                return found
        return ""

    def _of_clause(self, verb: Token, people: bool) -> str:
        own = [c for c in verb.children if c.dep_ in _SUBJECTS]
        foreign = bool(own) and not any(c.lower_ in ("who", "that", "which") for c in own)  # 'whom they took'
        participle = verb.tag_ in ("VBN", "VBD") and not own and verb.dep_ != "relcl"
        for each in _with_verbs_after(verb, verb):
            affected = participle or foreign or _passive(verb)
            found = self._of_verb(each, people, affected=affected, subject=not foreign and not participle)
            if found:
                return found
        return self._state(verb)

    def _before(self, noun: Token, people: bool) -> str:
        """'Deported children', 'missing and wounded soldiers'."""
        for child in noun.lefts:
            for word in (child, *child.conjuncts):
                if word.i > noun.i or word.dep_ not in ("amod", "conj", "compound", "nmod"):
                    continue
                concept = self._adjective.get(word.lower_)
                if concept is not None:
                    return concept.term
                for form in {word.lemma_.lower(), *_verbs_of(word.lower_)} if word.tag_ in ("VBN", "VBD", "JJ") else ():
                    for trigger in self._transitive.get(form, ()):
                        if not trigger.rest and (people or not trigger.weak):
                            return trigger.action
        return ""


def _verbs_of(participle: str) -> tuple[str, ...]:
    """The verbs that a participle may be of, where the tagger took it for an adjective: 'abducted', 'displaced'."""
    return (participle.removesuffix("ed"), participle.removesuffix("d")) if participle.endswith("ed") else ()


def _is_modifier(verb: Token, noun: Token) -> bool:
    """Whether what the parser took for a verb is a participle between number and noun: '517 illegally abducted children'."""
    if verb.i > noun.i or verb.tag_ not in ("VBN", "VBD"):
        return False
    i = verb.i - 1
    while i > verb.sent.start and verb.doc[i].tag_ in ("RB", "JJ", "CC", "VBN"):
        i -= 1
    return verb.doc[i].like_num


def _has_nearer_subject(verb: Token, noun: Token) -> bool:
    """Whether the verb has another subject after the noun: '1,097 children injured and 19,453 children deported'."""
    return noun.dep_ in _SUBJECTS and any(c.dep_ in _SUBJECTS and noun.i < c.i < verb.i for c in verb.lefts)


def _passive(verb: Token) -> bool:
    """Passive, also without its auxiliary as in headlines: '12 killed in fire'."""
    if passive(verb):
        return True
    return verb.tag_ == "VBN" and not any(c.dep_ in ("dobj", "aux", "ccomp", "xcomp") for c in verb.children)


def _with_verbs_after(verb: Token, via: Token) -> Iterator[Token]:
    """The verb, those coordinated with it, and the one it leaves the saying to: 'had to leave', 'were forced to flee'."""
    yield verb
    for child in verb.rights:
        if child.dep_ in ("conj", "xcomp") and child.pos_ in ("VERB", "AUX") and child.i > via.i:
            if any(c.dep_ in _SUBJECTS for c in child.children):
                continue
            yield child


def _stand_with(words: tuple[str, ...], verb: Token, particles: Collection[str]) -> bool:
    """Whether the words stand with the verb: a particle, adverb or object, or a preposition and its noun."""
    beside = set(particles)
    by_preposition: dict[str, set[str]] = defaultdict(set)
    for child in verb.children:
        if child.dep_ == "prt" and child.lower_ not in words:
            return False  # 'took in', 'found out' are other verbs
        if child.dep_ == "neg":
            beside.add("not")
        elif child.dep_ in ("prt", "advmod", "dobj", "acomp", "oprd", "xcomp", "npadvmod"):
            beside.add(child.lemma_.lower())
            beside.update(c.lower_ for c in child.children if c.dep_ == "advmod")
        # 'to hospital'; also 'back from', and 'placed children in families' where it seems to belong to the children
        for preposition in (child, *(child.children if child.dep_ in ("dobj", "advmod") else ())):
            if preposition.dep_ in ("prep", "dative", "agent"):
                nouns = [t for t in preposition.children if t.dep_ in ("pobj", "pcomp", "amod")]
                by_preposition[preposition.lower_].update(w.lemma_.lower() for n in nouns for w in (n, *n.lefts))
    preposition = ""
    for word in words:
        if word in by_preposition:
            preposition = word
        elif word not in beside and word not in by_preposition[preposition]:
            return False
    return True


@cache
def actions(lexicon: Lexicon) -> Actions:
    """The actions of a lexicon, prepared once."""
    return Actions(lexicon)
