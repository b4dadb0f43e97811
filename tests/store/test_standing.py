"""Since when what articles say is on record, until when it was, and what supersedes it."""

import datetime as dt
from collections.abc import Mapping
from pathlib import Path

import pytest

import versions
from onrecord.answers.ask import ask, named
from onrecord.store import Reader

MONDAY, TUESDAY, FRIDAY = (dt.datetime(2026, 3, day, 12, tzinfo=dt.UTC) for day in (2, 3, 6))
OPENING = "Officials met on Monday in Kyiv."
CHILDREN, BUSES = "19 children were counted in Kyiv.", "4 buses were counted."
Row = tuple[str, str, str, str]


def history(store: Path) -> list[Row]:
    """Of each row its words or its source; first and last day; and the words, or the source, that supersede it."""
    rows = list(ask(Reader(store), named("history").text))  # type: ignore[arg-type]  # a SELECT query
    called = {row["statement"].value: (row["words"] or row["source"]).value for row in rows}
    return sorted(
        (
            called[row["statement"].value],
            *(row[column].value[:10] if row[column] else "" for column in ("firstOnRecord", "lastOnRecord")),
            called[row["superseding"].value] if row["superseding"] else "",
        )
        for row in rows
    )


def told(tmp_path: Path, *builds: tuple[dt.datetime, Mapping[str, versions.Sentences]]) -> list[Row]:
    for at, said in builds:
        versions.build(tmp_path, at, said)
    return history(tmp_path)


def test_what_does_not_change_is_on_record_since_the_first_build(tmp_path: Path) -> None:
    said = {"a.txt": [OPENING, CHILDREN]}
    assert told(tmp_path, (MONDAY, said), (TUESDAY, said)) == [
        ("19 children", "2026-03-02", "", ""),
        ("a.txt", "2026-03-02", "", ""),
    ]


def test_a_new_article_is_on_record_since_it_came(tmp_path: Path) -> None:
    first, second = {"a.txt": [CHILDREN]}, {"b.txt": [BUSES]}
    assert told(tmp_path, (MONDAY, first), (TUESDAY, first | second)) == [
        ("19 children", "2026-03-02", "", ""),
        ("4 buses", "2026-03-03", "", ""),
        ("a.txt", "2026-03-02", "", ""),
        ("b.txt", "2026-03-03", "", ""),
    ]


def test_a_corrected_figure_is_superseded_and_what_stays_in_the_article_keeps_its_time(tmp_path: Path) -> None:
    edited = [f"{OPENING[:-1]}, at noon.", "23 children were counted in Kyiv.", BUSES]
    builds = ((MONDAY, {"a.txt": [OPENING, CHILDREN, BUSES]}), (TUESDAY, {"a.txt": edited}))
    assert told(tmp_path, *builds) == [
        ("19 children", "2026-03-02", "2026-03-03", "23 children"),
        ("23 children", "2026-03-03", "", ""),
        ("4 buses", "2026-03-02", "", ""),
        ("4 buses", "2026-03-02", "2026-03-03", "4 buses"),
        ("a.txt", "2026-03-02", "2026-03-03", "a.txt"),
        ("a.txt", "2026-03-03", "", ""),
    ]


def test_a_sentence_that_is_taken_out_is_withdrawn(tmp_path: Path) -> None:
    builds = ((MONDAY, {"a.txt": [CHILDREN, BUSES]}), (TUESDAY, {"a.txt": [BUSES]}))
    assert ("19 children", "2026-03-02", "2026-03-03", "") in told(tmp_path, *builds)


def test_an_article_that_goes_and_comes_back_is_on_record_since_it_first_was(tmp_path: Path) -> None:
    said = {"a.txt": [CHILDREN]}
    assert told(tmp_path, (MONDAY, said), (TUESDAY, {})) == [
        ("19 children", "2026-03-02", "2026-03-03", ""),
        ("a.txt", "2026-03-02", "2026-03-03", ""),
    ]
    assert told(tmp_path, (FRIDAY, said)) == [("19 children", "2026-03-02", "", ""), ("a.txt", "2026-03-02", "", "")]


def test_a_version_that_comes_later_supersedes_the_one_that_was_taken_out(tmp_path: Path) -> None:
    builds = ((MONDAY, {"a.txt": [CHILDREN]}), (TUESDAY, {}), (FRIDAY, {"a.txt": [BUSES]}))
    assert ("a.txt", "2026-03-02", "2026-03-03", "a.txt") in told(tmp_path, *builds)


def test_an_article_of_another_name_supersedes_nothing(tmp_path: Path) -> None:
    rows = told(tmp_path, (MONDAY, {"a.txt": [CHILDREN]}), (TUESDAY, {"b.txt": [CHILDREN, BUSES]}))
    assert {row[3] for row in rows} == {""}


def test_what_is_read_anew_out_of_the_same_text_is_on_record_since_then(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text, claims = {"a.txt": [CHILDREN, BUSES]}, versions.claims
    with monkeypatch.context() as patched:
        patched.setattr(versions, "claims", lambda sentences: claims(sentences[:1]))  # it finds no figure of buses
        versions.build(tmp_path, MONDAY, text)
    versions.build(tmp_path, TUESDAY, text, like="read otherwise")
    assert history(tmp_path) == [
        ("19 children", "2026-03-02", "", ""),
        ("4 buses", "2026-03-03", "", ""),
        ("a.txt", "2026-03-02", "", ""),
    ]
    with monkeypatch.context() as patched:
        patched.setattr(versions, "claims", lambda sentences: claims(sentences[:1]))
        versions.build(tmp_path, FRIDAY, text)
    assert ("4 buses", "2026-03-03", "2026-03-06", "") in history(tmp_path)
