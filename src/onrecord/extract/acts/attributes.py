"""Attributes of an act: what it is for, which number or title it bears, where it was made."""

import re
from collections.abc import Iterable
from itertools import takewhile

from spacy.tokens import Span, Token

from onrecord.extract.acts.maker import Maker
from onrecord.extract.acts.participants import Participants
from onrecord.extract.acts.triggers import Trigger
from onrecord.extract.syntax.arguments import after, objects_of
from onrecord.extract.syntax.event_date import dates_in
from onrecord.lexicon.lexicon import Concept
from onrecord.values.findings import Evidence, Kind

_WHERE = frozenset({"in", "at"})

_NUMBER = re.compile(
    r"\b(?:(?:case|application|applications|situation|file)\s+(?:(?:no|nos)\.?\s*)?|(?:No|no|Nos|nos)\.?\s*|№\s*)"
    r"(?P<number>[A-Z]*-?\d+[\w/.-]*\w|\d+)"
)
_AFTER_NAME = re.compile(
    r"\s+(?P<number>(?:(?:No|no|Nr|nr)\.?\s*|№\s*)?(?:[A-Z]+[/-])?\d(?:[\w/.-]*\w)?(?:\s\(\d{4}\))?)"
)
_TITLE_AFTER = re.compile(r"\s+(?P<title>[“\"][^“”\"]+[”\"])")


def number_of(trigger: Trigger) -> str:
    """The number or title by which the act is known: 'Resolution 2482 (2023)', '212/23'; '' where none is given."""
    if trigger.noun is not None and (known := known_by(trigger.noun, trigger.concept)) is not None:
        return known
    given = _NUMBER.search(trigger.last.sent.text)
    return given["number"] if given else ""


def known_by(noun: Token, concept: Concept) -> str | None:
    """The number or title of an act that a noun bears: 'Decree 12', 'Child Protection Act'; None if it is no name."""
    if not noun.text[0].isupper():
        return None
    numbered = _AFTER_NAME.match(noun.whitespace_ + noun.doc[noun.i + 1 : noun.i + 8].text)
    if numbered:
        return f"{noun.text} {numbered['number']}"
    return _title(noun) if noun.text in concept.get("name") else None


def _title(noun: Token) -> str:
    """The title that an act is known by: 'Child Protection Act', 'Law “On Ports”'; '' where the noun stands alone."""
    quoted = _TITLE_AFTER.match(noun.whitespace_ + noun.doc[noun.i + 1 : noun.i + 16].text)
    if quoted:
        return f"{noun.text} {quoted['title']}"
    before = reversed(noun.doc[noun.sent.start : noun.i])
    words = list(takewhile(lambda t: t.text[0].isupper() and t.pos_ in ("PROPN", "NOUN", "ADJ"), before))
    return noun.doc[noun.i - len(words) : noun.i + 1].text if words else ""


def place_of(trigger: Trigger, maker: Maker, who: Participants) -> Evidence | None:
    """The place where the act was made: the one in the maker's description, 'a court in Tavno', or beside the verb."""
    inside = () if maker.described is None else who.named.within(maker.described, Kind.PLACE)
    beside = () if trigger.verb is None else map(who.name_at, after(trigger.verb, _WHERE))
    named = (m for m in (*inside, *beside) if m is not None and m.kind is Kind.PLACE)
    return next((m.evidence for m in named), None)


def year_of(number: str) -> str:
    """The year in brackets that ends the number of an act, 'Resolution 2482 (2023)'; '' where none does."""
    year = re.search(r"\((\d{4})\)$", number)
    return year[1] if year else ""


def subject_of(trigger: Trigger, targets: Iterable[Span]) -> str:
    """What the act is for or about, as the article words it; '' where it does not say."""
    targets = tuple(targets)
    taken = {t.i for span in (*targets, *(date for date, _ in dates_in(trigger.last.sent))) for t in span}
    anchors = (trigger.noun, trigger.verb, targets[-1].root if targets else None)
    preps = (p for anchor in filter(None, anchors) for p in anchor.rights if p.dep_ == "prep")
    about = (p for p in preps if p.lower_ in trigger.concept.get("concerning"))
    words = (_phrase(p, trigger.concept) for p in about if not taken & {t.i for t in objects_of([p])})
    return next(filter(None, words), "") or _clause(trigger)


def _clause(trigger: Trigger) -> str:
    """What a clause says of the act, but for one that makes it: 'a law to protect witnesses'."""
    clauses = (c for c in trigger.noun.rights if c.dep_ in ("relcl", "acl")) if trigger.noun is not None else ()
    clause = next(iter(clauses), None)
    if clause is None or clause == trigger.verb or clause.lemma_ in trigger.concept.get("making"):
        return ""
    return _trimmed(clause.doc[clause.left_edge.i : clause.right_edge.i + 1])


def _phrase(prep: Token, concept: Concept) -> str:
    """What follows the preposition, but for who did it and when; '' where it only names the act again."""
    objects = objects_of([prep])
    if any(t.lemma_ in ("year", "month", "week", "day", "life") for t in objects):
        return ""
    if any(t.lemma_.lower() in word.split() for t in objects for word in concept.get("noun")):
        return ""
    return _trimmed(prep.doc[prep.i + 1 : prep.right_edge.i + 1])


def _trimmed(span: Span) -> str:
    """The text up to a date or an agent."""
    dated = {t.i for date, _ in dates_in(span) for t in date}
    for token in span:
        if token.i in dated or (token.lower_ == "by" and token.i > span.start):
            last = token.i - 1 if token.nbor(-1).tag_ == "IN" and token.i in dated else token.i
            return span.doc[span.start : max(last, span.start)].text.strip(" ,.\n")
    return span.text.strip(" ,.\n")
