"""More of what our articles look like: other names, headlines, datelines, titles, lists; and sentences of our own.

Every function takes the random generator it draws from, so that an epoch can be made again from its seed.
"""

import re
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from random import Random

from train.corpora import Named, NamesDocument, Sentence, detokenize

Text = tuple[str, tuple[Named, ...]]
LISTS = Path(__file__).parent / "lists"
MONTHS = "January February March April May June July August September October November December".split()
SLOTS = {"PERSON": "PERSON", "LAST": "PERSON", "ORG": "ORG", "ACRONYM": "ORG", "PLACE": "PLACE"}


@cache
def listed(name: str) -> tuple[tuple[str, ...], ...]:
    """The lines of one of our lists, each split into its items."""
    lines = (LISTS / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    separator = None if name.endswith("_names") else "|"
    return tuple(tuple(line.split(separator)) for line in lines if line)


def draw(rng: Random, name: str) -> str:
    """An item of a list: first a line (its kind), then an item of that line."""
    return rng.choice(rng.choice(listed(name)))


def person(rng: Random) -> tuple[str, str]:
    """First and last name of one region."""
    row = rng.randrange(len(listed("first_names")))
    first, last = rng.choice(listed("first_names")[row]), rng.choice(listed("last_names")[row])
    return first, re.sub(r"(?<=[a-z])-(?=[A-Z])", " ", last)


def place(rng: Random) -> str:
    """A place, real or made up."""
    syllables = rng.choices(
        "bar bel bor cal cor dal dor el fen gal gor hal ir jar kal ker lan lim lor mar mel mor nar "
        "nov or pel ral ran ros sel sor sten tar tel tor ul val var vel vin zar".split(),
        k=2,
    )
    ending = rng.choice(("", "a", "ia", "ovo", "sk", "en", "eth", "burg", "ford", "nia"))
    return draw(rng, "places").replace("{MADE}", "".join(syllables).capitalize() + ending)


def organization(rng: Random) -> str:
    """The name of a body, real or made up of a kind, a field and a place."""
    bare = re.sub(r"^the ", "", place(rng))
    return re.sub(
        r"\{(\w+)\}",
        lambda slot: {
            "FIELD": lambda: draw(rng, "fields"),
            "PLACE": lambda: bare,
            "BARE": lambda: bare,
            "ADJ": lambda: draw(rng, "adjectives"),
            "LAST": lambda: person(rng)[1],
            "TRADE": lambda: draw(rng, "trades"),
            "GOODS": lambda: draw(rng, "goods"),
            "ROMAN": lambda: rng.choice(("I", "II", "III", "IV", "V")),
            "ORDINAL": lambda: rng.choice(("First", "Second", "Third", "Fourth", "Fifth")),
        }[slot[1]](),
        draw(rng, "bodies"),
    )


def written(rng: Random) -> NamesDocument:
    """A short article of our own sentences, filled with names; some come back by last name or acronym."""
    people = [person(rng) for _ in range(3)]
    bodies = [organization(rng) for _ in range(3)]
    fill: dict[str, Callable[[], str]] = {
        "PERSON": lambda: " ".join(rng.choice(people)),
        "LAST": lambda: rng.choice(people)[1],
        "ORG": lambda: rng.choice(("", "", "the ")) + rng.choice(bodies) if rng.random() < 0.7 else organization(rng),
        "ACRONYM": lambda: acronym(rng.choice(bodies)),
        "PLACE": lambda: place(rng),
        "TITLE": lambda: draw(rng, "titles").title(),
        "title": lambda: draw(rng, "titles").lower(),
        "ADJ": lambda: draw(rng, "adjectives"),
        "N": lambda: str(rng.choice((rng.randrange(2, 30), rng.randrange(30, 20000)))),
    }
    frames = [draw(rng, "headlines"), *(draw(rng, "sentences") for _ in range(rng.randrange(4, 9)))]
    return NamesDocument("written", tuple(_fill(frame, fill, rng) for frame in frames))


def acronym(name: str) -> str:
    """The initials of a name's capitalized words."""
    initials = "".join(word[0] for word in re.findall(r"\w+", name) if word[0].isupper())
    return initials if len(initials) > 1 else name.upper()[:4]


def _fill(frame: str, fill: dict[str, Callable[[], str]], rng: Random) -> Sentence:
    words: list[str] = []
    tagged: list[tuple[int, int, str]] = []
    for item in frame.split():
        slot = re.fullmatch(r"\{(\w+)\}", item)
        filling = (fill[slot[1]]() if slot else item).split()
        if slot and slot[1] in SLOTS:
            skip = filling[0] == "the"
            tagged.append((len(words) + skip, len(words) + len(filling), SLOTS[slot[1]]))
        words += filling
    text, places = detokenize(words)
    names = tuple((places[a][0], places[b - 1][1], label) for a, b, label in tagged)
    return Sentence(text[0].upper() + text[1:], names, rng.random() < 0.4 or text.startswith("- "))


def renamed(document: NamesDocument, rng: Random) -> NamesDocument:
    """The document with its people under other names, the same person under the same name throughout."""
    people: dict[str, tuple[str, str]] = {}
    texts = [[s.text[a:b] for a, b, label in s.names if label == "PERSON"] for s in document.sentences]
    for name in sorted({n for found in texts for n in found}, key=len, reverse=True):
        known = next((p for other, p in people.items() if name.split()[-1] == other.split()[-1]), None)
        people[name] = known or person(rng)
    sentences = []
    for sentence in document.sentences:
        edits = [
            (a, b, " ".join(people[sentence.text[a:b]]) if " " in sentence.text[a:b] else people[sentence.text[a:b]][1])
            for a, b, label in sentence.names
            if label == "PERSON"
        ]
        sentences.append(edit(sentence, edits))
    return NamesDocument(document.id, tuple(sentences))


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
    return edit(sentence, [(where := rng.choice(full), where, draw(rng, "titles") + " ")]) if full else sentence


def headline(sentence: Sentence, rng: Random) -> Sentence:
    """In capitals, or with Each Word Capitalized, as headlines have it."""
    if rng.random() < 0.35:
        return Sentence(_upper(sentence.text), sentence.names, True)
    capital = re.sub(r"\b[a-z](?=\w{3})", lambda m: m[0].upper(), sentence.text)
    return Sentence(capital.rstrip("."), tuple(n for n in sentence.names if n[1] <= len(capital.rstrip("."))), True)


def _upper(text: str) -> str:
    return "".join(c.upper() if len(c.upper()) == 1 else c for c in text)


def datelined(sentence: Sentence, rng: Random) -> Sentence:
    """With the place and day of writing in front: 'KYIV, 8 April (Agency) - '."""
    town = re.sub(r"^the ", "", place(rng))
    lead = town.upper() if rng.random() < 0.7 else town
    names: list[Named] = [(0, len(lead), "PLACE")]
    if rng.random() < 0.3:
        country = re.sub(r"^the ", "", place(rng))
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
    return NamesDocument(document.id, tuple(sentences))


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
