"""Functions in a process of their own: their values come back, and nothing that they do wrong does."""

import pytest

from onrecord.sources.confinement import ConfinedError, confined


def test_the_values_of_a_function_come_back() -> None:
    assert confined("json:loads", ['{"a": [1, "Ґ"]}'], 20, 500) == {"a": [1, "Ґ"]}


@pytest.mark.parametrize(
    ("function", "argument"),
    [("json:loads", "{"), ("os:abort", ""), ("builtins:bytearray", "no"), ("nowhere:nothing", "")],
)
def test_a_function_that_breaks_is_told_in_one_line(function: str, argument: str) -> None:
    with pytest.raises(ConfinedError, match="broken, or takes more than 20 seconds or 500 MiB to read"):
        confined(function, [argument] if argument else [], 20, 500)


def test_a_function_that_takes_too_long_is_ended() -> None:
    with pytest.raises(ConfinedError, match=r"[13] seconds"):
        confined("builtins:eval", ["sum(1 for _ in iter(int, 1))"], 1, 500)


def test_a_function_that_takes_too_much_memory_is_ended() -> None:
    with pytest.raises(ConfinedError, match="200 MiB"):
        confined("builtins:eval", ["len(bytearray(1 << 30))"], 20, 200)
