"""Which row of a named query is which annotated item, and which of the item's attributes it has right."""

import pytest
from gold_articles import COURT, KYIV, LUBINETS, OFFICE, RIGHT, counts, figure, figure_row, scored

from onrecord.evaluation.gold import GoldAct, GoldDate, GoldPosition, GoldSpeaker, Row


def entity(name: str, *labels: str, node: str = "n1") -> Row:
    return {"person": node, "place": node, "court": node, "name": name, "labels": " | ".join((name, *labels))}


# Entities --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("row", "found"),
    [
        (entity("Dmytro Lubinets"), (1, 0, 0)),
        (entity("Lubinets"), (1, 0, 0)),
        (entity("DMYTRO LUBINETS’S"), (1, 0, 0)),
        (entity("Ombudsman Dmytro Lubinets", "Lubinets"), (1, 0, 0)),
        (entity("Ombudsman Dmytro Lubinets"), (0, 1, 1)),
        (entity("Dmytro"), (0, 1, 1)),
    ],
)
def test_an_entity_is_found_by_one_of_its_names(row: Row, found: tuple[int, int, int]) -> None:
    assert counts(scored("people", [row])) == found


def test_one_person_in_two_costs_precision() -> None:
    rows = [entity("Dmytro Lubinets", node="n1"), entity("Lubinets", node="n2")]
    assert counts(scored("people", rows)) == (1, 1, 0)


def test_one_entity_in_two_rows_is_one_answer() -> None:
    assert counts(scored("people", [entity("Lubinets"), entity("Lubinets")])) == (1, 0, 0)


def test_courts_are_the_organizations_that_are_courts() -> None:
    assert counts(scored("courts", [entity("ICC"), entity("the Office", node="n2")])) == (1, 1, 0)


def test_what_another_article_names_is_not_found_in_this_one() -> None:
    assert counts(scored("places", [entity("Kyiv")], source="b.txt", places=(KYIV,))) == (0, 0, 1)


# Dates -----------------------------------------------------------------------------------------------------------


def test_dates_are_compared_by_value_each_once() -> None:
    annotated = (GoldDate("on Monday", "2024-01-22"), GoldDate("22 January", "2024-01-22"), GoldDate("2023", "2023"))
    rows = [{"value": "2024-01-22"}, {"value": "2024-01-22"}, {"value": "2024-01"}]
    assert counts(scored("dates", rows, dates=annotated)) == (1, 1, 1)


# Figures ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("changed", "matches"),
    [
        ({}, True),
        ({"value": "517.0"}, True),
        ({"counted": "child"}, True),
        ({"counted": "children from Kherson"}, True),
        ({"hedge": "exact"}, True),
        ({"value": "518"}, False),
        ({"hedge": "https://w3id.org/onrecord/hedge/about"}, False),
        ({"counted": "children's homes"}, False),
        ({"counted": "people"}, False),
    ],
)
def test_a_figure_is_its_value_hedge_and_head_noun(changed: dict[str, str], matches: bool) -> None:
    expected = (1, 0, 0) if matches else (0, 1, 1)
    assert counts(scored("figures", [figure_row(**changed)], figures=(figure(),))) == expected


@pytest.mark.parametrize(("value", "matches"), [("33.3", True), ("33.35", True), ("33.4", False)])
def test_a_share_is_the_same_up_to_rounding(value: str, matches: bool) -> None:
    row = figure_row(value=value, counted="percent of children")
    result = scored("figures", [row], figures=(figure("33.3", counted="percent"),))
    assert bool(result.matches) is matches


def test_two_figures_that_agree_need_two_rows() -> None:
    annotated = (figure(), figure(scope="increment"))
    assert counts(scored("figures", [figure_row("f1")], figures=annotated)) == (1, 0, 1)
    assert counts(scored("figures", [figure_row("f1"), figure_row("f2")], figures=annotated)) == (2, 0, 0)


@pytest.mark.parametrize(
    ("changed", "wrong"),
    [
        ({}, set()),
        ({"action": "https://w3id.org/onrecord/action/killed"}, {"action"}),
        ({"scope": ""}, {"scope"}),
        ({"asOf": "2024-01"}, {"asOf"}),
        ({"asOf": ""}, {"asOf"}),
        ({"reportedBy": ""}, {"reportedBy"}),
        ({"reportedBy": "Office of the President"}, {"reportedBy"}),
        ({"where": "Kyiv"}, {"where"}),
        ({"factuality": "https://w3id.org/onrecord/factuality/planned"}, {"factuality"}),
    ],
)
def test_the_attributes_of_a_match_are_judged_one_by_one(changed: dict[str, str], wrong: set[str]) -> None:
    (match,) = scored("figures", [figure_row(**changed)], figures=(figure(),)).matches
    assert {name for name, right in match.judged.items() if not right} == wrong
    assert set(match.judged) == set(RIGHT)


def test_what_the_graph_leaves_unsaid_is_other_unspecified_and_a_fact() -> None:
    annotated = figure(action="other", scope="unspecified", asOf=None, reportedBy=None)
    row = figure_row(action="", scope="", asOf="", reportedBy="")
    (match,) = scored("figures", [row], figures=(annotated,)).matches
    assert all(match.judged.values())


# Positions -------------------------------------------------------------------------------------------------------

POSITION = GoldPosition(LUBINETS, "human rights commissioner", "Office of the President")


@pytest.mark.parametrize(
    ("name", "title", "organization", "matches"),
    [
        ("Lubinets", "human rights commissioner", "Office of the President", True),
        ("Lubinets", "human rights ombudsman", "the Office", True),  # two words of three
        ("Lubinets", "commissioner", "Office of the President", False),  # one of three
        ("Lubinets", "human rights commissioner", "", False),
        ("Lubinets", "human rights commissioner", "Ministry", False),
        ("Zelenska", "human rights commissioner", "Office of the President", False),
    ],
)
def test_a_position_is_its_person_organization_and_half_the_title(
    name: str, title: str, organization: str, matches: bool
) -> None:
    row = {**entity(name), "title": title, "organization": organization}
    assert bool(scored("positions", [row], positions=(POSITION,)).matches) is matches


# Acts ------------------------------------------------------------------------------------------------------------

WARRANT = GoldAct("ArrestWarrant", "ICC", ("Lubinets", "Olena Zelenska"), "2023-03-17")


def act(**changed: str) -> Row:
    row = {"act": "a1", "type": "https://w3id.org/onrecord/act/ArrestWarrant", "date": "2023-03-17"}
    return {**row, "by": "International Criminal Court", **changed}


@pytest.mark.parametrize(
    ("changed", "matches"),
    [
        ({}, True),
        ({"by": "Criminal Court"}, True),  # part of the name
        ({"by": ""}, False),
        ({"by": "Office of the President"}, False),
        ({"type": "https://w3id.org/onrecord/act/Charge"}, False),
        ({"date": "2023-03"}, False),
        ({"date": ""}, False),
    ],
)
def test_an_act_is_its_type_body_and_date(changed: dict[str, str], matches: bool) -> None:
    assert bool(scored("acts", [act(**changed)], acts=(WARRANT,)).matches) is matches


@pytest.mark.parametrize(
    ("against", "right"),
    [
        (("Dmytro Lubinets", "Olena Zelenska"), True),
        (("Olena Zelenska", "Dmytro Lubinets"), True),
        (("Dmytro Lubinets",), False),
        (("Dmytro Lubinets", "Kyiv"), False),
        (("Dmytro Lubinets", "Olena Zelenska", "Kyiv"), False),
        ((), False),
    ],
)
def test_an_act_is_against_all_that_are_annotated_and_nobody_else(against: tuple[str, ...], right: bool) -> None:
    rows = [act(against=name) for name in against] or [act()]
    (match,) = scored("acts", rows, acts=(WARRANT,)).matches
    assert match.judged == {"against": right}


def test_an_act_against_nobody() -> None:
    nobody = GoldAct("ArrestWarrant", "ICC", (), "2023-03-17")
    (match,) = scored("acts", [act()], acts=(nobody,)).matches
    assert match.judged == {"against": True}


# Speakers --------------------------------------------------------------------------------------------------------


def test_a_speaker_counts_once_and_statements_of_nobody_not_at_all() -> None:
    rows = [{"speaker": "Dmytro Lubinets"}, {"speaker": "Dmytro Lubinets"}, {"quote": "Yes."}, {"speaker": "Kyiv"}]
    annotated = (GoldSpeaker("Lubinets"), GoldSpeaker(OFFICE.name), GoldSpeaker(COURT.name))
    assert counts(scored("speakers", rows, speakers=annotated)) == (1, 1, 2)
