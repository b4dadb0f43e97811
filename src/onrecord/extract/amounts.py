"""From numerals to amounts: two ends of a range are one, and each has the hedge that says how firmly it is given.

Free of spaCy. Hedges are read from `ontology/hedges.ttl`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache

from onrecord.extract.numeral_tokens import SPACE
from onrecord.extract.numerals import numerals
from onrecord.extract.units import Measure, Quantity, any_of, plain, quantity, units
from onrecord.lexicon import Lexicon

EXACT, BETWEEN = "exact", "between"


@dataclass(frozen=True, slots=True)
class Amount:
    """A number with its hedge and its unit. `text[start:end]` is the number with its hedge and its signs."""

    start: int
    end: int
    value: Decimal  # the lower end of a range
    upper: Decimal | None
    hedge: str  # term of ontology/hedges.ttl
    measure: Measure
    unit: str  # 'percent', a currency in words, the abbreviation of a unit, or ''
    number: int  # where the number itself begins, after its hedge and sign
    number_end: int  # where the number itself ends: the upper one of a range
    unit_end: int  # where the words after the number and its unit begin
    signed: bool  # marked as a quantity by a hedge, sign or unit, and not a bare number
    fraction: bool  # a share in words: 'half', 'one in five'


@dataclass(frozen=True, slots=True)
class _Hedges:
    before: re.Pattern[str]  # ends where the amount begins
    after: re.Pattern[str]  # begins where it ends
    terms: dict[str, str]  # words in lower case -> term
    range_before: re.Pattern[str]


_LOOK_BACK = 40  # characters; longer than any hedge
_DASH = re.compile(rf"{SPACE}?[-‐‑–—]{SPACE}?")
_TO = re.compile(rf"{SPACE}to[-{SPACE[1:-1]}]|-to-")
_OR = re.compile(rf"{SPACE}or{SPACE}")
_AND = re.compile(rf"{SPACE}and{SPACE}")
_CHANGE = re.compile(rf"\b(?P<word>from|by){SPACE}$", re.I)
_YEAR = re.compile(r"(?:1[89]|20)\d\d")


@cache
def _hedges(lexicon: Lexicon) -> _Hedges:
    before = {w.lower(): c.term for c in lexicon.scheme("hedge") for w in c.get("before") if c.term != BETWEEN}
    after = {w.lower(): c.term for c in lexicon.scheme("hedge") for w in c.get("after")}
    between = [w for c in lexicon.scheme("hedge") if c.term == BETWEEN for w in c.get("before")]
    return _Hedges(
        before=re.compile(rf"(?<!\w)(?P<words>{any_of(before)}){SPACE}?(?:(?:the|an?){SPACE})?$", re.I),
        after=re.compile(rf"(?:,?{SPACE})?(?P<words>{any_of(after)})(?!\w)", re.I),
        terms=before | after,
        range_before=re.compile(rf"(?<!\w)(?:{any_of(between)}){SPACE}?$", re.I),
    )


def amounts(text: str, lexicon: Lexicon) -> Iterator[Amount]:
    """The amounts of the text, in order, none overlapping another."""
    known, hedges = units(lexicon), _hedges(lexicon)
    first: Quantity | None = None  # may still turn out to be the lower end of a range
    for numeral in numerals(text, known.prefixes):
        second = quantity(text, numeral, known)
        joined = _range(text, first, second, hedges, numeral.scale) if first is not None else None
        if joined is not None:
            if not _is_of_name(text, second):
                yield joined
            first = None
        elif first is not None and _paired(text, first, second):
            first = None
        else:
            if first is not None and not _is_of_name(text, first):
                yield _hedged(text, first, hedges)
            first = second
    if first is not None and not _is_of_name(text, first):
        yield _hedged(text, first, hedges)


def _range(text: str, first: Quantity, second: Quantity, hedges: _Hedges, scale: Decimal) -> Amount | None:
    """'Between 20 and 30', '1,500 to 2,000', '3-4', '5% to 10%', 'three or four': one amount with two ends.

    'From 7 to 9' and 'by 2% to 9%' tell a change, unless a word like 'ranging' says that they are the ends of a range.
    """
    gap = text[first.unit_end : second.start] if second.start - first.unit_end <= 6 else ""
    opening = hedges.range_before.search(text, max(0, first.start - _LOOK_BACK), first.start)
    change = _CHANGE.search(text, max(0, first.start - 6), first.start)
    dashed, by_or = _DASH.fullmatch(gap), _OR.fullmatch(gap)
    if opening:
        fits = bool(dashed or _TO.fullmatch(gap) or _AND.fullmatch(gap))
    elif change and (change["word"].lower() == "from" or first.unit):
        return None
    else:
        fits = bool(dashed or _TO.fullmatch(gap) or (by_or and second.value == first.value + 1))
    if not fits or (first.unit and first.unit != second.unit and (second.unit or first.measure is Measure.SHARE)):
        return None
    lower = first.value
    if scale > 1 and 0 < lower < second.value / scale and lower < 1000:
        lower = plain(lower * scale)  # 'nine to ten million'
    if not lower < second.value:
        return None
    marked = bool(opening or first.unit or second.unit or scale > 1)
    if dashed and not marked and not re.match(rf"{SPACE}?[-a-zA-Z]", text[second.end : second.end + 2]):
        return None  # a score, a pair of days
    years = [bool(_YEAR.fullmatch(text, q.number, q.number_end)) for q in (first, second)]
    if years == [True, False] and not opening and not first.unit:
        return None  # 'rose in 2018 to 3.9 million'
    unit = second if second.unit else first
    return Amount(
        start=opening.start() if opening else first.start,
        end=second.end,
        value=lower,
        upper=second.value,
        hedge=BETWEEN,
        measure=unit.measure,
        unit=unit.unit,
        number=first.number,
        number_end=second.number_end,
        unit_end=second.unit_end,
        signed=True,
        fraction=False,
    )


def _paired(text: str, first: Quantity, second: Quantity) -> bool:
    """Whether the two are a score ('2-1') or a pair of days, which counts nothing."""
    return not first.unit and not second.unit and text[first.unit_end : second.start] in ("-", "‑", "–")


def _is_of_name(text: str, bare: Quantity) -> bool:
    """Whether letters follow the digits ('4G') or a hyphen precedes them ('COVID -19'), so that they are a name's."""
    if bare.measure is not Measure.COUNT:
        return False
    return text[bare.end : bare.end + 1].isalpha() or (bare.value < 0 and text[bare.start] in "-−")


def _hedged(text: str, bare: Quantity, hedges: _Hedges) -> Amount:
    """The amount with the words of its hedge; of two hedges the one nearest to the number."""
    before = hedges.before.search(text, max(0, bare.start - _LOOK_BACK), bare.start)
    after = hedges.after.match(text, bare.end) if before is None else None
    found = before or after
    hedge = hedges.terms[re.sub(r"\s+", " ", found["words"].lower())] if found else EXACT
    return Amount(
        start=before.start() if before else bare.start,
        end=after.end() if after else bare.end,
        value=bare.value,
        upper=None,
        hedge=hedge,
        measure=bare.measure,
        unit=bare.unit,
        number=bare.number,
        number_end=bare.number_end,
        unit_end=max(bare.unit_end, after.end()) if after else bare.unit_end,
        signed=hedge != EXACT or bare.measure is not Measure.COUNT,
        fraction=bare.fraction,
    )


def without_hedge(amount: Amount, words: int) -> Amount:
    """The amount without the first `words` characters, where they turned out to be no hedge."""
    return replace(amount, start=amount.start + words, hedge=EXACT)
