"""Event mentions: the triggers of a Doc with day and place, ready to be compared."""

from collections.abc import Iterable

from spacy.tokens import Doc, Span, Token

from onrecord.extract.doc_extensions import evidence
from onrecord.extract.events.coreference import EventMention
from onrecord.extract.events.triggers import Trigger
from onrecord.extract.syntax.arguments import SUBJECTS
from onrecord.extract.syntax.clauses import AUXILIARIES, in_the_past, phrase, verb_of
from onrecord.extract.syntax.event_date import date_of, dates_in
from onrecord.extract.syntax.event_place import IN, place_of
from onrecord.extract.syntax.span_index import Named
from onrecord.lexicon import event_kinds
from onrecord.values.findings import Form, Kind
from onrecord.values.isodate import Precision, bounds, precision

_CAUSING = IN | {"by", "during", "when", "from"}  # before the event in which something happened
_NAMES_OF_OTHERS = (Kind.PERSON, Kind.ORGANIZATION, Kind.COURT)  # 'the National Hurricane Center'
_COMPLETING = ("prt", "advmod", "dobj")
_LONG = 8  # tokens from a verb to the end of what completes it
_BOUNDS = {"since", "until", "till", "before", "after", "by"}  # before a day that is not the event's
_ENDS = (".", "!", "?", "…", "”", '"', ")")


class MentionReader:
    """Reads the event mentions of one Doc."""

    def __init__(self, doc: Doc) -> None:
        self._doc, self.named = doc, Named(doc)
        self._sentences = list(doc.sents)
        self._order = {s.start: i for i, s in enumerate(self._sentences)}
        self._published = doc._.published.isoformat() if doc._.published else ""
        self._headline = headline_end(self._sentences)

    def read(self, trigger: Trigger) -> EventMention | None:
        """The mention that a trigger makes; None of an event to come, and of several.

        Several are those that a number counts ('60 rescues'), and a bare plural that neither a day
        nor a place with the past tense pins down.
        """
        token, within = trigger.token, self.named.at(trigger.token)
        if within is not None and within.kind in _NAMES_OF_OTHERS and within.form is Form.NAME:
            return None
        date = self._date(trigger)
        if self._is_ahead(date):
            return None
        place = place_of(token if trigger.is_noun else None, self._happening(trigger), self.named)
        if trigger.plural and not trigger.definite and (trigger.counted or not (date or (place and _is_past(token)))):
            return None
        return EventMention(
            evidence=evidence(self._doc[trigger.first.i : token.i + 1]),
            order=self._order[token.sent.start],
            kind=trigger.kind,
            phrase=phrase(token).text if trigger.is_noun else _predicate(token),
            date=date,
            place=place.evidence if place is not None else None,
            noun=trigger.is_noun,
            definite=trigger.definite,
            plural=trigger.plural,
            anew=trigger.anew,
            resuming=trigger.resuming,
            headline=token.i < self._headline,
        )

    def _is_ahead(self, date: str) -> bool:
        """Whether the day is not known to be over: after publication, or a year that is not ('the 2024 election')."""
        if not (date and self._published):
            return False
        first, last = (day.isoformat() for day in bounds(date))
        return first > self._published or (precision(date) is Precision.YEAR and last > self._published)

    def _date(self, trigger: Trigger) -> str:
        day = date_of(self._happening(trigger), trigger.token if trigger.is_noun else None)
        bounding = (span for span, date in dates_in(trigger.token.sent) if date.value == day and span.start)
        return "" if any(self._doc[span.start - 1].lower_ in _BOUNDS for span in bounding) else day

    def _happening(self, trigger: Trigger) -> Token | None:
        """The verb whose day and place are the event's: its own, or one that says that it came about."""
        verb, noun = trigger.verb, trigger.token
        if verb is None or verb == noun:
            return verb
        prep = noun.head if noun.dep_ == "pobj" else None
        if prep is not None and prep.lower_ not in _CAUSING:
            return None
        if noun.dep_ in SUBJECTS and not trigger.definite:
            return verb
        phrases = {verb.lemma_.lower(), f"{verb.lemma_.lower()} {next((c.lower_ for c in verb.rights), '')}"}
        return verb if prep is not None or phrases & event_kinds.general("happening") else None


def _is_past(noun: Token) -> bool:
    """Whether the noun's clause is in the past or has no verb: not 'fires are common there'."""
    verb = verb_of(noun)
    return verb is None or in_the_past(verb)


def _predicate(verb: Token) -> str:
    """The verb with its auxiliaries, particle and objects: 'were exchanged', 'brought home 15 children'."""
    ends = [c.right_edge.i for c in verb.rights if c.dep_ in _COMPLETING and c.right_edge.i - verb.i <= _LONG]
    starts = [c.i for c in verb.lefts if c.dep_ in AUXILIARIES]
    return verb.doc[min([verb.i, *starts]) : max([verb.i, *ends]) + 1].text


def headline_end(sentences: Iterable[Span]) -> int:
    """The token with which the body begins: the first sentence that ends as sentences do."""
    return next((s.start for s in sentences if s.text.rstrip().endswith(_ENDS)), 0)
