"""Confidence intervals: Wilson's where claims are drawn one by one, wider where those of an article go together."""

import pytest

from onrecord.evaluation.intervals import interval


@pytest.mark.parametrize(
    ("right", "of", "lower", "upper"),
    [(81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0, 0.1611), (29, 29, 0.8830, 1.0)],
)
def test_claims_of_an_article_each_have_wilsons_interval(right: int, of: int, lower: float, upper: float) -> None:
    """The first, second and fourth are of Newcombe (1998), table I."""
    found = interval([(1, 1)] * right + [(0, 1)] * (of - right), of)
    assert found is not None
    assert (found.lower, found.upper) == (pytest.approx(lower, abs=2e-3), pytest.approx(upper, abs=2e-3))


def test_the_interval_is_wider_where_articles_are_right_or_wrong_as_a_whole() -> None:
    mixed, whole = interval([(8, 10)] * 10, 10), interval([(10, 10)] * 8 + [(0, 10)] * 2, 10)
    assert mixed is not None and whole is not None
    assert whole.upper - whole.lower > 2 * (mixed.upper - mixed.lower)
    assert whole.lower < mixed.lower < 0.8 < mixed.upper < whole.upper


def test_even_articles_give_no_more_than_claims_drawn_one_by_one() -> None:
    assert interval([(8, 10)] * 10, 10) == interval([(80, 100)], 100) != None  # noqa: E711  # a design effect of 1


@pytest.mark.parametrize(("counts", "articles"), [([], 10), ([(0, 0)], 10), ([(3, 4)], 1)])
def test_there_is_none_of_nothing_and_none_of_one_article(counts: list[tuple[int, int]], articles: int) -> None:
    assert interval(counts, articles) is None
