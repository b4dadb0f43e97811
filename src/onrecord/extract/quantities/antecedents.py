"""Ranks antecedents of elided heads of numerals: '39 were given passports' counts the pupils spoken of before.

Candidates are the plural nouns before the number and what earlier figures count. Each has the sum of the weights of its
features; the weights are those of a multinomial logistic regression over annotated articles.
"""

import math
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice

from spacy.tokens import Doc, Token

from onrecord.encoder.spans import Frame
from onrecord.extract.quantities.counted_noun import Counted, is_person
from onrecord.extract.quantities.tallies import PEOPLE
from onrecord.extract.quantities.units import Measure, unit_names
from onrecord.extract.syntax.arguments import SUBJECTS
from onrecord.extract.syntax.noun_phrases import TALLIES, TIMES

_BACK = 12  # figures among which those are that count what is elided
_FAR = 500  # tokens before the number in which the noun stands
_LEAST = 0.02  # probability of a noun that the encoder does not point to
_UP = 6  # tokens above the number
_PARTITIVE = frozenset({"of", "among"})

_WEIGHTS = {
    "same sentence": 1.05,
    "log of distance": -0.37,
    "person": 1.1,
    "counted before": 0.75,
    "same number before": 0.8,
    "larger number before": 0.65,
    "smaller number before": -0.55,
    "fronted": 0.8,
    "acts on the number": -0.85,
    "unnamed people": 0.95,
    "by construction": 0.75,
    "log of the encoder's": 0.4,
}


@dataclass(slots=True)
class _Candidate:
    """A noun with where it stands before the number."""

    lemma: str
    text: str
    tokens: dict[int, Token] = field(default_factory=dict)  # by index
    counted: list[Counted] = field(default_factory=list)


class Antecedents:
    """The nouns of one Doc that an elided head may stand for."""

    def __init__(self, doc: Doc) -> None:
        self._unlike = unit_names() | TALLIES | TIMES
        self._starts = [s.start for s in doc.sents]
        self._nouns = [t for t in doc if t.tag_ in ("NNS", "NNPS") and t.dep_ != "compound"]
        self._nouns = [t for t in self._nouns if t.lemma_.lower() not in self._unlike and not t.like_num]

    def resolved(self, figure: Counted, before: Sequence[Counted], frame: Frame | None) -> Counted:
        """The figure with the likeliest of the nouns that it may count."""
        ranked = list(self._ranked(figure, before, frame))
        best = max(ranked, key=lambda pair: pair[0])[1]
        return figure if best.lemma == figure.lemma else replace(figure, text=best.text, lemma=best.lemma)

    def _ranked(
        self, figure: Counted, before: Sequence[Counted], frame: Frame | None
    ) -> Iterator[tuple[float, _Candidate]]:
        for each in self._candidates(figure, before).values():
            features = self.features(figure, each, frame)
            yield sum(_WEIGHTS[name] * value for name, value in features.items()), each

    def _candidates(self, figure: Counted, before: Sequence[Counted]) -> Mapping[str, _Candidate]:
        found = {lemma: _Candidate(lemma, text) for lemma, text in ((PEOPLE, PEOPLE), (figure.lemma, figure.text))}
        here = figure.number.start
        for noun in self._nouns:
            if here - _FAR <= noun.i < here:
                found.setdefault(noun.lemma_.lower(), _Candidate(noun.lemma_.lower(), noun.text)).tokens[noun.i] = noun
        for each in before[-_BACK:]:
            if each.amount.measure is Measure.COUNT and each.lemma not in self._unlike:
                same = found.setdefault(each.lemma, _Candidate(each.lemma, each.text))
                same.text = each.text
                same.counted.append(each)
                same.tokens[each.anchor.i] = each.anchor
        return found

    def features(self, figure: Counted, candidate: _Candidate, frame: Frame | None) -> Mapping[str, float]:
        """The features of the candidate, each by its name."""
        number, values = figure.number, [c.amount.value for c in candidate.counted]
        tokens = [candidate.tokens[i] for i in sorted(candidate.tokens)]
        chance = _pointed(frame, tokens) if tokens else _unfilled(frame)
        shared = {
            "person": is_person(candidate.lemma),
            "by construction": candidate.lemma == figure.lemma,
            "log of the encoder's": math.log(chance + _LEAST),
            "unnamed people": candidate.lemma == PEOPLE and not candidate.counted,
        }
        if not tokens:
            return {**shared, "log of distance": math.log1p(number.start)}
        last = tokens[-1]
        here = self._order(last.i) == self._order(number.start)
        return {
            **shared,
            "same sentence": here,
            "log of distance": math.log1p(abs(number.start - last.i)),
            "counted before": bool(values),
            "same number before": figure.amount.value in values,
            "larger number before": any(v > figure.amount.value for v in values),
            "smaller number before": any(v < figure.amount.value for v in values),
            "fronted": here and _is_fronted(last),
            "acts on the number": here and _acts(last, number.root),
        }

    def _order(self, i: int) -> int:
        return bisect_right(self._starts, i)


def _is_fronted(noun: Token) -> bool:
    """'Of the officers' relatives, 70 have fled'."""
    above = noun.head
    if noun.dep_ != "pobj" or above.lower_ not in _PARTITIVE:
        return False
    return above.is_sent_start or above.nbor(-1).text in (";", "“", '"', "and", "–", "—", ",")


def _acts(noun: Token, number: Token) -> bool:
    """Whether the noun is the subject of a verb above the number: 'troops freed 12', 'parents say 70 were taken'."""
    return noun.dep_ in SUBJECTS and noun.head in islice(number.ancestors, _UP)


def _pointed(frame: Frame | None, tokens: Sequence[Token]) -> float:
    """How likely the encoder holds the nouns for what is counted."""
    words = frame.roles["counted"][1] if frame is not None else ()
    return sum(w.probability for w in words for t in tokens if w.start <= t.idx < w.end)


def _unfilled(frame: Frame | None) -> float:
    return frame.roles["counted"][0] if frame is not None else 0.0
