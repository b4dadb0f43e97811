"""Labelled turns of interviews and transcripts: 'Q: … A: …', 'ROE: …', 'A. R.: …'."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc

from onrecord.extract.annotations import spaced
from onrecord.extract.clauses import trimmed
from onrecord.extract.sayings import Saying
from onrecord.findings import Evidence, Form, Kind

_TURN = re.compile(
    r"^[ \t]*[-–—•*]*[ \t]*(?P<label>[^\W\d_][\w.'’-]*(?:[ \t][\w.'’-]+){0,4})[ \t]*:[ \t]+(?P<said>\S[^\n]*)", re.M
)
_QUESTIONS = {"q", "question", "interviewer", "moderator", "host"}
_ANSWERS = {"a", "answer", "interviewee", "guest"}


@dataclass(frozen=True, slots=True)
class _Turn:
    label: Evidence
    said: Evidence


def turns(doc: Doc) -> Iterator[Saying]:
    """What is said in each labelled turn by somebody whom the article names; questions of the outlet are left out."""
    for turn in _turns(doc.text):
        who = _speaker(doc, turn.label)
        if who is None:
            continue
        said, source = spaced(doc, turn.said), spaced(doc, who)
        content = trimmed(doc, said.start, said.end)
        if content is not None:
            yield Saying(content, None, source, source.root, None, direct=True)


def _turns(text: str) -> list[_Turn]:
    """The labelled lines, where labels come again: a single 'Contact: …' is no turn. Lines without a label go on."""
    found = [
        _Turn(
            Evidence(m.start("label"), m.end("label"), m.group("label")),
            Evidence(m.start("said"), m.end("said"), m.group("said")),
        )
        for m in _TURN.finditer(text)
    ]
    times = Counter(turn.label.exact.casefold() for turn in found)
    return [turn for turn in found if times[turn.label.exact.casefold()] > 1 or turn.label.exact.casefold() in _ANSWERS]


def _speaker(doc: Doc, label: Evidence) -> Evidence | None:
    """The words that name who has this label: the label itself, a person with these initials, the one interviewed."""
    words = label.exact.casefold().strip(".")
    if words in _QUESTIONS:
        return None
    if words in _ANSWERS:
        return _interviewed(doc, label.start)
    if any(m.evidence.overlaps(label) and m.kind is not Kind.PLACE for m in doc._.mentions):
        return label
    initials = re.sub(r"\W", "", words)
    people = _people(doc)
    return next((p for p in people if "".join(w[0] for w in p.exact.casefold().split()) == initials), None)


def _interviewed(doc: Doc, before: int) -> Evidence | None:
    """The first person named before the first answer, else in the text."""
    people = _people(doc)
    return next((p for p in people if p.start < before), next(iter(people), None))


def _people(doc: Doc) -> list[Evidence]:
    return [m.evidence for m in doc._.mentions if m.form is Form.NAME and m.kind is Kind.PERSON]
