"""Whom a pronoun may stand for: each mention before it, with the probability that the reader gives to it.

What is known of a pronoun and of a mention before it is laid out as numbers here, for training and at run time alike.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from math import log1p

import numpy as np
from numpy.typing import NDArray

from onrecord.values.findings import Antecedents, Findings, Form, Gender, Kind, Mention

Floats = NDArray[np.float32]
StateOf = Callable[[int, int], Floats]  # the encoder's state of the characters from start to end
Scorer = Callable[[Floats, Floats, Floats, Floats], Floats]  # see onrecord.encoder.antecedents

REACH = 60  # mentions before a pronoun among which it looks
_LEAST = 0.01  # probability below which a mention is left out
_PRONOUNS = "he him his himself she her hers herself it its itself".split()
_SENTENCES = (1, 2, 3, 4, 6, 10)
_NAMES_BETWEEN = (1, 2, 3, 5, 8)


def antecedents(findings: Findings, state: StateOf, score: Scorer) -> Iterator[Antecedents]:
    """For each singular pronoun with something before it that it could mean: what it may stand for."""
    view = View(findings)
    for i, near in view.pronouns():
        inputs = view.inputs(i, near, state)
        likely = ((view.mentions[j].evidence, float(p)) for j, p in zip(near, score(*inputs), strict=True))
        yield Antecedents(view.mentions[i].evidence, tuple((where, p) for where, p in likely if p >= _LEAST))


class View:
    """The mentions of an article, counted once so that each pair of them is described in no time."""

    def __init__(self, findings: Findings) -> None:
        self.mentions = findings.mentions
        starts = [s.start for s in findings.sentences]
        quotes = [s for s in findings.statements if s.form == "direct"]
        self._sentence = [bisect_right(starts, m.evidence.start) for m in self.mentions]
        self._quote = [next((q for q in quotes if q.quote.covers(m.evidence)), None) for m in self.mentions]
        self._called = [_called(mention, i) for i, mention in enumerate(self.mentions)]
        self._at = {m.evidence: i for i, m in enumerate(self.mentions)}
        self._opens = [i == 0 or s != self._sentence[i - 1] for i, s in enumerate(self._sentence)]
        self._times: list[int] = []  # how often the name was used so far
        self._next = [len(self.mentions)] * len(self.mentions)  # where it is used again
        self._passed: list[tuple[int, int]] = [(0, 0)]  # names of people, and others, before each mention
        self._count()

    def _count(self) -> None:
        """Fill what tells how often each name is used, where next, and how many names come before."""
        last: dict[str, int] = {}
        for i, mention in enumerate(self.mentions):
            before = last.get(self._called[i])
            self._times.append(1 + (self._times[before] if before is not None else 0))
            if before is not None:
                self._next[before] = i
            last[self._called[i]] = i
            people, others = self._passed[-1]
            named, person = mention.form is not Form.PRONOUN, mention.kind is Kind.PERSON
            self._passed.append((people + (named and person), others + (named and not person)))

    def pronouns(self) -> Iterator[tuple[int, list[int]]]:
        """The index of each singular pronoun, with those of the mentions that gender and kind allow it to mean."""
        for i, mention in enumerate(self.mentions):
            if mention.form is Form.PRONOUN and not mention.plural:
                near = [j for j in range(max(0, i - REACH), i) if _may_mean(mention, self.mentions[j])]
                if near:
                    yield i, near

    def inputs(self, i: int, near: Sequence[int], state: StateOf) -> tuple[Floats, Floats, Floats, Floats]:
        """What the scorer reads: states of the pronoun and of each mention, features of each pair, of the pronoun."""
        where = self.mentions[i].evidence
        return (
            state(where.start, where.end),
            np.stack([state(self.mentions[j].evidence.start, self.mentions[j].evidence.end) for j in near]),
            np.array([self._pair(i, j) for j in near], np.float32),
            np.array(self._own(i), np.float32),
        )

    def _own(self, i: int) -> list[float]:
        mention = self.mentions[i]
        flags = (mention.subject, self._quote[i] is not None, self._opens[i])
        return [float(mention.name == p) for p in _PRONOUNS] + [float(flag) for flag in flags]

    def _pair(self, i: int, j: int) -> list[float]:
        pronoun, other = self.mentions[i], self.mentions[j]
        back = self._sentence[i] - self._sentence[j]
        kind = int(other.kind is not Kind.PERSON)
        here, there = self._quote[i], self._quote[j]
        speaker = self._at.get(here.speaker) if here is not None and here.speaker is not None else None
        flags = (
            *(other.form is form for form in Form),
            *(other.kind is k for k in (Kind.PERSON, Kind.PLACE, None)),
            other.name == pronoun.name,
            other.gender is pronoun.gender,
            other.gender is Gender.UNKNOWN,
            other.subject,
            other.subject and pronoun.subject,
            other.subject and back == 0,
            other.subject and back == 1,
            bool(other.described),
            self._opens[j],
            self._next[j] > i,
            there is not None,
            there is not None and there is here,
            (there is None) != (here is None),
            speaker is not None and self._called[speaker] == self._called[j],
        )
        return [
            log1p(max(pronoun.evidence.start - other.evidence.end, 0)) / 6,
            log1p(self._times[j]),
            *_steps(back, _SENTENCES),
            *_steps(self._passed[i][kind] - self._passed[j + 1][kind], _NAMES_BETWEEN),
            *map(float, flags),
        ]


def _called(mention: Mention, number: int) -> str:
    """What tells it from others: a name by its last word; roles and pronouns are each their own."""
    words = mention.name.lower().split()
    return words[-1] if mention.form is Form.NAME and words else f"#{number}"


def _may_mean(pronoun: Mention, other: Mention) -> bool:
    if other.plural or other.evidence.end > pronoun.evidence.start:
        return False
    if pronoun.kind is not Kind.PERSON:
        return other.kind is not Kind.PERSON
    return other.kind is Kind.PERSON and other.gender in (pronoun.gender, Gender.UNKNOWN)


def _steps(value: int, edges: Sequence[int]) -> list[float]:
    """One of len(edges) + 1 flags: between which edges a value lies."""
    step = bisect_right(edges, value)
    return [float(n == step) for n in range(len(edges) + 1)]
