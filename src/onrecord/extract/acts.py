"""Official acts: warrants, resolutions, judgments, charges, sanctions, decrees, laws, agreements.

Only acts that the article reports as done; those asked for, planned or voted down are not on record. The words that
report them are in `ontology/acts.ttl`, found by `triggers`.
"""

from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from spacy.language import Language
from spacy.tokens import Doc, Span, Token

from onrecord import lexicon
from onrecord.extract.act_details import number_of, standing_of, subject_of
from onrecord.extract.annotations import evidence, outside
from onrecord.extract.factuality import happened
from onrecord.extract.grammar import Named, after, agents, appositions, dates_in, patients
from onrecord.extract.occasion import date_of
from onrecord.extract.participants import BODIES, Participants
from onrecord.extract.triggers import Trigger, triggers
from onrecord.findings import Act, Evidence, Form, Kind, Mention

_PARTIES = (Kind.ORGANIZATION, Kind.COURT, Kind.PLACE)
_PEOPLE_AND_BODIES = (Kind.PERSON, Kind.ORGANIZATION, Kind.COURT)
_ALL = (*_PEOPLE_AND_BODIES, Kind.PLACE)
# Kinds of act that are done to somebody, and to whom they can be done. A state is judged and sanctioned, not arrested.
_AGAINST = {
    "ArrestWarrant": _PEOPLE_AND_BODIES,
    "Charge": _PEOPLE_AND_BODIES,
    "Sanction": _ALL,
    "Judgment": (Kind.PERSON, Kind.ORGANIZATION, Kind.PLACE),
    "Resolution": _ALL,
}
_MAKERS = {"Sanction": (*BODIES, Kind.PLACE), "Decree": (*BODIES, Kind.PERSON)}
_RESPECTS = (("in", "respect", "of"), ("with", "respect", "to"), ("in", "relation", "to"))
_NEAR = 4  # sentences after an act that may go on listing whom it is against


@Language.component("onrecord_acts", assigns=["doc._.acts"], requires=["doc._.mentions", "doc._.dates"])
def acts(doc: Doc) -> Doc:
    """Set `doc._.acts`."""
    reader = _Reader(doc)
    found = outside(doc, reader.acts())
    doc._.acts = tuple(sorted(found, key=lambda a: a.evidence))
    return doc


class _Reader:
    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.named = Named(doc)
        self.who = Participants(doc, self.named)

    def acts(self) -> list[Act]:
        found: list[Act] = []
        for trigger in triggers(self.doc):
            if trigger.way == "elliptical" and not any(a.type == trigger.concept.term for a in found):
                continue
            for act in self._read(trigger):
                earlier = self._goes_on(act, found)
                if earlier is not None:
                    found[earlier] = _joined(found[earlier], act)
                else:
                    found.append(act)
        return _without_headlines(self._with_lists(found), self.doc)

    def _read(self, trigger: Trigger) -> Iterator[Act]:
        concept, verb, noun = trigger.concept, trigger.verb, trigger.noun
        parties = concept.term == "Agreement"
        by = None if parties else self._by(trigger)
        against = self._parties(trigger) if parties else self._against(trigger, by)
        date = date_of(verb, trigger.last if verb is None else noun, frozenset(concept.get("vote")))
        if not date and noun is None and verb is not None:  # 'in a judgment delivered on 5 May, the court found …'
            date = next((d for n in self._same_nouns(trigger, verb) if (d := date_of(None, n))), "")
        number = number_of(trigger)
        if parties and len(against) < 2 and (verb is None or not against):
            return
        if trigger.way in ("nominal", "event") and not parties:
            says_more = bool(date or against or number) or concept.term == "Resolution"
            if by is None or not says_more or (noun is not None and _counted(noun)):
                return
        if trigger.way == "phrase" and not self._by_whom_it_takes(trigger, by, against):
            return
        if concept.term == "Judgment" and not _tells(trigger, date, against):
            return
        if noun is not None and verb is not None and _counted_total(noun, verb):
            return
        if concept.term == "Judgment" and trigger.way != "verb" and not self._is_court(by, trigger):
            return
        if concept.term == "Charge" and trigger.way == "verb" and not self._is_charge(trigger, by, against):
            return
        bodies = self._further_bodies(trigger, by)
        act = Act(
            evidence=evidence(self._words(trigger)),
            type=concept.term,
            by=by.evidence if by else None,
            against=tuple(m.evidence for m in against),
            date=date,
            standing=standing_of(trigger),
            sentence=evidence(trigger.last.sent),
            subject=subject_of(trigger, [self.named.span(m) for m in against]),
            number=number,
        )
        days = _several_days(noun) if noun is not None and noun.tag_ == "NNS" else ()
        for each in (replace(act, date=day) for day in days) if days else (act,):
            yield each
            yield from (replace(each, by=body.evidence) for body in bodies)

    def _words(self, trigger: Trigger) -> Span:
        marks = sorted(t.i for t in (trigger.verb, trigger.noun, trigger.last) if t is not None)
        return self.doc[marks[0] : marks[-1] + 1]

    # Who acted

    def _by(self, trigger: Trigger) -> Mention | None:
        verb, noun = trigger.verb, trigger.noun
        actor = self.who.actor(agents(verb)) if verb is not None else None
        if actor is None and noun is not None:
            kinds = _MAKERS.get(trigger.concept.term, BODIES)
            actor = self.who.maker(noun, kinds)
            if actor is None and trigger.way == "event":
                actor = self.who.actor(after(trigger.last, frozenset({"by"})))
        return actor

    def _further_bodies(self, trigger: Trigger, by: Mention | None) -> tuple[Mention, ...]:
        """The other bodies of 'sanctioned by the European Union and Canada': each has made an act of its own."""
        if trigger.verb is None or by is None or by.kind is Kind.PERSON or trigger.concept.term == "Agreement":
            return ()
        named = (self.named.at(t) for t in agents(trigger.verb))
        return tuple(m for m in named if m and m != by and m.form is Form.NAME and m.kind in _PARTIES)

    def _by_whom_it_takes(self, trigger: Trigger, by: Mention | None, against: tuple[Mention, ...]) -> bool:
        if "court" in trigger.concept.get("actor") or trigger.concept.term == "ArrestWarrant":
            return self._is_court(by, trigger)
        return by is not None or bool(against)

    def _is_court(self, by: Mention | None, trigger: Trigger) -> bool:
        if by is None:
            return False
        if by.kind is Kind.COURT:
            return True
        noun = self.named.span(by).root
        return any(t.lemma_.lower() in _judicature() for t in (noun, *appositions(noun)))

    def _is_charge(self, trigger: Trigger, by: Mention | None, against: tuple[Mention, ...]) -> bool:
        """'charged' is said of prices, too: somebody must be charged with something, or by somebody."""
        verb = trigger.verb
        return verb is not None and (
            bool(against) or verb.lemma_ == "indict" or any(c.lower_ == "with" for c in verb.rights)
        )

    # Whom it is against

    def _against(self, trigger: Trigger, by: Mention | None) -> tuple[Mention, ...]:
        concept, verb, noun = trigger.concept, trigger.verb, trigger.noun
        kinds = _AGAINST.get(concept.term)
        if kinds is None or (verb is not None and verb.lemma_ in concept.get("clearing")):
            return ()
        if concept.term == "Resolution":
            found = self._condemned(noun, concept.get("naming")) if noun is not None else ()
        elif noun is not None:
            found = self._towards(trigger, frozenset(concept.get("towards")), kinds)
        else:
            assert verb is not None
            found = self._objects(trigger, verb, kinds)
        return tuple(m for m in found if by is None or m.evidence != by.evidence)

    def _objects(self, trigger: Trigger, verb: Token, kinds: tuple[Kind, ...]) -> tuple[Mention, ...]:
        """Whom a verb is done to; of a ruling, whom the clause that it introduces is about."""
        inner = [c for c in verb.rights if c.dep_ in ("ccomp", "xcomp", "oprd")]
        about = [s for c in inner for s in c.lefts if s.dep_ in ("nsubj", "nsubjpass")]
        if trigger.way == "phrase" and trigger.last.lower_ in ("that", "to"):
            denied = any(c.dep_ == "neg" for i in inner for c in i.children)
            return () if denied else self.who.targets(about, kinds)
        found = self.who.targets((*patients(verb), *about), kinds)
        if not found and trigger.last.i > verb.i:
            found = self.who.listed(self.doc[verb.i : trigger.last.i], kinds)
        nouns = self._same_nouns(trigger, verb)
        towards = frozenset(trigger.concept.get("towards"))
        found = found or self.who.targets((t for n in (verb, *nouns) for t in after(n, towards)), kinds)
        found = found or self.who.targets(after(trigger.last, frozenset({"by"})), kinds)
        return found or self.who.examples(patients(verb), kinds)

    def _same_nouns(self, trigger: Trigger, verb: Token) -> list[Token]:
        """The nouns that name the act in the clause of the verb that reports it."""
        return [t for t in verb.subtree if t.lemma_ in trigger.concept.get("noun") and t != verb]

    def _towards(self, trigger: Trigger, towards: frozenset[str], kinds: tuple[Kind, ...]) -> tuple[Mention, ...]:
        verb, noun = trigger.verb, trigger.noun
        heads = [t for anchor in (noun, verb) if anchor is not None for t in after(anchor, towards)]
        if verb is not None and verb.dep_ == "relcl" and any(t.lower_ in ("whom", "which", "who") for t in heads):
            heads = [verb.head]
        found = self.who.targets(heads, kinds)
        if found:
            return found
        if verb is None:
            return self.who.targets(_facing(trigger.last, trigger.concept.get("faced")), kinds)
        direct = self.who.targets((t for t in patients(verb) if t != noun), kinds)
        return direct or self._in_respect_of(verb, kinds) or self.who.examples(heads, kinds)

    def _in_respect_of(self, verb: Token, kinds: tuple[Kind, ...]) -> tuple[Mention, ...]:
        """'In respect of A and of the commissioner B, the court issued …': read as it stands, parsers stumble."""
        sentence = verb.sent
        words = [t.lower_ for t in sentence]
        for phrase in _RESPECTS:
            for i in range(len(words) - len(phrase)):
                if tuple(words[i : i + len(phrase)]) == phrase:
                    start = sentence.start + i + len(phrase)
                    limit = verb.i if start < verb.i else sentence.end
                    actor = {t.i for t in agents(verb)}
                    span = self.doc[start - 1 : limit]
                    return tuple(
                        m
                        for m in self.who.listed(_respected(span), kinds)
                        if not actor & {t.i for t in self.named.span(m)} or m.kind is Kind.PERSON
                    )
        return ()

    def _condemned(self, noun: Token, naming: tuple[str, ...]) -> tuple[Mention, ...]:
        """Whom a resolution condemns or calls something: 'a resolution calling Russia a terrorist state'."""
        heads: list[Token] = []
        for verb in noun.subtree:
            if verb.pos_ == "VERB" and verb.lemma_ in naming and verb.i > noun.i:
                heads += [t for t in patients(verb) if t != noun]
                heads += [s for c in verb.rights if c.dep_ == "ccomp" for s in c.lefts if s.dep_ == "nsubj"]
        return tuple(m for m in self.who.targets(heads, _ALL) if m.form is Form.NAME)

    def _parties(self, trigger: Trigger) -> tuple[Mention, ...]:
        verb, noun = trigger.verb, trigger.noun
        towards = frozenset(trigger.concept.get("towards"))
        heads = list(agents(verb)) if verb is not None else []
        heads += [t for anchor in (noun, verb) if anchor is not None for t in after(anchor, towards)]
        found = self.who.targets(heads, _ALL)
        return tuple(m for m in found if m.kind in _PARTIES) or found

    # Over more than one sentence

    def _goes_on(self, act: Act, found: list[Act]) -> int | None:
        """The act that this one goes on listing targets of: the last one of its kind, near by, where this names
        neither a body nor a day."""
        if act.by or act.date or not act.against or not found:
            return None
        last = len(found) - 1
        return last if found[last].type == act.type and self._near(found[last].sentence, act.sentence) else None

    def _near(self, earlier: Evidence, later: Evidence) -> bool:
        between = [s for s in self.doc.sents if earlier.start < s.start_char <= later.start and s.text.strip()]
        return len(between) <= _NEAR

    def _with_lists(self, found: list[Act]) -> list[Act]:
        """The acts, with those whom the next sentences list: 'Among those targeted are A and B.', 'They include C.'"""
        told = list(found)
        for sentence in self.doc.sents:
            heads = _list_heads(sentence)
            before = [i for i, a in enumerate(told) if a.sentence.start < sentence.start_char and a.type in _AGAINST]
            if not heads or not before or not self._near(told[before[-1]].sentence, evidence(sentence)):
                continue
            if any(a.evidence.start >= sentence.start_char and a.evidence.end <= sentence.end_char for a in found):
                continue
            act = told[before[-1]]
            more = self.who.targets(heads, _AGAINST[act.type])
            told[before[-1]] = replace(act, against=(*act.against, *(m.evidence for m in more if m.form is Form.NAME)))
        return told


@cache
def _judicature() -> frozenset[str]:
    """Nouns for courts and their parts."""
    return frozenset(w for c in lexicon.load().scheme("role") if c.one("kind") == "court" for w in c.get("noun"))


def _tells(trigger: Trigger, date: str, against: tuple[Mention, ...]) -> bool:
    """Whether a phrase says more than that there was a ruling: when, against whom, or what was ruled."""
    verb = trigger.verb
    return bool(date or against) or (verb is not None and any(c.dep_ == "ccomp" for c in verb.rights))


def _respected(span: Span) -> Span:
    """The span up to the last name before the subject: a comma with a determiner after it opens the main clause."""
    for token in reversed(list(span)):
        if token.text == "," and token.i + 1 < span.end and token.nbor().tag_ == "DT":
            return span.doc[span.start : token.i]
    return span


def _list_heads(sentence: Span) -> list[Token]:
    """The heads of what a sentence lists, where it does nothing else."""
    root = sentence.root
    if root.lemma_ == "be" and any(c.dep_ == "prep" and c.lower_ == "among" and c.i < root.i for c in root.children):
        heads = [c for c in root.children if c.dep_ in ("nsubj", "attr") and c.i > root.i]
    elif root.lemma_ == "include" and any(c.dep_ == "nsubj" and c.tag_ in ("PRP", "NNS", "DT") for c in root.lefts):
        heads = [c for c in root.rights if c.dep_ == "dobj"]
    else:
        return []
    return [t for h in heads for t in (h, *h.conjuncts) if t.i >= h.i]


def _facing(noun: Token, verbs: tuple[str, ...]) -> tuple[Token, ...]:
    """Who is said to be under the act: 'A faces a warrant from …', 'A is the subject of a warrant of …'."""
    if noun.dep_ == "dobj" and noun.head.lemma_ in verbs and happened(noun.head):
        return agents(noun.head)
    above = noun.head.head
    if noun.dep_ == "pobj" and above.lemma_ in verbs and above.dep_ == "attr" and happened(above.head):
        return agents(above.head)
    return ()


def _counted(noun: Token) -> bool:
    return any(c.dep_ == "nummod" for c in noun.children)


def _counted_total(noun: Token, verb: Token) -> bool:
    """Whether acts are counted over time, not reported one by one: 'has so far delivered 47 judgments'."""
    words = {t.lower_ for t in verb.children} | {t.lower_ for c in verb.children for t in c.children}
    return _counted(noun) and bool({"far", "total", "altogether", "since"} & words)


def _several_days(noun: Token) -> tuple[str, ...]:
    """The days of 'the decrees of 30 May 2022 and of 4 January 2024', where there is more than one."""
    preps = [c for c in noun.rights if c.dep_ in ("prep", "conj") and c.lower_ in ("of", "from")]
    within = {t.i for p in preps for t in p.subtree}
    days = [d.value for span, d in dates_in(noun.sent) if set(range(span.start, span.end)) <= within]
    return tuple(dict.fromkeys(days)) if len(days) > 1 else ()


def _joined(act: Act, more: Act) -> Act:
    return replace(act, against=tuple(dict.fromkeys((*act.against, *more.against))))


def _without_headlines(found: list[Act], doc: Doc) -> list[Act]:
    """The acts, but for those of a headline of which the body reports one of the same kind."""
    body = next((s.start_char for s in doc.sents if s.text.rstrip().rstrip("\"”’')]").endswith((".", "!", "?"))), 0)
    told = {a.type for a in found if a.evidence.start >= body}
    return [a for a in found if a.evidence.start >= body or a.type not in told]
