"""The words of a text as the rules for names see them: lower case, capitals, lines, labels of turns, nationalities."""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc

from onrecord.document.speaker_labels import Turn
from onrecord.extract.doc_extensions import spaced
from onrecord.lexicon import lexicon, sayings

APOSTROPHES = frozenset(("'s", "’s", "'", "’"))
HYPHENS = frozenset(("-", "‐", "‑"))
QUOTES = frozenset('"“”„«»‘')
_CLOSED = frozenset(("ADP", "AUX", "CCONJ", "DET", "PART", "PRON", "SCONJ"))
_PEOPLES = ("ian", "ese", "ish", "ean")


@dataclass(frozen=True, slots=True)
class Words:
    """A Doc's tokens, read once for all the rules."""

    doc: Doc
    text: list[str]
    lower: list[str]  # with straight apostrophes
    capital: list[bool]  # has one, and is no word of a closed class: a sentence may begin with those
    line: list[int]  # number of the line
    glued: list[bool]  # no white space after the token
    labels: frozenset[int]  # labels of turns that are no names: 'Q', 'A. R.'

    def __len__(self) -> int:
        return len(self.text)

    def nationality(self, i: int) -> bool:
        """Whether the token is an adjective of a country or a people: 'Ukrainian', 'Kestrian'."""
        word = self.lower[i]
        made = self.doc[i].tag_ in ("JJ", "NNPS") and len(word) > 5 and word.rstrip("s").endswith(_PEOPLES)
        return word in _adjectives() or (made and self.capital[i])

    def compound(self, start: int, end: int) -> bool:
        """Whether a hyphen ties the tokens to others: 'pro-Paris', 'Smith-led'."""
        before = start > 0 and self.text[start - 1] in HYPHENS and self.glued[start - 1]
        after = end < len(self) and self.text[end] in HYPHENS and self.glued[end - 1]
        return before or after


@lexicon.derived
def _adjectives() -> frozenset[str]:
    """The last words of the adjectives of countries, in singular and plural."""
    words = (a.lower().split()[-1] for concept in lexicon.load().scheme("name") for a in concept.get("adjective"))
    return frozenset(form for word in words for form in (word, word + "s"))


def read(doc: Doc) -> Words:
    """The words of a Doc."""
    text = [t.text for t in doc]
    lower = [w.lower().replace("’", "'") for w in text]
    capital = [t.text[0].isupper() and t.pos_ not in _CLOSED for t in doc]
    return Words(doc, text, lower, capital, _lines(doc), [not t.whitespace_ for t in doc], frozenset(_labels(doc)))


def _lines(doc: Doc) -> list[int]:
    """The number of each token's line."""
    lines, number = [], 0
    for token in doc:
        number += token.is_space and "\n" in token.text
        lines.append(number)
    return lines


def _labels(doc: Doc) -> Iterator[int]:
    """The tokens of labels that are no names: 'Q', 'Answer', and initials of who speaks, 'DW', 'A. R.'."""
    turns: tuple[Turn, ...] = doc._.turns
    labels = {turn.label.start for turn in turns}
    elsewhere = {t.lower_ for t in doc if t.idx not in labels} if turns else set()
    for turn in turns:
        letters = "".join(c for c in turn.label.exact if c.isalpha())
        short = letters.isupper() and len(letters) <= 4 and turn.who not in elsewhere
        if short or turn.who in sayings.labels("asking") | sayings.labels("answering"):
            yield from (t.i for t in spaced(doc, turn.label))
