"""Event triggers of official acts: the verbs, phrases and nouns of `ontology/acts.ttl` in a text, and nothing more."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import Literal, get_args

from spacy.tokens import Doc, Span, Token

from onrecord.extract.acts.making import makes, making, with_particle
from onrecord.extract.syntax.arguments import NOMINAL, after, passive, patients
from onrecord.extract.syntax.clauses import verb_of
from onrecord.extract.syntax.factuality import happened, on_record, passed
from onrecord.lexicon import lexicon
from onrecord.lexicon.lexicon import Concept
from onrecord.lexicon.official_acts import kinds_of_act, of_courts

_ByVerb = Literal["phrase", "verb", "elliptical"]  # and the properties of such words
_ByNoun = Literal["made", "means", "event", "nominal"]
_FOR = frozenset({"for"})
_PRO_FORMS = {"one", "it", "them"}
_CLAUSES = ("ccomp", "xcomp")


@dataclass(frozen=True, slots=True)
class Trigger:
    """Words that report an act: a verb, a noun, or a verb that makes what the noun says."""

    concept: Concept
    verb: Token | None
    noun: Token | None
    last: Token  # the last word of a phrase ('responsible'), else the verb or noun itself
    way: _ByVerb | _ByNoun
    named: Token | None = None  # the noun that a pronoun in place of `noun` stands for: 'imposed them'

    @property
    def kind(self) -> str:
        """The term of the kind of act."""
        return self.concept.term


def trigger_in(words: Span, kind: str) -> Trigger:
    """The trigger of a kind of act that given words are: their verb, and their noun for such an act."""
    concept = kinds_of_act()[kind]
    verb = next((t for t in words if t.pos_ == "VERB"), None)
    noun = next((t for t in words if t.pos_ in NOMINAL and concept in called(t)), None)
    if verb is None:
        noun = noun if noun is not None else words.root
    way: _ByVerb | _ByNoun = "nominal" if verb is None else "verb" if noun is None else "made"
    last = noun if noun is not None else verb
    return Trigger(concept, verb, noun, last if last is not None else words.root, way)


def triggers(doc: Doc) -> Iterator[Trigger]:
    """What reports an act that happened, in order of the text, each verb once for each kind of act."""
    seen: set[tuple[str, int]] = set()
    for token in doc:
        for trigger in _of(token):
            anchor = trigger.verb if trigger.verb is not None else trigger.last
            if (trigger.kind, anchor.i) not in seen:
                seen.add((trigger.kind, anchor.i))
                yield trigger


def _of(token: Token) -> Iterator[Trigger]:
    if token.pos_ == "VERB" or _misread(token):
        yield from _of_verb(token)
    elif token.lower_ in _PRO_FORMS:
        yield from _of_pro_form(token)
    elif token.pos_ in ("NOUN", "PROPN"):
        yield from _of_noun(token)


def _misread(token: Token) -> bool:
    """Whether the tagger took a verb for a noun: it has a subject of its own ('The Court rules that …')."""
    return token.tag_ == "NNS" and any(c.dep_ in ("nsubj", "nsubjpass") for c in token.lefts)


# Verbs ----------------------------------------------------------------------------------------------------------------


def _of_verb(verb: Token) -> Iterator[Trigger]:
    yield from _of_review(verb)
    entries = _by_first_word().get(verb.lemma_.lower(), ())
    if not entries or not happened(verb):
        return
    for way, concept, phrases in entries:
        last = next(
            (t for words in phrases if (t := _last_of(words, verb, courts=of_courts(concept.term))) is not None), None
        )
        if last is not None and not _unlike(last, concept):
            yield Trigger(concept, verb, None, last, way)


def _of_review(verb: Token) -> Iterator[Trigger]:
    """A body that decides on what is before it: 'upheld his conviction', 'the law was struck down', 'set it aside'."""
    for concept in _reviewing().get(verb.lemma_.lower(), ()):
        key = "brought" if verb.lemma_.lower() in concept.get("answering") else "reviewed"
        if (key == "reviewed" and not with_particle(verb, concept.get("reviewing"))) or not happened(verb):
            continue
        things = patients(verb)
        last = next((t for t in things if t.lemma_.lower() in concept.get(key)), None)
        if last is not None and not _for_act(last):
            yield Trigger(concept, verb, None, last, "phrase")
        elif last is None and key == "reviewed" and any(_stands_for_reviewed(t, concept) for t in things):
            yield Trigger(concept, verb, None, verb, "phrase")


def _for_act(request: Token) -> bool:
    """Whether what is before the body asks it for an act: 'turned down a request for a warrant'."""
    return any(t.lemma_.lower() in _called_by_head() for t in after(request, _FOR))


def _stands_for_reviewed(token: Token, concept: Concept) -> bool:
    """Whether a pronoun may stand for what a body has before it; who is no court must have named it: 'lifted it'."""
    if token.lower_ not in _PRO_FORMS:
        return False
    return of_courts(concept.term) or any(t.lemma_.lower() in concept.get("reviewed") for t in _before(token))


def _before(token: Token) -> Span:
    """The sentence up to the token, and the one before it."""
    doc, sentence = token.doc, token.sent
    return doc[doc[sentence.start - 1].sent.start if sentence.start else 0 : token.i]


@lexicon.derived
def _reviewing() -> Mapping[str, tuple[Concept, ...]]:
    """By the first words of verbs of reviewing: the kinds of act that they report."""
    found: dict[str, tuple[Concept, ...]] = {}
    for concept in lexicon.load().scheme("act"):
        for first in {verb.split()[0] for verb in (*concept.get("reviewing"), *concept.get("answering"))}:
            found[first] = (*found.get(first, ()), concept)
    return found


@lexicon.derived
def _by_first_word() -> Mapping[str, list[tuple[_ByVerb, Concept, list[list[str]]]]]:
    """By the first words of verbs and phrases: how they report it, which kind of act, and the phrases word by word."""
    found: dict[str, list[tuple[_ByVerb, Concept, list[list[str]]]]] = {}
    for way in get_args(_ByVerb):
        for concept in lexicon.load().scheme("act"):
            phrases = [phrase.split() for phrase in concept.get(way)]
            for first in dict.fromkeys(words[0] for words in phrases):
                found.setdefault(first, []).append((way, concept, [w for w in phrases if w[0] == first]))
    return found


def _last_of(words: list[str], verb: Token, *, courts: bool) -> Token | None:
    """The last word of a phrase that begins with the verb: the others depend on it, in this order, in its clause."""
    done = _done(words, verb) if len(words) > 1 and passive(verb) else None
    if done is not None:
        return done
    if words[1:] == ["that"] and courts and (said := _said(verb)) is not None:
        return said
    last = verb
    for word in words[1:]:
        found = (t for t in verb.subtree if t.i > last.i and word in (t.lemma_.lower(), t.lower_))
        following = next((t for t in found if _in_clause(t, verb)), None)
        if following is None:
            return None
        last = following
    return last


def _said(verb: Token) -> Token | None:
    """The head of a clause that the verb takes without 'that': 'the court found he had lied'."""
    return next((c for c in verb.rights if c.dep_ == "ccomp" and not any(g.dep_ == "mark" for g in c.lefts)), None)


def _done(words: list[str], verb: Token) -> Token | None:
    """The subject of a passive verb that is the rest of a phrase: 'her conviction was upheld', 'martial law was …'."""
    heads = (t for t in patients(verb) if t.lemma_.lower() == words[-1])
    return next((t for t in heads if {c.lower_ for c in t.lefts} >= set(words[1:-1])), None)


def _in_clause(token: Token, verb: Token) -> bool:
    """Whether the token stands in the verb's clause, or opens or fills one that the verb takes."""
    if token.lower_ in ("that", "to") and token.dep_ in ("mark", "aux"):
        return token.head.head == verb or token.head.head in patients(verb)
    inside = token if token.pos_ in ("VERB", "AUX") else verb_of(token)
    return inside == verb or (inside is not None and inside.dep_ in _CLAUSES and inside.head == verb)


# Nouns ----------------------------------------------------------------------------------------------------------------


def _of_pro_form(token: Token) -> Iterator[Trigger]:
    """What stands for an act named in the sentence or the one before: 'passed one condemning A', 'imposed them'."""
    verb = token.head
    if token.dep_ != "dobj" or verb.pos_ != "VERB" or not happened(verb):
        return
    nouns = (t for t in reversed(_before(token)) if t.pos_ in ("NOUN", "PROPN"))
    found = ((noun, c) for noun in nouns for c in called(noun) if makes(verb, c))
    yield from (Trigger(concept, verb, token, token, "made", noun) for noun, concept in islice(found, 1))


def _of_noun(noun: Token) -> Iterator[Trigger]:
    for concept in called(noun):
        trigger = _of_act(noun, concept)
        if trigger is not None:
            yield trigger


def _of_act(noun: Token, concept: Concept) -> Trigger | None:
    """The trigger that a noun for an act is part of, with the verb that makes it where there is one."""
    verb = next(making(_numbered(noun), concept), None)
    if verb is not None:
        return Trigger(concept, verb, noun, noun, "made") if happened(verb) and passed(noun) else None
    prep = noun.head if noun.dep_ == "pobj" else None
    if prep is not None and prep.lower_ in concept.get("means") and prep.head.pos_ == "VERB":
        return Trigger(concept, prep.head, noun, noun, "means") if happened(prep.head) else None
    event = prep.head if prep is not None and prep.lower_ == "of" else None
    if event is not None and event.lemma_.lower() in concept.get("makingNoun") and on_record(event):
        return Trigger(concept, None, noun, event, "event")
    return Trigger(concept, None, noun, noun, "nominal") if on_record(noun) else None


def _numbered(noun: Token) -> Token:
    """The head of a numbered name, which the parser takes the number for: 'Law No. 12', 'Decision 2023/112'."""
    head = noun.head
    number = head.lower_ in ("no", "no.", "№") or head.text[0].isdigit()
    return head if noun.dep_ == "compound" and number and 0 < head.i - noun.i <= 2 else noun


def called(noun: Token) -> tuple[Concept, ...]:
    """The kinds of act that a noun names: 'warrants of arrest', 'the Reconstruction Act'."""
    return tuple(_called(noun))


def taken_up(noun: Token) -> frozenset[str]:
    """The kinds of act that a noun names, or else those that it can take up: 'the ban', 'the order'."""
    lemma = noun.lemma_.lower()
    return frozenset(c.term for c in called(noun)) or frozenset(
        c.term for c in lexicon.load().scheme("act") if lemma in c.get("takenUp")
    )


def is_listed(word: Token) -> bool:
    """Whether the word lists have the word, as a verb that reports an act or as the head of a noun for one."""
    lemma = word.lemma_.lower()
    return (
        lemma in _by_first_word() or lemma in _reviewing() or lemma in _called_by_head() or lemma in _verbs_of_making()
    )


@lexicon.derived
def _verbs_of_making() -> frozenset[str]:
    """The first words of verbs that make what a noun names: 'issue' of 'issued a warrant'."""
    return frozenset(verb.split()[0] for c in lexicon.load().scheme("act") for verb in c.get("making"))


def _called(noun: Token) -> Iterator[Concept]:
    for concept, words in _called_by_head().get(noun.lemma_.lower(), ()):
        if _fits(noun, words) and not _unlike(noun, concept):
            yield concept
            return
    if noun.is_title and _titled(noun):
        yield from islice((c for c in lexicon.load().scheme("act") if noun.text in c.get("name")), 1)


def _unlike(noun: Token, concept: Concept) -> bool:
    """Whether a word before the noun makes it another thing: 'a search warrant'."""
    return any(c.lower_ in concept.get("unlike") for c in noun.lefts)


def _titled(noun: Token) -> bool:
    """Whether the noun ends or opens a title: 'the Reconstruction Act', 'the Declaration on Missing Persons'."""
    if any(c.text[0].isupper() and c.tag_ != "DT" for c in noun.lefts):
        return True
    following = noun.doc[noun.i + 1 : noun.i + 3]
    return len(following) > 1 and following[0].lower_ in ("on", "for") and following[1].text[0].isupper()


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
