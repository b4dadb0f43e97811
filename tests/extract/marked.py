"""Texts with their mentions and dates marked, so that the tests of a stage do not hang on the stages before it.

`{p:Anna Roe}` is the name of a person, `{o:…}` of an organization, `{c:…}` of a court, `{l:…}` of a place; `{rp:…}`,
`{ro:…}` and `{rl:…}` are roles of a person, an organization and a place, `{she:she}` a pronoun,
`{d:12 May=2024-05-12}` a date.
"""

import re

from spacy.language import Language
from spacy.tokens import Doc

from onrecord.values.findings import DateExpression, Evidence, Form, Gender, Kind, Mention
from onrecord.values.isodate import bounds

_MARK = re.compile(r"\{(?P<tag>\w+):(?P<words>[^}=]+)(?:=(?P<value>[^}]+))?\}")
_NAMES = {"p": Kind.PERSON, "o": Kind.ORGANIZATION, "c": Kind.COURT, "l": Kind.PLACE}
_ROLES = {"rp": Kind.PERSON, "ro": Kind.ORGANIZATION, "rc": Kind.COURT, "rl": Kind.PLACE}
_PRONOUNS = {"he": Gender.MALE, "she": Gender.FEMALE, "it": Gender.NEUTER}


def doc_of(nlp: Language, marked: str) -> Doc:
    """The Doc of a marked text: layout and the language model's annotations, the mentions and dates as marked."""
    text, mentions, dates, end = "", [], [], 0
    for mark in _MARK.finditer(marked):
        text += marked[end : mark.start()]
        words, tag, end = mark["words"], mark["tag"], mark.end()
        where = Evidence(len(text), len(text) + len(words), words)
        text += words
        if tag == "d":
            earliest, latest = (day.isoformat() for day in bounds(mark["value"]))
            dates.append(DateExpression(where, mark["value"], earliest, latest, "marked"))
        elif tag in _NAMES:
            mentions.append(Mention(where, Form.NAME, _NAMES[tag], words))
        elif tag in _ROLES:
            mentions.append(Mention(where, Form.ROLE, _ROLES[tag], words))
        else:
            kind = None if tag == "it" else Kind.PERSON
            mentions.append(Mention(where, Form.PRONOUN, kind, words.lower(), _PRONOUNS[tag]))
    doc = nlp.make_doc(text + marked[end:])
    for name, component in nlp.pipeline:
        if name == "onrecord_layout" or not name.startswith("onrecord_"):
            doc = component(doc)
    doc._.mentions, doc._.dates = tuple(mentions), tuple(dates)
    return doc
