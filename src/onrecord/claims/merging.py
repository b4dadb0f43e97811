"""Claims made more than once become one, with all their evidence."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable
from typing import TypeVar

_Claim = TypeVar("_Claim")


def merged(
    claims: Iterable[_Claim],
    key: Callable[[_Claim], Hashable],
    same: Callable[[_Claim, _Claim], bool],
    joined: Callable[[_Claim, _Claim], _Claim],
) -> tuple[_Claim, ...]:
    """The claims in order, each that is the `same` as an earlier one `joined` to it, until no two are the same.

    What is told later may make one of two before. Only claims of one `key` are the same, and joined they have it still.
    """
    kept, before = tuple(claims), -1
    while len(kept) != before:
        before, kept = len(kept), _merged_once(kept, key, same, joined)
    return kept


def _merged_once(
    claims: Iterable[_Claim],
    key: Callable[[_Claim], Hashable],
    same: Callable[[_Claim, _Claim], bool],
    joined: Callable[[_Claim, _Claim], _Claim],
) -> tuple[_Claim, ...]:
    kept: list[_Claim] = []
    places: dict[Hashable, list[int]] = defaultdict(list)  # in `kept`, by key
    for claim in claims:
        alike = places[key(claim)]
        at = next((i for i in alike if same(kept[i], claim)), None)
        if at is None:
            alike.append(len(kept))
            kept.append(claim)
        else:
            kept[at] = joined(kept[at], claim)
    return tuple(kept)
