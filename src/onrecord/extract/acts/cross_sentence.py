"""Merges mentions of one act across sentences: further targets, those named of many."""

from collections.abc import Container, Iterable
from dataclasses import replace

from spacy.tokens import Doc, Span, Token

from onrecord.extract.acts.making import makes
from onrecord.extract.acts.participants import Participants, bodies
from onrecord.extract.acts.triggers import called, taken_up
from onrecord.extract.syntax.arguments import SUBJECTS, passive
from onrecord.extract.syntax.clauses import FINITE
from onrecord.extract.syntax.event_date import date_of, dates_in, is_bound
from onrecord.extract.syntax.factuality import happened
from onrecord.lexicon.official_acts import BODIES, has, targets
from onrecord.values.findings import Act, Evidence, Form, Kind

_ANAPHORIC = ("the", "this", "that")
_THEM = ("them", "those", "they")
_DAY = len("2024-05-30")
_NEAR = 4  # sentences after an act that may go on listing whom it is against


def continued(found: Iterable[Act], doc: Doc) -> list[Act]:
    """The acts in order; one that only names further targets of the one before is joined to it.

    'The court also convicted C.' 'It found them guilty and imposed terms on A and B.' 'D was acquitted.'
    """
    names = {m.evidence for m in doc._.mentions if m.form is Form.NAME}
    kept: list[Act] = []
    for act in found:
        if kept and _goes_on(act, kept[-1], doc) and _by_the_same(act, kept[-1], names):
            kept = _with_targets(kept, kept[-1], act.against, act.acquits)
            kept[-1] = replace(kept[-1], by=kept[-1].by or act.by)
        else:
            kept.append(act)
    return kept


def _by_the_same(act: Act, before: Act, names: Container[Evidence | None]) -> bool:
    """Whether the act may be by who made the one before: it names nobody else, or the court that was only described."""
    return act.by not in names or act.by == before.by or (before.by is None and before.described is not None)


def _goes_on(act: Act, before: Act, doc: Doc) -> bool:
    """Whether this gives no day, only whom, and the act before is of its kind, stands as it does, and is near by."""
    if act.date or not (act.against or act.acquits) or (before.type, before.standing) != (act.type, act.standing):
        return False
    made = before.by or before.described
    return sum(before.sentence.start < s.start_char <= act.sentence.start for s in doc.sents) <= (_NEAR if made else 1)


def with_members(found: list[Act], doc: Doc, who: Participants) -> list[Act]:
    """The acts, those against nobody named with whom the next sentences name: 'Among those sought are A and B.'"""
    sentences = list(doc.sents)
    for act in found:
        if act.against or act.acquits or not targets(act.type) or has(act.type, "mutual"):
            continue
        last = next((i for i, s in enumerate(sentences) if act.evidence.start < s.end_char), 0)
        if not any(_many(t, who) for t in sentences[last]):
            continue
        for sentence in sentences[last + 1 : last + 1 + _NEAR]:
            more = _singled_out(sentence, act, who)
            if more:
                found = _with_targets(found, act, more)
                break
    return found


def with_dates(found: list[Act], doc: Doc) -> list[Act]:
    """The acts, one without a day with that which a sentence behind gives its noun: 'The ruling came on Friday.'"""
    for token in doc:
        if token.dep_ in SUBJECTS and any(c.lower_ in _ANAPHORIC for c in token.lefts):
            date = _told_of(token)
            kinds = taken_up(token) if date else ()
            act = max((a for a in found if a.type in kinds and _shortly(a, token)), key=_made_last, default=None)
            found = [replace(a, date=date) if a is act and not a.date else a for a in found]
    return found


def with_narrative_days(found: list[Act], doc: Doc) -> list[Act]:
    """The acts, one whose sentence gives no date with the day of an act in the sentence before, as a story goes on.

    'A was charged on Monday. Judge B remanded him until 4 June.'
    """
    sentences = list(doc.sents)
    kept: list[Act] = []
    for act in found:
        at = next((i for i, s in enumerate(sentences) if act.evidence.start < s.end_char), 0)
        day = _day_before(kept, sentences[at - 1]) if at and not act.date and _goes_on_from(sentences[at], act) else ""
        elsewhere = any(a.type == act.type and a.date not in ("", day) for a in found)  # it may be told again there
        kept.append(replace(act, date=day) if day and not elsewhere else act)
    return kept


def _day_before(found: list[Act], sentence: Span) -> str:
    days = [a.date for a in found if sentence.start_char <= a.evidence.start < sentence.end_char]
    return days[-1] if days and len(days[-1]) == _DAY else ""


def _goes_on_from(sentence: Span, act: Act) -> bool:
    """Whether a verb in the past tense tells the act, in a sentence that gives no day of what was done."""
    words = [t for t in sentence if act.evidence.start <= t.idx < act.evidence.end]
    past = any(t.tag_ == "VBD" or (t.tag_ == "VBN" and _in_past(t)) for t in words if t.pos_ == "VERB")
    return past and not any(not is_bound(span) for span, _ in dates_in(sentence))


def _in_past(participle: Token) -> bool:
    helpers = [c for c in participle.lefts if c.dep_ in ("aux", "auxpass")]
    return len(helpers) == 1 and helpers[0].tag_ == "VBD" and helpers[0].lemma_ == "be"


def _told_of(noun: Token) -> str:
    """The day on which what the noun names was made, as its verb tells: 'was handed down on Friday'."""
    verb = noun.head
    made = any(makes(verb, concept) for concept in called(noun)) and passive(verb) and happened(verb)
    return date_of(verb if made else None, noun)


def _shortly(act: Act, token: Token) -> bool:
    """Whether the act is told in one of the few sentences before the token's."""
    return 0 < sum(act.sentence.start < s.end_char <= token.sent.start_char for s in token.doc.sents) <= _NEAR


def _made_last(act: Act) -> tuple[bool, int]:
    """Of several acts, the last of those whose maker is told: 'quashed the conviction … The ruling came on Friday'."""
    return act.by is not None or act.described is not None, act.evidence.start


def _many(token: Token, who: Participants) -> bool:
    """Whether the word is for people or bodies in the plural: 'nine men'."""
    return token.tag_ == "NNS" and (who.is_person(token) or token.lemma_.lower() in bodies())


def _singled_out(sentence: Span, act: Act, who: Participants) -> list[Evidence]:
    """Whom a sentence names of those told before: 'They include A', 'Two of them, A and B, …'."""
    for token in sentence:
        if _of_them(token):
            behind = sentence.doc[token.i + 1 : sentence.end]
            stop = next((t.i for t in behind if t.tag_ in FINITE and t.lemma_ not in ("be", "include")), sentence.end)
            named = who.listed(sentence.doc[token.i : stop], (Kind.PERSON, *BODIES))
            return [m.evidence for m in named if m.kind in targets(act.type) and m.evidence != act.by]
    return []


def _of_them(token: Token) -> bool:
    """Whether the word singles out some of many: 'among them', 'those named include', 'one of them'."""
    following = token.nbor().lower_ if token.i + 1 < len(token.doc) else ""
    if token.lower_ == "among":
        return following in _THEM
    if token.lemma_ == "include":
        return any(c.dep_ in SUBJECTS and c.lower_ in (*_THEM, "who") for c in token.lefts)
    return token.lower_ == "of" and following in _THEM and token.head.like_num


def _with_targets(
    found: list[Act], act: Act, more: Iterable[Evidence], acquits: tuple[Evidence, ...] = ()
) -> list[Act]:
    """The acts, with more targets of one, and of those that the same words report of other bodies."""
    more = tuple(more)
    return [
        replace(a, against=tuple(dict.fromkeys((*a.against, *more))), acquits=(*a.acquits, *acquits))
        if a.evidence == act.evidence
        else a
        for a in found
    ]
