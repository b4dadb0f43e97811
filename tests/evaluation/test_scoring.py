"""Greedy one-to-one alignment, and the figures that follow from it."""

from pathlib import Path

import pytest
from gold_articles import KYIV, LUBINETS, figure, figure_row, scored

from onrecord.evaluation.gold import AnnotatedArticle, Annotation, GoldEntity
from onrecord.evaluation.scoring import align, score


def test_each_item_takes_the_first_that_is_free() -> None:
    found = align(["a1", "b1", "a2"], ["a", "a", "a", "c"], lambda answer, item: answer.startswith(item))
    assert found.pairs == (("a1", "a"), ("a2", "a"))
    assert found.extra == ("b1",)
    assert found.missed == ("a", "c")


def test_alignment_is_greedy_and_does_not_look_for_the_best() -> None:
    found = align(["ab", "a"], ["a", "b"], lambda answer, item: item in answer)
    assert found.pairs == (("ab", "a"),)
    assert (found.extra, found.missed) == (("a",), ("b",))


def test_precision_recall_and_f1() -> None:
    names = ("Kyiv", "Lviv", "Dnipro", "Sumy")
    rows = [{"place": name, "name": name} for name in ("Kyiv", "Lviv", "Hall")]
    result = scored("places", rows, places=tuple(map(GoldEntity, names)))
    assert (result.precision, result.recall) == (2 / 3, 2 / 4)
    assert result.f1 == pytest.approx(4 / 7)


def test_nothing_found_and_nothing_wanted_are_zero() -> None:
    result = scored("places", [])
    assert (result.precision, result.recall, result.f1, result.accuracy) == (0.0, 0.0, 0.0, {})


def test_accuracy_is_over_the_matches_that_have_the_attribute() -> None:
    annotated = (figure("1"), figure("2"), figure("3"))
    rows = [figure_row("f1", value="1"), figure_row("f2", value="2", asOf="2020")]
    assert scored("figures", rows, figures=annotated).accuracy == {
        **dict.fromkeys(("action", "scope", "reportedBy", "where", "factuality"), 1.0),
        "asOf": 0.5,
    }


def test_figures_are_micro_averaged_over_articles() -> None:
    """An article with many items counts for more than one with few."""
    many = Annotation(places=tuple(map(GoldEntity, ("Kyiv", "Lviv", "Sumy"))))
    articles = [AnnotatedArticle(Path("a.txt"), many), AnnotatedArticle(Path("b.txt"), Annotation(places=(KYIV,)))]
    rows = [{"source": "a.txt", "place": name, "name": name} for name in ("Kyiv", "Lviv", "Sumy")]
    rows.append({"source": "b.txt", "place": "Odesa", "name": "Odesa"})
    assert score(articles, {"places": rows})["places"].precision == 3 / 4


def test_labels_that_the_graph_gives_a_source_count_as_its_names() -> None:
    article = AnnotatedArticle(Path("a.txt"), Annotation(people=(LUBINETS,), figures=(figure(),)))
    tables = {
        "people": [{"source": "a.txt", "person": "p", "name": "D. Lubinets", "labels": "D. Lubinets | Lubinets"}],
        "figures": [{"source": "a.txt", **figure_row(reportedBy="D. Lubinets")}],
    }
    assert score([article], tables)["figures"].accuracy["reportedBy"] == 1.0
    assert score([article], {"figures": tables["figures"]})["figures"].accuracy["reportedBy"] == 0.0
