"""The page behind 'Wrong?': a decision, filled in, that `build --decisions` reads."""

import re
from html import unescape
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from onrecord.curation import files

ONR = "PREFIX onr: <https://w3id.org/onrecord/ns#> "


def iri(client: TestClient, kind: str) -> str:
    answer = client.get("/sparql", params={"query": f"{ONR} SELECT ?n {{ ?n a onr:{kind} }} ORDER BY ?n LIMIT 1"})
    return str(answer.json()["results"]["bindings"][0]["n"]["value"])


def page(client: TestClient, **asked: str) -> str:
    answer = client.get("/decide", params=asked)
    assert answer.status_code == 200, answer.text
    return unescape(answer.text)


@pytest.mark.parametrize("kind", ["Figure", "Act", "Statement", "Position", "Identity"])
def test_each_node_leads_to_its_decision(client: TestClient, kind: str) -> None:
    node = iri(client, kind)
    html = unescape(client.get("/node", params={"iri": node}).text)
    (address,) = set(re.findall(r'href="(/decide\?[^"]+)"', html))
    assert client.get(address).status_code == 200


def test_the_row_that_is_written_is_read_as_the_decision(client: TestClient, tmp_path: Path) -> None:
    node = iri(client, "Figure")
    html = page(client, iri=node, decision="misread", by="L. Orr", why="14, their “age”, is meant")
    (rows,) = re.findall(r"<pre><code>(.*?)</code></pre>", html, re.DOTALL)
    (tmp_path / "d.csv").write_text(rows + "\n", encoding="utf-8")
    read = files.read([tmp_path / "d.csv"])
    (decision,) = read.decisions
    assert read.faults == ()
    assert (decision.verdict, decision.node, decision.by) == ("misread", node, "L. Orr")
    assert decision.why == "14, their “age”, is meant"


def test_a_correction_names_its_field(client: TestClient, tmp_path: Path) -> None:
    asked = {
        "iri": iri(client, "Figure"),
        "decision": "corrected",
        "field": "asOf",
        "value": "2024-01-14",
        "by": "L. Orr",
    }
    assert "gives no reason: fill in 'why'" in page(client, **asked)
    (rows,) = re.findall(r"<pre><code>(.*?)</code></pre>", page(client, **asked, why="the caption"), re.DOTALL)
    (tmp_path / "d.csv").write_text(rows + "\n", encoding="utf-8")
    (decision,) = files.read([tmp_path / "d.csv"]).decisions
    assert (decision.verdict, decision.correction) == ("corrected", ("asOf", "2024-01-14"))


def test_what_is_misread_has_no_value(client: TestClient) -> None:
    html = page(client, iri=iri(client, "Figure"), decision="misread", field="asOf", value="2024", by="L. Orr")
    assert 'role="alert"' not in html and "misread," in html


def test_what_is_missing_is_said(client: TestClient) -> None:
    html = page(client, iri=iri(client, "Identity"), decision="wrong_type", by="L. Orr")
    assert "fill in 'value': person, organization, court, place" in html and "<pre>" not in html


def test_nothing_is_said_before_anything_is_filled_in(client: TestClient) -> None:
    html = page(client, iri=iri(client, "Figure"))
    assert 'role="alert"' not in html and "<pre>" not in html
    assert "It does not say so" in html and "nobody’s name" not in html


@pytest.mark.parametrize("node", ["https://example.org/nothing", "https://w3id.org/onrecord/graph/runs"])
def test_what_cannot_be_decided_on_is_refused(client: TestClient, node: str) -> None:
    assert client.get("/decide", params={"iri": node}).status_code == 404
