"""Factuality of clauses: what a verb's modal, negation and condition make of it, and it of the clause it takes."""

from spacy.tokens import Token

from onrecord.extract.quantities.factuality_lexicon import FactualityLexicon, lemmas
from onrecord.extract.syntax.clauses import finite
from onrecord.extract.syntax.factuality import denied, infinitive, inverted

PREDICATES = ("acomp", "attr", "oprd")  # dependency labels
_MARKS = ("mark", "advmod")
_PRESENT = ("VB", "VBP", "VBZ")  # tags


class ClauseFactuality:
    """Asks verbs for the factuality that they give; '' of one that leaves a fact."""

    def __init__(self, words: FactualityLexicon) -> None:
        self._words = words

    def of(self, verb: Token) -> str:
        """What the verb's own modal, adverb, condition or question makes of it, its negation apart."""
        modal = next((c for c in verb.lefts if c.dep_ == "aux" and c.tag_ == "MD"), None)
        asked = verb.dep_ == "ROOT" and verb.sent.text.rstrip().endswith("?")
        if asked or self._conditional(verb) or ((modal or verb.tag_ in _PRESENT) and self._has_condition(verb)):
            return self._words.possible
        adverbs = (self._words.adverbs.get(c.lower_, "") for c in verb.children if c.dep_ == "advmod")
        said = self._of_modal(verb, modal) if modal is not None else ""
        return self._words.joined(next(filter(None, adverbs), ""), said)

    def of_denied(self, verb: Token) -> str:
        """As `of`, with the verb's negation."""
        return self._words.negated if denied(verb) else self.of(verb)

    def of_predicate(self, verb: Token) -> str:
        """What the predicate makes of its subject: 'was untrue', 'proved false', 'turned out to be wrong'."""
        for child in verb.rights:
            if child.dep_ in PREDICATES:
                return self._words.of_adjective(child) or ""
            if child.dep_ == "xcomp" and child.lemma_ == "be":
                return self.of_predicate(child)
        return ""

    def of_embedded(self, clause: Token, above: Token, preposition: str = "") -> tuple[str, bool]:
        """What a verb makes of its clause, infinitive or gerund, and whether its own factuality holds for that too."""
        words, refused = self._words, denied(above)
        if finite(clause) and not _wh(clause) and self._untold(above):
            return words.possible, False
        forms = set(lemmas(above))
        if forms & words.doubting.keys():
            return "" if refused else words.possible, False
        if forms & words.refusing.keys():
            return "" if refused else words.negated, not refused
        said = words.of_verb(words.verbs if finite(clause) else words.attitudes, above, preposition)
        if said:
            return ("", False) if _wh(clause) else (words.negated if refused else said, True)
        return self._of_raising(clause, above, refused)

    def _untold(self, verb: Token) -> bool:
        """Whether nobody has told what the clause says: 'did not say that', 'neither confirmed nor denied that'.

        Who does not deny it alone, or does not doubt it, leaves it as it is.
        """
        first = verb.head if verb.dep_ == "conj" else verb
        doubts = self._words.refusing.keys() | self._words.doubting.keys()
        tells = not set(lemmas(first)).isdisjoint(self._words.telling - doubts)
        return tells and (denied(first) or inverted(first) or self._conditional(first))

    def _of_raising(self, clause: Token, above: Token, refused: bool) -> tuple[str, bool]:
        """'Is unlikely to', 'is not true that', 'are to', 'did not manage to'."""
        words = self._words
        predicate = next((c for c in above.rights if c.dep_ in PREDICATES and c.i != clause.i), None)
        said = words.of_adjective(predicate) if above.lemma_ == "be" and predicate is not None else None
        if said is not None:
            return words.negated if refused else said, True
        if not infinitive(clause):
            return "", clause.dep_ == "xcomp"
        if above.lemma_ == "be" and predicate is None:
            return words.planned, True
        return words.negated if refused else "", True

    def _of_modal(self, verb: Token, modal: Token) -> str:
        """By the modal with what follows it: 'would have', 'can not'."""
        modals, word = self._words.modals, modal.lemma_.lower()
        perfect = any(c.lemma_ == "have" and c.dep_ == "aux" and c.i > modal.i for c in verb.lefts)
        longer = ((f"{word} have",) if perfect else ()) + ((f"{word} not",) if denied(verb) else ())
        return next((modals[form] for form in (*longer, word, modal.lower_) if form in modals), "")

    def _has_condition(self, verb: Token) -> bool:
        return any((c.dep_ == "advcl" or c.i < verb.i) and self._conditional(c) for c in verb.children)

    def _conditional(self, verb: Token) -> bool:
        """'If it breaks', 'whether they left', 'had it held', 'should it break'."""
        conjunctions = self._words.conjunctions
        if any(c.dep_ in _MARKS and c.lower_ in conjunctions for c in verb.lefts):
            return True
        first, before = verb.left_edge, verb.dep_ in ("advcl", "ccomp") and verb.i < verb.head.i
        return before and first.dep_ in ("aux", "auxpass", verb.dep_) and first.lower_ in conjunctions


def complement(verb: Token) -> Token | None:
    """The infinitive that the verb takes."""
    return next((c for c in verb.rights if c.dep_ in ("xcomp", "ccomp") and infinitive(c)), None)


def _wh(verb: Token) -> bool:
    """Whether the clause asks for more than whether: 'why 40 left', 'how they left'."""
    return any(c.tag_ == "WRB" for c in verb.lefts)
