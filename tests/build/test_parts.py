"""Parts of the inputs: every article in one of them, and the stores of all parts merged are the store of the whole."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from onrecord.build.build import build
from onrecord.build.merge import merge
from onrecord.build.parts import WHOLE, Part, parsed
from onrecord.build.progress import Phase, Progress
from onrecord.errors import UsageError
from onrecord.graph import iri
from onrecord.sources.article import Article
from onrecord.sources.reading import Given
from onrecord.sources.refusal import Refusal
from onrecord.store import Reader
from onrecord.values.configuration import Configuration

GIVEN = [Given("in", Article(f"{number}.txt", f"text {number}")) for number in range(40)]
GIVEN.append(Given("in", Refusal("gone.txt", "no such file or folder")))


@pytest.mark.parametrize("count", [1, 2, 7, 100])
def test_everything_is_in_one_part(count: int) -> None:
    parts = [list(Part(number, count).of(GIVEN)) for number in range(1, count + 1)]
    assert sorted((one.item for part in parts for one in part), key=str) == sorted((g.item for g in GIVEN), key=str)


def test_the_same_text_is_in_the_same_part_whatever_is_given_beside_it() -> None:
    twin = Given("elsewhere", Article("twin.txt", "text 7"))
    (together,) = [part for number in (1, 2, 3) if twin in (part := list(Part(number, 3).of([*GIVEN, twin])))]
    assert GIVEN[7] in together


def test_of_a_part_as_many_articles_are_expected_as_the_others_have() -> None:
    assert WHOLE.expected(40) == 40
    assert Part(2, 3).expected(40) == 13
    assert Part(2, 3).expected(None) is None, "nobody knows the total"


def test_a_part_is_told_as_i_of_n() -> None:
    assert parsed("3/10") == Part(3, 10)
    assert parsed("1/1") == WHOLE
    for wrong in ("0/2", "3/2", "1", "", "one/two", "1/2/3"):
        with pytest.raises(UsageError, match="is no part: give it as I/N"):
            parsed(wrong)


def graphs(store: Path) -> dict[str, frozenset[str]]:
    reader = Reader(store)
    names = [graph.value for graph in reader.database.named_graphs() if graph.value not in iri.TIMED_GRAPHS]
    return {name: frozenset(map(str, reader.triples(name))) for name in names}


@pytest.fixture(scope="module")
def wire(tmp_path_factory: pytest.TempPathFactory) -> Path:
    told = (
        "Save Ukraine said on 14 January 2024 that {n} children had been returned to Kyiv. Mykola Kuleba spoke there."
    )
    lines = [{"id": f"{n}", "date": "2024-01-20", "text": told.format(n=n + 20)} for n in range(12)]
    lines.append({"id": "again", "date": "2024-01-20", "text": lines[3]["text"]})
    path = tmp_path_factory.mktemp("wire") / "wire.jsonl"
    path.write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    return path


@pytest.mark.model
def test_parts_merged_are_the_whole(wire: Path, tmp_path: Path, configured: Configuration) -> None:
    whole = build([str(wire)], tmp_path / "whole", configured)
    parts = [tmp_path / f"part-{number}" for number in (1, 2, 3)]
    summaries = [build([str(wire)], store, configured, part=Part(n, 3)) for n, store in enumerate(parts, 1)]
    assert sum(summary.new for summary in summaries) == whole.new == 12
    assert sum(len(summary.refused) for summary in summaries) == len(whole.refused) == 1

    assert merge(parts, tmp_path / "merged", configured).new == 12
    assert graphs(tmp_path / "merged") == graphs(tmp_path / "whole")
    assert merge(parts[::-1], tmp_path / "reversed", configured).new == 12
    assert graphs(tmp_path / "reversed") == graphs(tmp_path / "whole")

    told = list[Progress]()
    again = merge(parts, tmp_path / "merged", configured, told.append)
    assert (again.new, again.unchanged) == (0, 12)
    assert told == [Progress(Phase.JOINING, done, total=12) for done in range(1, 13)], "nothing is decided anew"
    texts = {record.sha256: Reader(tmp_path / "merged").text(record.sha256) for record in _records(tmp_path / "merged")}
    assert len(texts) == 12


def _records(store: Path) -> Iterator[object]:
    yield from Reader(store).records().values()
