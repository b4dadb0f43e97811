"""From numerals to amounts: percent, currency or unit, ranges, and the hedge that says how firmly the number is given.

Free of spaCy. Hedges, currencies and units are read from `ontology/hedges.ttl` and `ontology/units.ttl`.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum
from functools import cache

from onrecord.extract.numerals import SPACE, Numeral, numerals
from onrecord.lexicon import Lexicon


class Measure(StrEnum):
    """What the number is a number of."""

    COUNT = "count"  # of what the noun after it names
    SHARE = "share"  # percent of a whole
    MONEY = "money"
    UNIT = "unit"  # of an abbreviated unit of measure: '256GB'


@dataclass(frozen=True, slots=True)
class Amount:
    """A number with its hedge and its unit. `text[start:end]` is the number with its hedge, sign and percent sign."""

    start: int
    end: int
    value: Decimal  # the lower end of a range
    upper: Decimal | None
    hedge: str  # term of ontology/hedges.ttl
    measure: Measure
    unit: str  # 'percent', a currency in words, the abbreviation of a unit, or ''
    unit_end: int  # where the words after the number and its unit begin
    number: int  # where the number itself begins, after its hedge and sign
    number_end: int  # where the number itself ends: the upper one of a range
    words: bool  # written in words throughout
    signed: bool  # marked as a quantity by a hedge, sign or unit, and not a bare number


@dataclass(frozen=True, slots=True)
class _Units:
    """The regular expressions that the word lists make."""

    sign_before: re.Pattern[str]  # ends where the number begins
    after: re.Pattern[str]  # begins where the number ends: percent, currency, unit
    codes: frozenset[str]  # of currencies, which may stand before digits without a space
    currencies: dict[str, str]  # sign, code or name in lower case -> what is counted
    hedge_before: re.Pattern[str]
    hedge_after: re.Pattern[str]
    hedges: dict[str, str]  # words in lower case -> term
    range_before: re.Pattern[str]


_LOOK_BACK = 40  # characters; longer than any hedge
_RANGE = re.compile(rf"{SPACE}?[-‐‑–—]{SPACE}?|{SPACE}to[-{SPACE[1:-1]}]|-to-")
_OR = re.compile(rf"{SPACE}or{SPACE}")
_AND_OR_TO = re.compile(rf"{SPACE}(?:and|to){SPACE}")


def _alternatives(words: Iterable[str]) -> str:
    return "|".join(re.escape(word).replace(r"\ ", SPACE) for word in sorted(words, key=lambda w: (-len(w), w)))


@cache
def _units(lexicon: Lexicon) -> _Units:
    currencies: dict[str, str] = {}
    signs, codes, names = set[str](), set[str](), set[str]()
    for concept in lexicon.scheme("currency"):
        signs.update(concept.get("sign"))
        codes.update(concept.get("code"))
        names.update(concept.names)
        for word in (*concept.names, *concept.get("sign"), *concept.get("code")):
            currencies[word.lower()] = concept.label
    symbols = [symbol for concept in lexicon.scheme("unit") for symbol in concept.get("symbol")]
    before = {w: c.term for c in lexicon.scheme("hedge") for w in c.get("before") if c.term != "between"}
    after = {w: c.term for c in lexicon.scheme("hedge") for w in c.get("after")}
    between = [w for c in lexicon.scheme("hedge") if c.term == "between" for w in c.get("before")]
    long_signs = [
        re.escape(s).replace(r"\$", rf"{SPACE}?\$") for s in sorted(signs, key=len, reverse=True) if len(s) > 1
    ]
    spaced_signs = "|".join((*long_signs, *(re.escape(s) for s in sorted(signs) if len(s) == 1)))
    return _Units(
        sign_before=re.compile(rf"(?:(?<![\w$])(?:{spaced_signs}|(?:{_alternatives(codes)}))|\$US){SPACE}?$"),
        after=re.compile(
            rf"(?P<percent>{SPACE}?%|[-{SPACE[1:-1]}](?:percent|per{SPACE}cent|pct)\b(?!age)|{SPACE}?p\.?c\.?(?!\w))"
            rf"|(?P<sign>{SPACE}?(?:[{''.join(sorted(s for s in signs if len(s) == 1 and s != '$'))}]))(?!\d)"
            rf"|{SPACE}?(?P<code>{_alternatives(codes)})\b"
            rf"|[-{SPACE[1:-1]}](?P<name>(?:(?!Hong|New)[A-Z][a-z]+{SPACE})?(?:{_alternatives(names)}))\b"
            rf"|(?P<pence>p)(?![\w.])"
            rf"|[-{SPACE[1:-1]}]?(?P<symbol>{_alternatives(symbols)})(?![\w²³])"
        ),
        codes=frozenset({*codes, *(s for s in signs if s.isalpha())}),
        currencies=currencies,
        hedge_before=re.compile(rf"(?:(?<!\w)(?:{_alternatives(before)})){SPACE}?(?:(?:the|a|an){SPACE})?$", re.I),
        hedge_after=re.compile(rf"(?:,?{SPACE})?(?P<words>{_alternatives(after)})(?!\w)", re.I),
        hedges={w.lower(): term for w, term in (*before.items(), *after.items())},
        range_before=re.compile(rf"(?<!\w)(?:{_alternatives(between)}){SPACE}?$", re.I),
    )


def amounts(text: str, lexicon: Lexicon) -> Iterator[Amount]:
    """The amounts of the text, in order, none overlapping another."""
    units = _units(lexicon)
    waiting: Amount | None = None
    pending: Amount | None = None  # `waiting` before its hedge, as a range needs it
    for numeral in numerals(text, units.codes):
        bare = _with_unit(text, numeral, units)
        if bare.measure is Measure.COUNT and _is_part_of_code(text, bare):
            continue
        joined = _range(text, pending, bare, units, numeral.scale) if pending is not None else None
        if joined is not None:
            waiting, pending = joined, None
            continue
        if pending is not None and _paired(text, pending, bare):
            waiting = pending = None
            continue
        if waiting is not None:
            yield waiting
        waiting, pending = _with_hedge(text, bare, units), bare
    if waiting is not None:
        yield waiting


def _with_unit(text: str, numeral: Numeral, units: _Units) -> Amount:
    start, number_end, value = numeral.start, numeral.end, numeral.value
    if numeral.share:
        return Amount(start, number_end, value, None, "exact", Measure.SHARE, "percent", number_end, start, number_end,
                      numeral.words, True)  # fmt: skip
    sign = units.sign_before.search(text, max(0, start - 6), _before_minus(text, start))
    negative = _negative(text, start, sign is not None)
    begin = sign.start() if sign else start
    if negative is not None:
        value, begin = -value, min(begin, negative)
    after = units.after.match(text, number_end)
    if numeral.letter and after is None and not sign and _is_metres(text, numeral):
        value, after_unit = value / numeral.scale, text[number_end - 1]
        return Amount(begin, number_end - 1, value, None, "exact", Measure.UNIT, after_unit, number_end, start,
                      number_end - 1, False, True)  # fmt: skip
    measure, unit, end, unit_end = Measure.COUNT, "", number_end, number_end
    if sign:
        word = re.sub(r"\s", "", sign.group()).lower()
        measure, unit = Measure.MONEY, units.currencies["us$" if word == "$us" else word]
        if after and after["name"]:  # '$5 million Canadian dollars'
            unit_end = after.end()
    elif after and after["percent"]:
        measure, unit, end, unit_end = Measure.SHARE, "percent", after.end(), after.end()
    elif after and (after["sign"] or after["code"] or after["pence"]):
        word = "pence" if after["pence"] else after.group().strip().lower()
        measure, unit, end, unit_end = Measure.MONEY, units.currencies[word], after.end(), after.end()
    elif after and after["name"]:
        measure, unit, unit_end = Measure.MONEY, _currency_name(after["name"], units), after.end()
    elif after and after["symbol"]:
        measure, unit, end, unit_end = Measure.UNIT, after["symbol"], number_end, after.end()
    signed = measure is not Measure.COUNT
    return Amount(begin, end, value, None, "exact", measure, unit, unit_end, start, number_end, numeral.words, signed)


def _before_minus(text: str, start: int) -> int:
    """Where a currency sign before the number would end: '$-50.8bn' has a minus between the two."""
    return start - 1 if start > 1 and text[start - 1] in "-−" and text[start - 2] in "$€£" else start


def _negative(text: str, start: int, signed: bool) -> int | None:
    """Where the minus of a negative number stands: '-1.3', '$-50.8bn', 'minus 5'; a hyphen or dash is none."""
    if start and text[start - 1] in "-−" and (start == 1 or text[start - 2] in " \u00a0($€£" or signed):
        return start - 1
    word = re.search(r"\bminus[ -]$", text[max(0, start - 7) : start], re.I)
    return start - len(word.group()) if word else None


def _is_metres(text: str, numeral: Numeral) -> bool:
    """Whether the 'm' of '9.4m' is metres: a word of extent follows."""
    if text[numeral.end - 1] not in "m":
        return False
    following = re.match(rf"{SPACE}([A-Za-z]+)", text[numeral.end : numeral.end + 24])
    return following is not None and following[1].lower() in {"long", "high", "tall", "wide", "deep", "away", "above", "below",
        "from", "off", "thick", "apart", "race", "sprint", "swim"}  # fmt: skip


def _currency_name(words: str, units: _Units) -> str:
    """The currency as the article words it, in the plural: 'Canadian dollars'; 'dollars' of 'a million-dollar'."""
    *before, name = re.split(r"\s", words)
    return " ".join((*before, units.currencies.get(name.lower(), name).rsplit(" ", 1)[-1])) if before else (
        units.currencies.get(words.lower(), words))  # fmt: skip


def _range(text: str, first: Amount, second: Amount, units: _Units, scale: Decimal) -> Amount | None:
    """'Between 20 and 30', '1,500 to 2,000', '3-4', '5% to 10%', 'three or four': one amount with two ends."""
    if second.start - first.unit_end > 6:
        return None
    gap = text[first.unit_end : second.start]
    opening = units.range_before.search(text, max(0, first.start - _LOOK_BACK), first.start)
    from_before = re.search(r"\b(?:from|by)\s$", text[max(0, first.start - 6) : first.start], re.I)
    if opening:
        fits = bool(_AND_OR_TO.fullmatch(gap) or _RANGE.fullmatch(gap))
    elif from_before:
        return None  # 'rose from 7 to 9' and 'rose by 2 to 9' are two numbers
    else:
        fits = bool(_RANGE.fullmatch(gap) or (_OR.fullmatch(gap) and second.value == first.value + 1))
    if not fits or (first.unit and second.unit and first.unit != second.unit) or (first.unit == "percent" != second.unit):
        return None
    lower = first.value
    if scale > 1 and 0 < lower < second.value / scale and first.value < 1000:
        lower *= scale
    unit = second if second.unit else first
    if not lower < second.value or (
        first.measure is Measure.MONEY and second.measure is Measure.COUNT and not unit.unit
    ):
        return None
    if not (first.signed or second.signed or opening or scale > 1) and "to" not in gap and not _OR.fullmatch(gap):
        if not re.match(rf"{SPACE}?[-a-zA-Z]", text[second.end : second.end + 2]):
            return None  # a score, a pair of days
    start = opening.start() if opening else first.start
    return Amount(start, max(second.end, first.end), lower, second.value, "between", unit.measure, unit.unit,
                  second.unit_end, first.number, second.number_end, first.words and second.words, True)  # fmt: skip


def _is_part_of_code(text: str, bare: Amount) -> bool:
    """Whether letters follow the digits ('4G') or a hyphen precedes them ('COVID -19'), so that they are a name's."""
    return text[bare.end : bare.end + 1].isalpha() or (bare.value < 0 and text[bare.start] in "-−")


def _paired(text: str, first: Amount, second: Amount) -> bool:
    """Whether the two are a score ('2-1') or a pair of days, which counts nothing."""
    gap = text[first.unit_end : second.start]
    return not first.signed and not second.signed and not first.words and gap in ("-", "‑", "–")


def _with_hedge(text: str, bare: Amount, units: _Units) -> Amount:
    before = units.hedge_before.search(text, max(0, bare.start - _LOOK_BACK), bare.start)
    if before:
        term = units.hedges[re.sub(r"\s(?:the|an?)$", "", re.sub(r"\s+", " ", before.group().lower().strip()))]
        return replace(bare, start=before.start(), hedge=term, signed=bare.signed or term != "exact")
    after = units.hedge_after.match(text, bare.end)
    if after:
        return replace(bare, end=after.end(), hedge=units.hedges[after["words"].lower()], signed=True,
                       unit_end=max(bare.unit_end, after.end()))  # fmt: skip
    return bare
