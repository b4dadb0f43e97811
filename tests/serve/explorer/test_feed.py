"""The feed of what is new: valid Atom, entries as old as they are on record, links to this host alone."""

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from html import unescape
from pathlib import Path
from xml.etree import ElementTree

import pytest
from starlette.testclient import TestClient

import samples
import versions
from onrecord.graph.iri import BASE

feedparser = pytest.importorskip("feedparser")
ATOM = "{http://www.w3.org/2005/Atom}"
REQUIRED = {f"{ATOM}{name}" for name in ("id", "title", "updated")}


@pytest.fixture(scope="module")
def pages(client_of: Callable[[Path], TestClient], tmp_path_factory: pytest.TempPathFactory) -> TestClient:
    """Of a store that was built twice: of three figures one is new, one stands in the place of another."""
    folder = tmp_path_factory.mktemp("feed") / "store"
    for day, said in (
        ("2026-03-02", {"a.txt": ["19 children were counted in Kyiv.", "4 buses were counted."]}),
        ("2026-03-05", {"a.txt": ["23 children were counted in Kyiv.", "4 buses were counted."]}),
    ):
        versions.build(folder, dt.datetime.fromisoformat(f"{day}T12:00:00+00:00"), said)
    return client_of(folder)


def read(client: TestClient, **given: str):  # type: ignore[no-untyped-def]  # a library without types
    answer = client.get("/changes.atom", params=given)
    assert answer.status_code == 200 and answer.headers["content-type"].startswith("application/atom+xml")
    found = feedparser.parse(answer.content)
    assert not found.bozo and found.version == "atom10"
    return found


def test_a_reader_of_feeds_reads_it(pages: TestClient) -> None:
    found = read(pages)
    assert [(one.title, one.updated) for one in found.entries] == [
        ("23 children: counted (total)", "2026-03-05T12:00:00Z"),
        ("4 buses: counted (total)", "2026-03-02T12:00:00Z"),
    ]
    assert found.feed.updated == "2026-03-05T12:00:00Z" and found.feed.author == "onrecord"
    (content,) = found.entries[0].content
    assert content.type == "text/plain"
    assert content.value.startswith(
        "“23 children were counted in Kyiv.” a.txt, Example Wire, 2026-01-05, characters 0–"
    )


def test_it_has_what_rfc_4287_requires_and_leads_to_this_host_alone(pages: TestClient) -> None:
    root = ElementTree.fromstring(pages.get("/changes.atom").content)
    for element in (root, *root.iter(f"{ATOM}entry")):
        assert {child.tag for child in element} >= REQUIRED
    ids = [one.findtext(f"{ATOM}id") or "" for one in root.iter(f"{ATOM}entry")]
    assert len(set(ids)) == len(ids) == 2 and all(one.startswith(f"{BASE}article/a-txt-") for one in ids)
    addresses = [one.attrib["href"] for one in root.iter(f"{ATOM}link")]
    assert addresses and all(one.startswith("http://testserver/") for one in addresses)
    (entry, _) = root.iter(f"{ATOM}entry")
    link = entry.find(f"{ATOM}link")
    assert link is not None and pages.get(link.attrib["href"]).status_code == 200


@pytest.mark.parametrize(
    ("given", "titles"),
    [
        ({"counted": "trams"}, []),
        ({"action": "returned"}, []),
        ({"source": "Nobody"}, []),
        ({"scope": "total"}, ["23 children: counted (total)", "4 buses: counted (total)"]),
        ({"scope": "increment"}, []),
        ({"place": "Paris"}, []),
        ({"from": "2026-01-05", "to": "2026-01"}, ["23 children: counted (total)", "4 buses: counted (total)"]),
        ({"from": "2026-02"}, []),
        ({"type": "Judgment"}, []),
    ],
)
def test_it_is_narrowed_down_as_the_pages_are(pages: TestClient, given: dict[str, str], titles: list[str]) -> None:
    assert [one.title for one in read(pages, **given).entries] == titles


def test_it_is_narrowed_down_by_place_and_by_words_of_what_is_counted(
    client_of: Callable[[Path], TestClient], tmp_path: Path
) -> None:
    anywhere = replace(samples.FIGURE, population="child")
    in_kyiv = replace(anywhere, value=Decimal(25), where=samples.KYIV)
    client = client_of(samples.store(tmp_path / "store", samples.claims(figures=[anywhere, in_kyiv])))
    (entry,) = read(client, place="Kyiv").entries
    assert entry.title.startswith("Between 25 and 30 children")
    for words, entries in {"child": 2, "Children": 2, "stolen children": 0, "ships": 0}.items():
        assert len(read(client, counted=words).entries) == entries, words


def test_an_act_of_two_articles_is_one_entry(client: TestClient) -> None:
    found = read(client, type="ArrestWarrant")
    (entry,) = found.entries
    assert entry.title == "Arrest warrant by International Criminal Court against Maria Lvova-Belova"
    assert entry.id.startswith(f"{BASE}shared-act/")
    assert samples.THIRD.exact in entry.content[0].value and entry.content[0].value.endswith("Reported by 2 articles.")
    assert {one.title.split(":")[0] for one in read(client).entries} == {entry.title, "Between 20 and 30 children"}


@pytest.mark.parametrize("given", [{"action": "sung"}, {"scope": "half"}, {"type": "Song"}, {"from": "soon"}])
def test_what_there_is_not_is_refused(pages: TestClient, given: dict[str, str]) -> None:
    assert pages.get("/changes.atom", params=given).status_code == 400


def test_a_text_that_tries_to_be_a_script_stays_text(evil: TestClient) -> None:
    root = ElementTree.fromstring(evil.get("/changes.atom").content)
    titles = [one.findtext(f"{ATOM}title") or "" for one in root.iter(f"{ATOM}entry")]
    assert any("<script>alert(1)</script>" in title for title in titles)


def test_the_pages_lead_to_it(client: TestClient) -> None:
    assert 'href="/changes.atom?counted=child"' in client.get("/figures?counted=child").text
    narrowed = "counted=child&amp;action=returned&amp;scope=increment&amp;place=Kyiv&amp;from=2024"
    assert f'href="/changes.atom?{narrowed}"' in client.get(f"/figures?{unescape(narrowed)}").text
    assert 'href="/changes.atom?type=ArrestWarrant"' in client.get("/timeline?type=ArrestWarrant").text
