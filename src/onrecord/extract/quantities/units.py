"""The unit of a number: percent, a currency by sign, code or name, or an abbreviated unit of measure. Free of spaCy.

Currencies and units are read from `ontology/units.ttl`.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from onrecord.extract.quantities.numeral_lexer import SPACE
from onrecord.extract.quantities.numerals import Numeral
from onrecord.lexicon import lexicon
from onrecord.lexicon.lexicon import Concept, Lexicon


class Measure(StrEnum):
    """What a number is a number of."""

    COUNT = "count"  # of what the noun after it names
    SHARE = "share"  # percent of a whole
    MONEY = "money"
    UNIT = "unit"  # of an abbreviated unit of measure: '256GB'


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit, as written: `text[start:end]` is the number with its signs."""

    start: int
    end: int
    value: Decimal
    measure: Measure
    unit: str  # 'percent', a currency in words, the abbreviation of a unit, or ''
    number: int  # where the number itself begins
    number_end: int  # where it ends
    unit_end: int  # where the words after the number and its unit begin
    fraction: bool = False  # a share in words: 'half', 'one in five'


@dataclass(frozen=True, slots=True)
class Units:
    """The regular expressions and names that the word lists make."""

    prefixes: frozenset[str]  # letters that may stand before digits without a space: 'USD10m'
    sign_before: re.Pattern[str]  # ends where the number begins
    after: re.Pattern[str]  # begins where the number ends
    currencies: dict[str, str]  # sign, code or name in lower case -> what is counted
    shares: dict[str, str]  # symbol or name in lower case -> what is counted
    measured: re.Pattern[str]  # the words after a number that name a unit of measure: ' square miles'
    share: str  # what a share in words counts: 'percent'


_MINUS = "-−"
_MINUS_WORD = re.compile(r"(?<!or )\bminus[ -]$", re.I)
_EXTENT = frozenset("long high tall wide deep away above below from off thick apart race sprint swim".split(" "))
_GAP = rf"[-{SPACE[1:-1]}]"


@lexicon.derived
def units(lexicon: Lexicon) -> Units:
    """The units of a lexicon, prepared once."""
    currencies = lexicon.scheme("currency")
    shares = [c for c in lexicon.scheme("unit") if c.one("kind") == "share"]
    of_measure = [c for c in lexicon.scheme("unit") if c not in shares]
    signs, codes = _all(c.get("sign") for c in currencies), _all(c.get("code") for c in currencies)
    return Units(
        prefixes=frozenset({*codes, *(s for s in signs if s.isalpha())}),
        sign_before=_sign_before(signs, codes),
        after=_after(currencies, shares, _all(c.get("symbol") for c in of_measure)),
        currencies=_labels(currencies, "sign", "signAfter", "code"),
        shares=_labels(shares, "symbol"),
        measured=re.compile(rf"{_GAP}(?:\w[\w.]*{_GAP}){{0,2}}?(?:{any_of(_all(c.names for c in of_measure))})\b"),
        share=lexicon.default("unit").label,
    )


@lexicon.derived
def durations(*, imposed: bool = False) -> frozenset[str]:
    """The names of units of time, in lower case; of those `imposed` in which a sentence is given."""
    known = lexicon.load()
    concepts = known.marked("duration", "imposed") if imposed else known.scheme("duration")
    return frozenset(name.lower() for concept in concepts for name in concept.names)


@lexicon.derived
def shares() -> frozenset[str]:
    """The names and symbols of parts of a whole, in lower case: 'percent', '%'."""
    return frozenset(units(lexicon.load()).shares)


@lexicon.derived
def unit_names() -> frozenset[str]:
    """The names of units of measure, in lower case."""
    return frozenset(name.lower() for concept in lexicon.load().scheme("unit") for name in concept.names)


def _sign_before(signs: Iterable[str], codes: Sequence[str]) -> re.Pattern[str]:
    """The sign or code of a currency before a number; 'US$' may be written 'US $'."""
    long_first = sorted(signs, key=len, reverse=True)
    spaced = "|".join(re.escape(s).replace(r"\$", rf"{SPACE}?\$") if len(s) > 1 else re.escape(s) for s in long_first)
    letters = any_of(code for code in codes if len(code) == 1)
    return re.compile(rf"(?<![\w$])(?:(?:{spaced}|{any_of(c for c in codes if len(c) > 1)}){SPACE}?|(?:{letters}))$")


def _after(currencies: Iterable[Concept], shares: Iterable[Concept], symbols: Iterable[str]) -> re.Pattern[str]:
    """The unit after a number."""
    signs = _all(c.get("sign") for c in currencies)
    names = _all((*c.names, *(name.upper() for name in c.names)) for c in currencies)
    return re.compile(
        rf"{SPACE}?(?P<share_symbol>{any_of(_all(c.get('symbol') for c in shares))})(?!\w)"
        rf"|{_GAP}(?P<share>{any_of(_all(c.names for c in shares))})\b"
        rf"|{SPACE}?(?P<sign>{any_of(s for s in signs if len(s) == 1 and s != '$')})(?!\d)"
        rf"|{SPACE}?(?P<code>{any_of(code for c in currencies for code in c.get('code') if len(code) > 1)})\b"
        rf"|{_GAP}(?P<name>(?:[A-Z][a-z]+{SPACE}){{0,2}}(?:{any_of(names)}))\b"
        rf"|(?P<sign_after>{any_of(_all(c.get('signAfter') for c in currencies))})(?![\w.])"
        rf"|{_GAP}?(?P<symbol>{any_of(symbols)})(?![\w²³])"
    )


def _labels(concepts: Iterable[Concept], *keys: str) -> dict[str, str]:
    """What is counted, by each name, sign and code in lower case."""
    return {
        word.lower(): c.label for c in concepts for words in (c.names, *(c.get(key) for key in keys)) for word in words
    }


def any_of(words: Iterable[str]) -> str:
    """A regular expression for any of the words, the longest first; it matches nothing where there are none."""
    return "|".join(re.escape(w).replace(r"\ ", SPACE) for w in sorted(words, key=lambda w: (-len(w), w))) or "(?!)"


@dataclass(frozen=True, slots=True)
class _Unit:
    measure: Measure
    unit: str
    end: int  # where the number with its signs ends
    unit_end: int  # where the words after it begin


def quantity(text: str, numeral: Numeral, known: Units) -> Quantity:
    """The numeral with the unit that stands before or after it."""
    start, end = numeral.start, numeral.end
    if numeral.share:
        return Quantity(start, end, numeral.value, Measure.SHARE, known.share, start, end, end, True)
    glued_minus = start > 1 and text[start - 1] in _MINUS and text[start - 2] in "$€£"  # '$-50.8bn'
    sign = known.sign_before.search(text, max(0, start - 6), start - 1 if glued_minus else start)
    after = known.after.match(text, end)
    if numeral.letter and after is None and sign is None and _is_metres(text, end):
        value = plain(numeral.value / numeral.scale)
        return Quantity(start, end - 1, value, Measure.UNIT, text[end - 1], start, end - 1, end)
    minus = _minus(text, start, signed=sign is not None)
    unit = _unit(sign, after, end, known)
    return Quantity(
        start=min(sign.start() if sign else start, start if minus is None else minus),
        end=unit.end,
        value=plain(numeral.value if minus is None else -numeral.value),
        measure=unit.measure,
        unit=unit.unit,
        number=start,
        number_end=end,
        unit_end=unit.unit_end,
    )


def _unit(sign: re.Match[str] | None, after: re.Match[str] | None, end: int, known: Units) -> _Unit:
    """The unit of a number that ends at `end`: a currency by the sign before it, else what stands after it."""
    if sign is not None:  # '$5 million Canadian dollars'
        unit_end = after.end() if after and after["name"] else end
        return _Unit(Measure.MONEY, known.currencies["".join(sign.group().split()).lower()], end, unit_end)
    if after is None:
        return _Unit(Measure.COUNT, "", end, end)
    group, after_end = str(after.lastgroup), after.end()
    word = " ".join(after[group].split())
    if group in ("share", "share_symbol"):
        return _Unit(Measure.SHARE, known.shares[word.lower()], after_end, after_end)
    if group == "name":
        return _Unit(Measure.MONEY, _named(word, known), end, after_end)
    if group == "symbol":
        return _Unit(Measure.UNIT, word, end, after_end)
    return _Unit(Measure.MONEY, known.currencies[word.lower()], after_end, after_end)


def plain(value: Decimal) -> Decimal:
    """The same number without an exponent or trailing zeros: 1600000 of 1.6E+6."""
    return value.quantize(Decimal(1)) if value == value.to_integral_value() else value.normalize()


def _all(groups: Iterable[Iterable[str]]) -> list[str]:
    return sorted({word for group in groups for word in group})


def _minus(text: str, start: int, *, signed: bool) -> int | None:
    """Where the minus of a negative number stands: '-1.3', '$-50.8bn', 'minus 5'.

    A hyphen or dash is none, nor is a margin of error, 'plus or minus 4'.
    """
    if start and text[start - 1] in _MINUS and (start == 1 or text[start - 2] in " \u00a0($€£" or signed):
        return start - 1
    word = _MINUS_WORD.search(text, max(0, start - 10), start)
    return word.start() if word else None


def _is_metres(text: str, end: int) -> bool:
    """Whether the letter before `end` in '9.4m tall' is that of metres: a word of extent follows."""
    following = re.match(rf"{SPACE}([A-Za-z]+)", text[end : end + 24])
    return text[end - 1] == "m" and following is not None and following[1].lower() in _EXTENT


def _named(words: str, known: Units) -> str:
    """The currency as the article words it, plural: 'Canadian dollars'; 'dollars' of 'a million-dollar house'."""
    if words.lower() in known.currencies:
        return known.currencies[words.lower()]
    *nation, name = words.split()
    return " ".join((*nation, known.currencies.get(name.lower(), name)))
