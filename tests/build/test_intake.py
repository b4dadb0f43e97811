"""What intake tells of how far it is, before a build and after one that broke off."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from onrecord.build.intake import Intake
from onrecord.build.progress import Phase, Progress
from onrecord.build.results import Outcome, Summary
from onrecord.graph import iri
from onrecord.sources.article import Article
from onrecord.sources.reading import Given
from onrecord.sources.refusal import Refusal
from onrecord.store import Writer
from onrecord.values.configuration import Configuration
from onrecord.values.ntriples import Ntriples
from onrecord.values.rejection import Rejection

CONFIGURATION = Configuration((), "cd" * 32)
ONE, TWO = Article("one.txt", "Three children came home."), Article("two.txt", "They met.")
HELD_BACK = tuple(
    Rejection("one.txt", node, "Figure: value 3", why, "Three.")
    for node, why in [("#a", "no unit"), ("#a", "no evidence"), ("#b", "no unit")]
)


@pytest.fixture
def writer(tmp_path: Path) -> Iterator[Writer]:
    with closing(Writer(tmp_path / "s")) as writer:
        yield writer


def intake(writer: Writer) -> Intake:
    return Intake(writer, CONFIGURATION, Summary())


def missing(of: Intake, *items: Article | Refusal) -> list[Article]:
    return list(of.missing(Given("/in", item) for item in items))


def test_articles_are_done_once_they_are_taken(writer: Writer) -> None:
    taking = intake(writer)
    assert missing(taking, ONE, TWO) == [ONE, TWO]
    assert taking.progress(Phase.READING, 2) == Progress(Phase.READING, done=0, total=2)
    taking.take([Outcome(ONE)])
    assert taking.progress(Phase.READING, 2) == Progress(Phase.READING, done=1, total=2, words=4)


def test_what_is_read_goes_into_the_store_together_at_the_latest_when_all_is_taken(writer: Writer) -> None:
    taking = intake(writer)
    missing(taking, ONE, TWO)
    for article in (ONE, TWO):
        taking.take([Outcome(article)])
        assert not writer.catalogue.articles()
    taking.finish([])
    assert writer.catalogue.articles() == [iri.article(ONE), iri.article(TWO)]


def test_much_that_is_read_does_not_wait(writer: Writer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("onrecord.build.intake._TOGETHER", 0)
    taking = intake(writer)
    missing(taking, ONE, TWO)
    taking.take([Outcome(ONE, Ntriples.of('<urn:a> <urn:b> "c" .\n'))])
    assert writer.catalogue.articles() == [iri.article(ONE)]


def test_statements_are_held_back_once_whatever_number_of_reasons_they_have(writer: Writer) -> None:
    taking = intake(writer)
    missing(taking, ONE)
    taking.take([Outcome(ONE, rejections=HELD_BACK)])
    assert taking.progress(Phase.READING, None).held_back == 2


def test_what_cannot_be_read_is_refused_and_done_once(writer: Writer) -> None:
    taking = intake(writer)
    missing(taking, Refusal("no.txt", "is empty"), ONE, ONE, TWO)
    taking.take([Outcome(TWO, error="could not be read")])
    refused = Progress(Phase.READING, done=3, refused=3)
    assert taking.progress(Phase.READING, None) == refused, "of them one is given twice"
    taking.finish([])
    assert taking.progress(Phase.READING, None) == refused


def test_after_a_build_that_broke_off_what_it_read_is_done_without_words(writer: Writer) -> None:
    before = intake(writer)
    missing(before, ONE, TWO)
    before.take([Outcome(ONE, rejections=HELD_BACK)])
    again = intake(writer)
    assert missing(again, ONE, TWO) == [TWO]
    assert again.progress(Phase.READING, 2) == Progress(Phase.READING, done=1, total=2, held_back=2)


def test_an_article_in_another_language_is_kept_and_said_to_be_unread(writer: Writer) -> None:
    summary = Summary()
    foreign = Article("u.txt", "Троє дітей повернулися додому.", language="uk")
    assert missing(Intake(writer, CONFIGURATION, summary), foreign, ONE) == [foreign, ONE]
    (said,) = summary.unread
    assert str(said) == "u.txt: in Ukrainian, and English is read: it is on record without what it says"
    assert not summary.refused


def test_pages_that_give_no_day_are_told(writer: Writer) -> None:
    summary = Summary()
    taking = Intake(writer, CONFIGURATION, summary)
    page, dated = Article("a.html", "They met."), Article("b.html", "They left.", "2024-05-14")
    missing(taking, page, dated, ONE)
    taking.take([Outcome(page), Outcome(dated, published="2024-05-14"), Outcome(ONE)])
    assert summary.undated == ["a.html"]
