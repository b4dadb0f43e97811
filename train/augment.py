"""More of what our articles look like: other names, headlines, datelines, titles, lists; and sentences of our own.

Every function takes the random generator it draws from, so that an epoch can be made again from its seed.
"""

import re
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from random import Random
from typing import NamedTuple

from train.corpora import Named, NamesDocument, Sentence, detokenize

Text = tuple[str, tuple[Named, ...]]
LISTS = Path(__file__).parent / "lists"
MONTHS = "January February March April May June July August September October November December".split()
SLOTS = {
    "PERSON": "PERSON",
    "LAST": "PERSON",
    "ORG": "ORG",
    "ACRONYM": "ORG",
    "COURT": "COURT",
    "PLACE": "PLACE",
    "BARE": "PLACE",
    "COUNTRY": "PLACE",
    "STATE": "PLACE",
    "TOWN": "PLACE",
    "REGION": "PLACE",
    "FACILITY": "PLACE",
}


class Person(NamedTuple):
    """A person's whole name, and the part of it that an article goes on with."""

    full: str
    short: str


@cache
def listed(name: str) -> tuple[tuple[str, ...], ...]:
    """The lines of one of our lists, each split into its items."""
    lines = (LISTS / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return tuple(tuple(line.split("|")) for line in lines if line)


def draw(rng: Random, name: str) -> str:
    """An item of a list: first a line (its kind), then an item of that line."""
    return rng.choice(rng.choice(listed(name)))


def person(rng: Random) -> Person:
    """A name of one region. A region has forms ('F [van der L]': the brackets hold the short form), first names (F, or
    f as a second syllable), last names (L), and parts such as patronymics (P, B); I is an initial, N a nickname."""
    forms, first, last, *parts = rng.choice(listed("people"))
    firsts, lasts, others = first.split(), last.split(), " ".join(parts).split() or ["Ali"]
    letters: dict[str, Callable[[], str]] = {
        "F": lambda: rng.choice(firsts),
        "f": lambda: rng.choice(firsts).lower(),
        "L": lambda: rng.choice(lasts),
        "P": lambda: rng.choice(others),
        "B": lambda: rng.choice(others),
        "I": lambda: rng.choice(firsts)[0],
        "N": lambda: f'"{draw(rng, "nicknames")}"',
    }
    form = re.sub(r"[FLPBIN](?![a-zíé])|\bf\b", lambda letter: letters[letter[0]](), rng.choice(forms.split(",")))
    form = form.replace("~", "")
    return Person(re.sub(r"[\[\]]", "", form), form[form.index("[") + 1 : form.index("]")])


def place(rng: Random) -> str:
    """A place, real or made up, or a facility."""
    return _expanded(draw(rng, "places"), rng)


def organization(rng: Random) -> str:
    """The name of a body, real or made up of a kind, a field and a place."""
    return _expanded(draw(rng, "bodies"), rng)


def court(rng: Random) -> str:
    """The name of a court or of a chamber of one."""
    return _expanded(draw(rng, "courts"), rng)


def _expanded(template: str, rng: Random) -> str:
    return re.sub(r"\{(\w+)\}", lambda slot: PARTS[slot[1]](rng), template)


def _made(rng: Random) -> str:
    syllables = rng.choices(
        "bar bel bor cal cor dal dor el fen gal gor hal ir jar kal ker lan lim lor mar mel mor nar "
        "nov or pel ral ran ros sel sor sten tar tel tor ul val var vel vin zar".split(),
        k=2,
    )
    ending = rng.choice(("", "a", "ia", "ovo", "sk", "en", "eth", "burg", "ford", "nia", "awi", "ong", "ero", "ari"))
    return "".join(syllables).capitalize() + ending


def _bare(rng: Random) -> str:
    """A place that gives others its name: without 'the', and no facility."""
    return _expanded(draw(rng, "seats"), rng).removeprefix("the ")


def _fields(rng: Random) -> str:
    """One to three fields: 'Science, Technology and Innovation'."""
    fields = [draw(rng, "fields") for _ in range(rng.choice((1, 1, 1, 2, 2, 3, 4)))]
    if len(fields) == 1:
        return fields[0]
    return ", ".join(fields[:-1]) + rng.choice((" and ", " and ", " & ", ", and ")) + fields[-1]


def _surname(rng: Random) -> str:
    """As the first word of a name: 'Van der Meer & Sons'."""
    short = person(rng).short
    return short[0].upper() + short[1:]


PARTS: dict[str, Callable[[Random], str]] = {
    "MADE": _made,
    "PLACE": _bare,
    "BARE": _bare,
    "COUNTRY": lambda rng: _expanded(draw(rng, "countries"), rng),
    "PARTY": lambda rng: PARTS["STATE"](rng),
    "STATE": lambda rng: PARTS["COUNTRY"](rng).removeprefix("the "),
    "TOWN": lambda rng: _expanded(draw(rng, "towns"), rng),
    "REGION": lambda rng: _expanded(draw(rng, "regions"), rng),
    "FACILITY": lambda rng: _expanded(draw(rng, "facilities"), rng),
    "FIELD": lambda rng: draw(rng, "fields"),
    "field": lambda rng: draw(rng, "fields").lower(),
    "FIELDS": _fields,
    "ADJ": lambda rng: draw(rng, "adjectives"),
    "LAST": _surname,
    "SURNAME": _surname,
    "TRADE": lambda rng: draw(rng, "trades"),
    "GOODS": lambda rng: draw(rng, "goods"),
    "ES": lambda rng: draw(rng, "es"),
    "FR": lambda rng: draw(rng, "fr"),
    "ORGPART": lambda rng: _expanded(draw(rng, "parts"), rng),
    "ROMAN": lambda rng: rng.choice(("I", "II", "III", "IV", "V")),
    "NTH": lambda rng: f"{rng.randrange(4, 20) + 20 * rng.randrange(1, 5)}th",
    "ORDINAL": lambda rng: rng.choice(("First", "Second", "Third", "Fourth", "Fifth")),
    "TITLE": lambda rng: re.sub(r"\b[a-z](?=\w{2})", lambda letter: letter[0].upper(), draw(rng, "titles")),
    "title": lambda rng: draw(rng, "titles").lower(),
    "HON": lambda rng: draw(rng, "honorifics"),
    "EVENT": lambda rng: _expanded(draw(rng, "events"), rng),
    "LAW": lambda rng: _expanded(draw(rng, "laws"), rng),
    "WORK": lambda rng: _expanded(draw(rng, "works"), rng),
    "STORM": lambda rng: _expanded(draw(rng, "storms"), rng),
    "SHIP": lambda rng: _expanded(draw(rng, "ships"), rng),
    "THING": lambda rng: draw(rng, "things"),
    "DISEASE": lambda rng: draw(rng, "diseases"),
    "PRIZE": lambda rng: draw(rng, "prizes"),
    "LANGUAGE": lambda rng: draw(rng, "languages"),
    "AGE": lambda rng: str(rng.randrange(2, 29)),
    "FAITH": lambda rng: draw(rng, "faiths"),
    "DAY": lambda rng: rng.choice("Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()),
    "MONTH": lambda rng: rng.choice(MONTHS),
    "YEAR": lambda rng: str(rng.randrange(1985, 2027)),
    "N": lambda rng: str(rng.choice((rng.randrange(2, 30), rng.randrange(30, 20000)))),
}


def written(rng: Random) -> NamesDocument:
    """A short article of our own sentences, filled with names; some come back by last name or acronym."""
    people = [person(rng) for _ in range(rng.randrange(3, 7))]
    bodies = [organization(rng) for _ in range(3)]
    courts = [court(rng) for _ in range(2)]
    latest = bodies[:1]

    def someone() -> Person:
        """Anyone but the two of whom was spoken last."""
        chosen = people.pop(rng.randrange(max(len(people) - 2, 1)))
        people.append(chosen)
        return chosen

    def body() -> str:
        latest[0] = rng.choice([b for b in bodies if b != latest[0]] or bodies)
        if rng.random() < 0.3:
            latest[0] = organization(rng)
        return _article(latest[0], rng) + latest[0]

    def tribunal() -> str:
        name = rng.choice(courts) if rng.random() < 0.7 else court(rng)
        return _article(name, rng) + name

    fill: dict[str, Callable[[], str]] = {
        "PERSON": lambda: someone().full,
        "LAST": lambda: someone().short,
        "ORG": body,
        "COURT": tribunal,
        "ACRONYM": lambda: acronym(latest[0]),
        "PLACE": lambda: place(rng),
    }
    size = rng.choice((0, 1, *range(3, 9)))
    frames = [draw(rng, "headlines")] if rng.random() < 0.7 or not size else []
    frames += [draw(rng, "sentences") for _ in range(size)]
    sentences = [_fill(frame, fill, rng) for frame in frames]
    if rng.random() < 0.3:
        block = (_fill(frame, fill, rng) for frame in rng.choice(listed("blocks")))
        where = rng.randrange(len(sentences) + 1)
        sentences[where:where] = [Sentence(s.text, s.names, True) for s in block]
    return NamesDocument("written", tuple(sentences))


def _article(name: str, rng: Random) -> str:
    """'the ' before most names that begin with a common noun or are told by one, before few others."""
    if re.match(r"[^,]*['’]s (?!office)", name):
        return ""
    common = name.split()[-1].islower() or name[0].islower()
    return "the " if rng.random() < (0.9 if common else 0.5 if re.search(" (of|for) ", name) else 0.3) else ""


def acronym(name: str) -> str:
    """The initials of a name's capitalized words."""
    words = re.findall(r"\w+", name)
    initials = "".join(word[0] for word in words if word[0].isupper())
    return initials if len(initials) > 1 else "".join(words).upper()[:4]


def _fill(frame: str, fill: dict[str, Callable[[], str]], rng: Random) -> Sentence:
    """A frame's slots filled: '{PERSON}' anew, '{ORG=White_House}' as it says."""
    words: list[str] = []
    tagged: list[tuple[int, int, str]] = []
    for item in frame.split():
        slot = re.fullmatch(r"\{(\w+)(?:=(.+))?\}", item)
        filling = (_filling(slot[1], slot[2], fill, rng) if slot else item).split()
        if slot and slot[1] in SLOTS:
            skip = filling[0] == "the"
            tagged.append((len(words) + skip, len(words) + len(filling), SLOTS[slot[1]]))
        words += filling
    text, places = detokenize(words)
    names = tuple((places[a][0], places[b - 1][1], label) for a, b, label in tagged)
    return Sentence(text[0].upper() + text[1:], names, rng.random() < 0.4 or text.startswith("- "))


def _filling(name: str, literal: str | None, fill: dict[str, Callable[[], str]], rng: Random) -> str:
    if literal:
        return literal.replace("_", " ")
    return fill[name]() if name in fill else PARTS[name](rng)


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
            (a, b, person.full if _whole(sentence.text[a:b]) else person.short)
            for a, b, label in sentence.names
            if label == "PERSON"
            for person in [people[sentence.text[a:b]]]
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
    town = _bare(rng)
    lead = town.upper() if rng.random() < 0.7 else town
    names: list[Named] = [(0, len(lead), "PLACE")]
    if rng.random() < 0.3:
        country = _bare(rng)
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
