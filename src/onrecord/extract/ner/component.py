"""Mentions: names, roles and pronouns that stand for people, organizations, courts and places.

The encoder's spans are the names. Rules cut titles off them, make names of bodies whole, look well-known names up,
decide on one type for each form of a name in an article, and find it again where the encoder missed it.
"""

from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc

from onrecord.extract.doc_extensions import evidence, outside
from onrecord.extract.ner.abbreviations import linked
from onrecord.extract.ner.apposition import role_after, role_before
from onrecord.extract.ner.candidates import Name, encoded
from onrecord.extract.ner.confidence import confidence
from onrecord.extract.ner.features import title_of
from onrecord.extract.ner.gazetteer import settled
from onrecord.extract.ner.nominals import SUBJECTS, pronouns, roles
from onrecord.extract.ner.organizations import joined
from onrecord.extract.ner.reconcile import again, modifiers, with_longer, without_masthead
from onrecord.extract.ner.tokens import Words, dictionary, kind_of, match, phrases, read
from onrecord.extract.ner.voting import typed
from onrecord.values.findings import Form, Gender, Kind, Mention

COMPONENTS = ("onrecord_mentions",)


class Mentions:
    """Sets `doc._.mentions`; `doc.ents` stay what the encoder found."""

    def __init__(self, nlp: Language) -> None:
        self._known = dictionary(nlp)

    def __call__(self, doc: Doc) -> Doc:
        words = read(doc, self._known)
        found = names(words)
        mentions = {name.start: _mention(words, name) for name in found}
        inside = frozenset(i for name in found for i in range(name.start, name.end))
        every = sorted([*mentions.values(), *roles(words, mentions, inside), *pronouns(doc)], key=lambda m: m.evidence)
        doc._.mentions = outside(doc, every)
        return doc


@Language.factory("onrecord_mentions", requires=["doc._.encoded"], assigns=["doc._.mentions"])
def mentions(nlp: Language, name: str) -> Mentions:
    """Names, roles and pronouns of articles."""
    return Mentions(nlp)


def names(words: Words) -> list[Name]:
    """The names of an article, in order of the text."""
    found = typed(words, settled(words, joined(words, encoded(words))))
    found = again(words, without_masthead(words, found))
    return [_described(words, name) for name in linked(words, modifiers(words, with_longer(words, found)))]


def _described(words: Words, name: Name) -> Name:
    """The name with the role nouns that the text applies to it where it stands."""
    title = title_of(words, name)
    hit = match(phrases("role", "noun", "title"), title.split(), 0, len(title.split())) if title else None
    nouns = [title] if hit is not None and (kind_of(hit[1]) is Kind.PERSON) == (name.kind is Kind.PERSON) else []
    nouns += [role[0] for role in (role_after(words, name), role_before(words, name)) if role is not None]
    return replace(name, described=tuple(dict.fromkeys(nouns)))


def _mention(words: Words, name: Name) -> Mention:
    doc, span = words.doc, name.span(words.doc)
    short_for = evidence(name.short_for.span(doc)) if name.short_for is not None else None
    where = evidence(span)
    return Mention(
        where,
        Form.NAME,
        name.kind,
        " ".join(span.text.split()),
        gender=_gender(words, name),
        stands_for=short_for,
        described=name.described,
        subject=span.root.dep_ in SUBJECTS,
        longer=evidence(doc[slice(*name.longer)]) if name.longer else None,
        confidence=confidence(doc, where, name.kind),
    )


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
