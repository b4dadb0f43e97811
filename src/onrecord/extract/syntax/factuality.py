"""Factuality: whether a clause presents its event as a fact, or as negated, modal, conditional, asked for or planned.

The non-factive verbs and nouns, which make what follows them unreal ('demand', 'threat'), and the implicative ones,
which make it real ('managed to'), are those of the scheme `standing` in `ontology/acts.ttl`.
"""

from spacy.tokens import Span, Token

from onrecord.extract.syntax.arguments import SUBJECTS, has_subject
from onrecord.extract.syntax.clauses import AUXILIARIES, FINITE, VERBAL
from onrecord.lexicon import lexicon

_SHORT = {"'d", "’d"}
_CONDITIONS = {"if", "unless", "whether", "until", "till", "lest", "before"}
_INVERTED = {"had", "were", "should"}  # before their subject, where nothing is asked
_WITHOUT = {"without", "instead", "from", "against", "before", "than"}
_UNTIL = {"until", "till"}
_FOCUS = {"only", "just", "merely", *_UNTIL}  # after 'not', which leave what is said
_NONE = {"none", "nobody", "no-one", "neither"}
_HAPPENED = "onrecord_happened"  # in a Doc's user data: by the index of verbs that were asked about
_IN_PART = {"fewer", "less", "more", "all", "every", "only", "just", "even"}  # after 'no' or 'not': a hedge, or a part


@lexicon.derived
def _words(key: str) -> frozenset[str]:
    return frozenset(w.lower() for c in lexicon.load().scheme("standing") for w in c.get(key))


# Verbs ----------------------------------------------------------------------------------------------------------------


def happened(verb: Token) -> bool:
    """Whether the sentence asserts the verb's event: no question, negation, modal, condition, wish or plan.

    Of each verb it is found out once: several components ask of the same ones.
    """
    known = verb.doc.user_data.setdefault(_HAPPENED, {})
    if verb.i not in known:
        known[verb.i] = _happened(verb)
    return bool(known[verb.i])


def _happened(verb: Token) -> bool:
    if _asked(verb.sent) or negated(verb) or hypothetical(verb) or not _real_form(verb):
        return False
    if verb.dep_ == "conj" and verb.head.pos_ in VERBAL:
        return not _unreal_complement(verb.head) if has_subject(verb) else happened(verb.head)
    if verb.dep_ == "pcomp":
        return verb.head.lower_ not in _WITHOUT and not _unreal(verb.head.head)
    return not _unreal_complement(verb)


def _asked(sent: Span) -> bool:
    """Whether the sentence is a question."""
    return next((t.text.endswith("?") for t in reversed(sent) if not t.is_space), False)


def negated(verb: Token) -> bool:
    """Whether the verb is negated: 'did not', 'never', 'neither confirmed nor denied', 'no court has'."""
    for child in verb.children:
        if child.dep_ == "neg" or (child.dep_ != "conj" and child.lower_ in ("never", "not", "neither", "nor")):
            return True
        if child.dep_ in (*SUBJECTS, "dobj") and nameless_none(child):
            return True
    return verb.dep_ == "conj" and any(c.lower_ == "nor" for c in verb.head.children)


def denied(verb: Token) -> bool:
    """Whether the verb is negated, and not only in part: not 'not only', 'not until Monday'."""
    negation = next((c for c in verb.children if c.dep_ == "neg"), None)
    after = negation.nbor().lower_ if negation is not None and negation.i + 1 < len(negation.doc) else ""
    limited = after in _FOCUS or any(c.lower_ in _UNTIL for c in verb.rights)
    return negated(verb) and not limited


def modal(verb: Token) -> bool:
    """Whether a modal governs the verb: 'will say', 'would have said'."""
    return any(c.dep_ == "aux" and c.tag_ == "MD" and not _had(c, verb) for c in verb.children)


def _had(auxiliary: Token, verb: Token) -> bool:
    """Whether "'d" is short for 'had': "she'd been acquitted", but not "she'd be acquitted"."""
    own = {c.lower_ for c in verb.children if c.dep_ in AUXILIARIES}
    return auxiliary.lower_ in _SHORT and verb.tag_ == "VBN" and own.isdisjoint(("be", "have"))


def hypothetical(verb: Token) -> bool:
    """Whether the verb is under a modal or a condition: 'may rule', 'if it rules', 'had it ruled', 'until it rules'."""
    return (
        modal(verb)
        or inverted(verb)
        or any(c.dep_ in ("aux", "mark", "advmod") and c.lower_ in _CONDITIONS for c in verb.children)
    )


def inverted(verb: Token) -> bool:
    """Whether inversion makes the clause a condition: 'had it ruled', 'were they to say so'."""
    who = next((c for c in verb.lefts if c.dep_ in SUBJECTS), None)
    return who is not None and any(c.lower_ in _INVERTED and c.i < who.i for c in verb.lefts if c.dep_ in AUXILIARIES)


def infinitive(verb: Token) -> bool:
    """Whether the verb is an infinitive with 'to'."""
    return any(c.tag_ == "TO" and c.dep_ == "aux" for c in verb.children)


def _real_form(verb: Token) -> bool:
    """Whether the form is that of a report: no imperative, no infinitive but that of a verb of doing ('managed to')."""
    if infinitive(verb):
        return verb.dep_ == "xcomp" and verb.head.lemma_ in _words("implicative") and happened(verb.head)
    return verb.tag_ != "VB" or any(c.dep_ == "aux" and c.lemma_ == "do" for c in verb.children)


def _unreal_complement(verb: Token) -> bool:
    """Whether the verb is what one of asking, planning or rejecting has for its complement: 'asked that it rule'."""
    if verb.dep_ not in ("ccomp", "xcomp") or verb.head.lemma_.lower() not in _unreal_verbs():
        return False
    return all(t.text != ";" for t in verb.doc[verb.i : verb.head.i])  # 'Two were jailed; the others are wanted'


def _unreal_verbs() -> frozenset[str]:
    return _words("nonfactive")


def _unreal(token: Token) -> bool:
    """Whether what depends on the token is only asked for, planned or turned down."""
    if token.pos_ in VERBAL:
        return token.lemma_.lower() in _unreal_verbs() or not happened(token)
    return token.lemma_.lower() in _words("nonfactiveNoun")


# Nouns ----------------------------------------------------------------------------------------------------------------


def nameless_none(noun: Token) -> bool:
    """Whether the noun phrase is negated: 'no court', 'not one', 'none of the warrants', but 'no fewer than 40'."""
    if noun.lower_ in _NONE:
        return True
    return any(c.lower_ in ("no", "not", "neither") and c.nbor().lower_ not in _IN_PART for c in noun.lefts)


def draft(noun: Token) -> bool:
    """Whether a modifier says that what the noun names is not there yet: 'a draft resolution'."""
    return _modified_by("modifier", noun)


def passed(noun: Token) -> bool:
    """Whether an act that a verb makes is there at the end, not a draft, none, or only past its first reading."""
    text = noun.sent.text.lower()
    return not draft(noun) and not any(cue in text for cue in _words("unfinished"))


def on_record(noun: Token) -> bool:
    """Whether a noun for an act, reported by no verb of its own, refers to an act that has been made.

    Not where the phrase or what governs it says that it is only wanted: 'further sanctions', 'called for a resolution',
    'a request for an arrest warrant'. What has an owner or an article is there, whatever may become of it: 'the court's
    warrants should be withdrawn'.
    """
    if draft(noun) or nameless_none(noun) or _modified_by("prospect", noun):
        return False
    definite = any(c.dep_ == "poss" or c.lower_ in ("the", "this", "these") for c in noun.lefts)
    below = noun
    for above in noun.ancestors:
        if above.pos_ in (*VERBAL, "NOUN") and _leaves_unreal(above, below, definite):
            return False
        if above.tag_ in FINITE:  # what stands above a finite clause says nothing about its parts
            return True
        below = above
    return True


def _modified_by(key: str, noun: Token) -> bool:
    return any(c.lower_ in _words(key) for c in noun.lefts)


def _leaves_unreal(above: Token, below: Token, definite: bool) -> bool:
    if below.dep_ == "nsubj" and above.pos_ == "VERB":
        return above.lemma_.lower() in _words("intransitive") or not (definite or happened(above))
    if definite and above.pos_ in VERBAL:
        return above.lemma_.lower() in _unreal_verbs()
    return _unreal(above)
