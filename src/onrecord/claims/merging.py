"""Claims made more than once become one, with all their evidence."""

from collections.abc import Callable, Iterable
from typing import TypeVar

_Claim = TypeVar("_Claim")


def merged(
    claims: Iterable[_Claim], same: Callable[[_Claim, _Claim], bool], joined: Callable[[_Claim, _Claim], _Claim]
) -> tuple[_Claim, ...]:
    """The claims in order, each that is the `same` as an earlier one `joined` to it, until no two are the same.

    What is told later may make one of two before.
    """
    kept, before = tuple(claims), -1
    while len(kept) != before:
        before, kept = len(kept), _merged_once(kept, same, joined)
    return kept


def _merged_once(
    claims: Iterable[_Claim], same: Callable[[_Claim, _Claim], bool], joined: Callable[[_Claim, _Claim], _Claim]
) -> tuple[_Claim, ...]:
    kept: list[_Claim] = []
    for claim in claims:
        at = next((i for i, earlier in enumerate(kept) if same(earlier, claim)), None)
        if at is None:
            kept.append(claim)
        else:
            kept[at] = joined(kept[at], claim)
    return tuple(kept)
