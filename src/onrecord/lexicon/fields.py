"""Fields of listings and tables: what a column's head or a label before a value says, by `ontology/listings.ttl`."""

import re

from onrecord.lexicon import lexicon

_ASIDE = re.compile(r"\s*[(\[].*?[)\]]")
_BETWEEN = re.compile(r"\s*(?:/|\bor\b|\band\b|,|;|\n)\s*")


@lexicon.derived
def field_of(label: str) -> str:
    """The term of the field that a label names, whole or with its first part: 'Name/Alias'; '' of what names none."""
    plain = " ".join(_ASIDE.sub("", label).casefold().strip(" :*_#").split())
    known = lexicon.load().by_word("field", "noun")
    parts = (plain, plain.rstrip("."), *_BETWEEN.split(plain)[:1])
    return next((known[part].term for part in parts if part in known), "")


@lexicon.derived
def labels(field: str) -> frozenset[str]:
    """The labels of a field, in lower case."""
    return frozenset(word for word, concept in lexicon.load().by_word("field", "noun").items() if concept.term == field)


@lexicon.derived
def label_before_value() -> re.Pattern[str]:
    """A label, `label`, at the start of what it labels: 'DOB 12 May 1961', 'Position: judge', 'a.k.a. "the Fox"'."""
    words = sorted(lexicon.load().by_word("field", "noun"), key=len, reverse=True)
    return re.compile(rf"(?P<label>{'|'.join(map(re.escape, words))})(?!\w)\s*[:.]?\s*", re.IGNORECASE)
