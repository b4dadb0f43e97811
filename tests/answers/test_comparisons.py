"""The questions that set figures side by side, over claims made by hand; and the picture of a series."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pyoxigraph as ox
import pytest

import samples
from onrecord.answers.ask import ask, named, named_queries, with_factuality
from onrecord.answers.plot import draw, points
from onrecord.claims import FigureClaim, Source
from onrecord.errors import UsageError
from onrecord.store import Reader
from onrecord.values.entities import Entity
from onrecord.values.findings import Kind

Ask = Callable[..., list[dict[str, str]]]
SAVE_UKRAINE, KULEBA = samples.FIGURE.sources
HEAD = replace(samples.POSITION, role="head")  # Kuleba's, of Save Ukraine
DRAVO = Entity(Kind.PLACE, "Dravo", ("Dravo",), (samples.at("Kyiv"),))
COURT = Source(samples.COURT, samples.at("International Criminal Court"))


def figure(value: str, hedge: str = "exact", **changes: object) -> FigureClaim:
    """A total of returned children, reported by Kuleba on 24 January 2024 unless said otherwise."""
    plain = replace(
        samples.FIGURE,
        value=Decimal(value),
        upper=None,
        hedge=hedge,
        scope="total",
        as_of="2024-01-24",
        population="child",
        sources=(KULEBA,),
    )
    return replace(plain, **changes)  # type: ignore[arg-type]


@pytest.fixture
def rows(tmp_path: Path) -> Ask:
    def run(question: str, *figures: FigureClaim) -> list[dict[str, str]]:
        named_there = {e for f in figures for e in (f.where, f.agent) if e} | set(samples.claims().entities)
        claims = samples.claims(sorted(named_there, key=str), figures=figures, statements=(), positions=(HEAD,))
        text = named(question).text if question in named_queries() else question
        answer = ask(Reader(samples.store(tmp_path / "store", claims)), text)
        assert isinstance(answer, ox.QuerySolutions)
        columns = [variable.value for variable in answer.variables]
        return [{c: s[c].value for c in columns if s[c] is not None} for s in answer]

    return run


def other(value: str, hedge: str = "exact", **changes: object) -> FigureClaim:
    """The same by the court."""
    return figure(value, hedge, **{"sources": (COURT,), **changes})


@pytest.mark.parametrize(
    ("below", "above", "why"),
    [
        (figure("387"), other("517"), "no number is both 387 and 517"),
        (other("387"), figure("500", "more_than"), "no number is both 387 and more than 500"),
        (figure("387", as_of="2024-01"), other("517"), "no number is both 387 and 517"),  # the month holds the day
        (
            figure("19546"),
            other("35000", "up_to"),
            "19546 and up to 35000 can both hold, but hardly of one count; "
            "they may concern different things: read the sentences",
        ),
    ],
)
def test_figures_of_two_sources_that_cannot_both_hold_disagree(
    rows: Ask, below: FigureClaim, above: FigureClaim, why: str
) -> None:
    (row,) = rows("disagreements", below, above)
    assert (row["oneValue"], row["otherValue"], row["why"]) == (str(below.value), str(above.value), why)
    assert (row["earliest"], row["latest"]) == ("2024-01-24", "2024-01-24")
    assert {row["oneBy"], row["otherBy"]} == {"Mykola Kuleba", "International Criminal Court"}
    assert row["oneQuote"] and row["otherSource"] == "release.txt"


@pytest.mark.parametrize(
    ("one", "another"),
    [
        (figure("387"), other("387")),
        (figure("387"), other("300", "more_than")),
        (figure("387"), figure("517", sources=(SAVE_UKRAINE,))),  # of which Kuleba is the head
        (figure("387"), other("517", as_of="2024-01-25")),  # another day
        (figure("387"), other("300", population="child | orphaned")),  # a part of them
        (figure("387"), other("517", action="deported")),
        (figure("387"), other("31", scope="increment")),
        (figure("387", agent=samples.SAVE_UKRAINE), other("517")),  # one charity's and all
        (figure("387", where=samples.KYIV), other("517", where=DRAVO)),
    ],
)
def test_figures_that_can_both_hold_do_not(rows: Ask, one: FigureClaim, another: FigureClaim) -> None:
    assert rows("disagreements", one, another) == []


def test_a_figure_that_is_stated_twice_disagrees_once(rows: Ask) -> None:
    twice = figure("387", evidence=(samples.at("24"), samples.at("30")), sentences=(samples.FIRST, samples.SECOND))
    assert len(rows("disagreements", twice, other("517"))) == 1


def corrected(holds: str, gone: str, **changes: object) -> tuple[FigureClaim, FigureClaim]:
    """A figure, and the one that its article takes back in its favour."""
    where = samples.at("24")
    withdrawn = figure(gone, withdrawn=True, evidence=(where,), sentences=(samples.FIRST,), **changes)
    return figure(holds, corrects=(where,), **changes), withdrawn


def test_a_figure_does_not_disagree_with_the_one_that_it_corrects(rows: Ask) -> None:
    assert rows("disagreements", *corrected("28", "36")) == []


def test_nor_with_a_repetition_of_that(rows: Ask) -> None:
    assert rows("disagreements", *corrected("28", "36"), figure("36", as_of="2024-01")) == []
    assert rows("disagreements", *corrected("28", "36"), other("36")) == []
    (row,) = rows("disagreements", *corrected("28", "36"), other("35"))
    assert (row["oneValue"], row["otherValue"], row["otherBy"]) == ("28", "35", "International Criminal Court")


def test_a_figure_taken_back_is_listed_as_corrected_and_has_no_origin(rows: Ask) -> None:
    pair = corrected("28", "36")
    assert [row["value"] for row in rows("figures", *pair)] == ["28"]
    assert [row["value"] for row in rows("origins", *pair)] == ["28"]
    assert [(row["value"], row.get("withdrawn", "")) for row in rows("series", *pair)] == [("28", ""), ("36", "true")]
    (row,) = rows("corrections", *pair)
    assert (row["value"], row["withdrawnValue"], row["reportedBy"]) == ("28", "36", "Mykola Kuleba")
    assert (row["quote"], row.get("stillIn", "")) == (samples.FIRST.exact, "")


def test_a_correction_names_the_other_articles_that_still_give_the_number(tmp_path: Path) -> None:
    old = samples.claims(figures=(figure("36"), figure("5")), statements=())
    new = samples.claims(figures=corrected("28", "36"), statements=())
    store = samples.store_of(tmp_path / "store", {"new.txt": new, "old.txt": old, "other.txt": samples.Claims()})
    answer = ask(Reader(store), named("corrections").text)
    assert isinstance(answer, ox.QuerySolutions)
    assert [(row["source"].value, row["stillIn"].value) for row in answer] == [("new.txt", "old.txt")]


PLANNED = figure("700", factuality="planned", as_of="2024-01-25")


@pytest.mark.parametrize("question", ["series", "origins"])
def test_facts_only_are_counted_unless_others_are_asked_for(rows: Ask, question: str) -> None:
    assert [row["value"] for row in rows(question, figure("387"), PLANNED)] == ["387"]
    asked = with_factuality(named(question), ["planned", "possible"])
    assert [row["value"] for row in rows(asked, figure("387"), PLANNED)] == ["700"]


@pytest.mark.parametrize("factuality", ["planned", "possible", "negated"])
def test_what_is_no_fact_disagrees_with_none_that_is(rows: Ask, factuality: str) -> None:
    unreal = other("517", factuality=factuality)
    assert rows("disagreements", figure("387"), unreal) == []
    assert rows(with_factuality(named("disagreements"), [factuality]), figure("387"), unreal) == []
    (row,) = rows(with_factuality(named("disagreements"), [factuality]), figure("387", factuality=factuality), unreal)
    assert (row["oneValue"], row["otherValue"]) == ("387", "517")


def test_sums_and_shares_are_checked_among_facts(rows: Ask) -> None:
    parts = figure("20"), figure("11", factuality="planned")
    assert rows("arithmetic", *told_as_sum(figure("30"), *parts)) == []
    planned = share("0.2", "less_than"), figure("387", factuality="planned")
    assert rows("arithmetic", *planned, figure("19546", action="deported")) == []


def test_the_other_factualities_are_asked_for_by_name(reader: Reader) -> None:
    with pytest.raises(UsageError, match="there are fact, negated, planned, possible"):
        with_factuality(named("series"), ["hoped"])
    with pytest.raises(UsageError, match="'people' is not limited to facts"):
        with_factuality(named("people"), ["planned"])
    with pytest.raises(UsageError, match="no figures"):
        points(reader, "child", "returned", ["planned"])


def test_origins_are_who_counted_not_how_often_it_was_told(rows: Ask) -> None:
    told = figure("387"), figure("387", as_of="2024-01-25"), other("387"), figure("387", sources=())
    (row,) = rows("origins", *told)
    assert (row["origins"], row["articles"]) == ("2", "1")
    assert row["names"] == "International Criminal Court | Mykola Kuleba"


def test_a_person_and_the_body_spoken_for_are_one_origin(rows: Ask) -> None:
    (row,) = rows("origins", figure("387"), figure("387", sources=(SAVE_UKRAINE,)))
    assert (row["origins"], row["names"]) == ("1", "Mykola Kuleba | Save Ukraine")


def test_who_said_it_first_is_told_with_the_day_and_the_sentence(rows: Ask) -> None:
    (row,) = rows("origins", figure("387"), other("387"))
    assert row["first"].rpartition("#")[2].startswith("figure-387-children")
    assert (row["firstBy"], row["firstOn"]) == ("Mykola Kuleba", samples.ARTICLE.published)
    assert row["firstQuote"] == samples.SECOND.exact


def test_one_rescue_is_not_another(rows: Ask) -> None:
    rescue = {"scope": "increment", "sources": (SAVE_UKRAINE,)}
    told = rows("origins", figure("4", **rescue), figure("4", as_of="2024-06-20", **rescue))
    assert [(row["value"], row["origins"]) for row in told] == [("4", "1"), ("4", "1")]


def test_a_series_shows_which_figure_takes_the_place_of_which(rows: Ask) -> None:
    told = rows("series", figure("231"), figure("235", as_of="2024-02-02"), other("240", as_of="2024-03-01"))
    assert [(row["value"], row.get("revises", "")) for row in told] == [("231", ""), ("235", "231"), ("240", "")]


def share(value: str, hedge: str) -> FigureClaim:
    return figure(value, hedge, population="percent", counted="percent of them")


@pytest.mark.parametrize(
    ("stated", "contradicted"),
    [
        (share("0.2", "less_than"), True),
        (share("2.0", "exact"), False),
        (share("2", "exact"), False),  # 1.98 is 2 to the nearest percent
        (share("1.5", "more_than"), False),
        (share("3", "at_least"), True),
        (share("5", "about"), False),  # sets no bound
    ],
)
def test_a_share_is_checked_against_the_counts_beside_it(rows: Ask, stated: FigureClaim, contradicted: bool) -> None:
    found = rows("arithmetic", figure("387"), figure("19546", action="deported"), stated)
    assert bool(found) == contradicted
    if found:
        assert found[0]["computed"].startswith("1.97")
        assert found[0]["numbers"] == "387 of 19546"


def told_as_sum(total: FigureClaim, *parts: FigureClaim) -> list[FigureClaim]:
    """The total, which the text says the parts make up."""
    places = [samples.at(words) for words in ("24", "2024", "30")]
    told = [replace(part, evidence=(where,)) for part, where in zip(parts, places, strict=False)]
    return [replace(total, parts=tuple(part.evidence[0] for part in told)), *told]


@pytest.mark.parametrize(
    ("total", "parts", "numbers"),
    [
        (figure("30"), (figure("20"), figure("11")), "20 + 11"),
        (figure("36"), (figure("20"), figure("12")), "20 + 12"),
        (figure("36"), (figure("20"), figure("12"), figure("5")), "20 + 12 + 5"),
        (figure("30", "nearly"), (figure("20"), figure("11")), "20 + 11"),
        (figure("30"), (figure("25", "more_than"), figure("10")), "25 + 10"),
        (figure("40", "more_than"), (figure("20"), figure("11")), "20 + 11"),
        (figure("31"), (figure("20"), figure("11")), ""),
        (figure("31"), (figure("20"), figure("12", "about")), ""),  # sets no bound
        (figure("30", "about"), (figure("20"), figure("11")), ""),
        (figure("30", "at_least"), (figure("20"), figure("11")), ""),
    ],
)
def test_a_total_is_checked_against_the_parts_that_make_it_up(
    rows: Ask, total: FigureClaim, parts: tuple[FigureClaim, ...], numbers: str
) -> None:
    found = rows("arithmetic", *told_as_sum(total, *parts))
    assert [" + ".join(sorted(row["numbers"].split(" + "), reverse=True)) for row in found] == (
        [" + ".join(sorted(numbers.split(" + "), reverse=True))] if numbers else []
    )


def test_counts_that_are_not_said_to_add_up_are_not_added(rows: Ask) -> None:
    assert rows("arithmetic", figure("30"), figure("20"), figure("11")) == []


def test_two_parts_that_are_one_figure_do_not_add_up(rows: Ask) -> None:
    once, again = replace(figure("12"), evidence=(samples.at("24"),)), samples.at("2024")
    twice = replace(once, evidence=(*once.evidence, again))
    assert rows("arithmetic", replace(figure("24"), parts=twice.evidence), twice) == []


@pytest.fixture
def reader(tmp_path: Path) -> Reader:
    plain = (figure("231"), figure("1000", "more_than", as_of="2025-01", sources=()), figure("4", scope="increment"))
    figures = (*plain, *corrected("28", "36"))
    claims = samples.claims(figures=figures, statements=())
    return Reader(samples.store(tmp_path / "plotted", claims))


@pytest.mark.parametrize(("name", "starts"), [("p.svg", b"<?xml"), ("p.png", b"\x89PNG")])
def test_a_series_is_drawn_the_same_each_time(reader: Reader, tmp_path: Path, name: str, starts: bytes) -> None:
    series = points(reader, "child", "returned")
    draw(series, "child: returned", tmp_path / name)
    first = (tmp_path / name).read_bytes()
    draw(series, "child: returned", tmp_path / name)
    assert first.startswith(starts)
    assert first == (tmp_path / name).read_bytes()
    if name.endswith("svg"):
        assert b"Mykola Kuleba (total)" in first and b"no source named" in first
        assert b"Mykola Kuleba (withdrawn)" in first


def test_a_series_that_is_not_there_and_a_format_that_is_not_written_are_said(reader: Reader, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="ask series"):
        points(reader, "dragon", "returned")
    with pytest.raises(UsageError, match=r"\.svg or \.png"):
        draw(points(reader, "child", "returned"), "t", tmp_path / "p.pdf")
