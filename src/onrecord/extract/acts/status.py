"""Where an act stands, by what its sentence and the next one say of it: in force, appealed, withdrawn, or issued."""

from collections.abc import Iterator, Mapping

from spacy.tokens import Token

from onrecord.extract.acts.triggers import Trigger
from onrecord.extract.syntax.arguments import agents, patients
from onrecord.extract.syntax.factuality import happened, negated
from onrecord.lexicon import lexicon

_PRONOUNS = {"it", "they", "which", "that", "both"}
_PASSED_OVER = {"a", "an", "the", "still", "also"}  # between the words of a phrase: 'lodged an appeal'
_OTHERWISE = {"for", "to"}  # 'appealed for help', 'appealed to the public'


def standing_of(trigger: Trigger) -> str:
    """The term of the act's standing: 'issued' where the text says nothing else of it."""
    return next((s for verb in _verbs_near(trigger) if (s := _standing(verb, trigger))), "issued")


def _standing(verb: Token, trigger: Trigger) -> str:
    """The standing that one verb gives the act; '' where it says something else, or of something else."""
    if verb.lemma_ in words("withdrawn", "verb") and verb != trigger.verb:
        return "withdrawn" if happened(verb) and any(_is_act(t, trigger) for t in patients(verb)) else ""
    if _says(verb, "in_force"):
        subjects = (*(c for c in verb.lefts if c.dep_ == "nsubj"), *agents(verb))  # 'which remains in force'
        return "in_force" if happened(verb) and any(_is_act(t, trigger) for t in subjects) else ""
    if _says(verb, "appealed"):
        announced = any(c.lower_ in ("will", "'ll", "’ll") for c in verb.children)
        denied = negated(verb)
        other = any(c.dep_ == "prep" and c.lower_ in _OTHERWISE for c in verb.rights)
        return "appealed" if (announced or happened(verb)) and not denied and not other else ""
    return ""


def _verbs_near(trigger: Trigger) -> Iterator[Token]:
    sentence = trigger.last.sent
    doc, end = sentence.doc, sentence.end
    yield from (t for t in sentence if t.pos_ in ("VERB", "AUX"))
    if end < len(doc):
        yield from (t for t in doc[end].sent if t.pos_ in ("VERB", "AUX"))


def _is_act(token: Token, trigger: Trigger) -> bool:
    """Whether the token is the act's noun, a pronoun after it, or in the next sentence a noun for acts of its kind."""
    if token.lower_ in _PRONOUNS:
        return token.i > trigger.last.i
    if token.sent == trigger.last.sent and trigger.noun is not None:
        return token == trigger.noun
    if any(c.dep_ == "prep" for c in token.rights):  # 'the conviction of another man'
        return False
    return any(token.lemma_.lower() == name.split()[-1] for name in trigger.concept.get("noun"))


def _says(verb: Token, term: str) -> bool:
    """Whether the verb begins one of the phrases of the standing: 'take effect', 'enter into force', 'stand'."""
    phrases = _phrases(term).get(verb.lemma_.lower(), ())
    if not phrases:
        return False
    following = [t.lower_ for t in verb.doc[verb.i + 1 : verb.sent.end] if t.lower_ not in _PASSED_OVER]
    return any(following[: len(rest)] == rest for rest in phrases)


@lexicon.derived
def _phrases(term: str) -> Mapping[str, tuple[list[str], ...]]:
    """What follows the first word of each phrase of a standing."""
    found: dict[str, tuple[list[str], ...]] = {}
    for phrase in words(term, "phrase"):
        first, *rest = phrase.split()
        found[first] = (*found.get(first, ()), rest)
    return found


@lexicon.derived
def words(term: str, key: str) -> tuple[str, ...]:
    """The words that the ontology has under `key` for a standing."""
    return next(c.get(key) for c in lexicon.load().scheme("standing") if c.term == term)
