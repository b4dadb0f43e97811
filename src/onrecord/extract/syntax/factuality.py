"""Whether a clause says that something happened: no negation, no modal, not merely asked for, planned or feared.

The verbs and nouns that make what follows them unreal ('demand', 'threat') or real ('managed to') are the entries
`sought`, `rejected` and `issued` of the scheme `standing` in `ontology/acts.ttl`.
"""

from spacy.tokens import Token

from onrecord.lexicon import lexicon

_CONDITIONS = {"if", "unless", "whether", "until", "till", "lest", "before"}
_WITHOUT = {"without", "instead", "from", "against", "before", "than"}


@lexicon.derived
def _words(term: str, key: str) -> frozenset[str]:
    return frozenset(w.lower() for c in lexicon.load().scheme("standing") if c.term == term for w in c.get(key))


def happened(verb: Token) -> bool:
    """Whether the sentence presents what the verb says as done."""
    if verb.sent.text.rstrip().endswith("?") or not _real_form(verb):
        return False
    if verb.dep_ == "conj" and verb.head.pos_ in ("VERB", "AUX") and not _own_subject(verb):
        return happened(verb.head)
    if verb.dep_ == "conj" and verb.head.pos_ in ("VERB", "AUX"):
        return not _unreal_complement(verb.head)
    if verb.dep_ in ("xcomp", "ccomp", "advcl"):
        return verb.head.lemma_.lower() not in _unreal_verbs() or verb.dep_ == "advcl"
    if verb.dep_ == "pcomp":
        governor = verb.head.head
        return verb.head.lower_ not in _WITHOUT and not _unreal(governor)
    return True


def _real_form(verb: Token) -> bool:
    children = list(verb.children)
    if any(c.dep_ == "neg" or c.lower_ in ("never", "not") for c in children if c.dep_ != "conj"):
        return False
    if any(c.dep_ in ("nsubj", "nsubjpass", "dobj") and nameless_none(c) for c in children):
        return False
    if any(c.dep_ in ("aux", "mark", "advmod") and (c.tag_ == "MD" or c.lower_ in _CONDITIONS) for c in children):
        return False
    if any(c.tag_ == "TO" for c in children if c.dep_ == "aux"):
        return verb.dep_ == "xcomp" and verb.head.lemma_ in _words("issued", "verb") and happened(verb.head)
    helped = any(c.dep_ == "aux" and c.lemma_ == "do" for c in children)
    return verb.tag_ != "VB" or helped


def _own_subject(verb: Token) -> bool:
    return any(c.dep_ in ("nsubj", "nsubjpass") for c in verb.children)


def _unreal_complement(verb: Token) -> bool:
    return verb.dep_ in ("ccomp", "xcomp") and verb.head.lemma_.lower() in _unreal_verbs()


def _unreal_verbs() -> frozenset[str]:
    return _words("sought", "verb") | _words("rejected", "verb")


def _unreal(token: Token) -> bool:
    """Whether what depends on the token is only asked for, planned or turned down."""
    if token.pos_ in ("VERB", "AUX"):
        return token.lemma_.lower() in _unreal_verbs() or not happened(token)
    return token.lemma_.lower() in _words("sought", "noun")


def nameless_none(noun: Token) -> bool:
    """Whether the noun phrase says that there is none: 'no court', 'none of the warrants'."""
    return noun.lower_ in ("none", "nobody", "no-one") or any(c.lower_ in ("no", "neither") for c in noun.children)


def draft(noun: Token) -> bool:
    """Whether the noun phrase names something that is not there yet: 'a draft resolution', 'no warrant'."""
    return any(c.lower_ in _words("sought", "modifier") for c in noun.children if c.i < noun.i)


def passed(noun: Token) -> bool:
    """Whether an act that a verb makes is there at the end, not a draft, none, or only past its first reading."""
    text = noun.sent.text.lower()
    return not draft(noun) and not any(cue in text for cue in _words("sought", "phrase"))


def on_record(noun: Token) -> bool:
    """Whether a noun for an act, reported by no verb of its own, stands for an act that has been made.

    Not where the phrase or what governs it says that it is only wanted: 'further sanctions', 'called for a resolution',
    'a request for an arrest warrant'. What has an owner or an article is there, whatever may become of it: 'the court's
    warrants should be withdrawn'.
    """
    if draft(noun) or nameless_none(noun):
        return False
    if any(c.lower_ in _words("sought", "prospect") for c in noun.children if c.i < noun.i):
        return False
    definite = any(c.dep_ == "poss" or c.lower_ in ("the", "this", "these") for c in noun.lefts)
    below = noun
    for token in noun.ancestors:
        if token.pos_ in ("VERB", "AUX", "NOUN") and _leaves_unreal(token, below, definite):
            return False
        if token.tag_ in ("VBD", "VBZ", "VBP"):  # what stands above a finite clause says nothing about its parts
            return True
        below = token
    return True


def _leaves_unreal(above: Token, below: Token, definite: bool) -> bool:
    if below.dep_ == "nsubj" and above.pos_ == "VERB":
        return above.lemma_.lower() in _words("rejected", "verb") or not (definite or happened(above))
    if definite and above.pos_ in ("VERB", "AUX"):
        return above.lemma_.lower() in _unreal_verbs()
    return _unreal(above)
