"""The page into which a draft is pasted: what it takes, what it refuses, and that it shows text as text."""

from html import unescape
from pathlib import Path

import pytest
from checked import EVIL, reply
from starlette.testclient import TestClient

from onrecord.serve.check_process import Pasted
from onrecord.serve.checks import Checks
from onrecord.serve.explorer.check import LONGEST


@pytest.fixture
def pasted(monkeypatch: pytest.MonkeyPatch) -> list[Pasted]:
    """The drafts that reach the check, which finds one claim in each."""
    reached: list[Pasted] = []

    async def report(_: Checks, draft: Pasted) -> dict[str, object]:
        reached.append(draft)
        return reply(draft.text)

    monkeypatch.setattr(Checks, "report", report)
    return reached


def test_the_form_reads_without_scripts(client: TestClient) -> None:
    html = client.get("/check").text
    assert '<form class="draft" method="post" action="/check">' in html
    assert f'maxlength="{LONGEST}"' in html and "is not kept" in html


def test_a_draft_is_shown_with_its_claims_and_stays_in_the_form(client: TestClient, pasted: list[Pasted]) -> None:
    text = "Nearly all of them.\r\nOf 33 children none stayed."
    answer = client.post("/check", data={"text": text, "day": "2026-03-01"})
    assert answer.status_code == 200
    html = unescape(answer.text)
    assert pasted == [Pasted(text.replace("\r\n", "\n"), "2026-03-01")]
    assert "<strong>hedge dropped</strong>: on record it is nearly 33" in html
    assert 'href="#claim-1"' in html and 'id="claim-1"' in html
    assert "<mark>nearly 33</mark>" in html and "/article?iri=" in html
    assert 'value="2026-03-01"' in html
    assert answer.headers["cache-control"].startswith("private")


def test_the_record_of_a_day_and_the_view_go_with_the_draft(client: TestClient, pasted: list[Pasted]) -> None:
    client.cookies.set("onrecord-names-of-children", "shown")
    client.post("/check", data={"text": "Of 33 children none stayed."})
    client.cookies.clear()
    assert [draft.view for draft in pasted] == ["shown"]


def test_what_is_in_a_draft_and_in_the_record_stays_text(client: TestClient, pasted: list[Pasted]) -> None:
    html = client.post("/check", data={"text": f"{EVIL} Of 33 children none stayed."}).text
    assert "<script>alert" not in html and "&lt;script&gt;alert(1)" in html


@pytest.mark.parametrize(
    ("fields", "why"),
    [
        ({"text": ""}, "Paste a draft first."),
        ({"text": "  \n"}, "Paste a draft first."),
        ({"text": "a" * (LONGEST + 1)}, f"A draft may have {LONGEST:,} characters, and this one has {LONGEST + 1:,}"),
        ({"text": "Of 33 children none stayed.", "day": "2026-02-30"}, "The day is to be one like 2026-03-01."),
        ({"text": "Of 33 children none stayed.", "day": "2026-02"}, "The day is to be one like 2026-03-01."),
        (
            {"text": "Les enfants étaient rentrés chez eux après une longue attente, dit le ministère. " * 4},
            "in French",
        ),
    ],
)
def test_what_cannot_be_checked_is_said(
    client: TestClient, pasted: list[Pasted], fields: dict[str, str], why: str
) -> None:
    assert why in unescape(client.post("/check", data=fields).text)
    assert pasted == []


@pytest.mark.parametrize(
    ("headers", "content", "status"),
    [
        ({"origin": "https://elsewhere.example"}, b"text=a", 403),
        ({"sec-fetch-site": "cross-site"}, b"text=a", 403),
        ({"content-type": "text/plain"}, b"text=a", 415),
        ({}, b"text=%ff%fe", 400),
        ({}, b"text=\xff", 400),
        ({}, b"&".join(b"a=1" for _ in range(20)), 400),
        ({}, b"text=" + b"a" * (12 * LONGEST + 2000), 413),
    ],
)
def test_what_is_not_the_form_of_this_page_is_refused(
    client: TestClient, pasted: list[Pasted], headers: dict[str, str], content: bytes, status: int
) -> None:
    given = {"content-type": "application/x-www-form-urlencoded", **headers}
    assert client.post("/check", content=content, headers=given).status_code == status
    assert pasted == []


@pytest.mark.slow
def test_a_draft_is_read_in_a_process_of_its_own_and_nothing_is_written(client_of: object, house: Path) -> None:
    before = sorted((path, path.stat().st_mtime_ns) for path in house.rglob("*"))
    client: TestClient = client_of(house)  # type: ignore[operator]
    html = unescape(client.post("/check", data={"text": "In all 33 children were brought back to Kyiv."}).text)
    assert "Beside the record" in html and "“33”" in html
    assert sorted((path, path.stat().st_mtime_ns) for path in house.rglob("*")) == before
