"""`--as-of DAY`: a store built in three steps answers as it did after each of them."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pyoxigraph as ox
import pytest

import versions
from commands import Said
from onrecord.answers.ask import named_queries
from onrecord.answers.batches import ask_in_batches, serialized
from onrecord.store import opened

Run = Callable[..., Said]
DAYS = ("2026-03-02", "2026-03-03", "2026-03-06")
OPENING, BUSES = "Officials met on Monday in Kyiv.", "4 buses were counted."
STEPS = (
    {"a.txt": [OPENING, "19 children were counted in Kyiv.", BUSES], "b.txt": [BUSES]},
    {"a.txt": [f"{OPENING[:-1]}, at noon.", "23 children were counted in Kyiv.", BUSES], "b.txt": [BUSES]},
    {"a.txt": [f"{OPENING[:-1]}, at noon.", "23 children were counted in Kyiv."], "c.txt": ["7 cars were counted."]},
)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("as-of") / "s"


@pytest.fixture
def answers(onrecord: Run, store: Path, tmp_path: Path) -> Callable[[str], list[object]]:
    """What all named questions, an explanation and an export say on a day, or now, byte for byte."""

    def ask(day: str) -> list[object]:
        reader = opened(store, as_of=dt.date.fromisoformat(day) if day else None)
        batches = (ask_in_batches(reader, question.text) for question in named_queries().values())
        told: list[object] = [list(serialized(one, ox.QueryResultsFormat.CSV)) for one in batches]
        given = ("--store", store, *(("--as-of", day) if day else ()))
        assert onrecord("export", "--out", tmp_path / "all.nq", *given).code == 0
        said = [onrecord("ask", "figures", *given), onrecord("why", "Kyiv", *given)]
        assert [one.code for one in said] == [0, 0]
        return [*told, *said, (tmp_path / "all.nq").read_bytes()]

    return ask


def test_a_store_built_in_three_steps_answers_as_of_each_day_what_it_answered_then(
    answers: Callable[[str], list[object]], store: Path
) -> None:
    told = []
    for day, said in zip(DAYS, STEPS, strict=True):
        versions.build(store, dt.datetime.fromisoformat(f"{day}T12:00:00+00:00"), said)
        told.append(answers(""))
    assert told[0] != told[1] != told[2]
    assert [answers(day) for day in DAYS] == told


def test_a_release_of_a_day_has_the_identity_of_one_that_was_made_then(onrecord: Run, tmp_path: Path) -> None:
    store, identities = tmp_path / "s", []
    for day, said in zip(DAYS[:2], STEPS[:2], strict=True):
        versions.build(store, dt.datetime.fromisoformat(f"{day}T12:00:00+00:00"), said)
        identities.append(onrecord("publish", tmp_path / "r", "--store", store).out.splitlines()[-1])
    assert identities[0] != identities[1]
    then = onrecord("publish", tmp_path / "r", "--store", store, "--as-of", DAYS[0])
    assert (then.code, then.out.splitlines()[-1]) == (0, identities[0])
    before = onrecord("publish", tmp_path / "r", "--store", store, "--as-of", "2026-03-01")
    assert before.code == 2 and "no article is on record on 2026-03-01: nothing to publish" in before.err


def test_what_is_no_longer_on_record_is_explained_with_its_sentence(onrecord: Run, store: Path) -> None:
    rows = onrecord("ask", "history", "--store", store, "--format", "csv").out.splitlines()
    (former,) = (row for row in rows if ",19 children," in row)
    said = onrecord("why", former.split(",")[1], "--store", store)
    assert (said.code, said.err) == (0, "")
    assert "  on record from 2026-03-02T12:00:00Z until 2026-03-03T12:00:00Z: superseded by a-txt-" in said.out
    assert '    "19 children"\n      19 children were counted in Kyiv.\n' in said.out


def test_before_the_first_build_the_answer_is_empty_and_says_why(onrecord: Run, store: Path) -> None:
    said = onrecord("ask", "articles", "--as-of", "2026-03-01", "--store", store, "--format", "csv")
    assert said.code == 0 and said.out.splitlines() == [",".join(named_queries()["articles"].columns)]
    assert said.err == f"{store}: nothing was on record on 2026-03-01: it begins on 2026-03-02\n"


@pytest.mark.parametrize("day", ["2026-3", "yesterday", "2026-02-30"])
def test_a_day_is_an_iso_date(onrecord: Run, store: Path, day: str) -> None:
    said = onrecord("ask", "articles", "--as-of", day, "--store", store)
    assert said.code == 2 and "--as-of" in said.err


def test_a_store_at_an_address_refuses_it_in_one_line(onrecord: Run) -> None:
    said = onrecord("ask", "articles", "--as-of", "2026-03-01", "--store", "http://127.0.0.1:9")
    assert (said.code, said.out, said.err.count("\n")) == (2, "", 1)
    assert "holds what is on record now: for what was before, name the state folder" in said.err
