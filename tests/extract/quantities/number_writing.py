"""Writes numbers in the styles that articles use, for the tests that read them back."""

from decimal import Decimal

_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
).split(" ")
_TENS = "- - twenty thirty forty fifty sixty seventy eighty ninety".split(" ")
_SCALES = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"), (1000, "thousand"), (100, "hundred"))


def grouped(value: int, separator: str) -> str:
    """19546 with ',' -> '19,546'."""
    return f"{value:,}".replace(",", separator)


def words(value: int, *, joined_by_and: bool) -> str:
    """206 -> 'two hundred and six', or 'two hundred six'."""
    if value < 20:
        return _ONES[value]
    if value < 100:
        tens, ones = divmod(value, 10)
        return _TENS[tens] + (f"-{_ONES[ones]}" if ones else "")
    scale, name = next((s, n) for s, n in _SCALES if s <= value)
    times, rest = divmod(value, scale)
    head = f"{words(times, joined_by_and=joined_by_and)} {name}"
    if not rest:
        return head
    link = " and " if joined_by_and and rest < 100 else " "
    return head + link + words(rest, joined_by_and=joined_by_and)


def scaled(value: Decimal, scale: int, name: str) -> tuple[str, Decimal]:
    """1.6, 1000000, ' million' -> '1.6 million' and its value."""
    return f"{value}{name}", value * scale
