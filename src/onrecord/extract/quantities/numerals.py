"""Reading numerals: digits in every writing and number words, to exact decimals. Free of spaCy.

`numerals(text)` finds them in one pass over the text, in time linear in its length.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from onrecord.extract.quantities.numeral_lexer import (
    PARTS,
    POWER_OF_TEN,
    SCALES,
    SHORT_SCALE,
    SHORT_SCALES,
    SMALL,
    SPACE,
    SUPERSCRIPTS,
    VULGAR,
    token_pattern,
)
from onrecord.extract.quantities.share_words import stands_for_share

_JOIN = re.compile(rf"(?:{SPACE}{{1,2}}|-)(?P<and>and(?:{SPACE}|-))?")
_ONE_TIMES = re.compile(
    r"\b(?:(?P<half>half(?:[- ]an?)?)|(?P<quarter>(?:a |three[- ])quarters? of an?)|an?)[- ]$", re.I
)
_RATIO = re.compile(rf"{SPACE}(?:in|(?P<out>out of)|(?:in|of|out of) every){SPACE}|-in-")
_RATIO_BASES = {3, 4, 5, 6, 7, 8, 9, 10, 12, 20, 50, 100, 1000, 10_000, 100_000, 1_000_000}
_NO_BASES = {12, 20, 50}  # of 'out of': '7 out of 20 cases' are two counts
_MIXED_BASES = {10, 100}  # that stand in digits beside a word: 'nine out of 10'
_SCALE_NEXT = re.compile(rf"{SPACE}(?:thousand|million|billion|trillion)\b", re.I)
_OF_SCALE = re.compile(rf"{SPACE}of{SPACE}an?{SPACE}(?:{'|'.join(SCALES)})\b", re.I)
_A_SCALE = re.compile(rf"{SPACE}an?{SPACE}(?:{'|'.join(SCALES)})\b", re.I)
_APART = re.compile(rf"{SPACE}|['’]")
_BY_COMMAS = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,2}(?:,\d{2})+,\d{3}")
_BY_POINTS = re.compile(r"\d{1,3}(?:\.\d{3}){2,}(?:,\d+)?")
_POINTED = re.compile(r"[1-9]\d{0,2}\.\d{3}")  # may be 19500 or 19.5
_LONGEST = 24  # digits; longer ones are identifiers


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number as written, without hedge, unit and currency."""

    start: int
    end: int
    value: Decimal
    share: bool = False  # a part of a whole, `value` in percent: 'a third', 'two in five'
    words: bool = False  # written in words throughout
    scale: Decimal = Decimal(1)  # by which its last word multiplies: 1000000 in '1.6 million'
    letter: bool = False  # the scale is a letter, 'm' or 'k', that may also be a unit


def numerals(text: str, prefixes: frozenset[str] = frozenset()) -> Iterator[Numeral]:
    """The numerals of the text, in order, none overlapping another.

    `prefixes` are letters that may stand before digits without a space, as currencies do ('USD10m').
    """
    waiting: Numeral | None = None
    for numeral in _spelled(text, token_pattern(prefixes)):
        if waiting is not None:
            ratio = _ratio(text, waiting, numeral)
            if ratio is not None:
                waiting = ratio
                continue
            yield waiting
        waiting = numeral
    if waiting is not None:
        yield waiting


def decimal_of(digits: str, *, grouped_by_point: bool = False) -> Decimal:
    """The value of digits: '19,546', '19 500', '1.234.567', '1,5', and '19.500' as the caller says."""
    if digits.isdecimal():
        return Decimal(digits)
    plain = _APART.sub("", digits)
    if _BY_COMMAS.fullmatch(plain):
        return Decimal(plain.replace(",", ""))
    if _BY_POINTS.fullmatch(plain) or (grouped_by_point and "," not in plain):
        return Decimal(plain.replace(".", "").replace(",", "."))
    return Decimal(plain.replace(",", "."))


def share_of(top: int, bottom: int) -> Decimal:
    """A fraction in percent, to one decimal."""
    return (Decimal(100 * top) / bottom).quantize(Decimal("0.1")).normalize() + 0


def _spelled(text: str, pattern: re.Pattern[str]) -> Iterator[Numeral]:
    """Numerals before ratios are joined: each token starts one or goes on with the one before it."""
    growing: _Growing | None = None
    for token in pattern.finditer(text):
        if growing is not None and growing.take(token):
            continue
        if growing is not None:
            yield from growing.done()
        growing = _Growing.begin(text, token)
    if growing is not None:
        yield from growing.done()


class _Growing:
    """A numeral under construction: 'two hundred' + 'and' + 'six'."""

    def __init__(self, text: str, start: int, end: int, value: Decimal, *, words: bool) -> None:
        self._text, self._start, self._end, self._words = text, start, end, words
        self._total, self._current = Decimal(0), value  # finished scales; what the next scale multiplies
        self._scale = self._lowest = Decimal(1)  # the last one; that of the last finished part
        self._open = words  # whether smaller words may follow
        self._letter = self._share = self._fraction = False

    @classmethod
    def begin(cls, text: str, token: re.Match[str]) -> "_Growing | None":
        start, end = token.span()
        if token["digits"]:
            return cls._digits(text, token)
        if token["mixed"]:
            return cls._mixed(text, token)
        if token["part"]:
            return cls._part(text, token)
        if token["word"]:
            word = token["word"].lower()
            if word in SMALL:
                return cls(text, start, end, Decimal(SMALL[word]), words=True)
            times = _ONE_TIMES.search(text, max(0, start - 30), start)
            if times is None:
                return None  # 'several hundred', 'the million'
            part = Decimal("0.5") if times["half"] else Decimal("0.25") if times["quarter"] else Decimal(1)
            if times["quarter"] and times["quarter"].lower().startswith("three"):
                part = Decimal("0.75")
            grown = cls(text, times.start(), start - 1, part, words=True)
            grown._multiply(word, end)
            return grown
        return None

    @classmethod
    def _digits(cls, text: str, token: re.Match[str]) -> "_Growing | None":
        digits, (start, end) = token["digits"], token.span()
        if len(digits) > _LONGEST:
            return None
        by_point = bool(_POINTED.fullmatch(digits)) and _counts_noun(text, start, end)
        grown = cls(text, start, end, decimal_of(digits, grouped_by_point=by_point), words=False)
        short, power = SHORT_SCALE.match(text, end), POWER_OF_TEN.match(text, end)
        if power and (not power["e"] or "." in digits):
            exponent = (power["power"] or power["raised"] or power["e"]).translate(SUPERSCRIPTS)
            grown._current, grown._end = grown._current.scaleb(int(exponent)), power.end()
        elif short:
            grown._multiply(short.group().strip(), short.end())
            grown._letter = short["short"] is not None
        return grown

    @classmethod
    def _mixed(cls, text: str, token: re.Match[str]) -> "_Growing | None":
        top, bottom = VULGAR[token["vulgar"]] if token["vulgar"] else (int(token["top"]), int(token["bottom"]))
        if not 0 < top < bottom:
            return None
        grown = cls(text, *token.span(), Decimal(token["whole"] or 0) + Decimal(top) / bottom, words=False)
        if not token["whole"] and re.match(rf"{SPACE}of\b", text[token.end() :][:4]):
            grown._become_share(top, bottom)
        return grown

    @classmethod
    def _part(cls, text: str, token: re.Match[str]) -> "_Growing | None":
        """'Half of', 'a third of', 'two thirds'; not 'the third mission', 'the first half', 'half an hour'."""
        noun, times = token["noun"].lower(), (token["times"] or "").lower()
        top = SMALL.get(times, 1)
        bottom = PARTS[noun]
        before, after = text[max(0, token.start() - 24) : token.start()], text[token.end() : token.end() + 20]
        if bool(token["plural"]) != (top > 1) or top >= bottom:
            return None
        if _OF_SCALE.match(text, token.end()) or (noun == "half" and _A_SCALE.match(text, token.end())):
            return None  # read with the scale
        if top == 1 and not stands_for_share(noun, times, before, after):
            return None
        if noun == "quarter" and top == 2:
            return None  # two quarters of a year
        grown = cls(text, *token.span(), Decimal(0), words=True)
        grown._become_share(top, bottom)
        return grown

    def _become_share(self, top: int, bottom: int) -> None:
        self._share, self._open, self._current = True, False, share_of(top, bottom)

    def _multiply(self, word: str, end: int) -> None:
        self._scale = Decimal(SCALES.get(word.lower()) or SHORT_SCALES[word.lower()])
        if self._scale == 100:
            self._current *= 100
        elif not self._current:  # '2.5 lakh' + 'crore'
            self._total, self._lowest = self._total * self._scale, self._lowest * self._scale
        else:
            self._total, self._current = self._total + self._current * self._scale, Decimal(0)
            self._lowest = self._scale
        self._end = end

    def take(self, token: re.Match[str]) -> bool:
        """Go on with the token, if it continues this numeral."""
        if token.start() < self._end:
            return True  # within a power of ten
        join = _JOIN.fullmatch(self._text, self._end, token.start()) if token.start() - self._end <= 6 else None
        if join is None or self._letter:
            return False
        if token["digits"]:
            return bool(join["and"]) and self._take_digits(token)
        if token["part"]:
            return self._take_part(token, joined_by_and=bool(join["and"]))
        if not token["word"] or self._share:
            return False
        word, end = token["word"].lower(), token.end()
        if word in SCALES:
            scale = SCALES[word]
            if join["and"] or not self._fits(scale):
                return False
            self._multiply(word, end)
            self._open = self._words or scale > 100
            return True
        return self._take_small(SMALL[word], end, joined_by_and=bool(join["and"]))

    def _fits(self, scale: int) -> bool:
        if not self._current:
            return 0 < self._lowest < scale and self._total > 0 and scale > 100
        if scale == 100:
            return self._current < 100
        if scale == 12:
            return not self._total
        return not self._total or (scale < self._lowest and self._total % self._lowest == 0)

    def _take_small(self, value: int, end: int, *, joined_by_and: bool) -> bool:
        """'Twenty' + 'six', 'two hundred' + 'and' + 'six', 'two thousand' + 'forty'."""
        after_scale = self._current == 0 and self._total > 0
        if not self._open or self._fraction or self._scale == 12 or not 0 < value < self._gap():
            return False
        if not after_scale and not self._has_gap():
            return False
        if joined_by_and and not (after_scale or self._current >= 100):
            return False
        self._current, self._end = self._current + value, end
        return True

    def _take_digits(self, token: re.Match[str]) -> bool:
        """'3 hundred' + 'and' + '12', where a greater scale follows: '3 hundred and 12 thousand'."""
        digits, end = token["digits"], token.end()
        if self._scale != 100 or self._total or self._current >= 1000 or not digits.isdecimal() or len(digits) > 2:
            return False
        if not _SCALE_NEXT.match(self._text, end):
            return False
        self._current, self._end, self._open = self._current + int(digits), end, False
        return True

    def _gap(self) -> Decimal:
        """What the next word must be less than."""
        if 20 <= self._current % 100 < 100:
            return Decimal(10)
        return Decimal(100) if self._current else self._scale

    def _has_gap(self) -> bool:
        """Whether the number read so far is round, so that a smaller word may go on with it."""
        gap = self._gap()
        return self._current % gap == 0 and (gap != 10 or self._words)

    def _take_part(self, token: re.Match[str], *, joined_by_and: bool) -> bool:
        """'One and a half', 'a million and a half', 'one and two thirds'."""
        times = SMALL.get((token["times"] or "").lower(), 1)
        if not joined_by_and or bool(token["plural"]) != (times > 1) or self._share or self._fraction:
            return False
        part = Decimal(times) / PARTS[token["noun"].lower()]
        if self._total and not self._current:
            self._total += part * self._scale
        else:
            self._current += part
        self._fraction, self._end = True, token.end()
        return True

    def done(self) -> Iterator[Numeral]:
        value = self._total + self._current
        yield Numeral(self._start, self._end, value, self._share, self._words, self._scale, self._letter)


def _counts_noun(text: str, start: int, end: int) -> bool:
    """Whether digits such as '19.500' stand before a plain word, as a count does, and not for money or a measure."""
    if start and text[start - 1] in "$€£¥₴₽₹":
        return False
    word = re.match(rf"{SPACE}([a-z]{{3,20}})\b", text[end : end + 24])
    return bool(word) and not re.match(r"per\b|percent|points?|met|kilo|gram|sec|\w{0,6}illion|times|degrees", word[1])  # type: ignore[index]


def _ratio(text: str, first: Numeral, second: Numeral) -> Numeral | None:
    """'One in three', 'nine out of ten': a share. 'Six out of the 14' and '387 out of 20,000' are two counts."""
    if first.share or second.share or not 1 <= first.value < second.value or second.value not in _RATIO_BASES:
        return None
    if first.words != second.words and first.value != 1 and second.value not in _MIXED_BASES:
        return None
    joined = _RATIO.fullmatch(text, first.end, second.start) if second.end - first.end <= 40 else None
    if joined is None or (joined["out"] and second.value in _NO_BASES):
        return None
    return replace(first, end=second.end, value=share_of(int(first.value), int(second.value)), share=True)
