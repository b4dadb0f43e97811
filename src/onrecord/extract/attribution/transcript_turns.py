"""Labelled turns of interviews and transcripts: 'Q: … A: …', 'ROE: …', 'A. R.: …'."""

import re
from collections.abc import Iterator

from spacy.tokens import Doc, Token

from onrecord.document.speaker_labels import Turn
from onrecord.extract.attribution.attribution import Attribution
from onrecord.extract.doc_extensions import spaced
from onrecord.extract.syntax.clauses import trimmed
from onrecord.lexicon import sayings
from onrecord.values.findings import Evidence, Form, Kind


def turns(doc: Doc) -> Iterator[Attribution]:
    """What is said in each labelled turn by somebody whom the article names; questions of the outlet are left out."""
    for turn in doc._.turns:
        who = _speaker(doc, turn)
        if who is None:
            continue
        said, source = spaced(doc, turn.said), spaced(doc, who)
        content = trimmed(doc, said.start, said.end)
        if content is not None:
            yield Attribution(content, None, source, _head(doc, who), None, direct=True)


def _head(doc: Doc, who: Evidence) -> Token:
    """The head of the name in a label, else of its role: 'ROE' of 'MS. ROE'."""
    within = sorted((m for m in doc._.mentions if m.evidence.overlaps(who)), key=lambda m: list(Form).index(m.form))
    return spaced(doc, within[0].evidence if within else who).root


def _speaker(doc: Doc, turn: Turn) -> Evidence | None:
    """The words that name who has this label: the label itself, a person with these initials, the one interviewed."""
    words, label = turn.who, turn.label
    if words in sayings.labels("asking"):
        return None
    if words in sayings.labels("answering"):
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
