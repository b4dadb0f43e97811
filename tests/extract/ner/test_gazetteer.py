"""Well-known names: found without the encoder, typed against its doubts, never cut out of longer names."""

from collections.abc import Callable

import pytest

from onrecord.values.findings import Kind, Mention

Named = Callable[[str], list[Mention]]


def _names(mentions: list[Mention]) -> list[tuple[str, Kind | None]]:
    return [(m.name, m.kind) for m in mentions]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("He flew to Kenya.", [("Kenya", Kind.PLACE)]),
        ("The {l?:United Nations} replied.", [("United Nations", Kind.ORGANIZATION)]),
        ("They won in {o:Kenya}.", [("Kenya", Kind.ORGANIZATION)]),
        ("A judge of {c:Kenya} left.", [("Kenya", Kind.PLACE)]),
        ("The {o:United Nations Harbour Fund} paid.", [("United Nations Harbour Fund", Kind.ORGANIZATION)]),
        ("The Kenya Harbour closed.", []),
        ("They asked us for help.", []),
        ("The pro-Kenya camp won.", []),
    ],
)
def test_well_known_names(named: Named, text: str, found: list[tuple[str, Kind]]) -> None:
    assert _names(named(text)) == found


def test_words_on_the_list_of_what_is_nobodys_are_no_name(named: Named) -> None:
    assert not named("They met before {p?:Ramadan}.")
