"""Entries of a live blog, and the articles of a page that has several, have days of their own."""

import pytest
from pages import FIRST, LAST, told

from onrecord.document import BlockKind
from onrecord.sources.html import Page, read_html


def entry(number: int, head: str, tag: str = "article") -> str:
    said = f"<p>Nine people were killed in Velm today, the mayor, Ivo Rak, said in his call number {number}.</p>"
    return f'<{tag} class="entry" id="e{number}"><header>{head}</header>{said}</{tag}>'


def blog(*entries: str, head: str = "") -> Page:
    body = f"<main><h1>The war, live</h1>{FIRST}<div>{''.join(entries)}</div></main>"
    return read_html(f"<html lang=en><head>{head}</head><body>{body}</body></html>".encode())


def days(read: Page) -> list[str]:
    return [block.published for block in read.blocks if block.kind is BlockKind.ENTRY]


@pytest.mark.parametrize("tag", ["article", "section", "div"])
def test_each_entry_has_the_day_of_its_time(tag: str) -> None:
    first = entry(1, '<time datetime="2024-05-14T00:10:00+03:00">00:10</time>', tag)
    second = entry(2, "<time>13 May 2024, 23:10</time>", tag)
    read = blog(first, second)
    assert days(read) == ["2024-05-14", "2024-05-13"]
    texts = [text for _, text in told(read, BlockKind.ENTRY)]
    assert [text[-9:] for text in texts] == ["number 1.", "number 2."]
    assert all(text.startswith("Nine people") for text in texts)


def test_the_description_of_a_live_blog_dates_its_entries() -> None:
    updates = (
        '[{"@type": "BlogPosting", "url": "https://example.org/live#e1", "datePublished": "2024-05-14T10:10:00+03:00"},'
        ' {"@type": "BlogPosting", "headline": "Nine killed in Velm", "datePublished": "2024-05-13"}]'
    )
    head = (
        '<script type="application/ld+json">{"@type": "LiveBlogPosting", "headline": "The war, live", '
        f'"liveBlogUpdate": {updates}}}</script>'
    )
    assert days(blog(entry(1, "<h3>Again</h3>"), entry(2, "<h3>Nine killed in Velm</h3>"), head=head)) == [
        "2024-05-14",
        "2024-05-13",
    ]


def test_articles_without_a_day_are_entries_without_one() -> None:
    assert days(blog(entry(1, "<h2>One</h2>"), entry(2, "<h2>Two</h2>"))) == ["", ""]


def test_the_times_of_one_article_make_no_entries() -> None:
    times = '<div><time datetime="2024-05-14">14 May</time></div><div><time class="updated">15 May 2024</time></div>'
    read = read_html(f"<html><body><article><h1>Home</h1>{times}{FIRST}{LAST}</article></body></html>".encode())
    assert days(read) == []
