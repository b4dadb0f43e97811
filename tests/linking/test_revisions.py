"""Series that go on: which figure takes the place of which."""

from compared import CHARITY, LABORATORY, OWN_VOICE, figure

from onrecord.linking.figures import FigureRecord
from onrecord.linking.revisions import revisions


def total(value: str, day: str, **changes: object) -> FigureRecord:
    return figure(value, day=day, **{"scope": "total", "article": day, **CHARITY, **changes})


JANUARY, FEBRUARY, MARCH = total("231", "2024-01-24"), total("235", "2024-02-02"), total("240", "2024-03-01")


def pairs(*figures: FigureRecord) -> list[tuple[str, str]]:
    return sorted((r.later, r.earlier) for r in revisions(figures))


def test_each_total_of_a_source_revises_the_last_one_before_it() -> None:
    assert pairs(MARCH, JANUARY, FEBRUARY) == sorted([(FEBRUARY.iri, JANUARY.iri), (MARCH.iri, FEBRUARY.iri)])


def test_the_head_of_a_body_goes_on_with_its_series() -> None:
    head = {"by": "person/kuleba", "name": "K.", "bodies": frozenset({"body/Charity"})}
    later = total("235", "2024-02-02", **head)
    assert pairs(JANUARY, later) == [(later.iri, JANUARY.iri)]


def test_the_toll_of_an_event_is_one_series_whoever_counts() -> None:
    told = {"scope": "unspecified", "event": "event/quake"}
    first = total("41", "2024-01-01", **told, **OWN_VOICE)
    second = total("63", "2024-01-02", **told, **LABORATORY)
    more = total("4", "2024-01-03", **{**told, "scope": "increment"})
    assert pairs(first, second, more) == [(second.iri, first.iri)]


def test_other_sources_populations_numbers_told_again_and_single_occasions_revise_nothing() -> None:
    assert pairs(JANUARY, total("235", "2024-02-02", **LABORATORY)) == []
    assert pairs(JANUARY, total("235", "2024-02-02", of="child")) == []
    assert pairs(JANUARY, total("231", "2024-02-02")) == []
    assert pairs(total("1330", "2024-01-01", action="other"), total("441", "2024-02-01", action="other")) == []
    assert pairs(JANUARY, total("235", "2024-01-24")) == []
    assert pairs(total("4", "2024-01-01", scope="increment"), total("7", "2024-02-01", scope="increment")) == []
    assert pairs(total("1", "2024-01-01", **OWN_VOICE), total("2", "2024-02-01", **OWN_VOICE)) == []
