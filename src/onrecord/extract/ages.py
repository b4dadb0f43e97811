"""Who is a child: what the text says of a person's age, beside the name.

Read from the words next to each name and from nothing else: an age ('Ilia, 14', '14-year-old Ilia', 'Ilia was 14') or a
noun of ontology/people.ttl for children ('the boy Ilia', 'Ilia, a schoolgirl'). Under eighteen is a child, after the
Convention on the Rights of the Child, article 1.
"""

import re
from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc

from onrecord.extract.doc_extensions import text_of
from onrecord.lexicon import lexicon
from onrecord.values.findings import Age, Evidence, Form, Kind, Mention

_MAJORITY = 18  # years
_NEAR = 60  # code points before and after a name that are looked at
_WORDS = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty"
).split()
_VALUE = rf"(?P<age>\d{{1,3}}|{'|'.join(sorted(_WORDS, key=len, reverse=True))})"
_END = r"(?=\s*(?:[,.;:)–—”\"]|$)|\s+(?:and|when|at the time|from|who|years? old|years? of age)\b)"
_BEFORE = re.compile(rf"\b{_VALUE}[- –]years?[- –]olds?,?(?:\s+(?!and\b)[\w’'-]+){{0,2}}\s+$", re.IGNORECASE)
_AFTER = (
    re.compile(
        rf"(?:,|\s*\()\s*(?:who\s+(?:is|was)\s+)?(?:(?:now|then|only|just)\s+)?(?:aged?\s+)?{_VALUE}{_END}", re.I
    ),
    re.compile(
        rf",?\s+(?:(?:who\s+)?(?:is|was|turned)\s+)(?:(?:now|then|only|just)\s+)?(?:aged?\s+)?{_VALUE}{_END}", re.I
    ),
    re.compile(rf"(?:,|,?\s+(?:who\s+)?(?:is|was))\s+(?:an?|the)\s+{_VALUE}[- –]years?[- –]old\b", re.I),
)


@Language.component("onrecord_ages", assigns=["doc._.ages"], requires=["doc._.mentions"])
def ages(doc: Doc) -> Doc:
    """Note whom the article calls a child, and whom it says to be of age."""
    people = (m for m in doc._.mentions if m.form is Form.NAME and m.kind is Kind.PERSON)
    doc._.ages = tuple(age for mention in people for age in _ages(text_of(doc), mention))
    return doc


def _ages(text: str, mention: Mention) -> Iterator[Age]:
    where = mention.evidence
    start, end = max(0, where.start - _NEAR), min(len(text), where.end + _NEAR)
    before, after = text[start : where.start].rpartition("\n")[2], text[where.end : end].partition("\n")[0]
    nouns = _nouns()
    told = _BEFORE.search(before) or nouns.before.search(before)
    if told is not None:
        yield _age(where, Evidence(where.start - len(before) + told.start(), where.start, before[told.start() :]), told)
    for pattern in (*_AFTER, nouns.after):
        if (told := pattern.match(after)) is not None:
            yield _age(where, Evidence(where.end, where.end + told.end(), told.group()), told)
            return


def _age(person: Evidence, words: Evidence, told: re.Match[str]) -> Age:
    bare = words.exact.strip(" ,(")
    start = words.start + words.exact.index(bare)
    return Age(person, Evidence(start, start + len(bare), bare), _years(told) < _MAJORITY)


def _years(told: re.Match[str]) -> int:
    """The age that was read; a noun for children says none, and is none."""
    written = told.groupdict().get("age")
    if written is None:
        return 0
    return int(written) if written.isdecimal() else _WORDS.index(written.lower()) + 1


class _Nouns:
    """Patterns of the nouns for one child, beside a name."""

    def __init__(self) -> None:
        nouns = sorted((n for c in lexicon.load().scheme("people") for n in c.get("childNoun")), key=len, reverse=True)
        noun = rf"(?:{'|'.join(map(re.escape, nouns))})"
        qualifiers = r"(?:[a-z][\w’'-]*\s+){0,2}?"
        # 'the commissioner for the rights of the child Maria …' names no child
        self.before = re.compile(
            rf"(?<!of )(?<!for )\b(?:an?|the|this|that|one|another)\s+{qualifiers}{noun}(?:,|\s+(?:named|called))?\s+$"
            rf"|^{noun}\s+$",
            re.IGNORECASE,
        )
        self.after = re.compile(
            rf"(?:,|,?\s+(?:who\s+)?(?:is|was))\s+(?:an?|the|still a)\s+{qualifiers}{noun}\b(?![’'-])", re.I
        )


@lexicon.derived
def _nouns() -> _Nouns:
    return _Nouns()
