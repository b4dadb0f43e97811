"""How a sample was drawn: what its error rates say of other articles."""

from pathlib import Path

import pytest

from onrecord.errors import InputError
from onrecord.evaluation.sample import UNKNOWN, Draw, Sample, read_sample, told, write_sample

CHANCE, DOUBT = Sample(Draw.CHANCE, 3, 40, seed=7), Sample(Draw.DOUBT, 3, 40)


@pytest.mark.parametrize("sample", [CHANCE, DOUBT, Sample(Draw.CHANCE, 3, 40, 7, prefilled=True)])
def test_what_is_written_is_read(sample: Sample, tmp_path: Path) -> None:
    write_sample(sample, tmp_path)
    assert read_sample(tmp_path) == sample


def test_where_nothing_is_told_the_rates_are_of_these_alone(tmp_path: Path) -> None:
    assert read_sample(tmp_path) is None
    assert told(None, ["a.txt"], []) == UNKNOWN


@pytest.mark.parametrize("content", ["{", "[]", '{"by": "whim", "drawn": 3, "of": 4, "seed": 0, "prefilled": false}'])
def test_what_cannot_be_read_is_said(content: str, tmp_path: Path) -> None:
    (tmp_path / "sample.json").write_text(content, encoding="utf-8")
    with pytest.raises(InputError, match=r"sample\.json: not how `onrecord sample` says"):
        read_sample(tmp_path)


@pytest.mark.parametrize(
    ("sample", "done", "left", "says"),
    [
        (CHANCE, "123", "", "3 of 40 articles, drawn by chance (seed 7): the rates are estimates for all 40"),
        (CHANCE, "12", "3", "2 of 40 articles, drawn by chance (seed 7)"),
        (CHANCE, "13", "2", "2 of 3 articles drawn, and not the first ones: no sample by chance any more"),
        (DOUBT, "123", "", "3 of 40 articles, those most in doubt: the rates are of these alone, and worse"),
        (DOUBT, "13", "2", "2 of 40 articles, those most in doubt"),
    ],
)
def test_rates_say_of_which_articles_they_are(sample: Sample, done: str, left: str, says: str) -> None:
    assert told(sample, [f"{n}-a.txt" for n in done], [f"{n}-a.txt" for n in left]).startswith(says)


def test_annotations_that_began_with_what_was_found_are_told() -> None:
    assert str(Sample(Draw.CHANCE, 3, 40, prefilled=True)).endswith("which flatters its recall")
