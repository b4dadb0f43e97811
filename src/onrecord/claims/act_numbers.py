"""The numbers by which acts are known: 'Resolution 2482 (2019)', '4102/12'."""

import re

_DIGITS = re.compile(r"\d+")


def told_apart(number: str, other: str) -> bool:
    """Whether two acts of one kind and body cannot be one by their numbers; titles in words may be shortened."""
    some, others = set(_DIGITS.findall(number)), set(_DIGITS.findall(other))
    return bool(some and others) and not (some <= others or others <= some)
