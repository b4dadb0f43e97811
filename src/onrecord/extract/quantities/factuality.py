"""Factuality of figures: composes what the clauses and nouns above a figure make of it, by `ontology/factuality.ttl`.

Read from the figure up the dependency tree: its own modifiers; the modal, negation or condition of its predicate; the
verb, adjective or noun that embeds that clause; and so on, up to a clause that stands for itself.
"""

from spacy.tokens import Token

from onrecord.extract.quantities.clause_factuality import PREDICATES, ClauseFactuality, complement
from onrecord.extract.quantities.counted_noun import Counted
from onrecord.extract.quantities.event_lexicon import EventLexicon
from onrecord.extract.quantities.factuality_lexicon import FactualityLexicon
from onrecord.extract.quantities.units import Measure
from onrecord.extract.syntax.arguments import NOMINAL, SUBJECTS, has_subject
from onrecord.extract.syntax.clauses import VERBAL, finite
from onrecord.extract.syntax.factuality import infinitive, nameless_none
from onrecord.extract.syntax.noun_phrases import TALLIES
from onrecord.lexicon.lexicon import Lexicon

_STEPS = 14  # up the tree from the figure
_COMPLEMENTS = ("ccomp", "xcomp", "csubj", "csubjpass", *PREDICATES)
_OBJECTS = ("dobj", "nsubjpass", "oprd", "attr")
_PARTICIPLES = ("VBN", "VBD")
_NOUN_TAKES = frozenset({"of", "for", "on", "against", "to", "from", "at", "in", "by"})
_VERB_TAKES = frozenset({"for", "of", "from"})
_WITHIN = _NOUN_TAKES | {"with", "about"}  # before a gerund that shares the modality of the clause
_DEFINITE = frozenset({"the", "these", "those", "both"})

_Step = tuple[Token | None, str]  # the token to go on from, None at the end; the factuality up to it


class Factualities:
    """The word lists of factuality, ready to be asked about figures."""

    def __init__(self, words: Lexicon, events: EventLexicon) -> None:
        self._words = FactualityLexicon(words)
        self._clauses = ClauseFactuality(self._words)
        self._events = events

    def of(self, figure: Counted, *, told: bool, ahead: bool) -> str:
        """The factuality of the figure, a term of the scheme; '' of a fact.

        `told`: what happened to those counted is; `ahead`: its clause gives it a day to come.
        """
        found = _Climb(self._words, self._clauses, self._events, figure, told).factuality()
        return found or (self._words.planned if ahead else "")


class _Climb:
    """The way from one figure up the tree."""

    def __init__(
        self, words: FactualityLexicon, clauses: ClauseFactuality, events: EventLexicon, figure: Counted, told: bool
    ) -> None:
        self._words, self._clauses, self._events = words, clauses, events
        self._figure, self._anchor, self._told = figure, figure.anchor, told
        self._measured = figure.amount.measure is not Measure.COUNT

    def factuality(self) -> str:
        """What all that stands over the figure makes of it."""
        own = self._words.before(self._anchor, modified=not self._events.people(self._figure))
        state = self._words.joined(own, self._of_infinitive(self._anchor) or self._of_participle(self._anchor))
        below: Token | None = self._anchor
        for _ in range(_STEPS):
            if below is None or below.head.i == below.i:
                break
            step = self._from_clause if below.pos_ in VERBAL else self._from_noun
            below, state = step(below, state)
        return state

    # Nouns ------------------------------------------------------------------------------------------------------------

    def _of_infinitive(self, noun: Token) -> str:
        """'40 children to be returned', but not 'the first 40 to return'."""
        clauses = [c for c in noun.rights if c.dep_ in ("acl", "relcl") and infinitive(c) and not has_subject(c)]
        return self._words.planned if clauses and not self._words.unique(noun) else ""

    def _of_participle(self, noun: Token) -> str:
        """'Children thought dead', 'the convoy promised for Monday', but not 'men suspected of planning it'."""
        for clause in noun.rights:
            if clause.dep_ == "acl" and clause.tag_ in _PARTICIPLES and not has_subject(clause):
                accused = any(c.dep_ == "prep" and c.lower_ == "of" for c in clause.rights)
                return "" if accused else self._words.of_verb(self._words.verbs, clause)
        return ""

    def _of_taking(self, noun: Token) -> str:
        """What a noun above the figure makes of it: 'plans for', 'no sign of', 'the return, promised in May, of'."""
        return self._words.of_noun(noun) or self._words.before(noun) or self._of_participle(noun)

    def _names_event(self, noun: Token) -> bool:
        counted = any(c.dep_ == "nummod" for c in noun.lefts)
        return not counted and (self._words.of_noun(noun) is not None or bool(self._events.of_event(noun)))

    def _from_noun(self, noun: Token, state: str) -> _Step:
        above = noun.head
        if noun.i == self._anchor.i and not (self._told or self._measured) and _presupposed(noun):
            return None, state
        if noun.dep_ in ("pobj", "pcomp"):
            return self._from_preposition(above, state)
        if noun.dep_ in ("poss", "relcl", "advcl") or (noun.dep_ == "appos" and not self._measured):
            return None, state
        return above, self._as_argument(noun, above, state) if above.pos_ in VERBAL and noun.dep_ != "amod" else state

    def _from_preposition(self, preposition: Token, state: str) -> _Step:
        above, word = preposition.head, preposition.lower_
        if above.i == preposition.i:
            return None, state
        state = self._words.joined(self._words.prepositions.get(word, ""), state)
        if above.pos_ in VERBAL:
            return above, self._as_oblique(preposition, above, state)
        if above.pos_ == "ADP":
            return self._from_preposition(above, state)
        if above.pos_ == "ADJ":
            return above, self._words.joined(self._words.of_adjective(above) or "", state)
        if above.pos_ in ("PRON", "DET"):
            return above, self._words.joined(self._words.before(above), state)
        said = self._of_taking(above)
        takes = word in _NOUN_TAKES and (said or self._passes(above))
        return (above, self._words.joined(said, state)) if takes else (None, state)

    def _passes(self, noun: Token) -> bool:
        """Whether what becomes of the noun becomes of those it takes: 'the return of 40 children', 'a fine of $40'."""
        if noun.like_num:
            return False
        return self._measured or self._words.transparent(noun) or bool(self._events.of_event(noun))

    # Arguments of verbs -----------------------------------------------------------------------------------------------

    def _as_argument(self, noun: Token, verb: Token, state: str) -> str:
        """The factuality after a verb with the noun for an argument; a subject stands outside the verb's negation.

        Of '14 were not found' there are 14; 'the return of 14 did not take place' tells of none.
        """
        said = self._of_subject(noun, verb) if noun.dep_ in SUBJECTS else ""
        said = said or self._of_object(noun, verb)
        outside = noun.dep_ in SUBJECTS and noun.lower_ != "any" and not self._names_event(noun)
        within = not outside and not nameless_none(noun)
        own = self._clauses.of_denied(verb) if within else self._clauses.of(verb)
        return self._words.joined(own, said, state)

    def _of_subject(self, noun: Token, verb: Token) -> str:
        """'The claim was untrue', '40 were to return', '40 failed to return'."""
        said = self._clauses.of_predicate(verb)
        shared = complement(verb)
        if said or shared is None:
            return said
        raised = self._told or noun.dep_ == "nsubjpass" or verb.lemma_ == "be"
        return self._clauses.of_embedded(shared, verb)[0] if raised else ""

    def _of_object(self, noun: Token, verb: Token) -> str:
        """'Expects 40 guests', 'prevented 40 deaths', 'called off the return of 40'; of a subject 'the plan failed'."""
        words, active = self._words, noun.dep_ == "nsubj"
        if noun.dep_ not in _OBJECTS and not active:
            return ""
        event = noun.i != self._anchor.i or self._events.of_counted(self._figure.lemma)
        tables = []
        if not active and not any(c.dep_ == "prep" and c.lower_ == "from" for c in verb.rights):
            tables.append(words.averting)
        if event and complement(verb) is None and noun.lemma_.lower() not in TALLIES:
            tables.append(words.event_verbs)
        if not active:
            tables.append(words.verbs if complement(verb) is None else words.attitudes)
        return next((said for table in tables if (said := words.of_verb(table, verb))), "")

    def _as_oblique(self, preposition: Token, verb: Token, state: str) -> str:
        """The factuality after a verb with a preposition: 'hopes for 40', 'proposed sanctions on 40 firms'."""
        word = preposition.lower_
        taker = next((c for c in verb.rights if c.dep_ == "dobj" and c.i < preposition.i), None)
        if taker is not None and word in _NOUN_TAKES and self._names_event(taker):
            return self._as_argument(taker, verb, self._words.joined(self._of_taking(taker), state))
        said = self._words.of_verb(self._words.verbs, verb, word) if word in _VERB_TAKES else ""
        return self._words.joined(self._clauses.of(verb), said, state)

    # Clauses ----------------------------------------------------------------------------------------------------------

    def _from_clause(self, verb: Token, state: str) -> _Step:
        if verb.dep_ == "conj":
            shared = verb.head.pos_ in VERBAL and not has_subject(verb) and not finite(verb)
            return verb.head, self._words.joined(self._clauses.of(verb.head), state) if shared else state
        if verb.dep_ in _COMPLEMENTS:
            return self._from_complement(verb, state)
        if verb.dep_ in ("acl", "relcl"):
            return self._from_adnominal(verb, state)
        if verb.dep_ == "advcl":
            return self._from_adverbial(verb, state)
        return self._from_gerund(verb, state) if verb.dep_ == "pcomp" else (None, state)

    def _from_complement(self, verb: Token, state: str) -> _Step:
        """'Hopes to return 40', 'denied that 40 left', 'likely to return 40'."""
        above = verb.head
        if above.pos_ in VERBAL and not any(w.text == ";" for w in verb.doc[verb.i : above.i]):
            said, passes = self._clauses.of_embedded(verb, above)
            own = self._clauses.of(above) if passes else ""
            return above if passes else None, self._words.joined(own, said, state)
        if above.i > verb.i or above.pos_ not in ("ADJ", *NOMINAL):
            return None, state
        said_of = self._words.of_adjective if above.pos_ == "ADJ" else self._words.of_noun
        state = self._words.joined(said_of(above) or "", state)
        if above.dep_ in PREDICATES and above.head.pos_ in VERBAL:
            return above.head, self._words.joined(self._clauses.of_denied(above.head), state)
        return above, state

    def _from_adnominal(self, verb: Token, state: str) -> _Step:
        """'Plans to charge 12', 'a claim that 40 died', 'a bill freeing 40', 'a bill that would free 40'."""
        noun = verb.head
        said, known = self._of_taking(noun), self._words.of_noun(noun) is not None
        if infinitive(verb):
            plain = known or self._words.unique(noun)
            return noun, self._words.joined(said or ("" if plain else self._words.planned), state)
        if _is_content(verb, told=known or self._words.transparent(noun)):
            return noun, self._words.joined(said, state)
        if verb.dep_ == "relcl" or has_subject(verb):
            return noun if state and finite(verb) else None, state
        return None, self._words.joined(said if said != self._words.negated else "", state)

    def _from_adverbial(self, verb: Token, state: str) -> _Step:
        """An infinitive of purpose; a participle shares the modality of its clause; others stand for themselves."""
        above = verb.head
        if has_subject(verb) or any(c.dep_ in ("mark", "advmod") and c.tag_ in ("IN", "WRB") for c in verb.lefts):
            return None, state
        if infinitive(verb):
            return None, self._words.joined(self._words.planned, state)
        if above.pos_ in VERBAL and verb.tag_ == "VBG":
            return above, self._words.joined(self._clauses.of(above), state)
        return None, state

    def _from_gerund(self, verb: Token, state: str) -> _Step:
        """'Accused of killing 40', 'the risk of displacing 40', 'without killing 40'."""
        above, word = verb.head.head, verb.head.lower_
        state = self._words.joined(self._words.prepositions.get(word, ""), state)
        if above.i == verb.head.i or word not in _WITHIN:
            return None, state
        if above.pos_ in VERBAL:
            said = self._clauses.of_embedded(verb, above, word)[0] if word in _VERB_TAKES else ""
            return above, self._words.joined(self._clauses.of(above), said, state)
        if above.pos_ == "ADJ":
            return above, self._words.joined(self._words.of_adjective(above) or "", state)
        said = self._of_taking(above) if word == "of" else self._words.of_noun(above) or ""
        return above, self._words.joined(said, state)


def _is_content(verb: Token, *, told: bool) -> bool:
    """Whether the clause is what its noun says, 'a claim that 40 died'; the parser may take it for a relative one."""
    return any(c.lower_ == "that" and (c.dep_ == "mark" or (told and c.dep_ != "nsubj")) for c in verb.lefts)


def _presupposed(noun: Token) -> bool:
    """Whether the noun phrase refers to what is there, 'the two sides', 'its 40 members', but not 'none of the 14'."""
    if noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.pos_ in ("PRON", "DET", "NOUN"):
        return False
    return any(c.dep_ == "poss" or c.lower_ in _DEFINITE for c in noun.lefts)
