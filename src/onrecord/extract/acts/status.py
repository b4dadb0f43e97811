"""Status of an act: the standing that its sentence or the next one gives it, by the words of `ontology/acts.ttl`."""

from collections.abc import Iterator, Mapping
from itertools import chain

from spacy.tokens import Token

from onrecord.extract.acts.triggers import Trigger
from onrecord.extract.syntax.arguments import agents, patients
from onrecord.extract.syntax.clauses import phrase, verb_of
from onrecord.extract.syntax.event_date import dates_in
from onrecord.extract.syntax.factuality import happened, negated
from onrecord.lexicon import lexicon
from onrecord.lexicon.lexicon import Concept
from onrecord.lexicon.official_acts import has, usual_standing

_PRONOUNS = {"it", "they", "both"}
_RELATIVE = {"which", "that"}
_PASSED_OVER = {"a", "an", "the", "still", "also"}  # between the words of a phrase: 'lodged an appeal'
_WILL = {"will", "'ll", "’ll"}


def standing_of(trigger: Trigger) -> str:
    """The term of the act's standing: the usual one where the text says nothing else of it."""
    told = chain.from_iterable(_standings(verb, trigger) for verb in _verbs_near(trigger))
    return next(chain(told, _by_chamber(trigger)), usual_standing())


def _by_chamber(trigger: Trigger) -> Iterator[str]:
    """The standing of an act that its maker alone leaves unfinished: 'The lower house passed the bill'."""
    if trigger.verb is None or not has(trigger.kind, "byVote"):
        return
    makers = " ".join(phrase(t).text.lower() for t in agents(trigger.verb))
    for standing in lexicon.load().scheme("standing"):
        if any(words in makers for words in standing.get("chamber")):
            yield standing.term


def _verbs_near(trigger: Trigger) -> Iterator[Token]:
    sentence = trigger.last.sent
    doc, end = sentence.doc, sentence.end
    following = doc[end].sent if end < len(doc) else ()
    yield from (t for t in chain(sentence, following) if t.pos_ in ("VERB", "AUX"))


def _standings(verb: Token, trigger: Trigger) -> Iterator[str]:
    """The standings that one verb gives the act: 'was withdrawn', 'remains in force', 'will lodge an appeal'."""
    entries = _words().get(verb.lemma_.lower(), ())
    if not entries or verb == trigger.verb:
        return
    following = [t.lower_ for t in verb.doc[verb.i + 1 : verb.sent.end] if t.lower_ not in _PASSED_OVER]
    for standing, key, rest in entries:
        if following[: len(rest)] == rest and _said_of(trigger, verb, standing, key):
            yield standing.term


def _said_of(trigger: Trigger, verb: Token, standing: Concept, key: str) -> bool:
    if key == "challenge":  # whatever it is that is challenged
        other = any(c.dep_ == "prep" and c.lower_ in standing.get("unlike") for c in verb.rights)
        return not other and (happened(verb) or _announced(verb))
    subjects = (*(c for c in verb.lefts if c.dep_ == "nsubj"), *agents(verb))  # 'which remains in force'
    told = patients(verb) if key == "verb" else subjects
    if verb.dep_ == "relcl" and any(t == verb.head or t.lower_ in _RELATIVE for t in told):
        return happened(verb) and _is_antecedent(verb, trigger)
    return happened(verb) and any(_is_act(t, trigger) for t in told)


def _announced(verb: Token) -> bool:
    """Whether somebody says that they will: 'her lawyer will appeal'."""
    return any(c.lower_ in _WILL for c in verb.children) and not negated(verb)


def _is_antecedent(verb: Token, trigger: Trigger) -> bool:
    """Whether a relative clause is the act's: that of its noun, or a loose one after a word that goes with it."""
    noun, before = trigger.noun, verb.head
    if noun is None or before == noun:
        return noun is not None
    loose = verb.left_edge.i > 0 and verb.left_edge.nbor(-1).text == ","
    dated = verb_of(before) == trigger.verb and any(before in date for date, _ in dates_in(before.sent))
    return loose and (dated or noun in before.ancestors)  # 'a permit in May, which expired'


def _is_act(token: Token, trigger: Trigger) -> bool:
    """Whether the token is the act's noun, a pronoun after it, or in the next sentence a noun for acts of its kind."""
    if token.lower_ in _PRONOUNS:
        return token.i > trigger.last.i
    if token.sent == trigger.last.sent and trigger.noun is not None:
        return token == trigger.noun
    if any(c.dep_ == "prep" for c in token.rights):  # 'the conviction of another man'
        return False
    names = [name.split()[-1] for name in trigger.concept.get("noun")]
    return token.lemma_.lower() in (trigger.last.lemma_.lower(), *names)  # 'declared a curfew … the curfew'


@lexicon.derived
def _words() -> Mapping[str, tuple[tuple[Concept, str, list[str]], ...]]:
    """By the first word of each phrase: the standing, how the phrase gives it, and the other words."""
    found: dict[str, tuple[tuple[Concept, str, list[str]], ...]] = {}
    for standing in lexicon.load().scheme("standing"):
        for key in ("verb", "phrase", "challenge"):
            for words in standing.get(key):
                first, *rest = words.lower().split()
                found[first] = (*found.get(first, ()), (standing, key, rest))
    return found
