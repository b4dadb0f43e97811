"""How often the bases of figures are right: counted on annotated articles, judged out of fold, written into a list."""

from decimal import Decimal
from pathlib import Path

import pytest
from train import confidence
from train.confidence import PRIOR, Case, cases, out_of_fold, shares, written

from onrecord.evaluation.gold import AnnotatedArticle, Annotation, GoldFigure

DECIDED = {"value": "value-noun", "counted": "counted-noun", "action": "action-words"}


def case(right: bool, basis: str = "action-words", article: str = "a.txt", field: str = "action") -> Case:
    return Case("set", article, field, basis, right)


def found(number: str, value: str, counted: str, action: str) -> dict[str, str]:
    row = {"value": value, "counted": counted, "action": f"action/{action}", "hedge": "hedge/exact", "text": value}
    return {"source": "a.txt", "figure": number, **row}


def test_a_figure_is_right_in_number_in_what_it_counts_and_in_each_field() -> None:
    annotated = (
        GoldFigure(Decimal(40), "exact", "children", {"action": "returned"}),
        GoldFigure(Decimal(12), "exact", "boys", {"action": "returned"}),
    )
    article = AnnotatedArticle(Path("a.txt"), Annotation(figures=annotated))
    rows = [
        found("both", "40", "children", "killed"),
        found("other noun", "12", "girls", "returned"),
        found("no figure", "7", "children", "other"),
    ]
    tables = {"figures": rows, "people": [], "organizations": [], "places": []}
    told = [(c.field, c.basis, c.right) for c in cases("set", [article], tables, {r["figure"]: DECIDED for r in rows})]
    assert told == [
        ("value", "value-noun", True),
        ("counted", "counted-noun", True),
        ("action", "action-words", False),
        ("value", "value-noun", True),
        ("counted", "counted-noun", False),
        ("value", "value-noun", False),
    ]


def test_what_few_figures_were_decided_on_is_drawn_to_the_share_of_its_field() -> None:
    counted = [*[case(True)] * 90, *[case(False)] * 9, case(False, "action-earlier")]
    found = shares(counted)
    assert found["action"] == pytest.approx(0.9)
    assert found["action-words"] == pytest.approx((90 + PRIOR * 0.9) / (99 + PRIOR))
    assert found["action-earlier"] == pytest.approx(PRIOR * 0.9 / (1 + PRIOR))


def test_an_article_is_judged_by_the_others() -> None:
    right, wrong = [case(True, article="right.txt")] * 3, [case(False, article="wrong.txt")] * 3
    judged = {c.article: (sure, usual) for c, sure, usual in out_of_fold([*right, *wrong], ())}
    assert judged == {"right.txt": (0, 0), "wrong.txt": (1, 1)}


def test_cases_beside_are_counted_and_not_judged() -> None:
    judged = list(out_of_fold([case(False)], [case(True, article="b.txt")]))
    assert judged == [(case(False), 1, 1)]


def test_shares_are_written_into_the_list_and_nothing_else_changes() -> None:
    turtle = confidence.LIST.read_text("utf-8")
    changed = written(turtle, {**dict.fromkeys(confidence.FIELDS, 0.7), "action-words": 0.123, "where-none": 1.0})
    assert changed != turtle
    assert _confidence(changed, "action-words") == "0.12"
    assert _confidence(changed, "where-none") == "0.99"
    assert _confidence(changed, "scope-words") == "0.70"
    assert _without_confidence(changed) == _without_confidence(turtle)


def _confidence(turtle: str, basis: str) -> str:
    return turtle.partition(f"basis:{basis} a ")[2].partition("onr:confidence ")[2].partition(" .")[0]


def _without_confidence(turtle: str) -> list[str]:
    return [line for line in turtle.splitlines() if not line.strip().startswith("onr:confidence")]
