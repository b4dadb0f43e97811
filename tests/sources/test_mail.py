"""E-mail: the sender's own words, and what the headers say of them."""

import pytest

from onrecord.sources.article import Article
from onrecord.sources.mail import read_mail
from onrecord.sources.refusal import Refusal

HEADERS = """From: "Example Wire" <press@example.org>
Subject: Re: FW: Eleven children come home
Date: Sat, 04 May 2024 00:30:00 +0300
"""


def only(data: bytes) -> Article | Refusal:
    (item,) = read_mail(data, "release.eml", "in/release.eml")
    assert not isinstance(item, Refusal) or "\n" not in str(item)
    return item


def article(body: str, kind: str = "text/plain; charset=utf-8", headers: str = HEADERS) -> Article:
    item = only(f"{headers}Content-Type: {kind}\n\n{body}".encode())
    assert isinstance(item, Article), item
    return item


def test_the_headers_give_title_sender_and_the_day_where_it_was_sent() -> None:
    found = article("They came home on Friday.")
    told = (found.headline, found.publisher, found.published)
    assert told == ("Eleven children come home", "Example Wire", "2024-05-04")
    assert (found.source, found.text) == ("release.eml", "They came home on Friday.")


@pytest.mark.parametrize(
    ("header", "day"),
    [
        ("Date: Fri, 03 May 2024 21:30:00 +0000", "2024-05-03"),
        ("Date: Fri, 03 May 2024 21:30:00 -0000", "2024-05-03"),
        ("Date: Thu, 01 Jan 1970 00:00:00 +0000", ""),
        ("Date: Tue, 99 Foo 2024 99:99:99 +9999", ""),
        ("Date: soon", ""),
        ("X-Date: 3 May 2024", ""),
    ],
)
def test_a_day_that_is_none_is_not_told(header: str, day: str) -> None:
    assert article("They met.", headers=f"From: x@example.org\n{header}\n").published == day


def test_a_sender_without_a_name_is_nobody() -> None:
    assert article("They met.", headers="From: x@example.org\n").publisher == ""


@pytest.mark.parametrize(
    ("body", "text", "left_out"),
    [
        ("They met.\n\n-- \nPress office\nKyiv", "They met.", ["the signature: Press office / Kyiv"]),
        ("> How many?\n\nEleven came.\n> Who?\nAll.", "Eleven came.\nAll.", ["2 quoted lines"]),
        (
            "Eleven came.\n\nOn Fri, 3 May 2024 at 10:00, Lena Orr\n<lena@example.org> wrote:\n> How many?",
            "Eleven came.",
            ["the message that it answers, 3 lines"],
        ),
        (
            "Eleven came.\n\n-----Original Message-----\nFrom: Lena Orr\nSubject: How many\n\nHow many?",
            "Eleven came.",
            ["the message that it answers, 5 lines"],
        ),
        ("On Friday she met those of whom he wrote:\nEleven children.", None, []),
        ("---------- Forwarded message ---------\nFrom: Wire\n\nEleven came.", None, []),
    ],
)
def test_only_the_senders_own_words_are_read(body: str, text: str | None, left_out: list[str]) -> None:
    found = article(body)
    assert found.text.strip() == (body if text is None else text)
    assert list(found.left_out) == left_out


def test_flowed_lines_are_joined() -> None:
    body = "Eleven children came \nhome.\n\n They met.\n"
    assert article(body, "text/plain; charset=utf-8; format=flowed").text == "Eleven children came home.\n\nThey met."


def test_of_a_message_in_html_the_article_is_read_without_what_it_answers() -> None:
    words = "Eleven children came home on 3 May 2024, the ministry said in a statement, and they are well."
    answered = "<blockquote type='cite'><p>How many?</p></blockquote>"
    page = f"<html><body><p>{words}</p><p>{words[::-1]}</p>{answered}</body></html>"
    found = article(page, "text/html; charset=utf-8")
    assert words in found.text
    assert "How many" not in found.text


def test_the_plain_form_goes_before_the_one_in_html_and_attachments_are_told() -> None:
    parts = ["text/html\n\n<p>HTML</p>", "text/plain\n\nPlain."]
    both = "\n".join(f"--c\nContent-Type: {part}" for part in parts) + "\n--c--"
    file = "Content-Type: application/pdf\nContent-Disposition: attachment; filename=a.pdf\n\n%PDF"
    body = f"--b\nContent-Type: multipart/alternative; boundary=c\n\n{both}\n--b\n{file}\n--b--"
    found = article(body, "multipart/mixed; boundary=b")
    assert (found.text, found.left_out) == ("Plain.", ("attachment: a.pdf",))


@pytest.mark.parametrize("charset", ["klingon", "utf-8", "us-ascii"])
def test_whatever_its_character_set_a_text_is_read(charset: str) -> None:
    assert "came" in article("Діти came home.", f"text/plain; charset={charset}").text


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "not a message: it has no headers"),
        (b"\xff\xfe\x00", "not a message: it has no headers"),
        (b"From: x\n\n", "is empty"),
        (b"From: x\nContent-Type: image/png\n\nabc", "the message has no text"),
        (
            b"".join(b"Content-Type: multipart/mixed; boundary=%d\n\n--%d\n" % (n, n) for n in range(1200)),
            "not a message that can be read",
        ),
    ],
    ids=["empty", "bytes", "no words", "picture", "nested"],
)
def test_what_cannot_be_read_is_refused_in_one_line(data: bytes, reason: str) -> None:
    refusal = only(data)
    assert isinstance(refusal, Refusal)
    assert refusal.reason.startswith(reason)


@pytest.mark.parametrize("boundary", ['"a b"', "ab"])
def test_a_message_of_more_parts_than_anybody_sends_is_not_taken_apart(boundary: str) -> None:
    parts = f"--{boundary.strip(chr(34))}\n\nThey met.\n" * 200_000
    item = only(f"{HEADERS}Content-Type: multipart/mixed; boundary={boundary}\n\n{parts}".encode())
    assert isinstance(item, Refusal) and item.reason == "has more than 1000 parts"
