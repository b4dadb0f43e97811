"""What is said of a figure of a draft beside figures on record."""

from collections.abc import Sequence

import pytest
from told import told

from onrecord.check.figure_matter import Day
from onrecord.check.figure_verdicts import remarks
from onrecord.check.figures import Told
from onrecord.check.findings import Matter, finding
from onrecord.check.verdicts import Verdict

OMBUDSMAN, CHARITY = "Jonas Weyland", "Harbour Trust"


def verdict(figure: Told, record: Sequence[Told], published: str = "") -> Verdict:
    (source,) = figure.sources
    return finding(Matter.FIGURE, source.words, source.sentence, remarks(figure, record, Day(published))).verdict


@pytest.mark.parametrize(
    ("figure", "on_record"),
    [
        (told(517), told(517)),
        (told(517, counted="abducted children"), told(517)),
        (told(20000, hedge="nearly"), told(20000, hedge="nearly")),
        (told(20000, hedge="nearly"), told(19546)),
        (told(517, by=OMBUDSMAN), told(517, by=OMBUDSMAN)),
        (told(517, by=OMBUDSMAN), told(517)),  # an article's own voice is anybody's
        (told(517, by="Weyland"), told(517, by=OMBUDSMAN)),
        (told(517, day="2024-01"), told(517, day="2024-01-14")),
        (told(517, day="2024-01-15"), told(517, day="2024-01-14")),  # told in the night after it
        (told(10, 15, hedge="between"), told(10, 15, hedge="between")),
        (told(33, withdrawn=True), told(33, withdrawn=True)),  # the draft takes it back as well
        (
            told(140, action="other", by=OMBUDSMAN, story=frozenset()),
            told(140, by=OMBUDSMAN),
        ),  # by one source
    ],
)
def test_what_the_record_has_agrees(figure: Told, on_record: Told) -> None:
    assert verdict(figure, [on_record]) is Verdict.AGREES


@pytest.mark.parametrize(
    ("figure", "on_record", "fault"),
    [
        (told(20000), told(20000, hedge="nearly"), Verdict.HEDGE_DROPPED),
        (told(15), told(10, 15, hedge="between"), Verdict.HEDGE_DROPPED),
        (told(20000, hedge="more_than"), told(20000, hedge="nearly"), Verdict.CONTRADICTED),
        (told(19546, action="deported"), told(19546, action="identified"), Verdict.ANOTHER_POPULATION),
        (told(19546, counted="families"), told(19546), Verdict.ANOTHER_POPULATION),
        (told(517, by=CHARITY), told(517, by=OMBUDSMAN), Verdict.ANOTHER_SPEAKER),
        (told(517, day="2024-03-01"), told(517, day="2024-01-14"), Verdict.ANOTHER_DAY),
        (told(571, by=OMBUDSMAN), told(517, by=OMBUDSMAN), Verdict.CONTRADICTED),
        (told(33), told(33, withdrawn=True), Verdict.CONTRADICTED),
        (
            told(571, sentence="The trust brought 571 children home to Torvia"),
            told(517, sentence="The trust brought 517 children home to Torvia"),
            Verdict.CONTRADICTED,
        ),
    ],
)
def test_what_departs_from_the_record_is_told(figure: Told, on_record: Told, fault: Verdict) -> None:
    assert verdict(figure, [on_record]) is fault


@pytest.mark.parametrize(
    ("figure", "on_record"),
    [
        (told(571, by=CHARITY), told(517, by=OMBUDSMAN)),  # two sources may differ
        (told(571, by=OMBUDSMAN, day="2024-03-01"), told(517, by=OMBUDSMAN, day="2024-01-14")),  # it may have grown
        (told(4, action="deported"), told(4)),  # any two counts may come to four
        (told(4, day="2024-03-01"), told(4, day="2024-01-14")),
        (told(20000, by=CHARITY), told(20000, by=OMBUDSMAN)),  # and two sources to a round number
        (told(571, by=OMBUDSMAN, scope="increment"), told(517, by=OMBUDSMAN)),
        (told(517, counted="families"), told(731)),
    ],
)
def test_what_nobody_has_said_otherwise_is_not_on_record(figure: Told, on_record: Told) -> None:
    assert verdict(figure, [on_record]) is Verdict.NOT_ON_RECORD


def test_a_figure_with_a_newer_one_of_its_kind_is_older() -> None:
    record = [told(517, day="2024-01-14"), told(1859, day="2025-12-04", article="two")]
    assert verdict(told(517), record) is Verdict.OLDER
    assert verdict(told(517, day="2024-01-14"), record) is Verdict.AGREES, "the draft says of which day it is"
    assert verdict(told(1859), record) is Verdict.AGREES


def test_what_is_on_record_of_later_days_than_the_draft_makes_nothing_old() -> None:
    record = [told(517, day="2024-01-14"), told(1859, day="2025-12-04", article="two")]
    assert verdict(told(517, day="2024-02-01"), record, published="2024-02-01") is Verdict.AGREES


def test_a_total_of_one_charity_is_not_made_old_by_that_of_another() -> None:
    record = [told(231, day="2024-01-24", agent=CHARITY), told(602, day="2025-02-11", agent="other", article="two")]
    assert verdict(told(231), record) is Verdict.AGREES


def test_several_things_are_said_of_one_figure_the_most_serious_first() -> None:
    on_record = told(19500, hedge="nearly", by=OMBUDSMAN)
    found = list(remarks(told(19500, by=CHARITY), [on_record], Day()))
    assert {remark.verdict for remark in found} >= {Verdict.ANOTHER_SPEAKER, Verdict.HEDGE_DROPPED}
    (source,) = on_record.sources
    assert finding(Matter.FIGURE, source.words, source.sentence, found).verdict is Verdict.ANOTHER_SPEAKER
