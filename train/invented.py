"""Invented names of people, places, bodies and courts, from lists of parts and templates.

Every function takes the random generator it draws from, so that an epoch can be made again from its seed.
"""

import re
from collections.abc import Callable
from functools import cache
from pathlib import Path
from random import Random
from typing import NamedTuple

LISTS = Path(__file__).parent / "lists"
MONTHS = "January February March April May June July August September October November December".split()


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
    return expanded(draw(rng, "places"), rng)


def organization(rng: Random) -> str:
    """The name of a body, real or made up of a kind, a field and a place."""
    return expanded(draw(rng, "bodies"), rng)


def court(rng: Random) -> str:
    """The name of a court or of a chamber of one."""
    return expanded(draw(rng, "courts"), rng)


def expanded(template: str, rng: Random) -> str:
    """A template with its slots filled, which may hold slots too."""
    return re.sub(r"\{(\w+)\}", lambda slot: PARTS[slot[1]](rng), template)


def _made(rng: Random) -> str:
    syllables = rng.choices(
        "bar bel bor cal cor dal dor el fen gal gor hal ir jar kal ker lan lim lor mar mel mor nar "
        "nov or pel ral ran ros sel sor sten tar tel tor ul val var vel vin zar".split(),
        k=2,
    )
    ending = rng.choice(("", "a", "ia", "ovo", "sk", "en", "eth", "burg", "ford", "nia", "awi", "ong", "ero", "ari"))
    return "".join(syllables).capitalize() + ending


def bare(rng: Random) -> str:
    """A place that gives others its name: without 'the', and no facility."""
    return expanded(draw(rng, "seats"), rng).removeprefix("the ")


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
    "PLACE": bare,
    "BARE": bare,
    "COUNTRY": lambda rng: expanded(draw(rng, "countries"), rng),
    "PARTY": lambda rng: PARTS["STATE"](rng),
    "STATE": lambda rng: PARTS["COUNTRY"](rng).removeprefix("the "),
    "TOWN": lambda rng: expanded(draw(rng, "towns"), rng),
    "REGION": lambda rng: expanded(draw(rng, "regions"), rng),
    "FACILITY": lambda rng: expanded(draw(rng, "facilities"), rng),
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
    "ORGPART": lambda rng: expanded(draw(rng, "parts"), rng),
    "ROMAN": lambda rng: rng.choice(("I", "II", "III", "IV", "V")),
    "NTH": lambda rng: f"{rng.randrange(4, 20) + 20 * rng.randrange(1, 5)}th",
    "ORDINAL": lambda rng: rng.choice(("First", "Second", "Third", "Fourth", "Fifth")),
    "TITLE": lambda rng: re.sub(r"\b[a-z](?=\w{2})", lambda letter: letter[0].upper(), draw(rng, "titles")),
    "title": lambda rng: draw(rng, "titles").lower(),
    "HON": lambda rng: draw(rng, "honorifics"),
    "EVENT": lambda rng: expanded(draw(rng, "events"), rng),
    "LAW": lambda rng: expanded(draw(rng, "laws"), rng),
    "WORK": lambda rng: expanded(draw(rng, "works"), rng),
    "STORM": lambda rng: expanded(draw(rng, "storms"), rng),
    "SHIP": lambda rng: expanded(draw(rng, "ships"), rng),
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


def acronym(name: str) -> str:
    """The initials of a name's capitalized words."""
    words = re.findall(r"\w+", name)
    initials = "".join(word[0] for word in words if word[0].isupper())
    return initials if len(initials) > 1 else "".join(words).upper()[:4]
