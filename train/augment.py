"""More of what our articles look like: other names, headlines, datelines, titles, lists, capitals, and short texts.

Every function takes the random generator it draws from, so that an epoch can be made again from its seed.
"""

import re
from collections.abc import Sequence
from random import Random

from train.corpora import Named, NamesDocument, Sentence
from train.invented import MONTHS, Person, acronym, bare, court, draw, organization, person

Text = tuple[str, tuple[Named, ...]]


def renamed(document: NamesDocument, rng: Random) -> NamesDocument:
    """The document with its people under other names, the same person under the same name throughout."""
    people: dict[str, Person] = {}
    texts = [[s.text[a:b] for a, b, label in s.names if label == "PERSON"] for s in document.sentences]
    for name in sorted({n for found in texts for n in found}, key=len, reverse=True):
        known = next((p for other, p in people.items() if name.split()[-1] == other.split()[-1]), None)
        people[name] = known or person(rng)
    sentences = []
    for sentence in document.sentences:
        edits = [
            (a, b, known.full if _whole(sentence.text[a:b]) else known.short)
            for a, b, label in sentence.names
            if label == "PERSON"
            for known in [people[sentence.text[a:b]]]
        ]
        sentences.append(edit(sentence, edits))
    return NamesDocument(document.id, tuple(sentences))


def _whole(name: str) -> bool:
    """A name of several words that does not begin with a particle ('van der Meer', 'al-Khatib')."""
    return " " in name and name[0].isupper()


def reorganized(document: NamesDocument, rng: Random) -> NamesDocument:
    """The document with other bodies and courts, the same under the same name throughout, also by its acronym."""
    drawn = {"ORG": organization, "COURT": court}
    bodies: dict[str, str] = {}
    for sentence in document.sentences:
        for a, b, label in sentence.names:
            name = sentence.text[a:b]
            if label in drawn and " " in name and name not in bodies:
                bodies[name] = drawn[label](rng)
    bodies |= {acronym(old): acronym(new) for old, new in bodies.items() if len(re.findall(r"\b[A-Z]", old)) > 2}
    sentences = []
    for sentence in document.sentences:
        edits = []
        for a, b, label in sentence.names:
            if label in drawn and (new := bodies.get(sentence.text[a:b])):
                edits.append((a, b, new if a else new[0].upper() + new[1:]))
        sentences.append(edit(sentence, edits))
    return NamesDocument(document.id, tuple(sentences))


def recased(document: NamesDocument, rng: Random) -> NamesDocument:
    """The whole document in capitals, in small letters, or With Each Word Capitalized."""
    change = rng.choice((_upper, _lower, _title))
    return NamesDocument(
        document.id, tuple(Sentence(change(s.text), s.names, s.starts_line) for s in document.sentences)
    )


def shortened(document: NamesDocument, rng: Random) -> NamesDocument:
    """One to three sentences of the document, as a post or a caption has them."""
    start = rng.randrange(len(document.sentences))
    return NamesDocument(document.id, document.sentences[start : start + rng.randrange(1, 4)])


def edit(sentence: Sentence, edits: Sequence[tuple[int, int, str]]) -> Sentence:
    """The sentence with stretches replaced; names keep their places around and in them."""
    text, names = sentence.text, list(sentence.names)
    for start, end, new in sorted(edits, reverse=True):
        shift = len(new) - (end - start)
        text = text[:start] + new + text[end:]
        names = [(a + shift * (a >= end), b + shift * (b >= end), label) for a, b, label in names]
    return Sentence(text, tuple(names), sentence.starts_line)


def titled(sentence: Sentence, rng: Random) -> Sentence:
    """A title before one full name: it does not belong to the name."""
    full = [a for a, b, label in sentence.names if label == "PERSON" and " " in sentence.text[a:b]]
    return (
        edit(sentence, [(where := rng.choice(full), where, draw(rng, rng.choice(("titles", "honorifics"))) + " ")])
        if full
        else sentence
    )


def headline(sentence: Sentence, rng: Random) -> Sentence:
    """In capitals, or with Each Word Capitalized, as headlines have it."""
    if rng.random() < 0.35:
        return Sentence(_upper(sentence.text), sentence.names, True)
    capital = re.sub(r"\b[a-z](?=\w{3})", lambda m: m[0].upper(), sentence.text)
    return Sentence(capital.rstrip("."), tuple(n for n in sentence.names if n[1] <= len(capital.rstrip("."))), True)


def _upper(text: str) -> str:
    return "".join(c.upper() if len(c.upper()) == 1 else c for c in text)


def _lower(text: str) -> str:
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def _title(text: str) -> str:
    return re.sub(r"(?<![\w'’])[a-z]", lambda letter: letter[0].upper(), text)


def datelined(sentence: Sentence, rng: Random) -> Sentence:
    """With the place and day of writing in front: 'KYIV, 8 April (Agency) - '."""
    town = bare(rng)
    lead = town.upper() if rng.random() < 0.7 else town
    names: list[Named] = [(0, len(lead), "PLACE")]
    if rng.random() < 0.3:
        country = bare(rng)
        names.append((len(lead) + 2, len(lead) + 2 + len(country), "PLACE"))
        lead += f", {country}"
    if rng.random() < 0.5:
        day, month = rng.randrange(1, 29), rng.choice(MONTHS)
        lead += rng.choice((f", {day} {month}", f", {month} {day}, 20{rng.randrange(14, 27)}"))
    if rng.random() < 0.3:
        agency = rng.choice(("Reuters", "AP", "AFP", "Interfax", f"{town} Post", f"{town} News Agency"))
        names.append((len(lead) + 2, len(lead) + 2 + len(agency), "ORG"))
        lead += f" ({agency})"
    lead += rng.choice((" - ", " – ", " — ", ". ", ": "))
    moved = tuple((a + len(lead), b + len(lead), label) for a, b, label in sentence.names)
    return Sentence(lead + sentence.text, (*names, *moved), True)


def bulleted(sentence: Sentence, rng: Random) -> Sentence:
    """As an item of a list, on a line of its own."""
    mark = rng.choice(("- ", "• ", "* ", "– ", f"{rng.randrange(1, 10)}. "))
    return Sentence(mark + sentence.text, tuple((a + len(mark), b + len(mark), c) for a, b, c in sentence.names), True)


def varied(document: NamesDocument, rng: Random, rate: float) -> NamesDocument:
    """The document with some of all this; at `rate` 1 nearly half of its sentences stay as they are."""
    if rng.random() < 0.3 * rate:
        document = renamed(document, rng)
    if rng.random() < 0.2 * rate:
        document = reorganized(document, rng)
    if rng.random() < 0.03 * rate:
        document = shortened(document, rng)
    listing = rng.random() < 0.08 * rate
    sentences = []
    for number, sentence in enumerate(document.sentences):
        if listing and len(sentence.text) < 120:
            sentence = bulleted(sentence, rng)
        elif len(sentence.text) < 100 and rng.random() < 0.08 * rate:
            sentence = headline(sentence, rng)
        elif number < 3 and rng.random() < 0.1 * rate:
            sentence = datelined(sentence, rng)
        if rng.random() < 0.12 * rate:
            sentence = titled(sentence, rng)
        sentences.append(sentence)
    document = NamesDocument(document.id, tuple(sentences))
    return recased(document, rng) if rng.random() < 0.08 * rate else document


def laid_out(document: NamesDocument, rng: Random | None) -> Text:
    """The text of a document, its sentences in lines; with `rng` the unknown line breaks are drawn, else every
    sentence of unknown layout follows the one before it."""
    text, names = "", []
    for sentence in document.sentences:
        breaks = sentence.starts_line if sentence.starts_line is not None else rng is not None and rng.random() < 0.3
        text += ("\n" if breaks else " ") if text else ""
        names += [(a + len(text), b + len(text), label) for a, b, label in sentence.names]
        text += sentence.text
    return text, tuple(names)
