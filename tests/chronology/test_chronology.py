"""A chronology: one entry for what several articles tell, by day, with quotes that are compared with the texts."""

import csv
import datetime as dt
import io
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from made import ARTICLES, store

import samples
from onrecord.answers.ask import named
from onrecord.chronology import document, heading, tables
from onrecord.chronology.asking import answered
from onrecord.chronology.making import about_identity, of_identity, of_question
from onrecord.chronology.selecting import selection
from onrecord.chronology.values import Chronology, DayIs, Entry, Foot, Kind, Selection
from onrecord.errors import UsageError
from onrecord.store import Reader
from onrecord.store.snapshots import text_path
from onrecord.verification.failure import Failure

EVERYTHING = Selection()


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Reader:
    return Reader(store(tmp_path_factory.mktemp("told") / "store"))


@pytest.fixture(scope="module")
def belova(reader: Reader) -> Chronology:
    return of_identity(reader, "Maria Lvova-Belova", EVERYTHING)


def of_kind(made: Chronology, kind: Kind) -> list[Entry]:
    return [entry for entry in made.entries if entry.kind is kind]


def test_an_act_that_ten_articles_report_is_one_entry_with_all_its_sources(belova: Chronology) -> None:
    warrant = next(entry for entry in of_kind(belova, Kind.ACT) if entry.what.startswith("Arrest warrant"))
    assert warrant.what == "Arrest warrant by International Criminal Court against Maria Lvova-Belova"
    assert (warrant.day, warrant.day_is, warrant.standing) == ("2023-03", DayIs.HAPPENED, "issued")
    assert warrant.articles == 10
    assert sorted(telling.source.name for telling in warrant.tellings) == list(ARTICLES)
    assert {quote.exact for telling in warrant.tellings for quote in telling.quotes} == {samples.THIRD.exact}


def test_accusations_in_the_same_words_are_one_entry(belova: Chronology) -> None:
    (accusation,) = of_kind(belova, Kind.ACCUSATION)
    assert accusation.what == "Maria Lvova-Belova: charged by International Criminal Court: “war crimes”"
    assert (accusation.articles, accusation.establishes) == (10, "alleged")


def test_what_others_are_told_of_is_not_in_it(reader: Reader, belova: Chronology) -> None:
    assert Counter(entry.kind for entry in belova.entries)[Kind.FIGURE] == 0
    of_kuleba = of_identity(reader, "Mykola Kuleba", EVERYTHING)
    assert {entry.kind for entry in of_kuleba.entries} == set(Kind) - {Kind.ACCUSATION}


def test_entries_are_by_day_and_sources_numbered_as_they_are_cited(belova: Chronology) -> None:
    assert [entry.day for entry in belova.entries] == sorted(entry.day for entry in belova.entries)
    assert [source.number for source in belova.sources] == list(range(1, 11))
    first = belova.entries[0].tellings[0].source
    assert (first.number, first.publisher, first.url) == (1, "Example Wire", "https://example.org/1")


def test_a_statement_is_quoted_by_its_sentence_and_dated_by_when_it_was_said(reader: Reader) -> None:
    (said, *_) = of_kind(of_identity(reader, "Kuleba", EVERYTHING), Kind.STATEMENT)
    assert said.day_is is DayIs.SAID
    (quote,) = said.tellings[0].quotes
    assert (quote.start, quote.end, quote.exact) == (samples.SECOND.start, samples.SECOND.end, samples.SECOND.exact)
    assert quote.place == f"characters {samples.SECOND.start}–{samples.SECOND.end}"


@pytest.mark.parametrize(
    ("standing", "lines"),
    [
        ("found", {"Judgment by International Criminal Court against Maria Lvova-Belova"}),
        ("overturned", {"Judgment by International Criminal Court against Mykola Kuleba"}),
        (
            "alleged",
            {
                "Arrest warrant by International Criminal Court against Maria Lvova-Belova",
                "Maria Lvova-Belova: charged by International Criminal Court: “war crimes”",
            },
        ),
        ("convicted", set()),
    ],
)
def test_what_is_alleged_is_told_apart_from_what_a_court_found(reader: Reader, standing: str, lines: set[str]) -> None:
    made = of_identity(reader, "International Criminal Court", selection([], [standing], EVERYTHING))
    assert {entry.what for entry in made.entries} == lines


def test_a_span_of_days_takes_what_may_lie_in_it(reader: Reader) -> None:
    chosen = Selection(first=dt.date(2023, 3, 20), last=dt.date(2024, 1, 20))
    made = of_identity(reader, "International Criminal Court", chosen)
    assert {entry.day for entry in made.entries} == {"2023-03", "2024-01-20"}
    assert made.selection.in_words == "from 2023-03-20; to 2024-01-20"


@pytest.mark.parametrize(("kinds", "standings"), [(["rumour"], []), ([], ["guilty"])])
def test_a_selection_by_what_there_is_not_is_refused_with_what_there_is(kinds: list[str], standings: list[str]) -> None:
    with pytest.raises(UsageError, match=r"there are (act, acc|alleged, found, )"):
        selection(kinds, standings, EVERYTHING)


@pytest.mark.parametrize("question", ["acts", "accusations", "events", "figures", "statements"])
def test_the_rows_of_a_question_are_told_by_day(reader: Reader, question: str) -> None:
    made = of_question(reader, question, named(question).text, EVERYTHING)
    assert Kind(question.removesuffix("s")) in {entry.kind for entry in made.entries}
    assert made.failures == ()


def test_a_question_that_names_none_of_this_is_refused(reader: Reader) -> None:
    with pytest.raises(UsageError, match="the rows of people name no act"):
        of_question(reader, "people", named("people").text, EVERYTHING)


def test_a_part_has_its_own_sources_and_says_how_many_entries_there_are(reader: Reader, belova: Chronology) -> None:
    part = answered(reader, about_identity(belova.of, "x", EVERYTHING, slice(1, 2)))
    assert [entry.what for entry in part.entries] == [belova.entries[1].what]
    assert part.total == len(belova.entries) and part.sources[0].number == 1


# Quotes --------------------------------------------------------------------------------------------------------------


def test_quotes_that_do_not_stand_are_told_each_with_its_entry(tmp_path: Path) -> None:
    folder = samples.store(tmp_path / "store")
    path = text_path(folder, samples.ARTICLE.sha256)
    path.write_text(samples.TEXT.replace("issued", "denied"), encoding="utf-8")
    made = of_identity(Reader(folder), "Maria Lvova-Belova", EVERYTHING)
    (failure,) = made.failures
    assert failure.what == "its text is not the one with its SHA-256"
    assert failure.statement.startswith("Arrest warrant by") and failure.sentence == samples.THIRD.exact
    path.unlink()
    (failure,) = of_identity(Reader(folder), "Maria Lvova-Belova", EVERYTHING).failures
    assert failure.what == "its text is not in the store, so that its quote cannot be checked"


def test_where_the_texts_are_elsewhere_nothing_is_said_to_stand(belova: Chronology, reader: Reader) -> None:
    made = answered(reader, about_identity(belova.of, "Maria Lvova-Belova", EVERYTHING))
    assert not made.is_checked and made.failures == ()
    html = document.html(made, Foot("", "", ""), document.Paper.A4)
    assert "The quotes were not compared with the texts" in html and "Each quote was compared" not in html
    assert ",yes," not in tables.written(made)


# Documents -----------------------------------------------------------------------------------------------------------


def test_csv_has_a_row_for_each_quote_of_each_article(belova: Chronology) -> None:
    header, *rows = csv.reader(io.StringIO(tables.written(belova)))
    assert header == list(tables.CSV_COLUMNS)
    quotes = sum(len(telling.quotes) for entry in belova.entries for telling in entry.tellings)
    assert len(rows) == quotes > 20
    assert {row[header.index("stands")] for row in rows} == {"yes"}


def test_the_html_has_numbered_cites_its_foot_and_no_address_that_would_be_asked(belova: Chronology) -> None:
    html = document.html(belova, Foot("http://here/chronology", "made on 2026-11-29", "sha256:ab"), document.Paper.A4)
    assert "reported by 10 articles" in html
    assert 'href="#source-10">[10]</a> characters' in html and 'id="source-10"' in html
    assert "http://here/chronology · made on 2026-11-29 · sha256:ab" in html
    assert "size: a4" in html and "src=" not in html and "@import" not in html and "url(" not in html


def test_a_text_that_tries_to_be_a_script_is_written_as_text(belova: Chronology) -> None:
    evil = replace(belova, title="<script>alert(1)</script>")
    assert "<script>" not in document.html(evil, Foot("</footer>", "", ""), document.Paper.LETTER)


@pytest.mark.parametrize(("paper", "width"), [("a4", 210.0), ("letter", 215.9)])
def test_the_docx_has_its_entries_its_sources_and_its_foot(
    belova: Chronology, tmp_path: Path, paper: str, width: float
) -> None:
    docx = pytest.importorskip("docx")
    from onrecord.chronology import word

    evil = replace(belova, title="\x00 bell")
    word.write(evil, Foot("onrecord", "made", "sha256:ab"), document.Paper(paper), tmp_path / "a.docx")
    found = docx.Document(str(tmp_path / "a.docx"))
    assert round(found.sections[0].page_width.mm, 1) == width
    (table,) = found.tables
    assert len(table.rows) == len(belova.entries) + 1
    told = "\n".join(cell.text for cell in table.columns[1].cells)
    assert f"“{samples.THIRD.exact}”" in told and "(issued, alleged)" in told
    assert "sha256:ab" in found.sections[0].footer.paragraphs[0].text
    assert found.paragraphs[-1].text.startswith("[10] ")
    assert heading.counted(belova) in found.paragraphs[1].text and heading.explained(belova) == found.paragraphs[2].text


def test_what_stands_above_says_how_many_there_are_and_what_was_compared(belova: Chronology) -> None:
    one = replace(belova, entries=belova.entries[:1], sources=belova.sources[:1])
    assert heading.counted(one) == "1 entry from 1 article" and heading.counted(belova).endswith("from 10 articles")
    assert "was compared" in heading.explained(belova) and heading.warned(belova) == ""
    elsewhere = heading.explained(replace(belova, is_checked=False))
    assert "was compared" not in elsewhere and "were not compared" in elsewhere
    failed = replace(belova, failures=(Failure("a.txt", "its text is another"),))
    assert "compared" not in heading.explained(failed)
    assert "1 of the quotes below does not stand" in heading.warned(failed)
