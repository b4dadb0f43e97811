"""When values are the same: names without their dress, head nouns in the singular, numbers, terms."""

from decimal import Decimal

import pytest

from onrecord.evaluation.comparison import Coreferents, head_noun, normalized, same_number, term


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Save Ukraine", "SAVE UKRAINE"),
        ("The Hague", "Hague"),
        ("Wanda Vázquez", "Wanda Vazquez"),
        ("Ukraine's", "Ukraine"),
        ("Ukraine’s government", "Ukraine government"),
        ("the States'", "States"),
        ("U.S. House", "U S House"),
        ("Al-Jazeera", "Al Jazeera"),
        ("  Kyiv\n", "kyiv"),
    ],
)
def test_names_that_differ_in_dress_only_are_the_same(one: str, other: str) -> None:
    assert normalized(one) == normalized(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Save Ukraine", "Save the Ukraine"),  # an article that does not lead
        ("James", "Jame"),  # no possessive
        ("Theodor", "odor"),
        ("高涌誠", "坤輿掩埋場"),  # another script is not dropped for want of Latin letters
        ("Ivan Petrenko", "Ivan Petrenko Jr."),
    ],
)
def test_names_that_differ_in_words_are_not(one: str, other: str) -> None:
    assert normalized(one) != normalized(other)


def test_no_name_is_an_empty_one() -> None:
    assert normalized(None) == normalized("—") == ""


@pytest.mark.parametrize(
    ("counted", "head"),
    [
        ("Ukrainian children", "child"),
        ("children from the camp", "child"),
        ("people who were taken", "person"),
        ("women", "woman"),
        ("families", "family"),
        ("losses", "losse"),  # the rule is a simple one; both sides are cut alike
        ("witness", "witness"),
        ("euros", "euro"),
        ("€", "euro"),
        ("US dollars", "dollar"),
        ("percent of voters", "percent"),
        ("% of the camps", "percent"),
        ("per cent", "percent"),
        ("of the dead", "dead"),  # nothing stands before it to be qualified
        ("", ""),
    ],
)
def test_the_head_noun_is_the_last_before_what_qualifies_it(counted: str, head: str) -> None:
    assert head_noun(counted) == head


@pytest.mark.parametrize(
    ("found", "wanted", "share", "same"),
    [
        ("1600000", "1600000", False, True),
        ("1.6E6", "1600000", False, True),
        ("33.3", "33.3", True, True),
        ("33.35", "33.3", True, True),
        ("33.36", "33.3", True, False),
        ("33.35", "33.3", False, False),  # only shares are rounded
        ("12", "21", False, False),
        ("many", "12", False, False),
        ("", "0", True, False),
    ],
)
def test_numbers_are_the_same_by_value_and_shares_up_to_rounding(
    found: str, wanted: str, share: bool, same: bool
) -> None:
    assert same_number(found, Decimal(wanted), share) is same


def test_a_term_is_the_end_of_its_iri() -> None:
    assert term("https://w3id.org/onrecord/action/killed") == term("http://example.org/ns#killed") == term("killed")
    assert term("") == ""


NAMES = Coreferents(
    annotated=(frozenset({"dmytro lubinets", "lubinets"}), frozenset({"office of the president"})),
    labels={"d lubinets": frozenset({"d lubinets", "lubinets"})},
)


@pytest.mark.parametrize(
    ("found", "wanted", "same"),
    [
        ("Lubinets", "Dmytro Lubinets", True),  # an alias of the annotation
        ("D. Lubinets", "Dmytro Lubinets", True),  # by another label of the graph's entity
        ("Ombudsman", "ombudsman's", True),  # a name that the annotation lists nowhere
        ("Olena Zelenska", "Dmytro Lubinets", False),
        ("", "Dmytro Lubinets", False),
        ("", None, True),
        ("Lubinets", None, False),
        ("Office", "Office of the President", False),
    ],
)
def test_a_name_is_the_same_by_any_name_of_its_entity(found: str, wanted: str | None, same: bool) -> None:
    assert NAMES.same(found, wanted) is same


@pytest.mark.parametrize(
    ("found", "wanted", "same"),
    [
        ("the Office", "Office of the President", True),
        ("Office of the President of Ukraine", "Office of the President", True),
        ("Ministry", "Office of the President", False),
        ("", "Office of the President", False),
        ("", None, True),
        ("the Office", None, False),
    ],
)
def test_a_body_is_the_same_also_where_one_name_contains_the_other(found: str, wanted: str | None, same: bool) -> None:
    assert NAMES.same_body(found, wanted) is same
