"""Every page: what it shows, what it leads to, and what it refuses."""

import csv
import io
import json
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from decimal import Decimal
from html import unescape
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import quote

import pytest
from rdflib import Graph, URIRef
from starlette.testclient import TestClient

import samples
from onrecord.answers.ask import ask, named_queries
from onrecord.document import Block, BlockKind
from onrecord.graph import iri
from onrecord.lexicon import bases, lexicon
from onrecord.publish.reports import read_quality
from onrecord.serve.app import application
from onrecord.serve.explorer.reliability import measured
from onrecord.serve.settings import Settings
from onrecord.store import Reader, Writer

PAGES = [
    "/",
    "/search?q=Kuleba",
    "/figures",
    "/figures?counted=child",
    "/timeline",
    "/timeline?type=statement",
    "/chronology",
    "/chronology?question=acts",
    "/quarantine",
    "/questions",
    *(f"/questions/{name}" for name in named_queries()),
    "/download",
    "/editor",
    "/reliability",
    "/disagreements",
    "/events",
]


def page(client: TestClient, address: str, status: int = 200) -> str:
    answer = client.get(address)
    assert answer.status_code == status, answer.text
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    return unescape(answer.text)


def addresses(html: str, start: str) -> list[str]:
    """Where the links lead that begin so, each once."""
    return list(
        dict.fromkeys(unescape(found) for found in re.findall(r'href="([^"]*)"', html) if found.startswith(start))
    )


def node(name: str) -> str:
    return f"/node?iri={quote(name, safe='')}"


def found(client: TestClient, words: str, kind: str) -> str:
    """The address of the first thing that a search finds."""
    html = client.get("/search", params={"q": words, "kind": kind}).text
    return addresses(html.partition('class="plain results"')[2], "/")[0]


@pytest.fixture(scope="module")
def empty(client_of: Callable[[Path], TestClient], tmp_path_factory: pytest.TempPathFactory) -> TestClient:
    folder = tmp_path_factory.mktemp("nothing") / "store"
    Writer(folder).commit()
    return client_of(folder)


# All of them ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("address", PAGES)
def test_a_page_stands_by_itself(client: TestClient, address: str) -> None:
    html = page(client, address)
    assert html.count("<h1") == 1
    assert "<main" in html and "<nav" in html and '<html lang="en">' in html
    assert not re.search(r"""<[^>]* (?:style|on\w+)=""", html), "the policy lets no inline style or handler be"
    assert not re.search(r"""(?:src|href|action)="(?:https?:)?//(?!example\.org|www\.wikidata\.org)""", html)


@pytest.mark.parametrize("address", [*PAGES, "/nothing", "/static/onrecord.css"])
def test_a_page_lets_nothing_in_from_elsewhere(client: TestClient, address: str) -> None:
    headers = client.get(address, headers={"origin": "https://other.example"}).headers
    policy = dict(part.strip().split(" ", 1) for part in headers["content-security-policy"].split(";"))
    assert policy["default-src"] == "'none'" and policy["script-src"] == policy["connect-src"] == "'self'"
    assert policy["style-src"] == ("'self' 'unsafe-inline'" if address == "/editor" else "'self'")
    assert headers["referrer-policy"] == "no-referrer"
    assert headers["x-content-type-options"] == "nosniff"
    assert "access-control-allow-origin" not in headers


@pytest.mark.parametrize("address", PAGES)
def test_an_empty_store_is_said_in_words(empty: TestClient, address: str) -> None:
    page(empty, address)


def test_other_origins_may_ask_the_endpoint(client: TestClient) -> None:
    for address in ("/sparql?query=ASK+{}", "/graphs?default", "/.well-known/void"):
        answer = client.get(address, headers={"origin": "https://other.example"})
        assert answer.headers["access-control-allow-origin"] == "*"


@pytest.mark.parametrize("address", ["/questions/figures", "/figures?counted=child", "/timeline", "/"])
def test_a_pages_query_opens_in_the_editor_and_runs(client: TestClient, address: str) -> None:
    editor = addresses(client.get(address).text, "/editor?query=")[-1]
    html = client.get(editor).text
    written = unescape(re.search(r"<textarea[^>]*>\n?(.*?)</textarea>", html, re.DOTALL)[1])  # type: ignore[index]
    assert client.get("/sparql", params={"query": written}).status_code == 200


# One by one ----------------------------------------------------------------------------------------------------------


def test_the_first_page_counts(client: TestClient) -> None:
    html = page(client, "/")
    counts = dict(re.findall(r"<dt><a [^>]*>([^<]*)</a></dt>\s*<dd>([^<]*)</dd>", html))
    assert counts["articles"] == "2" and counts["figures"] == "2" and counts["courts"] == "1"
    assert "2024-01-25" in html and "Example Wire (2)" in html
    assert html.count('href="/questions/') < len(named_queries()) and f"All {len(named_queries())} questions" in html
    assert 'name="counted"' in html
    assert all(f"/questions/{name}" in page(client, "/questions") for name in named_queries())


def test_words_of_the_trade_are_explained_where_they_stand(client: TestClient) -> None:
    figure = page(client, found(client, "children", "figure"))
    for html in (figure, page(client, "/figures?counted=child")):
        told = html.partition("What these words mean")[2].partition("</details>")[0]
        for scheme, term in (("hedge", "between"), ("scope", "increment"), ("action", "returned")):
            concept = next(one for one in lexicon.load().scheme(scheme) if one.term == term)
            assert f"<dt>{concept.label}</dt>" in told
    assert "What the columns mean" in page(client, "/questions/acts")


def test_an_event_has_a_page_with_its_figures(client_of: Callable[[Path], TestClient], tmp_path: Path) -> None:
    said = samples.claims_of_event()
    told = client_of(samples.store(tmp_path / "store", said, sources=("1.txt", "2.txt")))
    html = page(told, "/events?place=Kyiv&from=2024-01&to=2024-01")
    assert "1 event" in html and "mission" in html and "2 articles" in html
    assert "Nothing on record fits" in page(told, "/events?place=Paris")
    assert "Nothing on record fits" in page(told, "/events?from=2025")
    (address,) = addresses(html.partition("<main")[2], "/node?iri=")
    event = page(told, address)
    assert "Numbers that belong to it" in event and "between 20 and 30" in event
    assert "<h1>were returned" in event


def test_every_page_leads_to_how_reliable_it_is(client: TestClient) -> None:
    for address in PAGES:
        assert 'href="/reliability"' in client.get(address).text
    html = page(client, "/reliability")
    assert "newspapers of Africa" in html and "What no page marks" in html
    for basis in lexicon.load().scheme("basis"):
        assert f'<th scope="row">{basis.label}</th>' in html


def test_error_rates_of_their_own_are_shown_first(tmp_path: Path) -> None:
    found = {"precision": 0.9, "recall": 0.8, "f1": 0.85, "intervals": {"precision": [0.812, 0.95]}}
    told = {"articles": 7, "sample": "drawn by chance", "confidence": 0.95, "fields": {"people": found}}
    (tmp_path / "quality.json").write_text(json.dumps(told), "utf-8")
    settings = Settings(workers=1, quality=read_quality(tmp_path / "quality.json"))
    with TestClient(application(samples.store(tmp_path / "store"), settings)) as running:
        html = page(running, "/reliability")
    assert html.index("On 7 articles") < html.index("Wikinews")
    assert "Drawn by chance." in html and "in 95 of 100 such samples" in html
    assert re.search(
        r">People</th><td class=\"number\">90 <[^>]*>\(81–95\)</span></td><td class=\"number\">80</td>", html
    )


def test_the_error_rates_are_those_of_the_readme() -> None:
    readme = (Path(__file__).parents[3] / "README.md").read_text("utf-8")
    table = re.search(r"<!-- scores.*?-->(.*?)<!-- end of scores", readme, re.DOTALL)[1]  # type: ignore[index]
    columns = list(
        zip(*[re.findall(r"\| (\d\.\d\d)", line) for line in table.splitlines() if "0." in line], strict=True)
    )
    assert [tuple(f"{score:.2f}" for score in one.scores.values()) for one in measured()] == columns


def test_a_search_that_finds_nothing_proposes_what_would_be(client: TestClient) -> None:
    html = page(client, "/search?q=deported+children+2019")
    assert "Nothing holds all these words" in html
    assert 'href="/figures?counted=child">child</a>' in html and "2 figures" in html
    assert 'href="/search?q=Mykola+Kuleba"' in page(client, "/search?q=Mykolo+Kulebro")
    assert "Nothing holds all these words. Try fewer" in page(client, "/search?q=zzzz")


def test_a_new_build_shows_without_a_restart(client_of: Callable[[Path], TestClient], tmp_path: Path) -> None:
    store = samples.store(tmp_path / "store")
    growing = client_of(store)
    assert ">1</dd>" in page(growing, "/")
    assert "1 result " in growing.get("/search?q=Kuleba&kind=person").text
    writer = Writer(store)
    for article in writer.catalogue.articles():
        writer.drop(article)
    writer.commit()
    writer.close()
    assert ">1</dd>" not in page(growing, "/")
    assert "Nothing holds all these words" in growing.get("/search?q=warrants&kind=article").text


def test_an_article_leads_from_its_words_to_nodes_and_is_found_by_its_sentences(client: TestClient) -> None:
    html = page(client, found(client, "children home", "article"))
    assert "Children “home”" in html and 'rel="noreferrer noopener"' in html
    assert f'id="c{samples.SECOND.start}"' in html
    for kind in ("person", "organization", "court", "place", "date", "figure", "statement", "act", "position"):
        assert f'class="mark {kind}"' in html, kind
        assert f'id="show-{kind}"' in html
    for address in addresses(html.partition('<div class="text">')[2].partition("</div>")[0], "/"):
        assert client.get(address).status_code == 200, address


def test_an_article_is_found_by_the_name_it_came_under(client: TestClient) -> None:
    answer = client.get("/article", params={"source": "two.txt"}, follow_redirects=False)
    assert answer.status_code == 303
    assert "two.txt" in page(client, answer.headers["location"])


def test_a_person_has_positions_statements_figures_and_every_sentence(client: TestClient) -> None:
    html = page(client, found(client, "Kuleba", "person"))
    for words in ("Positions <", "Statements <", "Figures reported <", "Sentences <", "Named in the same sentences <"):
        assert words in html
    assert "between 20 and 30" in html and "head" in html
    for address in [each for each in addresses(html, "/article?") if "#" in each]:
        assert f'id="{address.partition("#")[2]}"' in page(client, address.partition("#")[0])


def test_a_court_has_its_acts(client: TestClient) -> None:
    html = page(client, found(client, "Criminal Court", "court"))
    assert "By them" in html and "Arrest warrant" in html and "against Maria Lvova-Belova" in html


def test_a_section_can_be_read_by_itself(client: TestClient) -> None:
    address = found(client, "Kuleba", "person")
    assert "Statements" in page(client, f"{address}&show=statements-by")
    page(client, f"{address}&show=nothing", 400)
    page(client, f"{address}&show=statements-by&page=2", 404)


@pytest.mark.parametrize(
    ("kind", "words", "told"),
    [
        ("figure", "children", ("between 20 and 30 children", "reported by", "Beside other figures", "brought by")),
        ("statement", "children", ("speaker", "Mykola Kuleba", "2024-01-24", "form of speech")),
    ],
)
def test_a_claim_tells_what_it_says_in_whose_words(client: TestClient, kind: str, words: str, told: tuple[str]) -> None:
    html = page(client, found(client, words, kind))
    assert "<mark>" in html
    for each in told:
        assert each in html


def test_a_sentence_of_a_printed_document_has_its_page(
    client_of: Callable[[Path], TestClient], tmp_path: Path, client: TestClient
) -> None:
    sheet = Block(0, len(samples.TEXT), BlockKind.PAGE, "3")
    printed = replace(samples.ARTICLE, blocks=(sheet,), retrieved="2022-03-04T10:15:00+00:00")
    other = client_of(samples.store_of(tmp_path / "store", {printed.source: samples.claims()}, printed))
    assert "</time>, page 3" in page(other, found(other, "children", "figure"))
    assert "2022-03-04T10:15:00Z" in page(other, f"/article?iri={quote(iri.article(printed), safe='')}")
    assert "page 3" not in page(client, found(client, "children", "figure"))


def test_a_figure_tells_how_sure_each_field_is_and_what_it_was_decided_on(client: TestClient) -> None:
    html = page(client, found(client, "children", "figure"))
    for basis in ("action-untold-agreed", "where-none"):  # of a field that is told, and of one that is not
        words = next(one.label for one in lexicon.load().scheme("basis") if one.term == basis)
        assert f"{words} · right in {bases.confidence(basis) * 100:.0f} of 100" in html
    assert "not told" in html


def test_an_act_that_articles_share_stands_once_on_the_page_of_whom_it_is_against(client: TestClient) -> None:
    html = page(client, found(client, "Belova", "person"))
    assert html.count('class="act"') == 1
    assert "reported by 2 articles" in html


def test_an_act_that_articles_share_has_the_sentences_of_all(client: TestClient) -> None:
    timeline = client.get("/timeline").text
    (shared,) = addresses(timeline, "/node?iri=")
    assert "shared-act" in shared and "reported by 2 articles" in timeline and "1 entry" in timeline
    html = page(client, shared)
    assert html.count("<blockquote>") == 2 and html.count("issued arrest warrants") >= 2


def test_a_figure_that_was_taken_back_says_so_wherever_it_stands(
    client_of: Callable[[Path], TestClient], tmp_path: Path
) -> None:
    figure = replace(samples.FIGURE, population="child", withdrawn=True)
    other = client_of(samples.store(tmp_path / "store", samples.claims(figures=[figure])))
    badge = '<span class="kind withdrawn" title="The article itself takes this figure back">withdrawn</span>'
    person, article = found(other, "Kuleba", "person"), found(other, "children home", "article")
    figure_page = found(other, "children", "figure")
    for address in (person, article, figure_page, "/figures?counted=child", "/search?q=children", "/questions/series"):
        assert badge in page(other, address), address
    assert 'class="mark figure withdrawn"' in page(other, article)
    assert badge not in page(other, "/questions/figures"), "which leaves it out"


def test_a_figure_tells_who_said_it_first_and_who_repeats_it(
    client_of: Callable[[Path], TestClient], tmp_path: Path
) -> None:
    figure = replace(samples.FIGURE, population="child")
    said = samples.claims(figures=[figure])
    store = samples.store(tmp_path / "store", said, sources=("1.txt", "2.txt"))
    html = page(other := client_of(store), found(other, "children", "figure"))
    told = html.partition("Who said it first")[2].partition("</ol>")[0]
    assert told.index("First on record:") < told.index("1.txt" if "1.txt" in told else "Children “home”")
    assert told.count("<blockquote>") == 2 and told.count("Mykola Kuleba") >= 2
    alone = client_of(samples.store(tmp_path / "alone", said))
    assert "Who said it first" not in page(alone, found(alone, "children", "figure"))


def test_an_articles_entity_leads_to_who_it_is(client: TestClient) -> None:
    rows = client.get(
        "/sparql",
        params={"query": "SELECT ?e ?i WHERE { ?e <https://w3id.org/onrecord/ns#identity> ?i }"},
        headers={"accept": "text/csv"},
    ).text.split()[1:]
    entity, identity = rows[0].split(",")
    answer = client.get(node(entity), follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (303, node(identity))


def test_figures_are_set_side_by_side(client: TestClient) -> None:
    html = page(client, "/figures?counted=child&action=returned&source=Mykola+Kuleba&from=2024&to=2024-01")
    assert "between 20 and 30" in html
    assert '"lower":20.0' in html.replace(" ", "") and '"scope":"increment"' in html.replace(" ", "")
    assert "No figure on record fits" in page(client, "/figures?counted=child&from=2025")
    assert "No figure on record fits" in page(client, "/figures?counted=no+such+thing")
    assert "On record" in page(client, "/figures?counted=Children")


@pytest.mark.parametrize(
    ("narrowed", "rows"),
    [
        ("", 2),
        ("&scope=increment", 2),
        ("&scope=total", 0),
        ("&place=Kyiv", 2),
        ("&place=Paris", 0),
        ("&source=Mykola+Kuleba", 2),
        ("&source=Nobody", 0),
        ("&from=2025", 0),
        ("&action=deported", 0),
    ],
)
def test_the_rows_of_a_series_are_those_of_its_csv_and_of_its_query(
    placed: TestClient, narrowed: str, rows: int
) -> None:
    address = f"/figures?counted=children{narrowed}"
    html = page(placed, address)
    assert html.count('<th scope="row" data-value=') == rows
    told = list(csv.DictReader(io.StringIO(placed.get(address.replace("figures", "figures.csv")).text)))
    assert len(told) == rows and all(samples.SECOND.exact == row["quote"] for row in told)
    for row in told:
        assert samples.TEXT[int(row["start"]) : int(row["end"])] == row["quote"]
        assert row["sha256"] == samples.ARTICLE.sha256
    editor = addresses(placed.get(address).text, "/editor?query=")[-1]
    written = unescape(re.search(r"<textarea[^>]*>\n?(.*?)</textarea>", placed.get(editor).text, re.DOTALL)[1])  # type: ignore[index]
    asked = placed.get("/sparql", params={"query": written}, headers={"accept": "text/csv"}).text
    assert list(csv.DictReader(io.StringIO(asked))) == told


@pytest.fixture(scope="module")
def placed(client_of: Callable[[Path], TestClient], tmp_path_factory: pytest.TempPathFactory) -> TestClient:
    """Of a store whose figures have a place, and name who did it."""
    figure = replace(samples.FIGURE, population="child", where=samples.KYIV, agent=samples.SAVE_UKRAINE)
    said = samples.claims(figures=[figure])
    return client_of(samples.store(tmp_path_factory.mktemp("placed") / "store", said, sources=("1.txt", "2.txt")))


def test_who_did_it_and_where_is_told_beside_what_happened(placed: TestClient) -> None:
    html = page(placed, "/figures?counted=child")
    assert '<span class="soft">by Save Ukraine</span>' in html and '<span class="soft">Kyiv</span>' in html
    assert '"agent": "Save Ukraine"' in html


def test_what_is_counted_more_narrowly_is_named_where_it_fits_what_else_is_asked_for(
    client_of: Callable[[Path], TestClient], tmp_path: Path
) -> None:
    wide = replace(samples.FIGURE, population="child")
    narrow = replace(samples.FIGURE, value=Decimal(25), population="child | ukrainian", scope="total")
    client = client_of(samples.store(tmp_path / "store", samples.claims(figures=[wide, narrow])))
    html = page(client, "/figures?counted=child&action=returned&scope=total")
    narrower = "/figures?counted=child+%7C+ukrainian&action=returned&scope=total"
    assert f'<a href="{narrower}">child, ukrainian</a> (1)' in html
    assert "child, ukrainian" not in page(client, "/figures?counted=child&scope=increment")


def test_series_are_found_by_words_of_what_is_counted(client: TestClient) -> None:
    assert 'href="/figures?counted=child"' in page(client, "/figures?counted=stolen+children")
    assert csv_rows(client, "/figures.csv") == csv_rows(client, "/figures.csv?action=returned") == 1
    assert csv_rows(client, "/figures.csv?counted=ships") == 0


def csv_rows(client: TestClient, address: str) -> int:
    return len(list(csv.DictReader(io.StringIO(client.get(address).text))))


def test_the_timeline_goes_by_day(client: TestClient) -> None:
    html = page(client, "/timeline?type=ArrestWarrant&from=2023-03-31")
    assert "March 2023" in html and "Arrest warrant" in html
    assert "Nothing on record fits" in page(client, "/timeline?from=2023-04")
    assert "January 2024" in page(client, "/timeline?type=statement")


def test_columns_that_are_empty_are_left_out_and_each_cell_says_what_it_is(client: TestClient) -> None:
    html = page(client, "/questions/acts")
    assert 'data-label="against"' in html and 'data-label="number"' not in html
    assert re.search(r"Nothing on this page under: [^<]*\bnumber\b", html)


def test_a_table_is_whole_as_csv(client: TestClient) -> None:
    for name, question in named_queries().items():
        answer = client.get(f"/questions/{name}.csv")
        assert answer.headers["content-type"].startswith("text/csv")
        assert answer.headers["content-disposition"] == f'attachment; filename="{name}.csv"'
        header, *_ = csv.reader(io.StringIO(answer.text))
        assert tuple(header) == question.columns


def test_a_long_table_comes_in_pages(
    client_of: Callable[[Path], TestClient], tmp_path_factory: pytest.TempPathFactory
) -> None:
    store = samples.store(tmp_path_factory.mktemp("long") / "store", sources=[f"{n}.txt" for n in range(15)])
    long = client_of(store)
    rows = len(list(ask(Reader(store), named_queries()["evidence"].text)))  # type: ignore[arg-type]
    assert 200 < rows <= 400
    assert "Page 1 of" not in page(long, "/questions/people")
    first, second = page(long, "/questions/evidence"), page(long, "/questions/evidence?page=2")
    assert f"{rows} rows" in first and "Page 1 of 2" in first and "Next page" in first
    assert "Page 2 of 2" in second and "Next page" not in second
    assert first.count("<tr>") + second.count("<tr>") == rows + 2
    page(long, "/questions/evidence?page=3", 404)


def test_the_rows_of_a_table_of_many_pages_are_counted_when_asked(
    client_of: Callable[[Path], TestClient], tmp_path_factory: pytest.TempPathFactory
) -> None:
    store = samples.store(tmp_path_factory.mktemp("longer") / "store", sources=[f"{n}.txt" for n in range(25)])
    longer = client_of(store)
    first, last = page(longer, "/questions/evidence"), page(longer, "/questions/evidence?page=3")
    assert "Page 1<" in first and "Next page" in first and " rows ·" not in first
    assert "Page 3 of 3" in last and "Next page" not in last and " rows ·" in last
    assert "the last one is 3" in page(longer, "/questions/evidence?page=4", 404)
    assert 'href="/questions/evidence?count=yes"' in first
    counted = page(longer, "/questions/evidence?count=yes")
    assert (
        "Page 1 of 3" in counted and " rows ·" in counted and 'href="/questions/evidence?count=yes&page=2"' in counted
    )


def test_the_graph_is_taken_away_whole_or_in_part(client: TestClient) -> None:
    whole = Graph().parse(data=client.get("/download/graph.ttl").text)
    assert len(whole) > 100
    address = found(client, "children home", "article")
    article = unescape(address).partition("iri=")[2]
    answer = client.get(f"/download/graph.ttl?iri={article}")
    assert answer.headers["content-disposition"].endswith('.ttl"')
    assert 0 < len(Graph().parse(data=answer.text)) < len(whole)
    person = found(client, "Kuleba", "person").partition("iri=")[2]
    part = Graph().parse(data=client.get(f"/download/graph.ttl?iri={person}").text)
    assert set(part) <= set(whole)
    assert len(set(part.subjects(URIRef("http://www.w3.org/ns/oa#exact"), None))) >= 2
    page(client, "/download/graph.ttl?iri=urn:nobody", 404)


def test_the_editor_knows_the_named_queries_and_the_ontology(client: TestClient) -> None:
    html = page(client, "/editor?query=ASK+%7B%7D")
    assert ">\nASK {}</textarea>" in html
    assert all(f'"name": "{name}"' in html for name in named_queries())
    assert "https://w3id.org/onrecord/ns#reportedBy" in html and "https://w3id.org/onrecord/action/returned" in html


def test_no_text_in_the_store_is_no_error(client_of: Callable[[Path], TestClient], tmp_path: Path) -> None:
    store = samples.store(tmp_path / "store")
    for text in (store / "texts").iterdir():
        text.unlink()
    html = page(client_of(store), f"/article?iri={quote(iri.article(samples.ARTICLE), safe='')}")
    assert "not its text" in html and "were returned" in html


# What is refused -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/node", 400),
        ("/node?iri=", 400),
        ("/node?iri=no%20iri", 400),
        ("/node?iri=https://a/%22b", 400),
        ("/node?iri=https://a/%3E%7D%20DELETE", 400),
        ("/node?iri=https://a/%5Cu003E", 400),
        ("/node?iri=urn:nobody", 404),
        ("/node?iri=javascript:alert(1)", 404),
        ("/article?iri=no%20iri", 400),
        ("/article?iri=urn:nothing", 404),
        ("/article?source=nothing.txt", 404),
        ("/search?q=a&page=abc", 400),
        ("/search?q=a&page=0", 400),
        ("/search?q=a&page=-1", 400),
        ("/search?q=a&page=%C2%B2", 400),
        ("/search?q=a&page=99999999999999999999", 400),
        ("/search?q=a&page=1000000", 404),
        ("/search?q=a&kind=thing", 400),
        ("/questions/nothing", 404),
        ("/questions/nothing.csv", 404),
        ("/questions/figures?page=2", 404),
        ("/figures?action=thing", 400),
        ("/figures?scope=thing", 400),
        ("/figures.csv?from=yesterday", 400),
        ("/figures?from=yesterday", 400),
        ("/figures?to=2024-13", 400),
        ("/figures?page=7", 404),
        ("/timeline?type=thing", 400),
        ("/timeline?page=2", 404),
        ("/disagreements?page=2", 404),
        ("/events?kind=thing", 400),
        ("/events?page=2", 404),
        ("/quarantine?page=2", 404),
        ("/nothing", 404),
        ("/static/nothing.css", 404),
        ("/static/../site.py", 404),
        ("/static/%2e%2e/site.py", 404),
    ],
)
def test_what_cannot_be_shown_is_said_on_a_page(client: TestClient, address: str, status: int) -> None:
    html = page(client, address, status)
    assert '<p class="lead">' in html and "Traceback" not in html


def test_pages_are_for_reading(client: TestClient) -> None:
    assert client.post("/").status_code == 405
    assert client.head("/").status_code == 200


# What others wrote ---------------------------------------------------------------------------------------------------


def _every_page(client: TestClient) -> Iterator[str]:
    """All pages that can be reached from the first one by its links, and those behind forms."""
    seen, waiting = set(), [*PAGES, "/search?q=script", "/search?q=alert&kind=figure"]
    while waiting:
        address = waiting.pop().partition("#")[0]
        if address in seen or "graph.ttl" in address or ".csv" in address or len(seen) > 200:
            continue
        seen.add(address)
        answer = client.get(address)
        if answer.headers["content-type"].startswith("text/html"):
            yield answer.text
            waiting += addresses(answer.text, "/")


class _Scripts(HTMLParser):
    """What a browser would run."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = {name: value or "" for name, value in attrs}
        if (
            tag == "script"
            and told.get("type") != "application/json"
            and not told.get("src", "").startswith("/static/")
        ):
            self.found.append(tag)
        self.found += [name for name, value in told.items() if name.startswith("on") or "script:" in value.lower()]


def scripts(html: str) -> list[str]:
    reader = _Scripts()
    reader.feed(html)
    return reader.found


def test_what_articles_say_is_no_script(evil: TestClient) -> None:
    pages = list(_every_page(evil))
    assert len(pages) > 30
    assert any("alert(1)" in html for html in pages)
    assert [scripts(html) for html in pages if scripts(html)] == []


@pytest.mark.parametrize(
    "address",
    [
        "/search?q={}",
        "/node?iri={}",
        "/article?iri={}",
        "/article?source={}",
        "/figures?counted={}",
        "/figures?source={}",
        "/figures?from={}",
        "/timeline?type={}",
        "/questions/{}",
        "/editor?query={}",
        "/{}",
    ],
)
@pytest.mark.parametrize("text", ["<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "</textarea><script>"])
def test_what_is_asked_is_no_script(client: TestClient, address: str, text: str) -> None:
    html = client.get(address.format(quote(text, safe=""))).text
    assert scripts(html) == [] and "<img" not in html


def test_columns_that_have_no_room_stand_below_each_other_and_beside_each_other_where_that_is_asked_for(
    client: TestClient,
) -> None:
    folded, wide = page(client, "/questions/figures"), page(client, "/questions/figures?wide=yes")
    heads = [len(re.findall(r"<th scope=\"col\">", html)) for html in (folded, wide)]
    assert heads[0] < heads[1] and 'class="more"' in folded and 'class="more"' not in wide
    assert '<span class="soft">confidence:</span>' in folded and ">confidence</th>" in wide
    assert "All columns beside each other" in folded and "Fold what is too wide" in wide
    assert 'class="more"' not in page(client, "/questions/places")


def test_what_is_printed_says_where_it_was_when_and_of_which_record(client: TestClient) -> None:
    printed = re.search(r'class="printed"[^>]*>([^<]*)<', page(client, "/figures?counted=child"))
    assert printed and re.fullmatch(
        r"http://testserver/figures\?counted=child · printed on 20\S+ · dataset (build \d+|sha256:\w{64}) · It .*",
        printed[1],
    )
