"""Which figures disagree, and which only look like it."""

from decimal import Decimal

import pytest
from compared import CHARITY, LABORATORY, OFFICIALS, OWN_VOICE, figure

from onrecord.graph import iri
from onrecord.linking.disagreements import disagreements
from onrecord.linking.figures import FigureRecord

TORVIA, NORLAND = (iri.identity("place", name) for name in ("Torvia", "Norland"))
STORY = {"story": frozenset({"place/dravo", "person/osterlund", "body/council"})}


def why(*figures: FigureRecord) -> list[str]:
    return [found.reason for found in disagreements(figures)]


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        (figure("24"), figure("32", **LABORATORY), "no number is both 24 and 32"),
        (figure("24"), figure("32", "at_least", **LABORATORY), "no number is both 24 and at least 32"),
        (
            figure("20", "between", upper=Decimal(30)),
            figure("31", **CHARITY),
            "no number is both between 20 and 30 and 31",
        ),
        (figure("350", "nearly"), figure("361", **LABORATORY), "no number is both nearly 350 and 361"),
        (figure("24", **OFFICIALS), figure("32", **LABORATORY), "no number is both 24 and 32"),
        (figure("24", latest="2024-05-31"), figure("32", **LABORATORY), "no number is both 24 and 32"),
        (figure("24", scope="total"), figure("32", **LABORATORY), "no number is both 24 and 32"),
        (figure("24", of="people | mexican"), figure("32", of="mexicans", **LABORATORY), "no number is both 24 and 32"),
        (figure("24", of="victim"), figure("32", of="death", **LABORATORY), "no number is both 24 and 32"),
    ],
)
def test_two_sources_that_give_one_thing_two_numbers(one: FigureRecord, other: FigureRecord, reason: str) -> None:
    assert why(one, other) == why(other, one) == [reason]


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        (figure("19546"), figure("35000", "up_to", **LABORATORY), "19546 and up to 35000"),
        (figure("1480"), figure("1700", "about", **LABORATORY), "1480 and about 1700"),
        (figure("24", **OFFICIALS), figure("32", "up_to", **LABORATORY), "24 and up to 32"),
        (figure("31", "at_least"), figure("38", **LABORATORY), "at least 31 and 38"),
        (figure("16000", "more_than"), figure("19500", "nearly", **LABORATORY), "more than 16000 and nearly 19500"),
    ],
)
def test_two_counts_whose_bounds_agree_may_concern_different_things(
    one: FigureRecord, other: FigureRecord, told: str
) -> None:
    (reason,) = why(one, other)
    assert (
        reason
        == f"{told} can both hold, but hardly of one count; they may concern different things: read the sentences"
    )


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (figure("19000", "more_than"), figure("19546", **LABORATORY)),  # rounded
        (figure("1850", "about"), figure("1859", **LABORATORY)),
        (figure("20000"), figure("19546", **LABORATORY)),
        (figure("500"), figure("500", "more_than", **LABORATORY)),
        (figure("30", "less_than", of="percent"), figure("28", "about", of="percent", **LABORATORY)),
        (figure("22"), figure("61")),  # '22 of 61', '61, up from 22': one source's
        (figure("22", **OWN_VOICE), figure("61", **LABORATORY)),  # may be the laboratory's too
        (figure("1", event="event/raid"), figure("3", event="event/raid", **OWN_VOICE)),  # for other offences
        (figure("22"), figure("61", unnamed="it")),
        (figure("22", by="", name="", unnamed="the bureau"), figure("61")),  # the same bureau
        (figure("22", by="person/kuleba", name="K.", bodies=frozenset({"body/Bureau"})), figure("61")),  # its head
        (figure("32"), figure("24", of="child", **LABORATORY)),  # a part of them
        (figure("24", of="people | kherson"), figure("32", **LABORATORY)),  # a region and the whole
        (figure("4", of="victim | family"), figure("9", **LABORATORY)),  # 'four victims from a single family'
        (figure("24"), figure("32", action="injured", **LABORATORY)),
        (figure("24", action="other"), figure("32", action="other", **LABORATORY)),  # nothing is told but the number
        (figure("24"), figure("32", day="2024-05-16", **LABORATORY)),  # a day later
        (figure("24", earliest="", latest=""), figure("32", **LABORATORY)),
        (figure("4", scope="increment"), figure("32", **LABORATORY)),
        (figure("4", scope="increment"), figure("7", scope="increment", **LABORATORY)),  # two missions
        (figure("24"), figure("32", factuality="planned", **LABORATORY)),
        (figure("12", "at_least", **OFFICIALS), figure("18", **LABORATORY)),  # more were found since
        (figure("602", agent="body/Charity", **CHARITY), figure("1859")),  # one charity's and the nation's
        (figure("95", agent=TORVIA), figure("90", agent=NORLAND, **LABORATORY)),  # each side's prisoners
        (figure("24", where="place/ellin"), figure("32", where="place/dravo", **LABORATORY)),
        (figure("21", where="place/cape"), figure("1312", scope="total", **LABORATORY)),
        (figure("35", of="body"), figure("190", **LABORATORY)),  # found so far
        (figure("24", event="event/fire"), figure("32", event="event/flood", **LABORATORY)),
        (figure("28", corrects=frozenset({Decimal(36)})), figure("36", **LABORATORY)),
    ],
)
def test_what_only_looks_like_it(one: FigureRecord, other: FigureRecord) -> None:
    assert why(one, other) == []


def test_what_a_state_did_may_be_all_that_was_done() -> None:
    assert why(figure("214", agent=TORVIA), figure("160", **LABORATORY)) == ["no number is both 160 and 214"]


def test_children_are_fewer_than_people_but_not_more() -> None:
    people, children = figure("160", "up_to"), figure("214", of="child", **LABORATORY)
    assert why(people, children) == ["a part cannot be more than the whole: 214 of up to 160"]
    assert why(figure("214"), figure("160", of="child", **LABORATORY)) == []


def test_own_voice_beside_a_source_counts_for_two_running_totals() -> None:
    own, front = figure("263", scope="total", **OWN_VOICE), figure("270", scope="total", **LABORATORY)
    assert why(own, front) == ["no number is both 263 and 270"]
    assert why(own, figure("270", **LABORATORY)) == ["no number is both 263 and 270"]  # all of them, and yet fewer
    assert why(own, figure("240", **LABORATORY)) == []  # the toll has risen since


def test_two_numbers_in_one_sentence_are_set_beside_each_other() -> None:
    here = {"sentences": frozenset({"a#char=0,9"})}
    least, count = figure("31", "at_least", **here), figure("38", **OFFICIALS, **here)
    assert len(why(least, count)) == 1
    assert why(least, figure("38", **OFFICIALS)) == []


def test_sources_that_agree_on_one_number_do_not_disagree_on_another() -> None:
    assert why(figure("13"), figure("44"), figure("13", **LABORATORY)) == []


def test_of_several_numbers_the_nearest_two_disagree() -> None:
    (found,) = disagreements([figure("24"), figure("3"), figure("32", **LABORATORY)])
    assert ("#24-" in found.lesser, "#32-" in found.greater) == (True, True)


def test_those_on_a_register_are_set_beside_all_to_whom_it_happened() -> None:
    registered = figure("19546", of="child", action="identified", said=frozenset({"deported"}))
    taken = figure("35000", "up_to", of="child", action="deported", **LABORATORY)
    (reason,) = why(registered, taken)
    assert "one counts only those identified; they may concern different things" in reason
    assert why(figure("19546", of="child", action="identified"), taken) == []


# Across articles ------------------------------------------------------------------------------------------------------


def test_articles_of_one_story_disagree_where_their_sources_do() -> None:
    one, other = figure("24", **STORY), figure("32", article="b", **LABORATORY, **STORY)
    assert why(one, other) == ["no number is both 24 and 32"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            figure("24", story=frozenset({"place/delhi", "x", "y"})),
            figure("32", article="b", **LABORATORY, **STORY),
        ),  # two fires
        (figure("24", **OWN_VOICE, **STORY), figure("32", article="b", **LABORATORY, **STORY)),
        (figure("24", **STORY), figure("32", article="b", **STORY)),  # one source, an hour later
        (
            figure("24", where="place/dravo", **STORY),
            figure("32", article="b", where="place/ellin", **LABORATORY, **STORY),
        ),
        (figure("24", of="people | kherson", **STORY), figure("32", article="b", **LABORATORY, **STORY)),
        (figure("24", day="2024-05-14", **STORY), figure("32", article="b", **LABORATORY, **STORY)),
    ],
)
def test_articles_of_two_things_do_not(one: FigureRecord, other: FigureRecord) -> None:
    assert why(one, other) == []


def test_one_event_is_enough() -> None:
    fire = {"event": "event/fire"}
    one, other = figure("52", **OWN_VOICE, **fire), figure("54", article="b", **LABORATORY, **fire)
    assert why(one, other) == ["no number is both 52 and 54"]
    assert why(one, figure("54", article="b", day="2024-05-16", **LABORATORY, **fire)) == []  # the toll rose


def test_an_article_that_has_the_other_number_as_well_tells_a_part_or_an_earlier_one() -> None:
    other = figure("61", article="b", **LABORATORY, **STORY)
    assert why(figure("22", **STORY), figure("61", **STORY), other) == []


def test_many_figures_of_one_number_are_no_many_rows() -> None:
    told = [figure("24", article=f"a{n}", **STORY) for n in range(40)]
    told += [figure("32", article=f"b{n}", **LABORATORY, **STORY) for n in range(40)]
    assert why(*told) == ["no number is both 24 and 32"]
