"""Bases: what code decides fields on is in the word list, and nothing else is."""

import re
from pathlib import Path

import pytest

import onrecord
from onrecord.lexicon import bases, lexicon

PACKAGE = Path(onrecord.__file__).parent
DECIDE = ("extract/quantities/bases.py", "claims/figures.py", "claims/events.py")
TERMS = {basis.term for basis in lexicon.load().scheme("basis")}
WITH_ENCODER = ("", "-agreed", "-doubted")


def test_code_names_the_bases_of_the_list_and_no_others() -> None:
    code = "".join((PACKAGE / name).read_text("utf-8") for name in DECIDE)
    stems = {basis.partition("-")[0] for basis in TERMS} - {"as"}
    named = set(re.findall(rf'"((?:{"|".join(stems)}|as-of)-[a-z-]+)"', code))
    asked = {basis for basis in named if f"{basis}-agreed" in TERMS}
    assert named | {basis + end for basis in asked for end in WITH_ENCODER} == TERMS


def test_the_usual_basis_is_the_one_of_which_the_graph_says_nothing() -> None:
    assert bases.is_usual("as-of-published")
    assert bases.is_usual("")
    assert not bases.is_usual("as-of-clause")


@pytest.mark.parametrize("field", ["action", "scope", "factuality"])
def test_where_the_encoder_agrees_a_field_is_surer_than_where_it_doubts_it(field: str) -> None:
    for stem in ("words", "untold"):
        agreed, doubted = (bases.confidence(f"{field}-{stem}-{end}") for end in ("agreed", "doubted"))
        assert agreed > doubted


def test_of_a_basis_that_is_not_known_nothing_is_sure() -> None:
    assert bases.confidence("") == 0
