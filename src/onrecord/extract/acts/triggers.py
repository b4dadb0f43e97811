"""The words that report an act, found by the entries of `ontology/acts.ttl`: nothing yet of who, whom and when."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice

from spacy.tokens import Doc, Token

from onrecord.extract.syntax.arguments import after, nouns_before, passive, patients
from onrecord.extract.syntax.clauses import verb_of
from onrecord.extract.syntax.factuality import happened, on_record, passed
from onrecord.lexicon import lexicon
from onrecord.lexicon.lexicon import Concept

_PRO_FORMS = {"one", "it", "them"}


@dataclass(frozen=True, slots=True)
class Trigger:
    """Words that report an act: a verb, a noun, or a verb that makes what the noun says."""

    concept: Concept
    verb: Token | None
    noun: Token | None
    last: Token  # the last word of a phrase ('responsible'), else the verb or noun itself
    way: str  # 'verb', 'phrase', 'made', 'means', 'event', 'nominal' or 'elliptical'
    named: Token | None = None  # the noun that a pronoun in place of `noun` stands for: 'imposed them'


def triggers(doc: Doc) -> Iterator[Trigger]:
    """What reports an act that happened, in order of the text, each verb once for each kind of act."""
    seen: set[tuple[str, int]] = set()
    for token in doc:
        verbal = token.pos_ == "VERB" or _misread(token)
        if not verbal and token.pos_ not in ("NOUN", "PROPN") and token.lower_ not in _PRO_FORMS:
            continue
        for trigger in _of_verb(token) if verbal else _of_pro_form(token) or _of_noun(token):
            anchor = trigger.verb if trigger.verb is not None else trigger.last
            key = (trigger.concept.term, anchor.i)
            if key not in seen:
                seen.add(key)
                yield trigger


def _misread(token: Token) -> bool:
    """Whether the tagger took a verb for a noun: it has a subject of its own ('The Court rules that …')."""
    return token.tag_ == "NNS" and any(c.dep_ in ("nsubj", "nsubjpass") for c in token.lefts)


def same_nouns(trigger: Trigger) -> tuple[Token, ...]:
    """The nouns that name the act in the clause of the verb that reports it: 'ruled in a judgment of 5 May'."""
    verb = trigger.verb
    if verb is None:
        return ()
    return tuple(t for t in verb.subtree if t.lemma_ in trigger.concept.get("noun") and t not in (verb, trigger.noun))


def _of_verb(verb: Token) -> Iterator[Trigger]:
    lemma = verb.lemma_.lower()
    if lemma not in _first_words() or not happened(verb):
        return
    for concept in _by_first_word("phrase").get(lemma, ()):
        last = next((t for p in concept.get("phrase") if (t := _phrase(verb, p.split())) is not None), None)
        if last is not None:
            yield Trigger(concept, verb, None, last, "phrase")
    for concept in _by_first_word("verb").get(lemma, ()):
        yield Trigger(concept, verb, None, verb, "verb")
    for concept in _by_first_word("elliptical").get(lemma, ()):
        last = next((t for p in concept.get("elliptical") if (t := _phrase(verb, p.split())) is not None), None)
        if last is not None:
            yield Trigger(concept, verb, None, last, "elliptical")


@lexicon.derived
def _first_words() -> frozenset[str]:
    return frozenset(w for key in ("phrase", "verb", "elliptical") for w in _by_first_word(key))


@lexicon.derived
def _by_first_word(key: str) -> Mapping[str, tuple[Concept, ...]]:
    """The concepts by the first words of what they have under `key`."""
    found: dict[str, tuple[Concept, ...]] = {}
    for concept in lexicon.load().scheme("act"):
        for word in concept.get(key):
            first = word.split()[0]
            if concept not in found.get(first, ()):
                found[first] = (*found.get(first, ()), concept)
    return found


def _phrase(verb: Token, words: list[str]) -> Token | None:
    """The last word of a phrase that begins with the verb: the others depend on it, in this order, in its clause."""
    if words[0] != verb.lemma_.lower():
        return None
    if len(words) == 2 and passive(verb):  # 'her conviction was upheld'
        done = next((t for t in patients(verb) if t.lemma_.lower() == words[1]), None)
        if done is not None:
            return done
    last, i = verb, 1
    for token in verb.subtree:
        if i == len(words):
            break
        if token.i > last.i and words[i] in (token.lemma_.lower(), token.lower_) and _in_clause(token, verb, words[i]):
            last, i = token, i + 1
    return last if i == len(words) else None


def _in_clause(token: Token, verb: Token, word: str) -> bool:
    if word in ("that", "to"):
        clause = token.head
        return (
            token.dep_ in ("mark", "aux")
            and (clause.dep_ in ("ccomp", "xcomp", "acl", "advcl") or (clause.head == verb and verb.tag_ == "NNS"))
            and (clause.head == verb or clause.head in patients(verb))
        )
    inside = token if token.pos_ in ("VERB", "AUX") else verb_of(token)
    return inside == verb or (inside is not None and inside.dep_ in ("ccomp", "xcomp") and inside.head == verb)


# Nouns ----------------------------------------------------------------------------------------------------------------


def _of_pro_form(token: Token) -> tuple[Trigger, ...]:
    """What stands for an act named in the sentence or the one before: 'passed one condemning A', 'imposed them'."""
    verb = token.head
    if token.lower_ not in _PRO_FORMS or token.dep_ != "dobj" or verb.pos_ != "VERB" or not happened(verb):
        return ()
    doc, sentence = token.doc, token.sent
    floor = doc[sentence.start - 1].sent.start if sentence.start else 0
    nouns = (t for t in reversed(doc[floor : token.i]) if t.pos_ in ("NOUN", "PROPN"))
    found = ((noun, c) for noun in nouns for c in called(noun) if _makes(verb, c))
    return tuple(Trigger(concept, verb, token, token, "made", noun) for noun, concept in islice(found, 1))


def _of_noun(noun: Token) -> Iterator[Trigger]:
    whole = _numbered(noun)
    for concept in called(noun):
        verbs = [
            v
            for v in _verbs_over(whole)
            if _makes(v, concept)
            and (whole in (*patients(v), *nouns_before(v), *_made(v, concept)) or _beside(whole, v))
        ]
        if verbs:
            yield from (Trigger(concept, v, noun, noun, "made") for v in verbs[:1] if happened(v) and passed(noun))
            return
        if noun.dep_ == "pobj" and noun.head.lower_ in concept.get("means") and noun.head.head.pos_ == "VERB":
            yield from (Trigger(concept, v, noun, noun, "means") for v in (noun.head.head,) if happened(v))
            return
        event = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "of" else None
        if event is not None and event.lemma_.lower() in concept.get("event") and on_record(event):
            yield Trigger(concept, None, noun, event, "event")
            return
        if on_record(noun):
            yield Trigger(concept, None, noun, noun, "nominal")


def _numbered(noun: Token) -> Token:
    """The head of a numbered name, which the parser takes the number for: 'Law No. 12', 'Decision 2023/112'."""
    head = noun.head
    number = head.lower_ in ("no", "no.", "№") or head.text[0].isdigit()
    return head if noun.dep_ == "compound" and number and 0 < head.i - noun.i <= 2 else noun


def _beside(whole: Token, verb: Token) -> bool:
    """Whether a numbered name stands right after the verb, taken for an adverb: 'adopted Decision 2023/112'."""
    return whole.dep_ == "npadvmod" and whole.head == verb and whole.text[0].isdigit() and whole.i - verb.i <= 2


def called(noun: Token) -> Iterator[Concept]:
    """The kinds of act that a noun names: 'warrants of arrest', 'the Reconstruction Act'."""
    for concept, words in _called_by_head().get(noun.lemma_.lower(), ()):
        if _fits(noun, words) and not any(c.lower_ in concept.get("unlike") for c in noun.lefts):
            yield concept
            return
    titled = [c for c in lexicon.load().scheme("act") if noun.text in c.get("name")] if noun.is_title else []
    on = noun.nbor(1) if noun.i + 2 < len(noun.doc) else None  # 'the Declaration on Missing Persons'
    headed = on is not None and on.lower_ in ("on", "for") and on.nbor(1).text[0].isupper()
    if titled and (headed or any(c.text[0].isupper() and c.tag_ != "DT" for c in noun.lefts)):
        yield from titled[:1]


@lexicon.derived
def _called_by_head() -> Mapping[str, tuple[tuple[Concept, tuple[str, ...]], ...]]:
    """The names of acts by their head nouns: the last word, or the first of 'warrant of arrest'."""
    found: dict[str, tuple[tuple[Concept, tuple[str, ...]], ...]] = {}
    for concept in lexicon.load().scheme("act"):
        for name in concept.get("noun"):
            words = tuple(name.split())
            for head in {words[0], words[-1]}:
                found[head] = (*found.get(head, ()), (concept, words))
    return found


def _fits(noun: Token, words: tuple[str, ...]) -> bool:
    """Whether the noun is the head of these words: the last of them, or the first of 'warrant of arrest'."""
    doc, before = noun.doc, max(noun.i - len(words) + 1, 0)
    if tuple(t.lower_ for t in doc[before : noun.i]) == words[:-1]:
        return noun.lemma_.lower() == words[-1]
    return tuple(t.lower_ for t in doc[noun.i + 1 : noun.i + len(words)]) == words[1:]


def _verbs_over(noun: Token) -> Iterator[Token]:
    """The verbs that the noun can be the object or the subject of, above it and in the clauses that qualify it."""
    for child in noun.rights:
        if child.dep_ in ("acl", "relcl"):
            yield child
            yield from (c for c in child.rights if c.dep_ == "conj" and c.pos_ == "VERB")
    yield from (
        t for t in noun.sent if t.i > noun.i and noun in nouns_before(t) and passive(t)
    )  # 'a law on it, passed'
    above = verb_of(noun)
    if above is not None:
        yield above


def _made(verb: Token, concept: Concept) -> tuple[Token, ...]:
    """The objects of a verb of making with a preposition: 'entered into an agreement'."""
    words = {m.split()[1] for m in concept.get("making") if m.startswith(f"{verb.lemma_} ")}
    return after(verb, frozenset(words)) if words else ()


def _makes(verb: Token, concept: Concept) -> bool:
    lemma = verb.lemma_.lower()
    particles = {c.lower_ for c in verb.rights if c.dep_ in ("prt", "prep")}
    return lemma in concept.get("making") or any(f"{lemma} {p}" in concept.get("making") for p in particles)
