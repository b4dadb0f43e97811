"""Finding a name again where the encoder missed it, and the longer forms that stand around names."""

from collections.abc import Callable

import pytest

from onrecord.values.findings import Kind, Mention

Named = Callable[[str], list[Mention]]

AGAIN = [
    ("the same words", "{p:Vera Pohl} left. Nobody saw Vera Pohl.", 2),
    ("a word that is a name there", "{l:Tarvik} is far. It snowed in Tarvik.", 2),
    ("not a common word", "They met in {l:Reading}. Reading is good for children.", 1),
    ("not in small letters", "The {o:Harbour Fund} paid. A harbour fund is needed.", 1),
    ("not in a compound", "They met in {l:Tarvik}. The anti-Tarvik camp won.", 1),
    ("not in a longer name", "{l:Tarvik} is far. The {o:Tarvik Fund} paid.", 2),
]


@pytest.mark.parametrize(("text", "count"), [c[1:] for c in AGAIN], ids=[c[0] for c in AGAIN])
def test_a_name_is_found_again(named: Named, text: str, count: int) -> None:
    assert len(named(text)) == count


def test_the_masthead_of_an_outlet_is_no_mention(named: Named) -> None:
    names = named("{o:The Selwyn Herald}\nFerry sinks off {l:Selwyn}\n\nA ferry sank near {l:Selwyn} on Monday.")
    assert {m.kind for m in names} == {Kind.PLACE}


def test_an_outlet_that_the_text_names_is_one(named: Named) -> None:
    names = named("{o:The Selwyn Herald}\nFerry sinks\n\nA ferry sank, the {o:Selwyn Herald} reported.")
    assert [m.name for m in names] == ["Selwyn Herald", "Selwyn Herald"]


LONGER = [
    ("a common noun after a place", "Families left {l:Tarvik} region by bus.", "Tarvik region"),
    ("an adjective before a body", "The Lorvian {o:Aid Fund} paid.", "Lorvian Aid Fund"),
    ("an owner before a body", "{l:Dorvania}'s {o:Ministry of Defence} said no.", "Dorvania's Ministry of Defence"),
]


@pytest.mark.parametrize(("text", "longer"), [c[1:] for c in LONGER], ids=[c[0] for c in LONGER])
def test_longer_forms(named: Named, text: str, longer: str) -> None:
    assert [m.longer.exact for m in named(text) if m.longer is not None] == [longer]


@pytest.mark.parametrize("text", ["They left {l:Tarvik} Region by bus.", "Families left {l:Tarvik} on Monday."])
def test_no_longer_form(named: Named, text: str) -> None:
    assert [m.longer for m in named(text)] == [None]
