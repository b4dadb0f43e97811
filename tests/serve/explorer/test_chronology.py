"""The page of a chronology: entries with their quotes, filters, files to take away, and names of children withheld."""

import csv
import io
import re
import time
from collections.abc import Callable
from html import unescape
from pathlib import Path

import pytest
from starlette.testclient import TestClient

import samples
from onrecord.store import Reader, dataset_identity
from onrecord.store.snapshots import text_path

BELOVA = 'SELECT ?i { ?i a <https://w3id.org/onrecord/ns#Identity> ; <https://schema.org/name> "Maria Lvova-Belova" }'


@pytest.fixture(scope="module")
def belova(client: TestClient) -> str:
    answer = client.get("/sparql", params={"query": BELOVA}, headers={"accept": "text/csv"})
    return answer.text.split()[1]


def page(client: TestClient, status: int = 200, **given: str) -> str:
    answer = client.get("/chronology", params=given)
    assert answer.status_code == status, answer.text
    return unescape(answer.text)


def test_an_act_of_two_articles_is_one_entry_with_its_quote_and_both_sources(client: TestClient, belova: str) -> None:
    html = page(client, of=belova)
    assert html.count("<h1") == 1 and "<h1>Maria Lvova-Belova</h1>" in html
    assert "1 entry." in html and "reported by 2 articles" in html
    assert html.count(samples.THIRD.exact) == 1
    assert [f'id="source-{number}"' in html for number in (1, 2, 3)] == [True, True, False]
    assert re.search(r'<p class="foot" aria-hidden="true">http://testserver/chronology\?of=\S+ · printed on 20', html)


def test_the_page_of_somebody_leads_to_it(client: TestClient, belova: str) -> None:
    html = client.get("/node", params={"iri": belova}).text
    assert re.search(r'href="/chronology\?of=[^"]+">Chronology', html)
    assert 'href="/chronology?question=acts"' in client.get("/questions/acts").text


@pytest.mark.parametrize(
    ("given", "found"),
    [
        ({"standing": "alleged"}, True),
        ({"standing": "found"}, False),
        ({"kind": "act", "standing": "issued", "from": "2023-03-31", "to": "2023-04"}, True),
        ({"kind": "figure"}, False),
        ({"from": "2023-04"}, False),
    ],
)
def test_filters(client: TestClient, belova: str, given: dict[str, str], found: bool) -> None:
    html = page(client, of=belova, **given)
    assert ("Arrest warrant" in html) is found
    assert ("Nothing on record fits." in html) is not found


def test_without_anybody_it_says_what_can_be_asked_for(client: TestClient) -> None:
    html = page(client)
    assert "Search for a person" in html and '<option value="accusations">' in html


def test_a_question_is_told_by_day_and_a_name_is_looked_for(client: TestClient) -> None:
    assert samples.THIRD.exact in page(client, question="acts")
    led = client.get("/chronology", params={"of": "Belova"}, follow_redirects=False)
    assert (led.status_code, led.headers["location"]) == (303, "/search?q=Belova")


@pytest.mark.parametrize(
    ("status", "given"),
    [
        (404, {"of": "urn:x"}),
        (400, {"of": "http://["}),
        (404, {"question": "no-such"}),
        (400, {"question": "acts", "kind": "rumour"}),
        (400, {"question": "acts", "standing": "guilty"}),
        (400, {"question": "acts", "from": "yesterday"}),
        (404, {"question": "acts", "page": "9"}),
    ],
)
def test_what_there_is_not_is_refused(client: TestClient, status: int, given: dict[str, str]) -> None:
    assert "<h1" in page(client, status, **given)


def test_it_can_be_taken_away_as_csv_and_docx(client: TestClient, belova: str) -> None:
    answer = client.get("/chronology.csv", params={"of": belova})
    rows = list(csv.DictReader(io.StringIO(answer.text)))
    assert {row["source"]: row["stands"] for row in rows} == {"one.txt": "yes", "two.txt": "yes"}
    pytest.importorskip("docx")
    answer = client.get("/chronology.docx", params={"of": belova})
    assert answer.content[:2] == b"PK" and 'filename="chronology.docx"' in answer.headers["content-disposition"]


def test_the_foot_has_the_identity_once_it_is_known_and_a_quote_that_does_not_stand_is_marked(
    client_of: Callable[[Path], TestClient], tmp_path: Path
) -> None:
    folder = samples.store(tmp_path / "store")
    client = client_of(folder)
    assert " · dataset build 1</p>" in page(client, question="acts")
    known = f" · dataset sha256:{dataset_identity(Reader(folder))}</p>"
    waits = time.monotonic() + 10  # it is worked out beside what is answered
    while known not in page(client, question="acts"):
        assert time.monotonic() < waits
    text_path(folder, samples.ARTICLE.sha256).write_text("altered", encoding="utf-8")
    html = page(client, question="acts")
    assert "This quote does not stand: its text is not the one with its SHA-256." in html


def test_the_style_is_this_hosts(client: TestClient) -> None:
    answer = client.get("/chronology/style.css")
    assert answer.headers["content-type"].startswith("text/css") and "@media print" in answer.text
