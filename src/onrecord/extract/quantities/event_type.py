"""Event classifier: the action done to those counted, by what governs the figure in its sentence.

Asked in this order: the event that is counted itself ('12 deaths'); the verb or noun that governs the figure; what
follows the noun as a participle, relative clause or state; the verb just before the number, where the parser has lost
the sentence; what stands before the noun ('deported children'); the noun for those it happened to ('evacuees').
"""

from collections.abc import Iterator

from spacy.tokens import Token

from onrecord.extract.quantities.counted_noun import Counted
from onrecord.extract.quantities.event_lexicon import EventLexicon, is_small_clause
from onrecord.extract.quantities.numeral_lexer import PARTS
from onrecord.extract.quantities.units import Measure, durations, shares, unit_names
from onrecord.extract.syntax.arguments import NOMINAL, SUBJECTS, has_subject, passive, subject
from onrecord.extract.syntax.clauses import FINITE, VERBAL
from onrecord.extract.syntax.noun_phrases import TALLIES

_BESIDE = frozenset({"along", "together"})
_OBJECTS = ("dobj", "attr", "oprd")
_STEPS = 8  # up the tree from the figure
_CONJUNCTS = 3  # nouns to the right that may share what follows the last of them
_BEFORE_WHOLE = 6  # tokens from 'of' to the number of a whole
_LEADS = frozenset(
    {"DT", "PRP$", "POS", "NN", "NNP", "JJ", "RB", "IN"}
)  # tags between them: 'of the region's roughly 40'
_HEDGING = frozenset({"more", "than", "least", "fewer", "less", "up", "to"})
_PARTS = frozenset(PARTS)
_SOME = frozenset({"some", "most", "many", "few", "several", "fewer", "fraction", "majority", "minority"})
_NEAR = 6  # tokens from a verb's preposition to an event it names
# Prepositions by which a noun takes those it happens to: 'the return of 387 children', 'sanctions on eleven people'.
_TAKES = frozenset({"of", "for", "on", "against", "to", "at", "with"})
# Verbs that say of an event how many it took, and nothing else: 'the swap involved two dozen prisoners'.
_LIGHT = frozenset(
    {"involve", "include", "cover", "see", "affect", "leave", "comprise", "total", "number", "reach", "rise", "climb"}
    | {"stand", "be", "concern", "grow", "increase", "hit", "pass", "exceed"}
)


def action_of(figure: Counted, events: EventLexicon) -> str:
    """The action of the figure by its own words, a term of `ontology/actions.ttl`; '' where they say nothing."""
    anchor = figure.anchor
    if figure.amount.measure is Measure.MONEY:
        return events.of_money(_Said(events, people=False).governing(anchor))
    if figure.amount.measure is Measure.SHARE:
        return _Said(events, people=events.people_shared(figure)).governing(anchor)
    if figure.amount.measure is Measure.UNIT or figure.lemma in TALLIES | durations(imposed=True) | unit_names():
        return events.default
    said = _Said(events, people=events.people(figure))
    part = _part_of(figure)
    if part is not None:
        return _of_whole(figure, part, said, events)
    return (
        events.of_counted(figure.lemma)
        or (events.of_event(anchor) if anchor.lemma_.lower() in TALLIES else "")
        or (events.of_modifier(anchor, people=True) if figure.where is None and anchor != figure.number.root else "")
        or said.just_after(figure)
        or said.just_before(figure)
        or said.governing(anchor)
        or said.next_verb(anchor)
        or said.after(anchor)
        or said.before(anchor)
        or events.of_person(figure.lemma)
    )


def is_whole(figure: Counted) -> bool:
    """Whether the figure is the whole of which a part is told, so that what happened to the part says nothing of it."""
    return _part_of(figure) is not None


def _of_whole(figure: Counted, part: Token, said: "_Said", events: EventLexicon) -> str:
    own = events.of_counted(figure.lemma) or said.before(figure.anchor) or said.following(figure)
    return own or said.qualifying(figure.anchor, part.head) or events.of_person(figure.lemma)


def _part_of(figure: Counted) -> Token | None:
    """The part of those counted that is told of: '14 of the 32 bodies', 'half of the 48 children'.

    What is said of the part is not said of the whole: of that only its own modifiers tell.
    """
    doc, first = figure.number.doc, figure.number.start
    of = next((i for i in range(first - 1, max(first - _BEFORE_WHOLE, 0), -1) if doc[i].lower_ == "of"), None)
    if of is None or doc[of].is_sent_start:
        return None
    if any(t.tag_ not in _LEADS and t.lower_ not in _HEDGING for t in doc[of + 1 : first]):
        return None
    part = doc[of - 1]
    known = part.like_num or part.lower_ in shares() or part.lower_.rstrip("s") in _PARTS or part.lower_ in _SOME
    return part if known else None


class _Said:
    """What the words around a noun say of it; `people` tells whether it names people."""

    def __init__(self, events: EventLexicon, people: bool) -> None:
        self._events, self._people = events, people

    def governing(self, anchor: Token) -> str:
        """The verb or noun above the figure."""
        token = anchor
        for _ in range(_STEPS):
            head = token.head
            if head.i == token.i:
                return self._events.of_state(token) or self._events.of_next_words(token)
            if token.dep_ == "pobj":
                found = self._above_preposition(head)
                if found is not None:
                    return found
                token = head.head
            elif head.pos_ in VERBAL and not _is_modifier(head, token):
                return self._of_verb(head, token, token.dep_)
            else:
                token = head
        return ""

    def _above_preposition(self, preposition: Token) -> str | None:
        """What the verb or noun before a preposition says of its object; None where it may stand further up."""
        above = preposition.head
        if above.i == preposition.i or above.like_num or above.lower_ in shares():
            return ""  # '250 of the 1,100 orphans': what is said of a part
        if above.pos_ in VERBAL:
            return self._with_preposition(above, preposition)
        if preposition.lower_ == "with" and above.lower_ in _BESIDE and above.head.pos_ == "VERB":
            return self._of_verb(above.head, above, "nsubj")  # 'was exchanged along with 99 others'
        if preposition.lower_ not in _TAKES or above.lemma_.lower() in TALLIES:
            return None
        return self._events.of_event(above, people=self._people) or (None if preposition.lower_ == "of" else "")

    def next_verb(self, noun: Token) -> str:
        """The verb right after the noun that has no other subject: '… by force and 1,500 children have come home'."""
        following = noun.nbor() if noun.i + 1 < len(noun.doc) else noun
        if following.tag_ not in FINITE or following.is_sent_start:
            return ""
        verb = following.head if following.dep_ in ("aux", "auxpass") else following
        if verb.i < noun.i or has_subject(verb):
            return ""
        return self._of_verb(verb, noun, "nsubj")

    def _of_verb(self, verb: Token, via: Token, role: str) -> str:
        """What the verb says of what hangs on it by `via`, as its subject or its object."""
        subject = role in SUBJECTS
        for each in _with_verbs_after(verb, via) if subject else (verb,):
            affected = not subject or passive(each)
            found = self._events.of_verb(each, self._people, affected=affected, subject=subject)
            if found:
                return found
        if subject and is_small_clause(verb):
            found = self._events.of_verb(verb.head, self._people, affected=True, subject=False)
            if found:
                return found
        if subject or role in _OBJECTS:
            found = self._events.of_state(verb)
            if found:
                return found
        return "" if subject and not passive(verb) else self._of_arguments(verb, via)

    def _with_preposition(self, verb: Token, preposition: Token) -> str:
        """'Searching for 13 people', 'imposed sanctions on eleven people'."""
        said = self._events.of_prepositional_verb(verb, preposition.lower_, self._people)
        if said or preposition.lower_ not in _TAKES or preposition.i < verb.i:
            return said
        return self._of_arguments(verb, preposition)

    def _of_arguments(self, verb: Token, via: Token) -> str:
        """The event that another object of the verb names: 'imposed sanctions on', 'treated 57 people for injuries'."""
        nouns = (noun for child in verb.rights if child.i != via.i for noun in _argument_nouns(child))
        found = next((event for noun in nouns if (event := self._events.of_event(noun, people=self._people))), "")
        who = subject(verb) if not found and verb.lemma_.lower() in _LIGHT else None
        return found if who is None else self._events.of_event(who)

    def just_before(self, figure: Counted) -> str:
        """The verb right before the number and its hedge, whatever the parser makes of it: 'killed one and hurt 12'."""
        first = figure.number.doc.char_span(figure.amount.start, figure.amount.end, alignment_mode="expand")
        start = (first or figure.number).start
        if start <= figure.sentence.start or figure.number.doc[start - 1].pos_ != "VERB":
            return ""
        return self._events.of_verb(figure.number.doc[start - 1], self._people, affected=True, subject=False)

    def just_after(self, figure: Counted) -> str:
        """The predicate right after a number without a noun: '130 hurt', '200 carried off', '300 still in jail'."""
        doc, after = figure.number.doc, figure.written.after
        if figure.where is not None or after >= len(doc) or doc[after].is_sent_start:
            return ""
        word = doc[after]
        verbless = self._events.of_verbless(word, self._people)
        if verbless or not figure.elided:
            return verbless
        said = self._events.of_verb(word, self._people, affected=True, subject=False) if word.tag_ == "VBN" else ""
        return said or self._events.of_modifier(word, self._people)

    def after(self, noun: Token) -> str:
        """A participle, relative clause or state after the noun, or after one of the next coordinated with it."""
        for each in _with_next_conjuncts(noun):
            found = self._events.of_next_words(each)
            for clause in _clauses_after(each):
                found = found or self._of_clause(clause)
            found = found or self._events.of_state(each)
            if found:
                return found
        return ""

    def qualifying(self, noun: Token, main: Token) -> str:
        """A clause after the noun: '12 of the 40 miners who were hurt'; a participle before the main verb."""
        clauses = (
            c
            for c in noun.rights
            if c.pos_ in VERBAL and (c.dep_ == "relcl" or (c.dep_ == "acl" and (c.i < main.i or main.i < noun.i)))
        )
        return next((found for c in clauses if (found := self._of_clause(c))), "")

    def following(self, figure: Counted) -> str:
        """The adjective or participle in the place of a noun: 'none of the 9 wounded'."""
        if figure.where is not None or figure.number.end >= len(figure.number.doc):
            return ""
        return self._events.of_modifier(figure.number.doc[figure.number.end], self._people)

    def _of_clause(self, verb: Token) -> str:
        own = [c for c in verb.children if c.dep_ in SUBJECTS]
        foreign = bool(own) and not any(c.lower_ in ("who", "that", "which") for c in own)  # 'whom they took'
        participle = verb.tag_ in ("VBN", "VBD") and not own and verb.dep_ != "relcl"
        affected, subject = participle or foreign or passive(verb), not foreign and not participle
        for each in _with_verbs_after(verb, verb):
            found = self._events.of_verb(each, self._people, affected=affected, subject=subject)
            if found:
                return found
        return self._events.of_state(verb)

    def before(self, noun: Token) -> str:
        """'Deported children', 'missing and wounded soldiers'."""
        words = (w for child in noun.lefts for w in (child, *child.conjuncts) if w.i < noun.i)
        modifiers = (w for w in words if w.dep_ in ("amod", "conj", "compound", "nmod"))
        return next((found for w in modifiers if (found := self._events.of_modifier(w, self._people))), "")


def _argument_nouns(argument: Token) -> Iterator[Token]:
    """The nouns of an object or of a preposition's phrase."""
    if argument.dep_ == "dobj":
        yield argument
    elif argument.dep_ == "prep":
        yield from (t for t in argument.subtree if t.pos_ in NOMINAL and t.i - argument.i <= _NEAR)


def _with_next_conjuncts(noun: Token) -> Iterator[Token]:
    """The noun and the next few coordinated with it: '517 children and 2,828 adults repatriated'."""
    yield noun
    for _ in range(_CONJUNCTS):
        following = next((c for c in noun.rights if c.dep_ == "conj"), None)
        if following is None:
            return
        noun = following
        yield noun


def _clauses_after(noun: Token) -> list[Token]:
    """The verbs of clauses that qualify the noun, and a participle right after it that the parser hung elsewhere."""
    clauses = [c for c in noun.rights if c.dep_ in ("acl", "relcl", "advcl") and c.pos_ in VERBAL]
    following = noun.nbor() if noun.i + 1 < len(noun.doc) else noun
    stray = following.tag_ in ("VBN", "VBD") and not any(True for _ in following.lefts)
    return [*clauses, following] if stray and following not in (*clauses, noun.head) else clauses


def _is_modifier(verb: Token, noun: Token) -> bool:
    """Whether what seems a verb is a participle between number and noun: '517 illegally abducted children'."""
    if verb.i > noun.i or verb.tag_ not in ("VBN", "VBD"):
        return False
    i = verb.i - 1
    while i > 0 and verb.doc[i].tag_ in ("RB", "JJ", "CC", "VBN"):
        i -= 1
    return verb.doc[i].like_num


def _with_verbs_after(verb: Token, via: Token) -> Iterator[Token]:
    """The verb, those coordinated with it, and the one it leaves the saying to: 'had to leave', 'was made to flee'."""
    yield verb
    for child in verb.rights:
        follows = child.dep_ in ("conj", "xcomp") and child.pos_ in VERBAL and child.i > via.i
        if follows and not has_subject(child):
            yield child
