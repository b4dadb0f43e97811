"""Labels of turns in interviews and transcripts: 'Q: …', 'A. …', 'ROE: …', 'A. R.: …'.

A label opens a line and is no part of what is said there, nor of anybody's name; a sentence begins after it.
"""

import re
from collections import Counter
from dataclasses import dataclass

from onrecord.values.findings import Evidence

QUESTIONS = frozenset(("q", "question", "interviewer", "moderator", "host"))
ANSWERS = frozenset(("a", "answer", "interviewee", "guest"))

_LABELLED = re.compile(
    r"""^[ \t]*[-–—•*]*[ \t]*(?:
      (?P<name>[^\W\d_][\w.'’-]*(?:[ \t][\w.'’-]+){0,4})[ \t]*: |
      (?P<letter>Q|A|Question|Answer)\.
    )[ \t]+(?P<said>\S[^\n]*)""",
    re.MULTILINE | re.VERBOSE,
)


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

    A label is one that comes again, or one of an answer: a single 'Contact: …' is no turn. Before a full stop only
    'Q' and 'A' are labels, and only where both are: a lone 'A. Marsh said' begins with an initial.
    """
    found = [
        (Turn(_part(m, "name" if m["name"] else "letter"), _part(m, "said")), bool(m["letter"]))
        for m in _LABELLED.finditer(text)
    ]
    letters = {turn.who for turn, letter in found if letter}
    dialogue = bool(letters & QUESTIONS and letters & ANSWERS)
    labels = Counter(turn.who for turn, _ in found)
    return tuple(turn for turn, letter in found if (dialogue if letter else _is_label(turn.who, labels)))


def _is_label(who: str, labels: Counter[str]) -> bool:
    """Whether a word before a colon is a label: it comes again, or is that of an answer, or of a question with one."""
    return labels[who] > 1 or who in ANSWERS or (who in QUESTIONS and not ANSWERS.isdisjoint(labels))


def _part(match: re.Match[str], group: str) -> Evidence:
    return Evidence(match.start(group), match.end(group), match[group])
