"""What holds for articles of any format: where their day of publication is from, and in which language they are."""

import datetime as dt
from dataclasses import replace

from onrecord.sources import language
from onrecord.sources.article import Article, Dating
from onrecord.timex import composition, grammar
from onrecord.timex.dateline import dateline


def settled(article: Article) -> Article:
    """The article with its language, detected in its text, and with where its day is from: given, if nothing else."""
    dating = article.published_from or (Dating.GIVEN if article.published else None)
    return replace(article, published_from=dating, language=language.settle(article.text, article.language))


def dated(article: Article, day: dt.date | None) -> Article:
    """The article with the day that users give for those that give none, in their file or by a dateline."""
    if day is None or article.published or _has_dateline(article.text):
        return article
    return replace(article, published=day.isoformat(), published_from=Dating.GIVEN)


def _has_dateline(text: str) -> bool:
    return dateline(text, composition.compose(text, tuple(grammar.find(text)))) is not None
