"""Figures take the day that the ranker chooses, where their own clause gives none."""

import datetime as dt

import pytest
from marked import doc_of
from spacy.language import Language

from onrecord.extract.as_of import component
from onrecord.extract.as_of.ranker import Ranker
from onrecord.extract.events.component import events
from onrecord.extract.quantities.component import figures

BEFORE = {  # a date before the figure, else the day of publication
    "feature": [0, 0, 0],
    "threshold": [0, 0, 0],
    "low": [1, 1, 2],
    "high": [2, 1, 2],
    "score": [0, 0, 1],
}


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("It began on {d:Tuesday=2019-02-12}. Seventeen people died.", [("", "2019-02-12")]),
        ("Seventeen people died on {d:Tuesday=2019-02-12}.", [("2019-02-12", "")]),
        ("Seventeen people died. It began on {d:Tuesday=2019-02-12}.", [("", "2019-02-14")]),
        ("Seventeen people died.", [("", "")]),
    ],
)
def test_the_day_told_elsewhere(
    nlp: Language, monkeypatch: pytest.MonkeyPatch, text: str, days: list[tuple[str, str]]
) -> None:
    monkeypatch.setattr(component, "fitted", lambda: Ranker(["before"], [BEFORE]))
    doc = doc_of(nlp, text)
    doc._.published = dt.date(2019, 2, 14)
    found = component.figure_days(events(figures(doc)))._.figures
    assert [(f.date, f.told_date) for f in found] == days


def test_a_figure_of_a_live_blog_holds_of_the_day_of_its_entry(nlp: Language) -> None:
    text = "13 May 2024, 14:05\nSeventeen people died.\n\n12 May 2024, 10:10\nNobody came."
    doc = doc_of(nlp, text)
    doc._.published = dt.date(2024, 5, 14)
    found = component.figure_days(events(figures(doc)))._.figures
    assert [(f.date, f.told_date) for f in found] == [("", "2024-05-13")]
