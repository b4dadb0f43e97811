"""The queue as a page: what is in doubt, answered by a form that works without scripts, written as rows of a file."""

import re
from html import unescape
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from onrecord.curation import files


def page(client: TestClient, **asked: str) -> str:
    answer = client.get("/review", params=asked)
    assert answer.status_code == 200, answer.text
    return unescape(answer.text)


def answers(html: str) -> list[tuple[str, str]]:
    """The names of the questions with the answers that each can be given."""
    return re.findall(r'<input type="radio" name="(\w+)" value="(\w*)"', html)


def test_each_item_has_its_sentence_and_leads_to_its_decision(client: TestClient) -> None:
    html = page(client)
    assert "between 20 and 30" in html.lower() and "<blockquote>" in html
    addresses = set(re.findall(r'href="(/decide\?[^"]+)"', html))
    assert addresses and all(client.get(address).status_code == 200 for address in addresses)


def test_what_is_answered_becomes_rows_that_are_read_as_decisions(client: TestClient, tmp_path: Path) -> None:
    (one, two) = list(dict.fromkeys(name for name, value in answers(page(client)) if value == "misread"))[:2]
    html = page(client, by="L. Orr", **{one: "misread", f"why-{one}": "14, their “age”, is meant", two: "confirmed"})
    (rows,) = re.findall(r"<pre><code>(.*?)</code></pre>", html, re.DOTALL)
    (tmp_path / "d.csv").write_text(rows, encoding="utf-8")
    read = files.read([tmp_path / "d.csv"])
    assert read.faults == ()
    assert sorted((d.verdict.value, d.by, d.why) for d in read.decisions) == [
        ("confirmed", "L. Orr", ""),
        ("misread", "L. Orr", "14, their “age”, is meant"),
    ]
    assert f'name="{one}" value="misread" checked' in html, "the form is as it was sent: later takes it back"


def test_nothing_is_written_before_anything_is_answered(client: TestClient) -> None:
    html = page(client, by="L. Orr")
    assert "<pre>" not in html and 'role="alert"' not in html


def test_who_decides_has_to_be_said(client: TestClient) -> None:
    name = answers(page(client))[0][0]
    html = page(client, **{name: "misread"})
    assert "gives no by" in html and "<pre>" not in html


def test_answers_that_an_item_does_not_have_are_none(client: TestClient) -> None:
    name = answers(page(client, kind="figure"))[0][0]
    assert "<pre>" not in page(client, kind="figure", by="L. Orr", **{name: "same"})


def test_a_kind_is_asked_for_alone(client: TestClient) -> None:
    assert len(re.findall("<legend>", page(client, kind="act"))) == 1
    assert client.get("/review", params={"kind": "rumour"}).status_code == 400


def test_what_was_held_back_is_read_and_not_decided(evil: TestClient) -> None:
    html = page(evil, kind="held back")
    assert "<fieldset>" in html and 'type="radio"' not in html and 'href="/quarantine"' in html


@pytest.mark.parametrize("number", ["0", "99", "x"])
def test_there_is_no_such_page(client: TestClient, number: str) -> None:
    assert client.get("/review", params={"page": number}).status_code in (400, 404)
