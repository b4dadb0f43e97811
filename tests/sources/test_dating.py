"""Where an article's day is from, and the day that users give for those that give none."""

import datetime as dt

import pytest

from onrecord.sources.article import Article, Dating
from onrecord.sources.dating import dated, settled

DAY = dt.date(2024, 5, 14)


@pytest.mark.parametrize(
    ("article", "dating"),
    [
        (Article("a", "They met.", "2024-05-01"), Dating.GIVEN),
        (Article("a", "They met.", "2024-05-01", published_from=Dating.META), Dating.META),
        (Article("a", "They met."), None),
    ],
)
def test_a_day_is_given_where_nothing_else_is_said(article: Article, dating: Dating | None) -> None:
    assert settled(article).published_from is dating


@pytest.mark.parametrize(
    ("article", "published"),
    [
        (Article("a", "They met."), "2024-05-14"),
        (Article("a", "They met.", "2024-05-01"), "2024-05-01"),
        (Article("a", "KYIV, 8 April 2023 – They met."), ""),
    ],
    ids=["no day", "its own", "a dateline, which is read with the text"],
)
def test_the_day_of_users_is_for_articles_that_give_none(article: Article, published: str) -> None:
    assert dated(article, DAY).published == published


def test_without_a_day_of_users_nothing_changes() -> None:
    article = Article("a", "They met.")
    assert dated(article, None) is article
