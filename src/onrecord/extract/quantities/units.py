"""The unit of a number: percent, a currency by sign, code or name, or an abbreviated unit of measure. Free of spaCy.

Currencies and units are read from `ontology/units.ttl`.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from onrecord.extract.quantities.numeral_lexer import SPACE
from onrecord.extract.quantities.numerals import Numeral
from onrecord.lexicon import lexicon
from onrecord.lexicon.lexicon import Lexicon


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


_MINUS = "-−"
_MINUS_WORD = re.compile(r"(?<!or )\bminus[ -]$", re.I)
_EXTENT = frozenset("long high tall wide deep away above below from off thick apart race sprint swim".split(" "))


@lexicon.derived
def units(lexicon: Lexicon) -> Units:
    """The units of a lexicon, prepared once."""
    concepts = lexicon.scheme("currency")
    signs, codes = _all(c.get("sign") for c in concepts), _all(c.get("code") for c in concepts)
    names = _all((*c.names, *(name.upper() for name in c.names)) for c in concepts)
    symbols = _all(c.get("symbol") for c in lexicon.scheme("unit"))
    long_signs = [
        re.escape(s).replace(r"\$", rf"{SPACE}?\$") for s in sorted(signs, key=len, reverse=True) if len(s) > 1
    ]
    short_signs = [re.escape(s) for s in sorted(signs) if len(s) == 1]
    gap = rf"[-{SPACE[1:-1]}]"
    return Units(
        prefixes=frozenset({*codes, *(s for s in signs if s.isalpha())}),
        sign_before=re.compile(
            rf"(?:(?<![\w$])(?:{'|'.join((*long_signs, *short_signs))}|{any_of(codes)})|\$US){SPACE}?$"
        ),
        after=re.compile(
            rf"(?P<percent>{SPACE}?%|{gap}(?:percent|per{SPACE}cent|pct)\b(?!age)|{SPACE}?p\.?c\.?(?!\w))"
            rf"|{SPACE}?(?P<sign>{'|'.join(s for s in short_signs if s != re.escape('$'))})(?!\d)"
            rf"|{SPACE}?(?P<code>{any_of(codes)})\b"
            rf"|{gap}(?P<name>(?:[A-Z][a-z]+{SPACE}){{0,2}}(?:{any_of(names)}))\b"
            rf"|(?P<pence>p)(?![\w.])"
            rf"|{gap}?(?P<symbol>{any_of(symbols)})(?![\w²³])"
        ),
        currencies={word.lower(): c.label for c in concepts for word in (*c.names, *c.get("sign"), *c.get("code"))}
        | {"$us": "dollars", "p": "pence"},
    )


def any_of(words: Iterable[str]) -> str:
    """A regular expression for any of the words, the longest first."""
    return "|".join(re.escape(word).replace(r"\ ", SPACE) for word in sorted(words, key=lambda w: (-len(w), w)))


def quantity(text: str, numeral: Numeral, known: Units) -> Quantity:
    """The numeral with the unit that stands before or after it."""
    start, number_end = numeral.start, numeral.end
    if numeral.share:
        return Quantity(start, number_end, numeral.value, Measure.SHARE, "percent", start, number_end, number_end, True)
    glued_minus = start > 1 and text[start - 1] in _MINUS and text[start - 2] in "$€£"  # '$-50.8bn'
    sign = known.sign_before.search(text, max(0, start - 6), start - 1 if glued_minus else start)
    after = known.after.match(text, number_end)
    if numeral.letter and after is None and sign is None and _is_metres(text, number_end):
        value, end = numeral.value / numeral.scale, number_end - 1
        return Quantity(start, end, plain(value), Measure.UNIT, text[end], start, end, number_end)
    begin, value = sign.start() if sign else start, numeral.value
    minus = _minus(text, start, signed=sign is not None)
    if minus is not None:
        begin, value = min(begin, minus), -value
    measure, unit, end, unit_end = Measure.COUNT, "", number_end, number_end
    if sign is not None:
        measure, unit = Measure.MONEY, known.currencies[re.sub(r"\s", "", sign.group()).lower()]
        unit_end = after.end() if after and after["name"] else number_end  # '$5 million Canadian dollars'
    elif after is not None and after["percent"]:
        measure, unit, end, unit_end = Measure.SHARE, "percent", after.end(), after.end()
    elif after is not None and after["name"]:
        measure, unit, unit_end = Measure.MONEY, _named(after["name"], known), after.end()
    elif after is not None and after["symbol"]:
        measure, unit, unit_end = Measure.UNIT, after["symbol"], after.end()
    elif after is not None:
        measure, unit = Measure.MONEY, known.currencies[after.group().strip().lower()]
        end = unit_end = after.end()
    return Quantity(begin, end, plain(value), measure, unit, start, number_end, unit_end)


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
