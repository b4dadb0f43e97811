"""The closed class of calendar words, as numbers: months, weekdays, ordinals, small counts.

Each table has beside it the regular expression that matches its words, whole and in any case.
"""

import re
from collections.abc import Iterable

# fmt: off
_MONTH_NAMES = [
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
]
_WEEKDAY_NAMES = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
_ONES = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_ORDINALS = ["first", "second", "third", "fourth"]
_LATER_ORDINALS = [
    "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth", "thirteenth", "fourteenth",
    "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth",
]
# fmt: on


def either(words: Iterable[str]) -> str:
    """A regular expression for one of `words`, the longest first."""
    return "(?:" + "|".join(sorted(map(re.escape, words), key=len, reverse=True)) + ")"


def proper(names: Iterable[str]) -> str:
    """A regular expression for one of `names` as a name is written: 'May' and 'MAY', not 'may'."""
    return rf"(?-i:{either(form for name in names for form in (name.title(), name.upper()))})"


MONTHS = {name: n for n, name in enumerate(_MONTH_NAMES, 1)}
MONTHS_SHORT = {name[:3]: n for name, n in MONTHS.items() if len(name) > 4} | {"sept": 9, "jun": 6, "jul": 7}
WEEKDAYS = {name: n for n, name in enumerate(_WEEKDAY_NAMES)}
WEEKDAYS_SHORT = {name[:3]: n for name, n in WEEKDAYS.items()} | {"tues": 1, "thurs": 3}
COUNTS = {"a": 1, "an": 1} | {w: n for n, w in enumerate(_ONES) if n} | {w: 10 * n for n, w in enumerate(_TENS, 2)}
ORDINALS = {w: n for n, w in enumerate(_ORDINALS, 1)} | {"1st": 1, "2nd": 2, "3rd": 3, "4th": 4}
NTH = {word: n for n, word in enumerate([*_ORDINALS, "fifth"], 1)} | {
    "last": -1,
    "final": -1,
}  # of the Fridays in a month
DAYS = {w: n for n, w in enumerate([*_ORDINALS, *_LATER_ORDINALS], 1)}  # 'the fifth of May', 'May twenty-first'
DAYS |= {f"twenty-{w}": 20 + n for w, n in DAYS.items() if n < 10} | {"thirtieth": 30, "thirty-first": 31}
FEASTS = {  # days with a name of their own that keep their date: month and day
    "new year's day": (1, 1), "valentine's day": (2, 14), "halloween": (10, 31), "christmas eve": (12, 24),
    "christmas day": (12, 25), "boxing day": (12, 26), "new year's eve": (12, 31),
}  # fmt: skip
DECADES = {word.removesuffix("y") + "ies": 10 * n for n, word in enumerate(_TENS, 2)}

MONTH = rf"(?:{proper(MONTHS)}\b|{proper(MONTHS_SHORT)}\b\.?)"
WEEKDAY = proper(WEEKDAYS)
COUNT = rf"(?:{either(COUNTS)}|\d{{1,2}})"
ORDINAL = either(ORDINALS)
SPOKEN_2000 = rf"two thousand(?:(?: and)? {either(_ONES[1:])}\b)?"  # 'two thousand and four'
SPOKEN_YEAR = rf"(?:nineteen|twenty)(?:-| ){either(_TENS)}(?:(?:-| ){either(_ONES[1:10])}\b)?"  # 'nineteen ninety-six'


NAMED_FEASTS = FEASTS | {"christmas": (12, 25), "new year": (1, 1)}
FEAST = (
    "(?-i:"
    + either(name.title().replace("'S", "'s") for name in FEASTS).replace("'", "['’]").replace(r"\ ", r"[^\S\n]+")
    + ")"
)


def month_number(word: str) -> int:
    """1 to 12 for 'January', 'Jan.', 'JAN'."""
    key = word.lower().rstrip(".")
    return MONTHS.get(key) or MONTHS_SHORT[key]


def count_number(word: str) -> int:
    """The number that '3', 'three' or 'a' stands for."""
    return int(word) if word.isdigit() else COUNTS[word.lower()]


def spoken_year(words: str) -> int:
    """1996 for 'nineteen ninety-six', 2004 for 'two thousand and four'."""
    century, tens, *ones = words.lower().replace("-", " ").split()
    if tens == "thousand":
        return 2000 + sum(COUNTS[word] for word in ones if word != "and")
    return (1900 if century == "nineteen" else 2000) + COUNTS[tens] + sum(COUNTS[word] for word in ones)
