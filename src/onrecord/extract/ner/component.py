"""Mentions: names, roles and pronouns that stand for people, organizations, courts and places.

The encoder's spans are the names. Rules follow the annotation guide on courts and bodies, look well-known names up,
give all mentions of a form one type, and join what the text itself says is one.
"""

import unicodedata
from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc

from onrecord.extract.doc_extensions import evidence, outside, text_of
from onrecord.extract.ner.abbreviations import definitions, linked
from onrecord.extract.ner.apposition import role_before, title_before
from onrecord.extract.ner.candidates import Name, encoded
from onrecord.extract.ner.confidence import confidence
from onrecord.extract.ner.consistency import typed
from onrecord.extract.ner.conventions import conventional
from onrecord.extract.ner.defined_terms import defined
from onrecord.extract.ner.gazetteer import settled
from onrecord.extract.ner.listed import with_listed
from onrecord.extract.ner.nominals import SUBJECTS, pronouns, roles
from onrecord.extract.ner.phrase_matcher import kind_of, match, phrases
from onrecord.extract.ner.portfolios import with_ministries
from onrecord.extract.ner.reconcile import again, modifiers, with_longer, without_masthead
from onrecord.extract.ner.tokens import Words, read
from onrecord.values.findings import Form, Gender, Kind, Mention

COMPONENTS = ("onrecord_mentions",)


@Language.component("onrecord_mentions", requires=["doc._.encoded"], assigns=["doc._.mentions"])
def mentions(doc: Doc) -> Doc:
    """Set `doc._.mentions`: names, roles and pronouns; `doc.ents` stay what the encoder found."""
    words = read(doc)
    found = names(words)
    named = {name.start: _mention(words, name) for name in found}
    inside = frozenset(i for name in found for i in range(name.start, name.end))
    every = sorted([*named.values(), *roles(words, named, inside), *pronouns(doc)], key=lambda m: m.evidence)
    doc._.mentions = outside(doc, defined(text_of(doc), every))
    return doc


def names(words: Words) -> list[Name]:
    """The names of an article, in order of the text."""
    found = settled(words, conventional(words, with_listed(words, encoded(words))))
    found = typed(words, found, definitions(words, found))
    found = again(words, with_ministries(words, without_masthead(words, found)))
    return [_described(words, name) for name in linked(words, modifiers(words, with_longer(words, found)))]


def _described(words: Words, name: Name) -> Name:
    """The name with the role nouns that the text applies to it where it stands."""
    title = title_before(words, name.start)
    hit = match(phrases("role", "noun", "title"), title.split(), 0, len(title.split())) if title else None
    nouns = [title] if hit is not None and (kind_of(hit[1]) is Kind.PERSON) == (name.kind is Kind.PERSON) else []
    nouns += filter(None, [role_before(words, name)])
    return replace(name, described=tuple(dict.fromkeys(nouns)))


def _mention(words: Words, name: Name) -> Mention:
    doc, span = words.doc, name.span(words.doc)
    short_for = evidence(name.short_for.span(doc)) if name.short_for is not None else None
    where = evidence(span)
    return Mention(
        where,
        Form.NAME,
        name.kind,
        name.called or _plain(span.text),
        gender=_gender(words, name),
        stands_for=short_for,
        described=name.described,
        subject=span.root.dep_ in SUBJECTS,
        longer=evidence(doc[slice(*name.longer)]) if name.longer else None,
        confidence=confidence(doc, where, name.kind),
    )


def _plain(text: str) -> str:
    """A name without line breaks and characters that are not seen, as the zero-width space."""
    return " ".join("".join(c for c in text if unicodedata.category(c) != "Cf").split())


def _gender(words: Words, name: Name) -> Gender:
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
