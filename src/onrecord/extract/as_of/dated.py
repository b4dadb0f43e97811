"""Date expressions as candidate days of figures: what the text shows of each, whatever the figure."""

import datetime as dt
import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import IntEnum

from spacy.tokens import Doc, Span, Token

from onrecord.extract.attribution.reporting_verbs import may_report
from onrecord.extract.doc_extensions import published, spaced, text_of
from onrecord.extract.events.mentions import headline_end
from onrecord.extract.syntax.clauses import auxiliaries, verb_of
from onrecord.extract.syntax.span_index import Stretches
from onrecord.values.findings import DateExpression

_WORD_BEFORE = re.compile(r"([\w-]+)\s(?:the\s)?$")
_REACH = 24  # characters before a date in which its preposition stands
_PREPOSITIONS = {
    **dict.fromkeys(("on", "in", "at", "during"), 1),
    "of": 2,
    "by": 3,
    **dict.fromkeys(("since", "from", "after"), 4),
    **dict.fromkeys(("until", "till", "to", "before", "through", "between", "and", "than", "for"), 5),
}
_NEWS = 14  # days before publication


class Tense(IntEnum):
    """The tense and form of a clause's verb, from what lasts to what is over."""

    NO_VERB = 0
    PRESENT = 1
    PERFECT = 2
    MODAL = 3
    INFINITIVE = 4
    GERUND = 5
    OTHER = 6
    PARTICIPLE = 7
    PAST = 8
    PLUPERFECT = 9


_BARE = {
    "VBD": Tense.PAST,
    "VBZ": Tense.PRESENT,
    "VBP": Tense.PRESENT,
    "VBG": Tense.GERUND,
    "VBN": Tense.PARTICIPLE,
    "VB": Tense.INFINITIVE,
}


def tense(verb: Token | None) -> Tense:
    """The tense of the clause that a verb heads, by its auxiliaries, else by its own form."""
    if verb is None:
        return Tense.NO_VERB
    helpers = auxiliaries(verb)
    tags = {t.tag_ for t in helpers}
    if "MD" in tags:
        return Tense.MODAL
    if any(t.lemma_ == "have" for t in helpers):
        return Tense.PLUPERFECT if any(t.lower_ == "had" for t in helpers) else Tense.PERFECT
    if "TO" in tags:
        return Tense.INFINITIVE
    if helpers:
        return next((_BARE[t.tag_] for t in helpers if t.tag_ in ("VBD", "VBZ", "VBP")), Tense.OTHER)
    return _BARE.get(verb.tag_, Tense.OTHER)


@dataclass(frozen=True, slots=True)
class Dated:
    """A date expression in its place."""

    date: DateExpression
    span: Span
    verb: Token | None
    sentence: int
    paragraph: int
    alone: bool  # it is all that its line holds
    features: Mapping[str, int]

    @property
    def start(self) -> int:
        """Where it begins in the text."""
        return self.date.evidence.start


class Timeline:
    """The date expressions of a Doc in order, and the days that its news is of."""

    def __init__(self, doc: Doc) -> None:
        self.doc, self._text = doc, text_of(doc)
        self._published = published(doc)
        sentences = list(doc.sents)
        self._sentences = [s.start_char for s in sentences]
        self._lines = [m.start() for m in re.finditer("\n", self._text)]
        self.headline = bisect_left([s.start for s in sentences], headline_end(sentences))
        self.length = len(sentences)
        self.said = Stretches([*(s.quote for s in doc._.statements), *(n.evidence for n in doc._.source_notes)])
        times = Counter(date.value for date in doc._.dates)
        self.dates = [self._dated(date, times[date.value]) for date in doc._.dates]
        self.recent = [d for d in self.dates if self._is_news(d)]
        self.first = next((d for d in self.recent if d.sentence >= self.headline and not d.features["bound"]), None)

    def sentence(self, start: int) -> int:
        """The number of the sentence in which a character stands."""
        return bisect_right(self._sentences, start) - 1

    def paragraph(self, start: int) -> int:
        """The number of the line in which a character stands."""
        return bisect_left(self._lines, start)

    def age(self, date: DateExpression) -> int:
        """Days from a date to publication, at most some years; -1 of one after it, -2 where that day is not known."""
        if self._published is None:
            return -2
        if dt.date.fromisoformat(date.earliest) > self._published:
            return -1
        return max(0, min(1000, (self._published - dt.date.fromisoformat(date.latest)).days))

    def _is_news(self, dated: Dated) -> bool:
        date = dated.date
        return date.earliest == date.latest and 0 <= self.age(date) <= _NEWS and not dated.alone

    def _dated(self, date: DateExpression, times: int) -> Dated:
        span, start = spaced(self.doc, date.evidence), date.evidence.start
        verb, root = verb_of(span.root), span.root
        word = _WORD_BEFORE.search(self._text[max(0, start - _REACH) : start])
        preposition = _PREPOSITIONS.get(word[1].lower(), 0) if word else 0
        sentence = self.sentence(start)
        features = {
            "date_order": _between(-3, sentence - self.headline, 10),
            "date_quoted": int(self.said.over(start, start + 1) is not None),
            "preposition": preposition,
            "bound": int(preposition >= _PREPOSITIONS["by"]),
            "date_tense": int(tense(verb)),
            "attributive": int(root.dep_ in ("nummod", "compound", "amod", "nmod") or root.head.lower_ == "of"),
            "of_saying": int(verb is not None and may_report(verb)),
            "times": min(times, 4),
            "precision": 3 if "/" in date.value else 2 - date.value.count("-"),
            "age": self.age(date),
        }
        line = self._text[self._text.rfind("\n", 0, start) + 1 :].split("\n", 1)[0].strip()
        alone = line == date.evidence.exact
        return Dated(date, span, verb, sentence, self.paragraph(start), alone, features)


def _between(low: int, value: int, high: int) -> int:
    return max(low, min(value, high))


def days(dated: Iterable[Dated]) -> frozenset[str]:
    """The days, months, years and spans that date expressions stand for."""
    return frozenset(d.date.value for d in dated)
