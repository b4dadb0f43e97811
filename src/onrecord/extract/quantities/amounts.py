"""From numerals to amounts: two ends of a range are one, and each has the hedge that says how firmly it is given.

Free of spaCy. Hedges are read from `ontology/hedges.ttl`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from onrecord.extract.quantities.numeral_lexer import SPACE
from onrecord.extract.quantities.numerals import numerals
from onrecord.extract.quantities.units import Measure, Quantity, any_of, plain, quantity, units
from onrecord.lexicon import lexicon
from onrecord.lexicon.lexicon import Lexicon


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
    before: dict[str, str]  # words before the amount, in lower case -> term
    after: dict[str, str]  # words after it -> term
    tails: frozenset[str]  # the last words of `before`, and articles
    follows: re.Pattern[str]  # one of the words after it
    default: str  # of a number without such words
    of_range: str  # of a number with two ends


_LOOK_BACK = 40  # characters; longer than any hedge
_LONGEST_GAP = 7  # characters between the ends of a range
_DASH = re.compile(rf"{SPACE}?[-‐‑–—]{SPACE}?")
_TO = re.compile(rf"{SPACE}to[-{SPACE[1:-1]}]|-to-")
_UP_TO = re.compile(rf"{SPACE}up{SPACE}to{SPACE}")
_OR = re.compile(rf"{SPACE}or{SPACE}")
_AND = re.compile(rf"{SPACE}and{SPACE}")
_LONGEST_TAIL = 20  # characters
_TAIL = re.compile(r"(\w+\.?|[^\w\s])\s*$")
_WORD_START = re.compile(r"(?<!\w)(?=\S)")
_ARTICLE = re.compile(r" (?:the|an?)$")
_CHANGE = re.compile(rf"\b(?P<word>from|by){SPACE}$", re.I)
_OPENS_CLAUSE = re.compile(rf"(?:^|[.!?:;,–—(\n][\"”’)]*\s*|\b(?:every|each){SPACE}\w+{SPACE})$", re.I)
_MARGIN = re.compile(rf",?{SPACE}?(?P<words>±|give or take){SPACE}?", re.I)  # of error: '20 ± 3'
_EQUALS = re.compile(  # from an amount to what it is in another unit
    r"[^.;()\n\d]{0,30}\(|[^.;()\n\d]{0,20},? or |[^()\n\d]{0,30}[;,] "
)
# 'By 300 to 400 people' is a change between two numbers, 'by 300 to 900' one to the second.
_CHANGED_LITTLE = Decimal(2)
_NOUN_NEXT = re.compile(
    rf"{SPACE}(?!(?:in|on|at|by|from|since|after|before|last|this|for|over|and|as|but|when|while|so|per|compared)\b)[a-z]"
)
_THOUSANDS = re.compile(r"\d{1,3},000")
_THOUSANDFOLD = 3  # by which the lower end may fall short of the upper one, where both are thousands: '20 to 60,000'
_CURRENCY_HOLDS = 160  # characters
_SENTENCE_END = re.compile(r"[.!?][\"”’)]*\s|\n")
_CLAUSE_END = re.compile(r"[,;:.)]|$|\s(?:and|or|to|in|from|for|by|last|this)\b")
_CONVERTED = re.compile(rf"{SPACE}?\([A-Z]{{0,3}}[$€£¥]\d")
_IN_BRACKETS = re.compile(rf"{SPACE}?\([^()\n]{{1,30}}\)")
_YEAR = re.compile(r"(?:1[89]|20)\d\d")


@lexicon.derived
def _hedges(lexicon: Lexicon) -> _Hedges:
    before, after = lexicon.by_word("hedge", "before"), lexicon.by_word("hedge", "after")
    return _Hedges(
        before={words: concept.term for words, concept in before.items()},
        after={words: concept.term for words, concept in after.items()},
        tails=frozenset({"the", "a", "an"} | {tail[1] for words in before if (tail := _TAIL.search(words))}),
        follows=re.compile(rf"(?:,?{SPACE})?(?P<words>{any_of(after)})(?!\w|{SPACE}or{SPACE}minus)", re.I),
        default=lexicon.default("hedge").term,
        of_range=lexicon.marked("hedge", "ofRange")[0].term,
    )


def _hedge_before(text: str, start: int, hedges: _Hedges) -> tuple[int, str] | None:
    """Where the longest hedge ending at `start` begins, and its term; an article may follow it ('almost a dozen')."""
    low = max(0, start - _LOOK_BACK)
    window = text[low:start]
    tail = _TAIL.search(window, max(0, len(window) - _LONGEST_TAIL))
    if tail is None or tail[1].lower() not in hedges.tails:
        return None
    for word in _WORD_START.finditer(window):
        words = " ".join(window[word.start() :].lower().split())
        term = hedges.before.get(words) or hedges.before.get(_ARTICLE.sub("", words))
        if term and (word.start() or not low or not text[low - 1].isalnum()):
            return low + word.start(), term
    return None


def amounts(text: str, lexicon: Lexicon) -> Iterator[Amount]:
    """The amounts of the text, in order, none overlapping another."""
    money: Amount | None = None  # the last one that may lend its currency to a bare number
    last: Amount | None = None
    for amount in _amounts(text, lexicon):
        if last is not None and _is_converted(text, last, amount, lexicon):
            amount = replace(amount, hedge=last.hedge, signed=True)
        last = amount
        if money is not None and amount.measure is Measure.COUNT and _lends(text, money, amount):
            amount = replace(amount, measure=Measure.MONEY, unit=money.unit, signed=True)
        if amount.measure is Measure.MONEY and text[amount.start - 1 : amount.start] != "(":
            money = amount
        yield amount


def _is_converted(text: str, last: Amount, amount: Amount, lexicon: Lexicon) -> bool:
    """Whether the amount tells the one before it in another unit: 'about 90 miles (145 km)' gives both a hedge."""
    hedges, measured = _hedges(lexicon), units(lexicon).measured
    if amount.hedge != hedges.default or last.hedge in (hedges.default, hedges.of_range):
        return False
    opening = _EQUALS.fullmatch(text, last.end, amount.start) if amount.start - last.end <= _LONGEST_TAIL * 2 else None
    if opening is None or not (opening.group().endswith(("(", " or ")) or _in_brackets(text, last)):
        return False
    if last.measure is Measure.MONEY:
        return amount.measure is Measure.MONEY and amount.unit != last.unit
    return all(a.measure is Measure.UNIT or measured.match(text, a.unit_end) for a in (last, amount))


def _in_brackets(text: str, amount: Amount) -> bool:
    window = text[max(0, amount.start - _LONGEST_TAIL) : amount.start]
    return window.rfind("(") > window.rfind(")")


def _lends(text: str, money: Amount, bare: Amount) -> bool:
    """Whether a bare number is in the currency before it: '90 million pesos … 3.5m', '40 yen ($1) … 50 ($1.2)'."""
    if bare.number - money.number_end > _CURRENCY_HOLDS or _SENTENCE_END.search(text, money.number_end, bare.number):
        return False
    if text[bare.number_end - 1].isalpha() and text[bare.number].isdigit():
        return _CLAUSE_END.match(text, bare.unit_end) is not None
    return _CONVERTED.match(text, bare.unit_end) is not None


def _amounts(text: str, lexicon: Lexicon) -> Iterator[Amount]:
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
        elif first is not None and (margin := _MARGIN.fullmatch(text, first.end, second.start)):
            within = hedges.after[margin["words"].lower()]
            yield replace(_hedged(text, first, hedges), end=second.end, hedge=within, unit_end=second.unit_end)
            first = None
        else:
            if first is not None and not _is_of_name(text, first):
                yield _hedged(text, first, hedges)
            first = second
    if first is not None and not _is_of_name(text, first):
        yield _hedged(text, first, hedges)


def _range(text: str, first: Quantity, second: Quantity, hedges: _Hedges, scale: Decimal) -> Amount | None:
    """'Between 20 and 30', '1,500 to 2,000', '3-4', '5% to 10%', 'three or four': one amount with two ends."""
    if second.start - first.unit_end > _LONGEST_GAP:
        return None
    hedged = _hedge_before(text, first.start, hedges)
    opening = hedged[0] if hedged is not None and hedged[1] == hedges.of_range else None
    lower = _lower_end(text, first, second, scale)
    marked = opening is not None or bool(first.unit or second.unit) or scale > 1
    if not _are_ends(text, first, second, scale, opened=opening is not None, marked=marked) or lower >= second.value:
        return None
    unit = second if second.unit else first
    return Amount(
        start=first.start if opening is None else opening,
        end=second.end,
        value=lower,
        upper=second.value,
        hedge=hedges.of_range,
        measure=unit.measure,
        unit=unit.unit,
        number=first.number,
        number_end=second.number_end,
        unit_end=second.unit_end,
        signed=True,
        fraction=False,
    )


def _are_ends(text: str, first: Quantity, second: Quantity, scale: Decimal, *, opened: bool, marked: bool) -> bool:
    """Whether two numbers are the ends of a range: `opened` by a word such as 'between', `marked` as quantities."""
    gap = text[first.unit_end : second.start]
    if not _joins_ends(gap, first, second, scale, opened=opened) or not _of_one_unit(first, second):
        return False
    if _DASH.fullmatch(gap) and not (marked or _is_word_next(text, second)):
        return False  # a score, a pair of days
    return opened or not (_is_change(text, first, second) or _is_year_with_count(text, first, second))


def _joins_ends(gap: str, first: Quantity, second: Quantity, scale: Decimal, *, opened: bool) -> bool:
    """Whether the words between two numbers make a range of them."""
    if _DASH.fullmatch(gap) or _TO.fullmatch(gap):
        return True
    if opened:
        return _AND.fullmatch(gap) is not None or _UP_TO.fullmatch(gap) is not None
    return _OR.fullmatch(gap) is not None and second.value in (first.value + 1, plain((first.value + 1) * scale))


def _of_one_unit(first: Quantity, second: Quantity) -> bool:
    return not first.unit or first.unit == second.unit or not (second.unit or first.measure is Measure.SHARE)


def _lower_end(text: str, first: Quantity, second: Quantity, scale: Decimal) -> Decimal:
    """The lower end, in the scale of the upper one: 'nine to ten million', '30 to 40,000'."""
    if scale == 1 and text[first.number : first.number_end].isdigit():
        times = second.value / 1000
        in_thousands = _THOUSANDS.fullmatch(text, second.number, second.number_end) is not None
        return (
            first.value * 1000 if in_thousands and first.value < times <= _THOUSANDFOLD * first.value else first.value
        )
    shares_scale = scale > 1 and 0 < first.value < second.value / scale and first.value < 1000
    return plain(first.value * scale) if shares_scale else first.value


def _is_change(text: str, first: Quantity, second: Quantity) -> bool:
    """'From 7 to 9', 'by 2% to 9%' and 'by 300 to 900' tell a change, unless a word like 'ranging' says otherwise.

    'From 12 to 15 people', which opens a clause, are two ends, and so are '20 to 30 people' after 'by'.
    """
    change = _CHANGE.search(text, max(0, first.start - 6), first.start)
    if change is None:
        return False
    if change["word"].lower() == "from":
        return not _OPENS_CLAUSE.search(text, max(0, change.start() - 24), change.start())
    if first.unit or second.unit or text[second.number_end - 1].isalpha():
        return bool(first.unit)
    return second.value >= _CHANGED_LITTLE * first.value or not _NOUN_NEXT.match(text, second.end)


def _is_year_with_count(text: str, first: Quantity, second: Quantity) -> bool:
    """'Rose in 2018 to 3.9 million'."""
    years = [_YEAR.fullmatch(text, q.number, q.number_end) is not None for q in (first, second)]
    return years == [True, False] and not first.unit


def _is_word_next(text: str, second: Quantity) -> bool:
    return re.match(rf"{SPACE}?[-a-zA-Z]", text[second.end : second.end + 2]) is not None


def _paired(text: str, first: Quantity, second: Quantity) -> bool:
    """Whether the two are a score ('2-1') or a pair of days, which counts nothing."""
    return not first.unit and not second.unit and text[first.unit_end : second.start] in ("-", "‑", "–")


def _is_of_name(text: str, bare: Quantity) -> bool:
    """Whether letters follow the digits ('4G') or a hyphen precedes them ('COVID -19'), so that they are a name's."""
    if bare.measure is not Measure.COUNT:
        return False
    below_zero = bare.value < 0 and text[bare.start] in "-−" and not text.startswith(" degree", bare.end)
    return text[bare.end : bare.end + 1].isalpha() or below_zero


def _hedged(text: str, bare: Quantity, hedges: _Hedges) -> Amount:
    """The amount with the words of its hedge; of two hedges the one nearest to the number."""
    before = _hedge_before(text, bare.start, hedges)
    glued = text[bare.end : bare.end + 1] in ("-", "‑")  # 'some 40-odd'
    after = _hedge_after(text, bare, hedges) if before is None or glued else None
    hedge = (before or after or (0, hedges.default))[1]
    if hedge == hedges.of_range:  # whose other end could not be read
        before, hedge = None, hedges.default
    end = after[0] if after else bare.end
    return Amount(
        start=before[0] if before else bare.start,
        end=end,
        value=bare.value,
        upper=None,
        hedge=hedge,
        measure=bare.measure,
        unit=bare.unit,
        number=bare.number,
        number_end=bare.number_end,
        unit_end=max(bare.unit_end, end),
        signed=hedge != hedges.default or bare.measure is not Measure.COUNT,
        fraction=bare.fraction,
    )


def _hedge_after(text: str, bare: Quantity, hedges: _Hedges) -> tuple[int, str] | None:
    """Where the amount ends with the hedge after it, and its term.

    The unit may stand between them, and the same in another, which is no part of the amount: '1,000 yen ($7) or more'.
    """
    after, end = hedges.follows.match(text, bare.end), None
    if after is None and bare.measure is not Measure.COUNT:
        converted = _IN_BRACKETS.match(text, bare.unit_end)
        after = hedges.follows.match(text, converted.end() if converted else bare.unit_end)
        end = bare.end if converted else None
    return (end or after.end(), hedges.after[after["words"].lower()]) if after else None


def without_hedge(amount: Amount, characters: int, lexicon: Lexicon) -> Amount:
    """The amount without its first characters, where they turned out to be no hedge."""
    return replace(amount, start=amount.start + characters, hedge=_hedges(lexicon).default)
