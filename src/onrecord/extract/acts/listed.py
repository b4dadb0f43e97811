"""Targets of an act in the listing that its words introduce: 'imposed sanctions on the following persons:'.

The words introduce a listing where they stand right before it, and what they announce is whom the act is done to: 'The
following members voted for sanctions:' lists no targets.
"""

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise, takewhile

from spacy.tokens import Span, Token

from onrecord.document.listings import Listing
from onrecord.extract.acts.candidates import Candidate
from onrecord.extract.acts.participants import Participants, bodies
from onrecord.extract.acts.triggers import Trigger
from onrecord.extract.acts.triggers import is_listed as is_listed_word
from onrecord.extract.doc_extensions import spaced
from onrecord.extract.syntax.arguments import SUBJECTS, passive
from onrecord.extract.syntax.clauses import FINITE
from onrecord.lexicon import lexicon
from onrecord.lexicon.official_acts import BODIES, has, targets
from onrecord.values.findings import Kind, Mention

_ANNOUNCING = ("following", "these", "those", "below")
_THEY = ("they", "those", "these")
_SAYING_WHO = ("be", "include")
_RELATIVE = ("who", "that", "which")
_UNDER = frozenset(("under", "subject", "to", "on", "list"))  # between those listed and an act: 'under sanctions'


def with_listed(candidate: Candidate, who: Participants) -> Candidate:
    """The candidate with those as further targets whom the listing names that its words introduce.

    None of them has made the act.
    """
    trigger, maker = candidate.trigger, candidate.maker
    more = [m for listing in introduced(trigger, who) for m in members(listing, trigger, who)]
    if maker is not None and maker.mention in more:
        maker = replace(maker, mention=None)
    every = tuple(dict.fromkeys((*(candidate.targets or ()), *more)))
    return replace(candidate, targets=every, maker=maker) if more else candidate


def is_listed(candidate: Candidate, who: Participants) -> bool:
    """Whether an act is told by the listing of those it is done to, where a noun alone would be too little."""
    return candidate.trigger.verb is None and bool(candidate.targets) and any(introduced(candidate.trigger, who))


def members(listing: Listing, trigger: Trigger, who: Participants) -> Iterator[Mention]:
    """Whom the entries of a listing name, of those to whom such an act can be done."""
    doc = trigger.last.doc
    for entry in listing.entries:
        head = spaced(doc, entry.name)
        named = [m for m in who.listed(head, (Kind.PERSON, *BODIES)) if m.kind in targets(trigger.kind)]
        yield from named
        if named and named[0].kind is Kind.PERSON:
            yield from _named_with(doc[head.end : spaced(doc, entry.whole).end], who)


def _named_with(rest: Span, who: Participants) -> Iterator[Mention]:
    """Whom an entry names besides the first before it tells anything: 'Anna Roe, clerk, and her deputy, Bo Lind'."""
    told = next((t.i for t in rest if t.tag_ in FINITE), rest.end)
    joined = next((t.i for t in rest if t.lower_ == "and" and t.i < told), told)
    yield from who.listed(rest.doc[joined:told], (Kind.PERSON,)) if joined < told else ()


def introduced(trigger: Trigger, who: Participants) -> Iterator[Listing]:
    """The listings that the words of an act introduce."""
    doc, at = trigger.last.doc, trigger.last.idx
    for listing in doc._.listings:
        if listing.lead.start <= at < listing.lead.end and _introduces(trigger, spaced(doc, listing.lead), who):
            yield listing


def _introduces(trigger: Trigger, lead: Span, who: Participants) -> bool:
    """Whether the sentence of the act leads to a listing, or the one after it, which only says who they are."""
    last = next((token for token in reversed(lead) if token.is_alpha), trigger.last).sent
    colon = lead.text.rstrip(" *_")[-1:] == ":"
    if trigger.last.i < last.start:
        return colon and has(trigger.kind, "listsTargets") and _says_who(last)
    announced = _announced(last, who)
    if announced is not None:
        return _done_to(announced, trigger)
    later = any(t.pos_ == "VERB" for t in last if t.i > trigger.last.i)
    return colon and has(trigger.kind, "listsTargets") and not later


def _says_who(sentence: Span) -> bool:
    """Whether a sentence only says who those are of whom the one before it tells: 'Those listed include:'."""
    root = sentence.root
    subject = next((c for c in root.lefts if c.dep_ in SUBJECTS), None)
    if root.lemma_ not in _SAYING_WHO or subject is None:
        return False
    about = [c for c in subject.rights if c.dep_ in ("acl", "relcl")]
    return all(map(is_listed_word, about)) and (subject.lower_ in _THEY or subject.lemma_.lower() in _befallen())


@lexicon.derived
def _befallen() -> frozenset[str]:
    """Nouns for those to whom something was done: 'suspect'; and those that say no more than that they are people."""
    general = (w for c in lexicon.load().scheme("people") for w in c.get("inGeneral"))
    return frozenset((*general, *(w for c in lexicon.load().scheme("action") for w in c.get("person"))))


def _announced(sentence: Span, who: Participants) -> Token | None:
    """The noun for those whom a listing names: that of 'the following', else the last for people or bodies."""
    for token in sentence:
        if token.lower_ in _ANNOUNCING and (token.lower_ == "following" or token.dep_ != "det"):
            return token.head if token.dep_ in ("amod", "det") else token
    plural = (t for t in reversed(list(sentence)) if t.tag_ in ("NNS", "NNPS") and who.named.at(t) is None)
    return next((t for t in plural if who.is_person(t) or t.lemma_.lower() in bodies()), None)


def _done_to(noun: Token, trigger: Trigger) -> bool:
    """Whether the act is done to those whom the noun is for, and not by them or by others."""
    words = {t.i for t in (trigger.verb, trigger.noun, trigger.last) if t is not None}
    above = [noun, *noun.ancestors]
    for below, token in pairwise(above):
        if token.i in words:
            return _undergoes(below, token)
    verb = trigger.verb if trigger.verb is not None else trigger.last
    doing = [c for c in verb.lefts if c.dep_ in SUBJECTS and c.lower_ in _RELATIVE and not passive(verb)]
    return not doing and (verb.head == noun or _is_under(noun, trigger.last))


def _undergoes(below: Token, act: Token) -> bool:
    """Whether what depends on a word for an act is what it is done to."""
    if act.pos_ != "VERB":
        return below.dep_ == "prep" and below.lower_ != "by"
    return below.lower_ != "by" and below.dep_ != "appos" and (below.dep_ not in SUBJECTS or passive(act))


def _is_under(noun: Token, act: Token) -> bool:
    """Whether those whom the noun is for are under an act: 'persons subject to restrictive measures'."""
    between = list(takewhile(lambda token: token != noun, act.ancestors))
    return noun.is_ancestor(act) and all(token.lemma_.lower() in _UNDER for token in between)
