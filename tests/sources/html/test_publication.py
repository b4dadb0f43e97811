"""The day of publication: where it is stated, which statement is trusted, and which are none."""

import pytest
from pages import FIRST, page

from onrecord.sources.article import Dating
from onrecord.sources.html import Page, read_html


def json_ld(content: str) -> str:
    return f'<script type="application/ld+json">{content}</script>'


def dated(read: Page) -> tuple[str, str]:
    return read.published, read.published_from or ""


NEWS = '{"@type": "NewsArticle", "datePublished": "2019-05-12"}'
META = '<meta property="article:published_time" content="2019-05-13">'
TIME = '<time itemprop="datePublished" datetime="2019-05-14">14 May</time>'
LINE = "<div>Published 15 May 2019 09:14 BST</div>"
AT = '<link rel="canonical" href="https://example.org/2019/05/16/home">'


@pytest.mark.parametrize(
    ("head", "above", "expected"),
    [
        (json_ld(NEWS) + META + AT, TIME + LINE, ("2019-05-12", "json-ld")),
        (META + AT, TIME + LINE, ("2019-05-14", "time")),
        (META + AT, LINE, ("2019-05-13", "meta")),
        (AT, LINE, ("2019-05-15", "dateline")),
        (AT, "", ("2019-05-16", "address")),
        ("", "", ("", "")),
    ],
)
def test_the_order_of_trust(head: str, above: str, expected: tuple[str, str]) -> None:
    body = f"<article><h1>Children come home</h1>{above}{FIRST * 3}</article>"
    assert dated(read_html(f"<html lang=en><head>{head}</head><body>{body}</body></html>".encode())) == expected


def under_title(line: str, attributes: str = "lang=en", head: str = "") -> Page:
    body = f"<header><h1>Children come home</h1>{line}</header>{FIRST * 3}"
    return read_html(f"<html {attributes}><head>{head}</head><body><article>{body}</article></body></html>".encode())


def test_a_long_headline_is_not_taken_for_the_first_paragraph() -> None:
    headline = "The ministry announces that eleven more children have come home to their families in the south"
    body = f"<article><header><h1>{headline}</h1><div>12 May 2019</div></header>{FIRST * 3}</article>"
    assert dated(read_html(f"<html lang=en><body>{body}</body></html>".encode())) == ("2019-05-12", "dateline")


@pytest.mark.parametrize(
    "line",
    [
        "<p>12 May 2019</p>",
        "<p>May 12, 2019</p>",
        "<p>MAY 12, 2019</p>",
        "<p>Sunday 12th May, 2019 9:14 am</p>",
        "<p>By Lena Orr | 12 May 2019</p>",
        "<p>Written by Lena Orr, MD on May 12, 2019</p>",
        "<p>Associated Press May 12, 2019 9:14 AM</p>",
        "<p>Posted: Sun 9:14 AM, May 12, 2019 | Updated: Mon 8:31 PM, May 13, 2019</p>",
        "<p>Updated May 13, 2019 - Published May 12, 2019</p>",
        "<p>12.05.2019, 09:14</p>",
        "<p>[ 2019-05-12 17:32 ]</p>",
        "<ul><li>News</li><li>12 May 2019</li></ul>",
        "<div>News of the region<br>12 May 2019<br><br><img src=a.png></div>",
        "<time>12 May 2019</time>",
        '<time datetime="2019-05-12T01:00:00+09:00">yesterday</time>',
        '<abbr class="published" title="2019-05-12T23:00:00-05:00">Sunday</abbr>',
        '<time datetime="Sun May 12 2019 05:44:06 GMT+0000">12 May 2019 05:44 GMT</time>',
    ],
)
def test_the_common_forms_near_the_title(line: str) -> None:
    assert under_title(line).published == "2019-05-12"


@pytest.mark.parametrize(
    "line",
    [
        "<p>Updated 12 May 2019</p>",
        "<p>Last modified: May 12, 2019</p>",
        "<p>The law of 12 May 2019 took their children away.</p>",
        "<p>Nobody knew of it until 12 May 2019</p>",
        "<p>11/12/2019</p>",
        "<p>May 2019</p>",
        "<p>12 May</p>",
        "<p>30 February 2019</p>",
        "<figure><figcaption>Kyiv, 12 May 2019</figcaption></figure>",
        '<time class="updated" datetime="2019-05-12">now</time>',
        '<aside><a href="/2">Another story</a> <time datetime="2019-05-12">12 May 2019</time></aside>',
        '<div class="related-stories"><time datetime="2019-05-12">12 May 2019</time></div>',
    ],
)
def test_other_days_near_the_title_are_none_of_publication(line: str) -> None:
    assert dated(under_title(line)) == ("", "")


PAGES = {  # how common systems lay a page out
    "WordPress": (
        "<header><p>Friday, 1 March 2024</p></header><article class=hentry><h1>{}</h1>Posted on "
        '<time class="entry-date published" datetime="2019-05-12T23:10:00+03:00">May 12, 2019</time>'
        '<time class="updated" datetime="2020-01-01">January 1, 2020</time><div>{}</div></article>',
        "2019-05-12",
    ),
    "Drupal": (
        "<article><h1>{}</h1><span property='schema:datePublished' content='2019-05-12'>x</span>{}</article>",
        "2019-05-12",
    ),
    "Blogger": ("<h2><span>Sunday, May 12, 2019</span></h2><div class=post><h3>{}</h3><div>{}</div></div>", ""),
    "above the title": ("<div>12 May 2019</div><h1>{}</h1><div>{}</div>", "2019-05-12"),
    "below the text": ("<main><h1>{}</h1>{}<p>Published: 12 May 2019</p></main>", "2019-05-12"),
    "today in the head": ("<div id=head><p>Friday, March 1, 2024</p></div><div><h1>{}</h1>{}</div>", ""),
    "today in a table": ("<table><tr><td>Friday, March 1, 2024</td></tr><tr><td><h1>{}</h1>{}</td></tr></table>", ""),
    "other stories": (
        "<main><h1>{}</h1>{}</main><h2>More</h2>" + "<div>A story</div><div>Published March 1, 2024</div>" * 9,
        "",
    ),
    "comments": ("<article><h1>{}</h1>{}</article><ol class=comments><li><time>12 May 2019</time></li></ol>", ""),
    "another label": ("<main><h1>{}</h1><p>Hearing: 3 June 2019</p><p>12 May 2019</p>{}</main>", "2019-05-12"),
}


@pytest.mark.parametrize(("body", "day"), PAGES.values(), ids=PAGES)
def test_days_in_the_layouts_of_common_systems(body: str, day: str) -> None:
    assert read_html(f"<html lang=en><body>{body.format('Children come home', FIRST * 3)}".encode()).published == day


@pytest.mark.parametrize(
    ("attributes", "day"), [("lang=en-GB", "2019-12-11"), ("lang=en-US", "2019-11-12"), ("lang=de", "2019-12-11")]
)
def test_the_country_tells_whether_the_day_comes_first(attributes: str, day: str) -> None:
    assert under_title("<p>11/12/2019</p>", attributes).published == day


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("2019-05-12", "2019-05-12"),
        ("2019-05-12T23:30:00-05:00", "2019-05-12"),
        ("2019-05-12T00:30:00+09:00", "2019-05-12"),
        ("2019-05-12T09:14:00+0000", "2019-05-12"),
        ("2019-05-12 09:14", "2019-05-12"),
        ("2019/5/12", "2019-05-12"),
        ("20190512", "2019-05-12"),
        ("20190512T091400Z", "2019-05-12"),
        ("Sun, 12 May 2019 09:14:00 GMT", "2019-05-12"),
        ("May 12, 2019 9:14 am", "2019-05-12"),
        ("1557652440", "2019-05-12"),
        ("0001-01-01T00:00:00Z", ""),
        ("1970-01-01", ""),
        ("2019-13-45", ""),
        ("soon", ""),
    ],
)
def test_values_for_machines(value: str, day: str) -> None:
    assert page("", f'<meta name="pubdate" content="{value}">').published == day


@pytest.mark.parametrize(
    ("stated", "line", "expected"),
    [
        ("2019-05-13T02:46:00Z", "May 12, 2019 at 9:46 PM", ("2019-05-12", "dateline")),
        ("2019-05-12T22:46:00Z", "13 May 2019, 07:46", ("2019-05-13", "dateline")),
        ("2019-05-13T02:46:00Z", "May 13, 2019", ("2019-05-13", "json-ld")),
        ("2019-05-13T16:46:00Z", "May 12, 2019", ("2019-05-13", "json-ld")),
        ("2019-05-13T02:46:00Z", "May 2, 2019", ("2019-05-13", "json-ld")),
        ("2019-05-13T02:46:00+02:00", "May 12, 2019", ("2019-05-13", "json-ld")),
    ],
    ids=["west", "east", "same", "no such zone", "another day", "its own zone"],
)
def test_a_day_in_utc_gives_way_to_the_publisher_s_own(stated: str, line: str, expected: tuple[str, str]) -> None:
    described = json_ld(f'{{"@type": "NewsArticle", "datePublished": "{stated}"}}')
    assert dated(under_title(f"<p>{line}</p>", head=described)) == expected


def test_a_day_after_all_that_the_page_says_to_machines_is_impossible() -> None:
    late = '{"@type": "NewsArticle", "datePublished": "2919-05-12", "dateModified": "2019-05-12"}'
    assert dated(page("", json_ld(late) + META)) == ("2019-05-13", "meta")


ANOTHER = '{"@type": "NewsArticle", "headline": "Grain prices fall again in spring", "datePublished": "2018-01-01"}'
OWN = '{"@type": "NewsArticle", "headline": "Children come home", "datePublished": "2019-05-12"}'
ADDRESSED = '{"@type": "NewsArticle", "url": "https://example.org/a?x=1", "datePublished": "2019-05-12"}'


@pytest.mark.parametrize(
    ("head", "day"),
    [
        (json_ld(ANOTHER), ""),
        (json_ld(ANOTHER) + json_ld(OWN), "2019-05-12"),
        (json_ld(f"[{ANOTHER}, {OWN}]"), "2019-05-12"),
        (json_ld(f'{{"@graph": [{ANOTHER}, {OWN}]}}'), "2019-05-12"),
        (json_ld(f'{{"@type": "ItemList", "itemListElement": [{ANOTHER}]}}'), ""),
        (json_ld(f'{{"@type": "WebPage", "mainEntity": {OWN}}}'), "2019-05-12"),
        (
            '<link rel="canonical" href="http://www.example.org/a/">' + json_ld(ANOTHER) + json_ld(ADDRESSED),
            "2019-05-12",
        ),
        (
            '<link rel="canonical" href="https://example.org/a">'
            + json_ld('{"@type": "WebPage", "url": "https://example.org/a", "datePublished": "2019-05-12"}'),
            "2019-05-12",
        ),
        (json_ld('{"@type": "VideoObject", "datePublished": "2018-01-01"}'), ""),
        (json_ld(f"<!-- {OWN} -->"), "2019-05-12"),
        (json_ld(OWN.replace("come home", "come\nhome")), "2019-05-12"),
    ],
)
def test_the_description_is_that_of_the_page_s_own_article(head: str, day: str) -> None:
    assert page("", head).published == day


@pytest.mark.parametrize(
    ("address", "day"),
    [
        ("https://example.org/2019/05/12/home", "2019-05-12"),
        ("https://example.org/2019/may/12/home", "2019-05-12"),
        ("https://example.org/story/2019-05-12/home", "2019-05-12"),
        ("https://example.org/home-20190512", "2019-05-12"),
        ("https://example.org/2019/05/home", ""),
        ("https://example.org/home-201905121077", ""),
        ("https://example.org/home?on=2019-05-12", ""),
    ],
)
def test_days_in_addresses(address: str, day: str) -> None:
    assert page("", f'<link rel="canonical" href="{address}">').published == day


def test_the_source_is_one_of_those_that_the_graph_knows() -> None:
    assert under_title("<p>12 May 2019</p>").published_from is Dating.DATELINE
