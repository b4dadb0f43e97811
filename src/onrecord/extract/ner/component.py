"""Mentions: names, roles and pronouns that stand for people, organizations, courts and places."""

from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc

from onrecord.extract import doc_extensions as _annotations  # noqa: F401  (declares doc._.mentions)
from onrecord.extract.doc_extensions import evidence, outside
from onrecord.extract.ner import (  # noqa: F401  (register)
    abbreviations,
    boundaries,
    context_features,
    document_consistency,
    gazetteer,
    internal_features,
    organizations,
    reconcile,
)
from onrecord.extract.ner.candidates import Candidate
from onrecord.extract.ner.nominals import SUBJECTS, pronouns, roles
from onrecord.extract.ner.tokens import Words, match, phrases
from onrecord.values.findings import Evidence, Form, Gender, Kind, Mention

COMPONENTS = (
    "onrecord_name_words",
    "onrecord_name_known",
    "onrecord_name_bodies",
    "onrecord_name_borders",
    "onrecord_name_whole",
    "onrecord_name_inside",
    "onrecord_name_around",
    "onrecord_name_abbreviations",
    "onrecord_name_agreement",
    "onrecord_mentions",
)


@Language.component("onrecord_mentions", requires=["doc._.names"], assigns=["doc._.mentions"])
def mentions(doc: Doc) -> Doc:
    """Set `doc._.mentions` to the names, and to the roles and pronouns that refer to them."""
    names = {candidate.start: name for candidate, name in _names(doc)}
    named = frozenset(i for c in doc._.names for i in range(c.start, c.end))
    found = sorted([*names.values(), *roles(doc, names, named), *pronouns(doc)], key=lambda m: m.evidence)
    doc._.mentions = outside(doc, found)
    return doc


def _names(doc: Doc) -> Iterator[tuple[Candidate, Mention]]:
    for candidate in doc._.names:
        span = candidate.span(doc)
        short_for = candidate.short_for
        yield (
            candidate,
            Mention(
                evidence(span),
                Form.NAME,
                candidate.kind,
                " ".join(span.text.split()),
                gender=_gender(doc._.words, candidate),
                stands_for=evidence(short_for.span(doc)) if short_for is not None else _also_called(doc, candidate),
                described=tuple(dict.fromkeys(candidate.described)),
                subject=span.root.dep_ in SUBJECTS,
                longer=evidence(doc[slice(*candidate.also)]) if candidate.also else None,
            ),
        )


def _also_called(doc: Doc, name: Candidate) -> Evidence | None:
    """The pronoun that the text identifies with a name: 'in Russian papers he is Dmitry Shevtsov'."""
    words: Words = doc._.words
    i = name.start
    if name.kind is not Kind.PERSON or i < 2 or words.lower[i - 1] not in ("is", "was"):
        return None
    return evidence(doc[i - 2 : i - 1]) if words.lower[i - 2] in ("he", "she") else None


def _gender(words: Words, name: Candidate) -> Gender:
    """What titles and given names tell of a person's gender; bodies and places are neuter."""
    if name.kind is not Kind.PERSON:
        return Gender.NEUTER
    for noun in name.described:
        cut = noun.split()
        hit = match(phrases("role", "noun", "title"), cut, 0, len(cut))
        if hit and hit[1].get("gender"):
            return Gender(hit[1].one("gender"))
    given = match(phrases("given_name", "given"), words.lower, name.start, name.end)
    return Gender(given[1].one("gender")) if given else Gender.UNKNOWN
