"""Filters of act candidates: whether the words tell enough of an act, and have its sense."""

from spacy.tokens import Token

from onrecord.extract.acts.participants import Participants
from onrecord.extract.acts.triggers import Trigger
from onrecord.extract.syntax.arguments import appositions, passive, patients
from onrecord.lexicon import lexicon
from onrecord.lexicon.official_acts import has, of_courts
from onrecord.values.findings import Act, Kind, Mention

_DAY = len("2024-05-30")
_OVER_TIME = {"far", "total", "altogether", "since"}


def is_act(act: Act, by: Mention | None, trigger: Trigger, who: Participants) -> bool:
    """Whether the article reports the act as one that has come about, in a sense that the words have of acts only."""
    if has(act.type, "mutual"):  # two parties that are named, or one that has signed with somebody
        return len(act.against) > 1 or (trigger.verb is not None and bool(act.against))
    return not _only_counted(act, trigger) and _told_enough(act, trigger) and _in_that_sense(act, by, trigger, who)


def _told_enough(act: Act, trigger: Trigger) -> bool:
    """Whether there is more than that there was some act: by whom, when, against whom, or what was ruled."""
    verb = trigger.verb
    if trigger.way == "means":
        return act.by is not None and bool(act.date)
    if verb is None:
        return act.by is not None and bool(act.date or act.against or act.number or has(act.type, "makerSuffices"))
    if of_courts(act.type) and not (act.date or act.against):
        return verb.tag_ not in ("VBZ", "VBP") and any(c.dep_ == "ccomp" for c in verb.rights)
    return bool(act.by or act.date or act.against)


def _only_counted(act: Act, trigger: Trigger) -> bool:
    """Whether acts are only counted: 'its 47 judgments', 'has indicted 9 people since'; not 'Resolution 2482'."""
    noun, verb = trigger.noun, trigger.verb
    things = (noun,) if noun is not None else patients(verb) if verb is not None else ()
    listed = len(act.against) > (noun is not None)  # 'two warrants, for A and B'
    if listed or not any(map(_counted, things)):
        return False
    return verb is None or _over_time(verb) or (noun is not None and len(act.date) < _DAY)


def _counted(noun: Token) -> bool:
    return any(c.dep_ == "nummod" for c in noun.lefts)


def _over_time(verb: Token) -> bool:
    """Whether a verb counts over time, and does not report one by one: 'has so far delivered 47 judgments'."""
    return bool(_OVER_TIME & {t.lower_ for child in verb.children for t in (child, *child.children)})


def _in_that_sense(act: Act, by: Mention | None, trigger: Trigger, who: Participants) -> bool:
    """Whether the words have the sense of the act: 'rule' of a court, 'charge' of somebody with something."""
    word = trigger.noun if trigger.noun is not None else trigger.verb
    needs_target = trigger.way == "elliptical" or (word is not None and word.lemma_ in trigger.concept.get("deed"))
    if needs_target and not act.against:
        return False
    if of_courts(act.type) and trigger.way not in ("verb", "elliptical"):
        unsaid = by is None and trigger.verb is not None and passive(trigger.verb)  # 'they were found guilty'
        return _is_court(by, who) or (unsaid and bool(act.against))
    return trigger.way != "verb" or not _weak(act, trigger)


def _weak(act: Act, trigger: Trigger) -> bool:
    """Whether a verb that means the act of people only is said of nobody, or of a price: 'charged them 5 euros'."""
    verb = trigger.last
    if verb.lemma_ not in trigger.concept.get("weak"):
        return False
    return not act.against or any(c.dep_ in ("dobj", "npadvmod", "oprd") and _counted(c) for c in verb.rights)


def _is_court(by: Mention | None, who: Participants) -> bool:
    if by is None or by.kind is Kind.COURT:
        return by is not None
    noun = who.named.span(by).root  # 'the Third Section, a chamber of the court'
    return any(t.lemma_.lower() in judicature() for t in (noun, *appositions(noun)))


@lexicon.derived
def judicature() -> frozenset[str]:
    """Nouns for courts and their parts."""
    return frozenset(w for c in lexicon.load().scheme("role") if c.one("kind") == "court" for w in c.get("noun"))
