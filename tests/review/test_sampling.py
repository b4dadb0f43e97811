"""Articles drawn to be annotated: which, and what is written of them."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

import samples
from onrecord.errors import UsageError
from onrecord.evaluation.annotation_files import read_annotation, read_folder, unfinished
from onrecord.evaluation.evaluate import tables
from onrecord.evaluation.gold import AnnotatedArticle
from onrecord.evaluation.sample import Draw, Sample, read_sample
from onrecord.evaluation.scoring import score, scores
from onrecord.lexicon import lexicon
from onrecord.review.sampling import Drawn, articles, by_chance, by_doubt, from_files, from_store, write
from onrecord.sources.reading import read
from onrecord.store import Reader

NAMES = [f"https://a/{n}" for n in range(50)]
SAMPLE = Sample(Draw.CHANCE, 1, 2)


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Reader:
    return Reader(samples.store(tmp_path_factory.mktemp("sampling") / "s", sources=("one.txt", "two.txt")))


def drawn(reader: Reader) -> list[Drawn]:
    days = articles(reader)
    return from_store(reader, days, by_chance(days, 2, seed=0))


# Which ---------------------------------------------------------------------------------------------------------------


def test_chance_draws_the_same_in_whatever_order_articles_come() -> None:
    assert by_chance(NAMES, 10, 3) == by_chance(reversed(NAMES), 10, 3)
    assert set(by_chance(NAMES, 10, 3)) != set(by_chance(NAMES, 10, 4))


def test_more_drawn_with_one_seed_begin_with_those_drawn_before() -> None:
    assert by_chance(NAMES, 20, 3)[:10] == by_chance(NAMES, 10, 3)


def test_each_article_is_drawn_about_as_often() -> None:
    often = [sum(name in by_chance(NAMES, 10, seed) for seed in range(200)) for name in NAMES]
    assert min(often) > 20 and max(often) < 65  # 40 each, with a standard deviation of 5.7


def test_doubt_draws_first_what_is_most_likely_misread(tmp_path: Path) -> None:
    sure = samples.claims(statements=[])
    doubtful = samples.claims(figures=[], statements=[replace(samples.STATEMENT, confidence=samples.Decimal("0.1"))])
    stores = [Reader(samples.store(tmp_path / str(n), claims)) for n, claims in enumerate((sure, doubtful))]
    assert [len(by_doubt(articles(one), 5, one)) for one in stores] == [1, 1]


def test_files_are_drawn_from_as_a_store_would_be(tmp_path: Path) -> None:
    for n in range(5):
        (tmp_path / f"{n}.txt").write_text(f"The mayor of Velm spoke of {n} children on Friday.", encoding="utf-8")
    found, of = from_files(read([str(tmp_path)]), 2, seed=1)
    assert (len(found), of) == (2, 5)
    assert from_files(read([str(tmp_path)]), 4, seed=1)[0][:2] == found
    assert all(one.file and one.file.read_text("utf-8") == one.text for one in found)


# What is written -----------------------------------------------------------------------------------------------------


def test_a_sample_is_empty_annotations_a_guide_and_how_it_was_drawn(reader: Reader, tmp_path: Path) -> None:
    write(drawn(reader), SAMPLE, tmp_path / "s")
    assert sorted(path.suffix for path in (tmp_path / "s").iterdir()) == [".json"] * 3 + [".md"] + [".txt"] * 2
    assert read_sample(tmp_path / "s") == SAMPLE
    assert len(unfinished(tmp_path / "s")) == 2
    content = json.loads(next((tmp_path / "s").glob("1-*.json")).read_text("utf-8"))
    assert content.pop("published") == "2024-01-25" and not any(content.values())


def test_texts_stand_under_their_day(reader: Reader, tmp_path: Path) -> None:
    write(drawn(reader), SAMPLE, tmp_path / "s")
    for path in (tmp_path / "s").glob("*.txt"):
        assert path.read_text("utf-8").startswith(f"date 2024-01-25\n\n{samples.TEXT[:20]}")


def test_what_is_prefilled_is_what_is_on_record(reader: Reader, tmp_path: Path) -> None:
    """Scored against itself, each field is right throughout."""
    found = drawn(reader)
    write(found, SAMPLE, tmp_path / "s", reader)
    annotated = [
        AnnotatedArticle(Path(one.source), read_annotation(path))
        for one, path in zip(found, sorted((tmp_path / "s").glob("[12]-*.json")), strict=True)
    ]
    results = score(annotated, tables(reader))
    assert all(result.matches for result in results.values())
    assert set(scores(results).values()) == {1.0}


def test_the_guide_has_the_terms_in_force(reader: Reader, tmp_path: Path) -> None:
    write(drawn(reader), SAMPLE, tmp_path / "s")
    guide = (tmp_path / "s" / "GUIDE.md").read_text("utf-8")
    assert "TERMS" not in guide
    assert all(f"`{concept.term}`" in guide for concept in lexicon.load().scheme("action"))


def test_the_example_of_the_guide_is_an_annotation(reader: Reader, tmp_path: Path) -> None:
    write(drawn(reader), SAMPLE, tmp_path / "s")
    guide = (tmp_path / "s" / "GUIDE.md").read_text("utf-8")
    example = guide.partition("```json\n")[2].partition("```")[0]
    (tmp_path / "a.json").write_text(example, encoding="utf-8")
    assert read_annotation(tmp_path / "a.json").figures[0].attributes["reportedBy"] == "Olena Sorin"


def test_annotations_are_never_written_over(reader: Reader, tmp_path: Path) -> None:
    (tmp_path / "done.json").write_text("{}", encoding="utf-8")
    with pytest.raises(UsageError, match="is there and is not empty"):
        write(drawn(reader), SAMPLE, tmp_path)


def test_what_is_not_annotated_yet_is_left_out(reader: Reader, tmp_path: Path) -> None:
    write(drawn(reader), SAMPLE, tmp_path / "s")
    path = next((tmp_path / "s").glob("1-*.json"))
    path.write_text(path.read_text("utf-8").replace('"annotated": false', '"annotated": true'), encoding="utf-8")
    assert [one.path.stem for one in read_folder(tmp_path / "s")] == [path.stem]
