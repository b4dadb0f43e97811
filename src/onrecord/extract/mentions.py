"""Mentions: names, roles and pronouns that stand for people, organizations, courts and places."""

import re
from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc, Span, Token

from onrecord import lexicon
from onrecord.extract import annotations as _annotations  # noqa: F401  (declares doc._.mentions)
from onrecord.extract.annotations import evidence, outside
from onrecord.findings import Form, Gender, Kind, Mention

_KINDS = {
    "PERSON": Kind.PERSON,
    "ORG": Kind.ORGANIZATION,
    "GPE": Kind.PLACE,
    "LOC": Kind.PLACE,
    "FAC": Kind.PLACE,
    "PLACE": Kind.PLACE,
}
_COURT = re.compile(r"\b(?:Court|Tribunal|Chamber)\b")
_PRONOUNS = {
    "he": Gender.MALE,
    "him": Gender.MALE,
    "his": Gender.MALE,
    "she": Gender.FEMALE,
    "her": Gender.FEMALE,
    "it": Gender.NEUTER,
    "its": Gender.NEUTER,
    "they": Gender.UNKNOWN,
    "them": Gender.UNKNOWN,
    "their": Gender.UNKNOWN,
}


@Language.component("onrecord_mentions", assigns=["doc._.mentions"])
def mentions(doc: Doc) -> Doc:
    """Set `doc._.mentions`."""
    found = sorted([*_names(doc), *_roles(doc), *_pronouns(doc)], key=lambda m: m.evidence)
    doc._.mentions = outside(doc, found)
    return doc


def _names(doc: Doc) -> Iterator[Mention]:
    titles = {word.lower() for c in lexicon.load().scheme("role") for word in (*c.get("title"), *c.get("noun"))}
    previous: Mention | None = None
    for ent in doc.ents:
        kind = _KINDS.get(ent.label_)
        if kind is None:
            continue
        span = _trimmed(ent, titles if kind is Kind.PERSON else {"the"})
        if span is None or (not span[0].text[0].isupper() and not span[-1].text[0].isupper()):
            continue
        if kind is Kind.ORGANIZATION and _COURT.search(span.text):
            kind = Kind.COURT
        acronym = previous is not None and span.start and doc[span.start - 1].text == "(" and span.text.isupper()
        before = previous.evidence if previous is not None and acronym else None
        mention = Mention(evidence(span), Form.NAME, kind, span.text, stands_for=before)
        yield mention
        previous = mention


def _trimmed(ent: Span, leading: set[str]) -> Span | None:
    """The entity without what frames it: articles and titles before, possessives and punctuation after."""
    doc, start, end = ent.doc, ent.start, ent.end
    while start < end and (
        doc[start].lower_ in leading or doc[start].lower_ == "the" or not doc[start].text[0].isalnum()
    ):
        start += 1
    while end > start and (doc[end - 1].is_punct or doc[end - 1].is_space or doc[end - 1].tag_ == "POS"):
        end -= 1
    while end > start and doc[end - 1].lower_ in {"of", "the", "and"}:
        end -= 1
    return doc[start:end] if end > start else None


def _roles(doc: Doc) -> Iterator[Mention]:
    concepts = lexicon.load().by_word("role", "noun")
    for token in doc:
        concept = concepts.get(token.lemma_.lower())
        if concept is None or token.pos_ not in ("NOUN", "PROPN") or token.ent_type_ in _KINDS:
            continue
        determiner = next((t for t in token.lefts if t.lower_ in ("the", "this", "its", "his", "her")), None)
        if determiner is not None and token.tag_ in ("NN", "NNP"):
            gender = Gender(concept.one("gender", "unknown"))
            span = doc[determiner.i : token.i + 1]
            yield Mention(evidence(span), Form.ROLE, Kind(concept.one("kind")), token.lower_, gender)


def _pronouns(doc: Doc) -> Iterator[Mention]:
    for token in doc:
        if token.lower_ in _PRONOUNS and _refers(token):
            gender = _PRONOUNS[token.lower_]
            person = Kind.PERSON if gender in (Gender.MALE, Gender.FEMALE) else None
            plural = token.lower_ in ("they", "them", "their")
            yield Mention(evidence(token), Form.PRONOUN, person, token.lower_, gender, plural)


def _refers(token: Token) -> bool:
    return token.dep_ != "expl"
