"""Official acts: warrants, resolutions, judgments, charges, sanctions, decrees, laws, agreements.

On record are acts that the article reports as done: their words are in `ontology/acts.ttl`, found by `triggers`;
`targets` says whom an act is against, `standings` where it stands. Acts asked for or turned down are `proposals`.
"""

from collections.abc import Iterator
from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc, Span, Token

from onrecord.extract.acts.attributes import number_of, subject_of, year_of
from onrecord.extract.acts.cross_sentence import told, with_bullets, with_lists, without_headlines
from onrecord.extract.acts.participants import BODIES, Participants
from onrecord.extract.acts.proposals import proposed
from onrecord.extract.acts.status import standing_of
from onrecord.extract.acts.targets import PARTIES, against, parties
from onrecord.extract.acts.triggers import Trigger, same_nouns, triggers
from onrecord.extract.doc_extensions import evidence, outside, published
from onrecord.extract.syntax.arguments import after, agents, appositions, passive, patients
from onrecord.extract.syntax.event_date import date_of, dates_in
from onrecord.extract.syntax.span_index import Named
from onrecord.lexicon import lexicon
from onrecord.values.findings import Act, Form, Kind, Mention

_OF_COURTS = ("ArrestWarrant", "Judgment")  # kinds of act that a judge does for the court
_MAKERS = {"Sanction": (*BODIES, Kind.PLACE), "Decree": (*BODIES, Kind.PERSON)}


@Language.component("onrecord_acts", assigns=["doc._.acts"], requires=["doc._.mentions", "doc._.dates"])
def acts(doc: Doc) -> Doc:
    """Set `doc._.acts`."""
    who = Participants(doc, Named(doc))
    found = with_bullets(with_lists(told(_reported(doc, who), doc), doc, who), doc, who)
    found = [*without_headlines(found, doc), *proposed(doc, who)]
    doc._.acts = tuple(sorted(outside(doc, found), key=lambda a: a.evidence))
    return doc


def _reported(doc: Doc, who: Participants) -> Iterator[Act]:
    kinds: set[str] = set()
    for trigger in triggers(doc):
        if trigger.way == "elliptical" and trigger.concept.term not in kinds:
            continue
        for act in _read(trigger, who):
            kinds.add(act.type)
            yield act


def _read(trigger: Trigger, who: Participants) -> Iterator[Act]:
    """The acts that the words report: one for each body and each day they name; none where they do not tell enough."""
    agreement = trigger.concept.term == "Agreement"
    by = None if agreement else _by(trigger, who)
    whom = parties(trigger, who) if agreement else against(trigger, by, who)
    number = number_of(trigger)
    act = Act(
        evidence=evidence(_words(trigger)),
        type=trigger.concept.term,
        by=by.evidence if by else None,
        against=tuple(m.evidence for m in whom),
        date=_date(trigger) or year_of(number),
        standing=standing_of(trigger),
        sentence=evidence(trigger.last.sent),
        subject=subject_of(trigger, [who.named.span(m) for m in whom]),
        number=number,
    )
    if not (_agreed(act, trigger) if agreement else _told_enough(act, trigger) and _plausible(act, by, trigger, who)):
        return
    days = _several_days(trigger.noun) if trigger.noun is not None else ()
    for each in [replace(act, date=day) for day in days] or [act]:
        yield each
        yield from (replace(each, by=body.evidence) for body in _further_bodies(trigger, by, who))


def _words(trigger: Trigger) -> Span:
    marks = sorted(t.i for t in (trigger.verb, trigger.noun, trigger.last) if t is not None)
    return trigger.last.doc[marks[0] : marks[-1] + 1]


def _date(trigger: Trigger) -> str:
    verb = trigger.verb
    if verb is None:
        return date_of(None, trigger.last) or _day_since(trigger.last)
    noun = trigger.last if trigger.last != verb else None
    if trigger.way == "means" and (made := date_of(None, noun)):  # 'appointed by decree of 5 May'
        return made
    own = date_of(verb, noun)
    if own or trigger.noun is not None:
        return own
    if trigger.last.lower_ == "to" and (told := _day_of_order(verb, trigger.last.head)):
        return told
    return next((d for n in same_nouns(trigger) if (d := date_of(None, n))), "")  # 'in a judgment of 5 May, it found …'


def _day_since(noun: Token) -> str:
    """The day since which somebody is under an act: 'has been under sanctions since 2022'."""
    above = noun.head.head
    if noun.dep_ != "pobj" or noun.head.lower_ != "under" or above.lemma_ not in ("be", "remain"):
        return ""
    since = {t.i for prep in above.children if prep.lower_ == "since" for t in prep.subtree}
    return next((date.value for span, date in dates_in(noun.sent) if span.root.i in since), "")


def _day_of_order(verb: Token, ordered: Token) -> str:
    """The day at the end of an order, where it is past and so none to obey by: 'ordered A to pay 3 euros on Friday'."""
    today = published(verb.doc)
    for span, date in dates_in(verb.sent):
        ends = span.root.head.lower_ == "on" and span.root.head.head == ordered
        if ends and today is not None and date.value <= today.isoformat():
            return date.value
    return ""


# Who acted ------------------------------------------------------------------------------------------------------------


def _by(trigger: Trigger, who: Participants) -> Mention | None:
    verb, noun = trigger.verb, trigger.noun
    suffered = verb is not None and noun is None and verb.lemma_ in trigger.concept.get("faced")  # 'A got nine years'
    actor = who.actor(agents(verb)) if verb is not None and not suffered else None
    if actor is None and trigger.concept.term in _OF_COURTS and verb is not None and not suffered:
        actor = who.court_named_later(agents(verb), _judicature())
    if actor is None and verb is not None and not passive(verb):
        actor = who.before(verb, _MAKERS.get(trigger.concept.term, BODIES))
    if actor is None and trigger.way == "phrase" and verb is not None and passive(verb):
        return _by_of_phrase(trigger, verb, who)
    if actor is not None or noun is None:
        return who.court_of(actor) if actor is not None and trigger.concept.term in _OF_COURTS else actor
    kinds = _MAKERS.get(trigger.concept.term, BODIES)
    deed = noun.lemma_ in trigger.concept.get("deed")
    actor = who.maker(noun, kinds, frozenset({"by"})) if deed else who.maker(noun, kinds)
    if actor is None and trigger.way == "event":  # 'the adoption of a resolution by the Senate'
        actor = who.actor(after(trigger.last, frozenset({"by"})))
    if actor is None and verb is not None and passive(verb):
        actor = who.subject_before(noun, trigger.concept.get("maker"))
    if actor is None and _opens_clause(noun):
        actor = who.actor(agents(noun.head.head))
    if actor is None and noun.dep_ == "pobj" and noun.head.lower_ == "with" and noun.head.head.pos_ == "VERB":
        answering = who.actor(agents(noun.head.head))  # 'The Senate replied with a resolution, passed on 5 May'
        actor = answering if answering is not None and answering.kind in kinds else None
    return actor


def _by_of_phrase(trigger: Trigger, verb: Token, who: Participants) -> Mention | None:
    """'was added to Canada's sanctions list', 'was suspended from the League', 'A's membership of the League was …'."""
    last, kinds = trigger.last, _MAKERS.get(trigger.concept.term, BODIES)
    if last in patients(verb):
        owned = any(c.dep_ == "poss" for c in last.lefts)
        return who.actor(after(last, frozenset({"of", "in"}))) if owned else None
    listing = next((m for t in (last, last.head) if t.pos_ in ("NOUN", "PROPN") and (m := who.maker(t, kinds))), None)
    return listing or who.actor(after(verb, frozenset({"from"})))


def _opens_clause(noun: Token) -> bool:
    """Whether the act's maker is the subject of the clause: 'In a resolution of 5 May, the Senate called for …'."""
    prep = noun.head
    return noun.dep_ == "pobj" and prep.lower_ in ("in", "by") and prep.head.pos_ == "VERB" and prep.i < prep.head.i


def _further_bodies(trigger: Trigger, by: Mention | None, who: Participants) -> tuple[Mention, ...]:
    """The other bodies of 'sanctioned by the European Union and Canada': each has made an act of its own."""
    if trigger.verb is None or by is None or by.kind is Kind.PERSON:
        return ()
    named = (who.named.at(t) for t in agents(trigger.verb))
    return tuple(m for m in named if m and m != by and m.form is Form.NAME and m.kind in PARTIES)


# Whether it is an act -------------------------------------------------------------------------------------------------


def _agreed(act: Act, trigger: Trigger) -> bool:
    """Whether an agreement has its parties: two that are named, or one that has signed with somebody."""
    return len(act.against) > 1 or (trigger.verb is not None and bool(act.against))


def _told_enough(act: Act, trigger: Trigger) -> bool:
    """Whether there is more than that there was some act: by whom, when, against whom, or what was ruled."""
    noun, verb = trigger.noun, trigger.verb
    dayless = act.type == "Judgment" and len(act.date) < len("2024-05-30")
    if noun is not None and _counted(noun) and (verb is None or dayless or _over_time(verb)):
        return False
    if noun is None and verb is not None and _over_time(verb) and any(map(_counted, patients(verb))):
        return bool(act.against)
    if trigger.way == "means":
        return act.by is not None and bool(act.date)
    if verb is None:
        return act.by is not None and (bool(act.date or act.against or act.number) or act.type == "Resolution")
    if act.type == "Judgment" and not (act.date or act.against):
        return verb.tag_ not in ("VBZ", "VBP") and any(c.dep_ == "ccomp" and _settled(c) for c in verb.rights)
    return bool(act.by or act.date or act.against)


def _settled(clause: Token) -> bool:
    """Whether a clause says how it is; 'that both may bear responsibility' is a view, no ruling."""
    return not any(c.lower_ in ("may", "might", "could") for c in clause.children)


def _plausible(act: Act, by: Mention | None, trigger: Trigger, who: Participants) -> bool:
    """Whether the words have the sense of the act: 'rule' of a court, 'charge' of somebody with something."""
    word = trigger.noun if trigger.noun is not None else trigger.verb
    if word is not None and word.lemma_ in trigger.concept.get("deed") and not act.against:
        return False
    if trigger.way == "elliptical" and act.type == "Judgment":
        return bool(act.against)
    if act.type == "Judgment" and trigger.way != "verb":
        unsaid = by is None and trigger.verb is not None and passive(trigger.verb)  # 'they were found guilty'
        return _is_court(by, who) or (unsaid and bool(act.against))
    if trigger.way == "phrase":
        return act.type != "ArrestWarrant" or _is_court(by, who)
    if act.type == "Charge" and trigger.way == "verb" and trigger.verb is not None:
        accused = trigger.verb.lemma_ == "indict" or any(c.lower_ == "with" for c in trigger.verb.rights)
        priced = any(c.dep_ in ("dobj", "npadvmod", "oprd") and _counted(c) for c in trigger.verb.rights)
        return accused or (bool(act.against) and not priced)
    return True


def _is_court(by: Mention | None, who: Participants) -> bool:
    if by is None or by.kind is Kind.COURT:
        return by is not None
    if by.form is Form.PRONOUN:  # 'The High Court has ruled before. In 2022 it found …'
        last = who.last_before(by, BODIES)
        return last is not None and last.kind is Kind.COURT
    noun = who.named.span(by).root  # 'the Third Section, a chamber of the court'
    return any(t.lemma_.lower() in _judicature() for t in (noun, *appositions(noun)))


@lexicon.derived
def _judicature() -> frozenset[str]:
    """Nouns for courts and their parts."""
    return frozenset(w for c in lexicon.load().scheme("role") if c.one("kind") == "court" for w in c.get("noun"))


def _counted(noun: Token) -> bool:
    """Whether acts are only counted: 'its 47 judgments', not 'Resolution 2482'."""
    return any(c.dep_ == "nummod" for c in noun.lefts)


def _over_time(verb: Token) -> bool:
    """Whether acts are counted over time, not reported one by one: 'has so far delivered 47 judgments'."""
    words = {t.lower_ for t in verb.children} | {t.lower_ for c in verb.children for t in c.children}
    return bool({"far", "total", "altogether", "since"} & words)


def _several_days(noun: Token) -> tuple[str, ...]:
    """The days of 'the decrees of 30 May 2022 and of 4 January 2024', where there is more than one."""
    preps = [c for c in noun.rights if c.dep_ in ("prep", "conj") and c.lower_ in ("of", "from")]
    within = {t.i for p in preps for t in p.subtree}
    days = [d.value for span, d in dates_in(noun.sent) if set(range(span.start, span.end)) <= within]
    return tuple(dict.fromkeys(days)) if len(days) > 1 and noun.tag_ == "NNS" else ()
