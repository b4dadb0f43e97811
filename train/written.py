"""Short articles of our own: sentences and blocks of lines with slots, filled with invented names."""

import re
from collections.abc import Callable
from random import Random

from train.corpora import NamesDocument, Sentence, detokenize
from train.invented import PARTS, Person, acronym, court, draw, listed, organization, person, place

SLOTS = {
    "PERSON": "PERSON",
    "LAST": "PERSON",
    "FIRST": "PERSON",
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


def article(rng: Random) -> NamesDocument:
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
        return _the(latest[0], rng) + latest[0]

    def tribunal() -> str:
        name = rng.choice(courts) if rng.random() < 0.7 else court(rng)
        return _the(name, rng) + name

    fill: dict[str, Callable[[], str]] = {
        "PERSON": lambda: someone().full,
        "LAST": lambda: someone().short,
        "FIRST": lambda: _first(someone()),
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


def _first(person: Person) -> str:
    """The first name, as children are called; not a particle or an initial ('U', 'Abu', 'Md.')."""
    first = person.full.split()[0]
    return first if len(first) > 3 and first.isalpha() else person.short


def _the(name: str, rng: Random) -> str:
    """'the ' before most names that begin with a common noun or are told by one, before few others."""
    if re.match(r"[^,]*['’]s (?!office)", name):
        return ""
    common = name.split()[-1].islower() or name[0].islower()
    return "the " if rng.random() < (0.9 if common else 0.5 if re.search(" (of|for) ", name) else 0.3) else ""


def _fill(frame: str, fill: dict[str, Callable[[], str]], rng: Random) -> Sentence:
    """A frame's slots filled: '{PERSON}' anew, '{ORG=White_House}' as it says."""
    words: list[str] = []
    tagged: list[tuple[int, int, str]] = []
    for item in frame.split():
        slot = re.fullmatch(r"\{(\w+)(?:=(.+))?\}", item)
        filling = (_filling(slot[1], slot[2], fill, rng) if slot else item).split()
        if slot and slot[1] in SLOTS:
            if filling[0] == "the" and {"the", "The"} & set(words[-3:]):
                del filling[0]
            skip = filling[0] == "the"
            tagged.append((len(words) + skip, len(words) + len(filling), SLOTS[slot[1]]))
        words += filling
    text, places = detokenize(words)
    names = tuple((places[a][0], places[b - 1][1], label) for a, b, label in tagged)
    text = re.sub(r'^"?[^\W\d_]', lambda start: start[0].upper(), text)
    return Sentence(text, names, rng.random() < 0.4 or text.startswith("- "))


def _filling(name: str, literal: str | None, fill: dict[str, Callable[[], str]], rng: Random) -> str:
    if literal:
        return literal.replace("_", " ")
    return fill[name]() if name in fill else PARTS[name](rng)
