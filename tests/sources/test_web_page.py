"""A page that cannot be read is one clear line, within bounded time and memory."""

import pytest

from onrecord.sources.article import Article
from onrecord.sources.refusal import Refusal
from onrecord.sources.web_page import read_web_page

TEXT = "<p>Eleven children came home to Ukraine on Wednesday, their families said in Kyiv, where they live now.</p>" * 3


def read(data: bytes) -> Article | Refusal:
    (item,) = read_web_page(data, "a.html", "in/a.html")
    return item


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "is empty"),
        (b"<html><body><p>", "is empty"),
        (b"\x00\xff" * 100, "is empty"),
        (b"<div>" * 10_000 + TEXT.encode(), "is empty"),
        (b"<b>" * 17_000_000, "51,000,000 bytes are more than one page's 5,000,000"),
        (b"<br>" * 1_000_000, "more than one page's 100,000 tags"),
        (b"<p " + b"".join(b"a%d=1 " % n for n in range(10_000)) + b">" + TEXT.encode(), "more than 2,000 attributes"),
    ],
    ids=["empty", "truncated", "binary", "deep", "large", "tags", "attributes"],
)
def test_a_page_that_cannot_be_read_is_one_line(data: bytes, reason: str) -> None:
    refusal = read(data)
    assert isinstance(refusal, Refusal)
    assert reason in refusal.reason
    assert "\n" not in str(refusal)


SPANS = b"<table>" + b"<tr><td colspan=9999 rowspan=9999>1</tr>" * 300 + b"</table>"
ENTITIES = b'<!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode()[:250],
        ENTITIES + b"<html><body><p>&b;</p>" + TEXT.encode(),
        TEXT.encode() + SPANS,
        b'<script type="application/ld+json">' + b"[" * 100_000 + b"</script>" + TEXT.encode(),
        b'<img src="data:image/png;base64,' + b"A" * 6_000_000 + b'">' + TEXT.encode(),
    ],
    ids=["truncated", "entities", "spans", "nested JSON", "pictures"],
)
def test_what_is_wrong_with_a_page_leaves_the_rest_of_it(data: bytes) -> None:
    article = read(b"<html><body>" + data)
    assert isinstance(article, Article)
    assert article.text.count("Eleven children") >= 1
    assert "haha" not in article.text
