"""Labels of turns in interviews and transcripts: 'Q: …', 'A. …', 'ROE: …', 'A. R.: …', 'General ROE. …', '[Ada Roe] …'.

A label opens a line and is no part of what is said there, nor of anybody's name; a sentence begins after it.
"""

import re
from collections import Counter, defaultdict
from dataclasses import dataclass

from onrecord.lexicon import lexicon, sayings
from onrecord.values.findings import Evidence

_LABELLED = r"""^[ \t]*[-–—•*]*[ \t]*(?:
      (?P<name>[^\W\d_][\w.'’-]*(?:[ \t][\w.'’-]+){0,4}(?:[ \t]\([^()\n]{2,40}\))?)[ \t]*: |
      (?P<capitals>(?:[^\W\d_][\w’'-]*\.?[ \t]){0,2}[^\W\d_a-z][^\W\d_a-z’'-]{2,})\. |
      \[(?P<bracketed>[^\W\d_a-z][^\[\]\n]{2,60})\] |
      (?P<general>(?i:GENERAL))\.
    )[ \t]+(?P<said>\S[^\n]*)"""


@dataclass(frozen=True, slots=True)
class Turn:
    """A labelled line: its label, without the colon or full stop after it, and what is said."""

    label: Evidence
    said: Evidence

    @property
    def who(self) -> str:
        """The label as labels are compared: in lower case, without a full stop."""
        return self.label.exact.casefold().strip(".")


def turns(text: str) -> tuple[Turn, ...]:
    """The labelled lines of a text, in order. Lines without a label go on with the turn before.

    A label is one that comes again, one in capitals or with a form of address beside such, one of an answer, or one of
    several of these: a single 'Contact: …' is no turn, nor are the fields of a form, where no sentence follows.
    Before a full stop only the words for who asks and who answers are labels, and only where both are: a lone
    'A. Marsh said' begins with an initial; and surnames in capitals, where two people have such labels. So it is with
    names in brackets.
    """
    found = [(form, Turn(_part(m, form), _part(m, "said"))) for m in _labelled().finditer(text) for form in _form(m)]
    spoken = {turn.who for _, turn in found if _ends_sentence(turn)} | sayings.labels("answering")
    labels: dict[str, Counter[str]] = defaultdict(Counter)
    for form, turn in found:
        labels[form].update([turn.who] if turn.who in spoken else [])
    titled = len({turn.who for form, turn in found if form == "name" and _titled(turn)})
    return tuple(turn for form, turn in found if _opens_turn(form, turn, labels[form], titled))


@lexicon.derived
def _labelled() -> re.Pattern[str]:
    """A labelled line, with the words of the lists before a full stop."""
    words = sorted(map(re.escape, sayings.labels("asking") | sayings.labels("answering")))
    return re.compile(_LABELLED.replace("GENERAL", "|".join(words)), re.MULTILINE | re.VERBOSE)


def _form(match: re.Match[str]) -> list[str]:
    """The form of the label: the group that holds it."""
    return [form for form in ("name", "general", "capitals", "bracketed") if match[form]]


def _opens_turn(form: str, turn: Turn, labels: Counter[str], titled: int) -> bool:
    """Whether words of this form are a label, beside others of the form and so many with a title."""
    if form == "general":
        return not (sayings.labels("asking").isdisjoint(labels) or sayings.labels("answering").isdisjoint(labels))
    if form != "name":
        return len(labels) > 1
    beside = (turn.label.exact.isupper() or _titled(turn)) and max(labels.values(), default=0) > 1
    return beside or _is_label(turn.who, labels) or (_titled(turn) and titled > 1)


def _titled(turn: Turn) -> bool:
    """Whether several words in capitals, or after a form of address, label a sentence: 'PRESIDENT ROE: We agree.'"""
    first, *more = turn.label.exact.split()
    return bool(more) and (turn.label.exact.isupper() or first.casefold() in _addresses()) and _ends_sentence(turn)


def _ends_sentence(turn: Turn) -> bool:
    return turn.said.exact.rstrip()[-1:] in '.?!…"”)'


@lexicon.derived
def _addresses() -> frozenset[str]:
    """Forms of address and titles before names, in lower case: 'mr.', 'senator'."""
    return frozenset(w.casefold() for c in lexicon.load().scheme("role") for w in (*c.get("title"), *c.get("noun")))


def _is_label(who: str, labels: Counter[str]) -> bool:
    """Whether a word before a colon is a label: it comes again, or is that of an answer, or of a question with one."""
    answers = sayings.labels("answering")
    return labels[who] > 1 or who in answers or (who in sayings.labels("asking") and not answers.isdisjoint(labels))


def _part(match: re.Match[str], group: str) -> Evidence:
    return Evidence(match.start(group), match.end(group), match[group])
