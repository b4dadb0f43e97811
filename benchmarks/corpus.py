"""A corpus of synthetic articles of any size, for what has to be measured on many: cost, memory, speed of questions.

usage: python benchmarks/corpus.py FOLDER [--articles N] [--seed N]

Each article is a text of its own, drawn from `grammar.toml`: one story about people, bodies and places of which other
articles write too, some often and most seldom, as in real reporting (who is drawn follows Zipf's law). The lengths are
spread about 210 words. The same number and seed give the same files, `0000/00000.txt` and so on, a thousand to a
folder; a larger corpus begins with the articles of a smaller one. Nothing in it is meant to be true, nor read well.
"""

import argparse
import datetime as dt
import math
import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from random import Random

GRAMMAR = tomllib.loads(Path(__file__).with_name("grammar.toml").read_text(encoding="utf-8"))
_SLOT = re.compile(r"\{(\w+)\}")
_START = re.compile(r"(?:^|[.] )[a-z]")  # of a sentence
_TITLES = ("director", "head", "spokesman", "chair", "deputy director", "founder", "secretary", "coordinator")
_CHIEFS = ("president", "prime minister", "foreign minister", "ombudsman", "deputy prime minister", "interior minister")
_FIRST_DAY = dt.date(2022, 3, 1)
_DAYS = 1300  # over which the articles are spread
_LENGTH, _SPREAD = 2.0, 0.45  # of the logarithm of the number of paragraphs
_RANKS = 200_000  # people there are to write of
_FOLDER = 1000  # files in one


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody whom articles write of, always in the same office."""

    name: str
    family: str
    pronoun: str
    title: str
    body: str
    country: str


def articles(count: int, seed: int = 1) -> Iterator[str]:
    """The texts of `count` articles, each with its `date` line."""
    for number in range(count):
        yield _article(Random(f"{seed}/{number}"))


def write(folder: Path, count: int, seed: int = 1) -> None:
    """Write the articles into `folder`."""
    for number, text in enumerate(articles(count, seed)):
        path = folder / f"{number // _FOLDER:04}" / f"{number:05}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def _article(random: Random) -> str:
    story = random.choice([*GRAMMAR["stories"].values()])
    published = _FIRST_DAY + dt.timedelta(days=random.randrange(_DAYS))
    slots = _slots(random, published)
    paragraphs = [*story["paragraph"], *GRAMMAR["paragraph"]]
    wanted = min(len(paragraphs), max(3, round(random.lognormvariate(_LENGTH, _SPREAD))))
    told = [_expand(paragraph, slots, random) for paragraph in random.sample(paragraphs, wanted)]
    headline = _expand(random.choice(story["headline"]), slots, random)
    return f"date {published} {headline}\n\n" + "\n\n".join(told) + "\n"


def _slots(random: Random, published: dt.date) -> dict[str, str]:
    """What stays the same throughout one story."""
    who, chief, accused = (_person(_rank(random)) for _ in range(3))
    count = random.randrange(3, 90)
    day = published - dt.timedelta(days=random.randrange(2, 60))
    towns = GRAMMAR["names"]["town"]
    return {
        "who": who.name,
        "who_family": who.family,
        "title": who.title,
        "body": who.body,
        "chief": chief.name,
        "chief_family": chief.family,
        "chief_title": _CHIEFS[sum(map(ord, chief.name)) % len(_CHIEFS)],
        "country": chief.country,
        "accused": accused.name,
        "accused_family": accused.family,
        "accused_pronoun": accused.pronoun,
        "town": (town := random.choice(towns)),
        "other_town": random.choice(towns),
        "court": f"District Court of {town}",
        "count": f"{count}",
        "rest": f"{count * random.randrange(2, 9)}",
        "total": f"{count * random.randrange(20, 300):,}",
        "day": f"{day.day} {day:%B} {day.year}",
        "year": f"{published.year - random.randrange(1, 4)}",
        "weekday": f"{published - dt.timedelta(days=random.randrange(1, 5)):%A}",
    }


def _rank(random: Random) -> int:
    """Zipf's law: the n-th most known is drawn about 1/n as often as the first."""
    return int(math.exp(random.uniform(0, math.log(_RANKS))))


def _person(rank: int) -> Person:
    """The person of this rank, the same in every corpus."""
    random, names = Random(rank), GRAMMAR["names"]
    pick: Callable[[str], str] = lambda kind: random.choice(names[kind])  # noqa: E731
    female = random.random() < 0.5
    family = pick("family") if rank < 2000 else f"{pick('family')}-{pick('family')}"
    country = pick("country")
    body = (
        f"the Ministry of {pick('ministry')} of {country}"
        if random.random() < 0.3
        else f"the {pick('virtue')} {pick('cause')} {pick('form')}"
    )
    name = f"{pick('given_f' if female else 'given_m')} {family}"
    return Person(name, family, "She" if female else "He", random.choice(_TITLES), body, country)


def _expand(wording: str, slots: Mapping[str, str], random: Random) -> str:
    """The wording with every slot filled; a slot's capital is the capital of what fills it."""

    def fill(slot: re.Match[str]) -> str:
        name = slot[1]
        filled = slots.get(name.lower()) or _drawn(name.lower(), random)
        return filled[:1].upper() + filled[1:] if name[0].isupper() else filled

    return _START.sub(lambda start: start[0].upper(), _SLOT.sub(fill, wording))


def _drawn(name: str, random: Random) -> str:
    """A small number, or one of the words that the grammar lists under a name."""
    if name == "small":
        return str(random.randrange(3, 60))
    return str(random.choice((GRAMMAR["words"] | GRAMMAR["names"])[name]))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--articles", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    write(args.folder, args.articles, args.seed)


if __name__ == "__main__":
    main()
