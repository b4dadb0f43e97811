"""Filters of act candidates: whether the words tell enough of an act, and have its sense."""

import re
from dataclasses import replace

from spacy.tokens import Token

from onrecord.extract.acts.maker import Maker, is_called, on_grounds, suffered
from onrecord.extract.acts.participants import Participants
from onrecord.extract.acts.targets import undergone
from onrecord.extract.acts.triggers import Trigger
from onrecord.extract.syntax.arguments import NOMINAL, after, agents, appositions, passive, patients
from onrecord.lexicon import lexicon
from onrecord.lexicon.official_acts import has, kinds_of_act, of_courts, usual_standing
from onrecord.values.findings import Act, Kind

_DAY = len("2024-05-30")
_YEAR = re.compile(r"[12]\d{3}")
_HABITUAL = ("VBZ", "VBP")  # what is done again and again, or the present tense of headlines
_BACKGROUND = ("acl", "relcl", "amod")  # clauses that only say who somebody is: 'men jailed for theft'
_RULED = ("ccomp", "xcomp", "dobj", "prep", "dative")  # dependency labels of what a ruling says or does
_OVER_TIME = {"far", "total", "altogether", "since", "each", "every"}


def is_act(act: Act, maker: Maker, trigger: Trigger, who: Participants) -> bool:
    """Whether the article reports the act as one that has come about, in a sense that the words have of acts only."""
    if has(act.type, "mutual"):  # two parties that are named, or one that has signed with somebody
        return len(act.against) > 1 or (trigger.verb is not None and bool(act.against or act.date))
    if trigger.verb is not None and not _by_whom_it_takes(maker, trigger.verb, trigger, who):
        return False
    return (
        not _only_counted(act, trigger)
        and _told_enough(act, maker, trigger, who)
        and _in_that_sense(act, maker, trigger, who)
    )


def _by_whom_it_takes(maker: Maker, verb: Token, trigger: Trigger, who: Participants) -> bool:
    """Whether the verb's agent, or that it has none, fits the kind of act."""
    if suffered(trigger) or on_grounds(trigger):
        return True
    if not maker and (_by_others(verb) or _needs_maker(verb, trigger)):
        return False
    if _needs_office(verb, trigger) and not _in_office(maker, trigger, who):
        return False
    if of_courts(trigger.kind) or not maker:
        return True
    elsewhere = (c for c in kinds_of_act().values() if of_courts(c.term) and _reports(verb, trigger, c.get("phrase")))
    return not any(_is_court(maker, replace(trigger, concept=concept), who) for concept in elsewhere)


def _by_others(verb: Token) -> bool:
    """Whether the verb has an agent who makes no such acts: 'the fans sentenced him', 'conditions that ban her'."""
    return any(t.pos_ in NOMINAL for t in agents(verb))


def _needs_maker(verb: Token, trigger: Trigger) -> bool:
    """Whether the words report an act only of somebody who makes such acts: 'fined', 'granted bail', 'found that'."""
    return _reports(verb, trigger, trigger.concept.get("needsMaker"))


def _needs_office(verb: Token, trigger: Trigger) -> bool:
    """Whether the words report an act only of those whose office it is: 'ordered companies to', 'resolved to'."""
    return _reports(verb, trigger, trigger.concept.get("needsOffice"))


def _in_office(maker: Maker, trigger: Trigger, who: Participants) -> bool:
    """Whether the words for the maker are among those for who makes such acts: 'the Ministry of Trade', 'lawmakers'."""
    nouns = set(trigger.concept.get("makerNoun"))
    if maker.described is not None and is_called(maker.described.root, trigger.concept):
        return True
    return maker.mention is not None and not who.words_of(maker.mention).isdisjoint(nouns)


def _reports(verb: Token, trigger: Trigger, words: tuple[str, ...]) -> bool:
    """Whether the trigger's words are among these: its verb alone, or first and last of a phrase, 'release on bail'."""
    phrases = (w.split() for w in words if " " in w)
    return verb.lemma_ in words or any(
        first == verb.lemma_ and last in _forms(trigger.last) for first, *_, last in phrases
    )


def _forms(token: Token) -> tuple[str, str]:
    return token.lemma_.lower(), token.lower_


def _told_enough(act: Act, maker: Maker, trigger: Trigger, who: Participants) -> bool:
    """Whether there is more than that there was some act: by whom, when, against whom, or what was ruled."""
    verb = trigger.verb
    if trigger.way == "means":
        return act.by is not None and bool(act.date)
    if verb is None:
        return _named_enough(act, trigger)
    if verb.dep_ == "amod":  # 'two jailed men'
        return bool(act.by and act.against)
    if act.date or act.against or act.acquits:
        return True
    if bool(maker) if not of_courts(act.type) else (_ruled(verb) and _is_court(maker, trigger, who)):
        return True
    return verb.dep_ not in _BACKGROUND and _on_somebody(trigger, who)


def _on_somebody(trigger: Trigger, who: Participants) -> bool:
    """Whether the act is done to somebody in particular who is not named: 'jailed two men', 'a warrant for a nurse'."""
    verb, towards = trigger.verb, frozenset(trigger.concept.get("towards"))
    if verb is not None and verb.tag_ in _HABITUAL:
        return False
    done_to = [t for t in patients(verb) if t not in agents(verb)] if verb is not None else []
    if _only_undergone(trigger) and any(map(_is_particular, done_to)):
        return True
    beside = [t for anchor in (trigger.noun, verb) if anchor is not None for t in after(anchor, towards)]
    return any(map(who.is_somebody, (*done_to, *beside)))


def _only_undergone(trigger: Trigger) -> bool:
    """Whether nobody but a person undergoes what the verb reports: 'was jailed', 'was charged with'."""
    verb = trigger.verb
    tried = verb is not None and verb.lemma_ in trigger.concept.get("tries")
    return tried or (has(trigger.kind, "accuses") and trigger.last.lower_ == "with")


def _is_particular(noun: Token) -> bool:
    """Whether a noun phrase is for one in particular: 'the duo', 'its commandant'."""
    return noun.tag_ == "NN" and any(c.dep_ == "poss" or c.lower_ in ("a", "an", "the") for c in noun.lefts)


def _named_enough(act: Act, trigger: Trigger) -> bool:
    """Whether a noun for an act, reported by no verb, comes with its maker and with more than that."""
    if trigger.way == "nominal" and has(act.type, "needsMaking"):  # 'the Senate's Ports Act'
        return False
    if act.by is None:
        return _changed(act, trigger) or (undergone(trigger) and bool(act.against and (act.date or act.described)))
    return bool(act.date or act.against or act.number) or has(act.type, "makerSuffices")


def _ruled(verb: Token) -> bool:
    """Whether the clause tells what was ruled, in whose favour or on whom: 'ruled that …', 'dismissed his appeal'."""
    return verb.tag_ not in _HABITUAL and (passive(verb) or any(c.dep_ in _RULED for c in verb.rights))


def _changed(act: Act, trigger: Trigger) -> bool:
    """Whether the text tells what became of an act against somebody: 'quashed the warrant for A'."""
    return trigger.verb is None and bool(act.against) and act.standing != usual_standing()


def _only_counted(act: Act, trigger: Trigger) -> bool:
    """Whether acts are only counted: 'its 47 judgments', 'has indicted 9 people since'; not 'Resolution 2482'."""
    noun, verb = trigger.noun, trigger.verb
    things = (noun,) if noun is not None else patients(verb) if verb is not None else ()
    listed = len(act.against) > (noun is not None)  # 'two warrants, for A and B'
    if listed or not any(map(_counted, things)):
        return False
    return verb is None or _over_time(verb) or (noun is not None and len(act.date) < _DAY)


def _counted(noun: Token) -> bool:
    return any(c.dep_ == "nummod" and not _YEAR.fullmatch(c.text) for c in noun.lefts)


def _over_time(verb: Token) -> bool:
    """Whether a verb counts over time, and does not report one by one: 'has so far delivered 47 judgments'."""
    return bool(_OVER_TIME & {t.lower_ for child in verb.children for t in (child, *child.children)})


def _in_that_sense(act: Act, maker: Maker, trigger: Trigger, who: Participants) -> bool:
    """Whether the words have the sense of the act: 'rule' of a court, 'charge' of somebody with something."""
    if _needs_target(trigger) and not (act.against or _on_somebody(trigger, who)):
        return False
    if trigger.way == "elliptical":  # not 'he is listed as its owner'
        return bool(maker) or suffered(trigger)
    if trigger.way == "verb":
        return not (_weak(act, trigger, who) or _of_things(act, trigger, who))
    told = _changed(act, trigger) or (trigger.verb is None and undergone(trigger) and bool(act.against))
    return not of_courts(act.type) or told or _of_court(act, maker, trigger, who)


def _needs_target(trigger: Trigger) -> bool:
    """Whether the words report an act only of somebody it is done to: 'the suspension of the club'."""
    word = trigger.noun if trigger.noun is not None else trigger.verb
    return trigger.way == "elliptical" or (word is not None and word.lemma_ in trigger.concept.get("deed"))


def _of_court(act: Act, maker: Maker, trigger: Trigger, who: Participants) -> bool:
    """Whether a court made it, or nobody is said to have where it was done to somebody: 'they were found guilty'."""
    if maker or trigger.verb is None:
        return _is_court(maker, trigger, who)
    if trigger.last.lower_ == "that":  # 'it was found that'
        return False
    reviewed = trigger.last.lemma_.lower() in trigger.concept.get("reviewed")
    elsewhere = reviewed and trigger.last.lemma_.lower() not in trigger.concept.get("courtOnly")
    told = bool(act.against) or _on_somebody(trigger, who)
    return told and not elsewhere and passive(trigger.verb)


def _of_things(act: Act, trigger: Trigger, who: Participants) -> bool:
    """Whether a verb that means the act of people only is done to something else: 'the match was suspended'."""
    verb = trigger.last
    if act.by is not None and act.against:  # 'the Union suspended Torvia'
        return False
    done_to = patients(verb) if verb.lemma_ in trigger.concept.get("ofPeople") else ()
    return not all(map(who.is_person, done_to))


def _weak(act: Act, trigger: Trigger, who: Participants) -> bool:
    """Whether a verb that means the act of people only is said of nobody, or of a price: 'charged them 5 euros'."""
    verb = trigger.last
    if verb.lemma_ not in trigger.concept.get("weak"):
        return False
    people = [t for t in patients(verb) if who.is_somebody(t)]
    price = (c for c in verb.rights if c.dep_ in ("dobj", "npadvmod", "oprd") and c not in people)
    return not (act.against or people) or any(map(_counted, price))


def _is_court(maker: Maker, trigger: Trigger, who: Participants) -> bool:
    """Whether who made it is a court or acts for one: 'the Third Section, a chamber of the court', 'a judge'."""
    if maker.mention is None:
        described = maker.described is not None and is_called(maker.described.root, trigger.concept)
        return described or (trigger.way == "made" and maker.described is not None)
    if maker.mention.kind is Kind.COURT:
        return True
    noun = who.named.span(maker.mention).root
    if any(t.lemma_.lower() in judicature() for t in (noun, *appositions(noun))):
        return True
    return bool(who.called(maker.mention) & set(trigger.concept.get("makerNoun")))


@lexicon.derived
def judicature() -> frozenset[str]:
    """Nouns for courts and their parts."""
    return frozenset(w for c in lexicon.load().scheme("role") if c.one("kind") == "court" for w in c.get("noun"))
