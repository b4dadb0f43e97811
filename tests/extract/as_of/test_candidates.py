"""Candidate days of a figure and their features, in marked texts."""

import datetime as dt

from marked import doc_of
from spacy.language import Language

from onrecord.extract.as_of.candidates import DATE_FEATURES, Candidate, Candidates
from onrecord.extract.events.component import events
from onrecord.extract.quantities.component import figures

PUBLISHED = dt.date(2019, 2, 14)
FIRE = (
    "A fire broke out in {l:Tavno} on {d:Tuesday=2019-02-12}.\n"
    "Rain came on {d:Wednesday=2019-02-13}. Seventeen people died. The last such fire was in {d:2015=2015}."
)


def candidates(nlp: Language, text: str = FIRE, published: dt.date | None = PUBLISHED) -> list[Candidate]:
    doc = doc_of(nlp, text)
    doc._.published = published
    doc = events(figures(doc))
    return Candidates(doc).of(doc._.figures[0])


def test_publication_comes_first_then_the_dates_in_order(nlp: Language) -> None:
    assert [c.day for c in candidates(nlp)] == ["2019-02-14", "2019-02-12", "2019-02-13", "2015"]
    assert [c.features["default"] for c in candidates(nlp)] == [1, 0, 0, 0]


def test_all_candidates_have_the_same_features(nlp: Language) -> None:
    default, *dated = candidates(nlp)
    assert {frozenset(c.features) for c in dated} == {frozenset(default.features)}
    assert {default.features[name] for name in DATE_FEATURES} == {-9}


def test_an_article_of_no_known_day_offers_none(nlp: Language) -> None:
    default = candidates(nlp, published=None)[0]
    assert (default.day, default.features["is_published"], default.features["published_known"]) == ("", 0, 0)


def test_features_tell_where_a_date_stands_to_the_figure(nlp: Language) -> None:
    _, fire, rain, last = (c.features for c in candidates(nlp))
    assert [f["before"] for f in (fire, rain, last)] == [1, 1, 0]
    assert [f["sentences"] for f in (fire, rain, last)] == [2, 1, -1]
    assert [f["rank"] for f in (fire, rain, last)] == [1, 0, 5]
    assert [f["in_paragraph"] for f in (fire, rain, last)] == [0, 1, 0]


def test_the_day_of_the_event_that_the_figure_belongs_to_is_told(nlp: Language) -> None:
    _, fire, rain, _ = (c.features for c in candidates(nlp))
    assert (fire["of_event"], rain["of_event"]) == (1, 0)
    assert (fire["event_admits"], rain["event_admits"]) == (1, 0)
    assert (fire["is_first"], rain["is_first"]) == (1, 0)
