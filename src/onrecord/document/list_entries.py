"""Entries of listings: the name that opens one, and what follows it: aliases, offices, and what goes on no record.

RAM, Otto (a.k.a. 'the Fox'); DOB 12 May 1961; POB Velm; deputy minister of transport
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from onrecord.lexicon import fields, name_forms
from onrecord.values.findings import Evidence

_WORD = r"[^\W\d_a-z][\w.'’-]*"
_CAPITALS = r"[^\W\d_a-z](?:[^\W\d_a-z]|['’-])+"
_PARTICLE = rf"(?:{'|'.join(sorted(name_forms.PARTICLES))})"
_OPENING = re.compile(r"[\s*_“\"'‘]*(?:\(?\d{1,3}[.)]\s+)?[*_]*")
_ENDS = r"(?=[*_]*\s*(?:[(\[;,:.–—\n|]|-\s|$))"
_INVERTED = re.compile(
    rf"(?P<surname>{_CAPITALS}(?:[ ]{_CAPITALS})*),[ ]+(?P<given>{_WORD}(?:[ ]{_WORD}){{0,3}}){_ENDS}"
)
_SURNAME_FIRST = re.compile(
    rf"(?P<surname>(?:{_PARTICLE}[ ])*{_WORD}(?:[ ]{_WORD}){{0,2}}),[ ]+(?P<given>{_WORD}(?:[ ]{_WORD}){{0,3}}){_ENDS}"
)
_HEAD = re.compile(r"[^,;:(\[\n–—|]*?(?=[*_]*\s*(?:[,;:(\[\n–—|]|\s-\s|$))")
_NAME = re.compile(rf"(?:(?:{_WORD}|{_PARTICLE}|al-\w+)[ ]){{1,5}}(?:{_WORD}|al-\w+)")
_PIECE = re.compile(r"[^,;:()\[\]\n–—]+(?::[ \t]*[^,;()\[\]\n]+)?")
_QUOTED = re.compile(r"[\"“‘'](?P<name>[^\"”’'\n]{2,60})[\"”’']")
_QUOTES = "\"“”‘’' \t*_."


@dataclass(frozen=True, slots=True)
class Entry:
    """Somebody or something listed."""

    name: Evidence
    whole: Evidence  # the words of the item, the heading or the cell that the name opens
    called: str = ""  # the name in its usual order, where the surname comes first: 'Otto Ram' of 'RAM, Otto'
    told: tuple[tuple[str, Evidence], ...] = ()  # what is said of it, with the field its label names; '' without one

    def values(self, *fields_: str) -> tuple[Evidence, ...]:
        """What the entry says under one of these fields."""
        return tuple(value for field, value in self.told if field in fields_)

    @property
    def offices(self) -> tuple[Evidence, ...]:
        """Words that may say what office whoever is listed holds."""
        return self.values("office", "reasons", "")


def is_name(words: str) -> bool:
    """Whether words may be a person's name by how they are written: 'Otto van der Ram', 'RAM, Otto'."""
    bare = _OPENING.sub("", words, count=1).strip(" *_")
    return bool(_INVERTED.fullmatch(bare) or (_NAME.fullmatch(bare) and not bare.isupper()))


def entry_of(text: str, start: int, end: int, *, surname_first: bool = False) -> Entry | None:
    """The entry that stands between two offsets; None where no word opens it.

    `surname_first` reads 'Ram, Otto' as 'RAM, Otto' is read in any case.
    """
    opening = _OPENING.match(text, start, end)
    begin = opening.end() if opening else start
    turned = _INVERTED.match(text, begin, end) or (_SURNAME_FIRST.match(text, begin, end) if surname_first else None)
    if turned is not None and not (turned["surname"].isupper() or _reads_turned(turned)):
        turned = None
    name = turned or _HEAD.match(text, begin, end)
    if name is None or not any(letter.isalpha() for letter in name.group()):
        return None
    stretch = _evidence(text, *name.span())
    called = f"{_cased(turned['given'])} {_cased(turned['surname'])}" if turned else ""
    return _told(
        text, Entry(stretch, Evidence(start, end, text[start:end]), called), stretch.end, end, labelled_only=False
    )


def with_fields(text: str, entry: Entry, start: int, end: int) -> Entry:
    """The entry with what labels between the offsets say of it, 'DOB: 1961'."""
    return _told(text, entry, start, end, labelled_only=True)


def _reads_turned(turned: re.Match[str]) -> bool:
    """Whether what stands after the comma is a given name, and not before it."""
    first, given = turned["surname"].split()[0], turned["given"].split()[0]
    return name_forms.is_given(name_forms.fold(given)) and not name_forms.is_given(name_forms.fold(first))


def _cased(words: str) -> str:
    """A name without capitals throughout: 'VAN DER HOLT' as 'van der Holt'."""
    return " ".join(_word(word) if word.isupper() and len(word) > 1 else word for word in words.split())


def _word(word: str) -> str:
    return word.lower() if word.lower() in name_forms.PARTICLES else word.title().replace("’S", "’s")


# What follows the name ------------------------------------------------------------------------------------------------


def _told(text: str, entry: Entry, start: int, end: int, *, labelled_only: bool) -> Entry:
    told, field = list(entry.told), ""
    for piece in _PIECE.finditer(text, start, end):
        words = _evidence(text, *piece.span())
        label = fields.label_before_value().match(words.exact)
        if labelled_only and label is None:
            continue
        if label:
            field = fields.field_of(label["label"])
        elif field != "alias" or not _QUOTED.search(piece.group()):  # 'a.k.a. "the Fox"; "the Owl"'
            field = ""
        told += [
            (field, value) for value in values_of(text, field, words.start + (label.end() if label else 0), words.end)
        ]
    return replace(entry, told=tuple(told))


def values_of(text: str, field: str, start: int, end: int) -> Iterator[Evidence]:
    """The values of a field that stand between two offsets: of aliases each, those in quotation marks or all of it."""
    quoted = [(start + m.start("name"), start + m.end("name")) for m in _QUOTED.finditer(text[start:end])]
    for low, high in quoted if field == "alias" and quoted else [(start, end)]:
        value = _evidence(text, low, high)
        if any(letter.isupper() for letter in value.exact) or (field != "alias" and value.exact):
            yield value


def _evidence(text: str, start: int, end: int) -> Evidence:
    """The stretch without white space and quotation marks at its ends."""
    while start < end and text[start] in _QUOTES:
        start += 1
    while start < end and text[end - 1] in _QUOTES:
        end -= 1
    return Evidence(start, end, text[start:end])
