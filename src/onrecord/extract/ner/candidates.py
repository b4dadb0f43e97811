"""Names under discussion: token spans with a type, and how sure the encoder is of it."""

from dataclasses import dataclass

from spacy.tokens import Doc, Span

from onrecord.extract.doc_extensions import spaced, text_of
from onrecord.extract.ner.phrase_matcher import match, phrases
from onrecord.extract.ner.tokens import QUOTES, Words
from onrecord.lexicon import name_forms
from onrecord.values.findings import Evidence, Kind

KINDS = {"PERSON": Kind.PERSON, "ORG": Kind.ORGANIZATION, "COURT": Kind.COURT, "PLACE": Kind.PLACE}
BODIES = (Kind.ORGANIZATION, Kind.COURT)
CERTAIN = 0.8  # from this probability on the encoder's type is not overruled by a list or by other mentions
_TRAILING = frozenset(("'s", "the", "of", "for", "and", "in", "on", "at", "to", "de", "del", ",", ";", ":", "-", "–"))


@dataclass(frozen=True, slots=True)
class Name:
    """Tokens taken for a name, with its type and how sure that is."""

    start: int
    end: int  # exclusive
    kind: Kind
    score: float  # the encoder's probability, or what stands in for it
    described: tuple[str, ...] = ()  # role nouns the text applies to it, in lower case
    short_for: "Name | None" = None  # the name this one abbreviates: '(PACE)' after the full name
    called: str = ""  # how it is read where the words stand in another order: 'Otto Ram' of 'RAM, Otto'
    longer: tuple[int, int] | None = None  # tokens of a longer form: "Dorvania's Ministry of Defence"

    def span(self, doc: Doc) -> Span:
        """Its tokens."""
        return doc[self.start : self.end]

    def overlaps(self, start: int, end: int) -> bool:
        """Whether it shares a token with `start:end`."""
        return self.start < end and start < self.end


def encoded(words: Words) -> list[Name]:
    """The encoder's names in whole tokens, without what is no part of a name at their ends."""
    found: list[Name] = []
    text = text_of(words.doc)
    for one in words.doc._.encoded.names:
        span = spaced(words.doc, Evidence(one.start, one.end, text[one.start : one.end]))
        start, end = _trimmed(words, max(span.start, found[-1].end if found else 0), span.end)
        if KINDS[one.label] is Kind.PERSON and start < end:
            start, end = _past_titles(words, start, end), _with_numeral(words, end)
        if _is_name(words, start, end):
            found.append(Name(start, end, KINDS[one.label], one.score))
    return found


def _trimmed(words: Words, start: int, end: int) -> tuple[int, int]:
    """Without articles, prepositions, possessives and marks at the ends; an opening particle stays: 'al-Sabbagh'."""
    while start < end and (words.lower[start] == "the" or _outside(words, start)):
        start += 1
    while start < end and (words.lower[end - 1] in _TRAILING or _outside(words, end - 1)):
        end -= 1
    return start, end


def _past_titles(words: Words, start: int, end: int) -> int:
    """Where a person's name starts after the forms of address and ranks before it: 'Supt Daniel Quaye'.

    At `end` where nothing else is left: 'the Prince' is no name.
    """
    while start < end and not name_forms.is_given(words.lower[start]):
        title = match(phrases("role", "title"), words.lower, start, end)
        if title is None:
            break
        start = title[0]
    return start


def _with_numeral(words: Words, end: int) -> int:
    """Where a person's name ends with the regnal numeral after it: 'Queen Elizabeth II'."""
    return end + (end < len(words) and name_forms.is_numeral(words.text[end]))


def _outside(words: Words, i: int) -> bool:
    return bool(words.doc[i].is_space) or words.text[i] in QUOTES


def _is_name(words: Words, start: int, end: int) -> bool:
    """Whether a capital is left, and not only a letter or the label of a turn."""
    text = "".join(words.text[start:end])
    return len(text) > 1 and any(letter.isupper() for letter in text) and start not in words.labels
