"""The explorer in a browser: each page as people meet it. Screenshots lie in `build/screenshots` afterwards."""

import csv
import io
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from servers import Server
from visits import CHECKOUT, SCREENSHOTS, Visit

pytestmark = pytest.mark.slow
AXE = CHECKOUT / "web/node_modules/axe-core/axe.min.js"
Visits = Callable[..., Visit]

ONR = "PREFIX onr: <https://w3id.org/onrecord/ns#> PREFIX schema: <https://schema.org/> "
NODES = {
    "person": 'SELECT ?iri { ?iri a onr:Identity ; schema:name "Dmytro Lubinets" }',
    "organization": 'SELECT ?iri { ?iri a onr:Identity ; schema:name "Save Ukraine" }',
    "court": "SELECT ?iri { ?e a onr:Court ; onr:identity ?iri } ORDER BY ?iri LIMIT 1",
    "place": "SELECT ?iri { ?e a onr:Place ; onr:identity ?iri } ORDER BY ?iri LIMIT 1",
    "figure": "SELECT ?iri { ?iri a onr:Figure } ORDER BY ?iri LIMIT 1",
    "act": "SELECT ?iri { ?iri a onr:Act } ORDER BY ?iri LIMIT 1",
    "statement": "SELECT ?iri { ?iri a onr:Statement } ORDER BY ?iri LIMIT 1",
}
ARTICLE = "SELECT ?iri { ?iri a onr:Article ; onr:source ?s FILTER STRSTARTS(?s, '02-') }"
FIXED = {
    "home": "/",
    "search": "/search?q=children",
    "search-of-nothing": "/search?q=zzzz",
    "figures": "/figures",
    "figures-filtered": "/figures?counted=child&action=returned",
    "timeline": "/timeline",
    "chronology": "/chronology?question=acts",
    "review": "/review",
    "quarantine": "/quarantine",
    "question": "/questions/figures",
    "download": "/download",
    "editor": "/editor",
    "check": "/check",
    "reliability": "/reliability",
    "disagreements": "/disagreements",
    "events": "/events",
    "compose": "/compose",
    "compose-answer": "/compose?of=Figure&show=value&show=reportedBy&is.counted=children&is.value=%3E%3D100",
}
DECIDED = {"decide-figure": "figure", "decide-person": "person"}
NAMES = [*FIXED, "article", *NODES, *DECIDED]


def address(server: Server, name: str) -> str:
    if name in FIXED:
        return FIXED[name]
    query = ARTICLE if name == "article" else NODES[DECIDED.get(name, name)]
    (row, *_) = server.ask(ONR + query).json()["results"]["bindings"]
    path = "article" if name == "article" else "decide" if name in DECIDED else "node"
    return f"/{path}?iri={row['iri']['value'].replace('#', '%23')}"


def keep(page: Page, name: str) -> None:
    SCREENSHOTS.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=SCREENSHOTS / f"{name}.png", full_page=True)


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no-scripts"])
@pytest.mark.parametrize("width", ["phone", "desk"])
@pytest.mark.parametrize("name", NAMES)
def test_each_page_reads(visit: Visits, library: Server, name: str, width: str, scripts: bool) -> None:
    seen = visit(width, scripts)
    page = seen.to(address(library, name))
    page.wait_for_load_state("networkidle")
    expect(page.locator("h1")).to_have_count(1)
    expect(page.locator("h1")).to_be_visible()
    keep(page, f"{name}-{width}-{'scripts' if scripts else 'plain'}")
    across = page.evaluate("[document.documentElement.scrollWidth, innerWidth]") if scripts else [0, 0]
    assert across[0] <= across[1], "the page is wider than the window"
    seen.in_order()


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("width", ["phone", "desk"])
@pytest.mark.parametrize("name", NAMES)
def test_axe_finds_no_serious_violation(visit: Visits, library: Server, name: str, width: str, dark: bool) -> None:
    if not AXE.exists():
        pytest.skip("needs axe-core: make web")
    page = visit(width, dark=dark).to(address(library, name))
    page.wait_for_load_state("networkidle")
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate("axe.run().then(({ violations }) => violations)")
    serious = [
        f"{v['id']}: {node['html'][:200]}"
        for v in found
        for node in v["nodes"]
        if v["impact"] in ("serious", "critical")
    ]
    assert serious == []


# What scripts add ----------------------------------------------------------------------------------------------------


def test_a_series_is_drawn_and_leads_to_its_figures(visit: Visits) -> None:
    seen = visit()
    page = seen.to("/figures?counted=child&action=returned")
    dot = page.locator(".series svg a[aria-label^='387']")  # no other lies over it
    expect(dot).to_be_visible()
    dot.hover()
    expect(page.locator(".series svg [aria-label=tip]").first).to_contain_text("“")
    dot.click()
    page.wait_for_url(re.compile("/(node|article)"), wait_until="commit")
    seen.in_order()


def test_what_has_no_bound_is_an_arrow_and_no_bar(visit: Visits) -> None:
    seen = visit()
    page = seen.to("/figures?counted=child&action=deported")
    expect(page.locator(".series svg [aria-label=vector] path").first).to_be_visible()
    heights = page.locator(".series svg [aria-label=rule] line").evaluate_all("all => all.map(e => e.getBBox().height)")
    assert all(height < 200 for height in heights), "no bar over the whole height"


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_what_is_told_of_a_dot_can_be_read(visit: Visits, dark: bool) -> None:
    page = visit(dark=dark).to("/figures?counted=child&action=returned")
    page.locator(".series svg a[aria-label^='387']").hover()
    tip = page.locator(".series svg [aria-label=tip]").first
    expect(tip).to_contain_text("“")
    ink, paper = tip.evaluate(
        "tip => [getComputedStyle(tip.querySelector('text')).fill, getComputedStyle(tip.querySelector('path')).fill]"
    )
    assert light(ink) is dark and light(paper) is not dark, (ink, paper)


def light(colour: str) -> bool:
    return sum(map(int, re.findall(r"\d+", colour)[:3])) > 3 * 128


def test_a_picture_is_taken_away_as_svg(visit: Visits) -> None:
    page = visit().to("/figures?counted=child&action=returned")
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Download this picture (SVG)").first.click()
    content = Path(waiting.value.path()).read_text("utf-8")
    assert content.startswith("<svg") and "http://www.w3.org/2000/svg" in content and "child" in content


def test_a_citation_is_copied_with_one_press_and_read_without_scripts(visit: Visits, library: Server) -> None:
    seen = visit()
    page = seen.to(address(library, "figure"))
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Copy citation").first.click()
    expect(page.locator(".citation [role=status]").first).to_have_text("Copied")
    copied = page.evaluate("navigator.clipboard.readText()")
    seen.in_order()
    plain = visit(scripts=False).to(address(library, "figure"))
    plain.locator(".citation summary").first.click()
    shown = plain.locator(".citation pre").first
    expect(shown).to_be_visible()
    before, after = (  # but for the record's name, which may have become known meanwhile
        [line for line in text.splitlines() if "dataset" not in line] for text in (copied, shown.text_content() or "")
    )
    assert before == after and "SHA-256" in copied and library.url in copied


def test_a_table_is_sorted_narrowed_down_copied_and_taken_away(visit: Visits) -> None:
    seen = visit()
    page = seen.to("/figures?counted=child&action=returned")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    rows, first = page.locator("main tbody tr:visible"), page.locator("main tbody tr th").first
    page.get_by_role("button", name="Figure", exact=True).click()
    expect(first).to_contain_text("4 children")
    expect(page.locator("th[aria-sort]")).to_have_attribute("aria-sort", "ascending")
    page.get_by_role("button", name="Figure", exact=True).press("Enter")
    expect(first).to_contain_text("1,859")
    page.get_by_label("Filter these rows").fill("save ukraine")
    count = rows.count()
    assert 0 < count < 14
    page.get_by_role("button", name="Copy these rows").click()
    expect(page.locator(".table-tools [role=status]")).to_have_text("Copied")
    assert len(page.evaluate("navigator.clipboard.readText()").strip().splitlines()) == count + 1
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Download these rows").click()
    told = list(csv.reader(io.StringIO(Path(waiting.value.path()).read_text("utf-8"))))
    assert len(told) == count + 1 and len({len(row) for row in told}) == 1
    seen.in_order()


@pytest.mark.parametrize(
    "name", ["/questions/figures", "/figures?counted=child", "/events", "/figures", "/questions/acts"]
)
@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no-scripts"])
def test_tables_stack_on_a_phone(visit: Visits, name: str, scripts: bool) -> None:
    page = visit("phone", scripts).to(name)
    cell, row = page.locator("main tbody td:visible").first, page.locator("main tbody tr").first
    expect(cell).to_be_visible()
    sizes = [one.bounding_box() for one in (cell, row)]
    assert sizes[0] and sizes[1] and sizes[0]["width"] > sizes[1]["width"] * 0.9, "a cell takes the whole width"
    keep(page, f"stacked-{name.strip('/').replace('/', '-').partition('?')[0]}-{scripts}")


def test_who_is_named_together_is_drawn(visit: Visits, library: Server) -> None:
    seen = visit()
    page = seen.to(address(library, "organization"))
    expect(page.locator(".network canvas").first).to_be_visible()
    page.get_by_role("button", name="Closer").click()
    seen.in_order()


def test_the_editor_answers_named_queries(visit: Visits) -> None:
    seen = visit()
    page = seen.to("/editor")
    page.get_by_label("Named queries").select_option("people")
    page.locator(".yasqe_queryButton").first.click()
    expect(page.locator(".yasr table tbody tr").first).to_be_visible()
    expect(page.locator(".yasr")).to_contain_text("Dmytro Lubinets")
    seen.in_order()


def test_the_editor_completes_the_ontology_s_terms_and_asks_nobody_else(visit: Visits) -> None:
    seen = visit()
    page = seen.to("/editor?query=SELECT%20*%20WHERE%20%7B%20%3Ffigure%20onr%3Arep")
    page.locator(".CodeMirror").first.click()
    page.keyboard.press("Control+End")
    page.keyboard.press("Control+Space")
    expect(page.locator(".CodeMirror-hints")).to_contain_text("onr:reportedBy")
    assert page.evaluate("localStorage.length") == 0
    seen.in_order()


@pytest.mark.parametrize("key", ["Tab", "Shift+Tab"])
def test_the_keyboard_leaves_the_editor(visit: Visits, key: str) -> None:
    page = visit().to("/editor")
    expect(page.locator(".CodeMirror").first).to_be_visible()
    page.locator(".CodeMirror textarea").first.focus()
    for _ in range(2):
        page.keyboard.press(key)
    assert not page.evaluate("document.activeElement.matches('.CodeMirror textarea')")


def test_a_page_s_query_opens_in_the_editor(visit: Visits, library: Server) -> None:
    page = visit().to(address(library, "person"))
    page.get_by_role("link", name="query in the editor").click()
    expect(page.locator(".CodeMirror").first).to_contain_text("SELECT")


# From a mark to its node and back ------------------------------------------------------------------------------------


def test_a_review_is_answered_by_keys_and_taken_back(visit: Visits) -> None:
    seen = visit("desk")
    page = seen.to("/review?kind=figure&by=L.%20Orr")
    expect(page.locator("fieldset").first).to_have_attribute("data-current", "")
    for key in "ynu":
        page.keyboard.press(key)
    expect(page.locator("fieldset").nth(1)).to_have_attribute("data-current", "")
    page.keyboard.press("Enter")
    expect(page.locator("pre code")).to_contain_text("confirmed,")
    expect(page.locator("pre code")).not_to_contain_text("misread,")
    page.locator("fieldset input[name^=why]").first.press("n")
    expect(page.locator("fieldset input[name^=why]").first).to_have_value("n")
    seen.in_order()


def test_a_mark_leads_to_its_node_and_its_evidence_back_to_the_sentence(visit: Visits, library: Server) -> None:
    page = visit().to(address(library, "article"))
    page.locator(".text .mark.person a").filter(has_text="Dmytro Lubinets").first.click()
    expect(page.locator("h1")).to_contain_text("Dmytro Lubinets")
    page.locator("main a[href*='#c']").first.click()
    page.wait_for_url(re.compile(r"/article\?.*#c\d+$"))


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no-scripts"])
@pytest.mark.parametrize("width", ["phone", "desk"])
def test_a_draft_is_set_beside_the_record(visit: Visits, width: str, scripts: bool) -> None:
    seen = visit(width, scripts)
    page = seen.to("/check")
    page.fill(
        "#draft", "Dmytro Lubinets said on 14 January 2024 that 571 abducted children had been returned in total."
    )
    page.get_by_role("button", name="Check").click(timeout=120_000)
    claim = page.locator("#claim-1")
    expect(claim).to_contain_text("contradicted", timeout=120_000)
    expect(claim).to_contain_text("517")
    keep(page, f"checked-{width}-{'scripts' if scripts else 'plain'}")
    page.get_by_role("link", name="571").first.click()
    assert page.url.endswith("#claim-1")
    claim.get_by_role("link", name="02-davos-meeting.txt").first.click()
    expect(page.locator(".sentence:target").first).to_contain_text("517")
    seen.in_order()


def test_a_search_finds_a_name_an_article_a_figure_and_a_quote(visit: Visits) -> None:
    page = visit(scripts=False).to("/")
    page.get_by_role("searchbox").first.fill("Lubinets")
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_contain_text("Dmytro Lubinets")


# Names of children ---------------------------------------------------------------------------------------------------


def test_names_of_children_are_shown_only_to_who_asks(visit: Visits) -> None:
    page = visit(scripts=False).to("/search?q=Ilia")
    assert "Ilia Sorin" not in page.content()
    page.get_by_role("button", name="Show them").click()
    expect(page.locator("main")).to_contain_text("Ilia Sorin")


# What must not happen ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/search?q=Kuleba",
        "/figures",
        "/timeline",
        "/quarantine",
        "/questions/figures",
        "/questions/acts",
        "/download",
    ],
)
def test_scripts_in_what_articles_say_stay_text(visit: Visits, harmful: Server, path: str) -> None:
    harmless(visit(server=harmful), path)


@pytest.mark.parametrize("kind", ["Article", "Person", "Figure", "Act", "Statement", "Identity"])
def test_scripts_in_what_nodes_are_called_stay_text(visit: Visits, harmful: Server, kind: str) -> None:
    rows = harmful.ask(f"{ONR} SELECT ?iri {{ ?iri a onr:{kind} }}").json()["results"]["bindings"]
    assert rows
    for row in rows:
        harmless(
            visit(server=harmful),
            f"/{'article' if kind == 'Article' else 'node'}?iri={row['iri']['value'].replace('#', '%23')}",
        )


HARMFUL = "%3Cscript%3Ewindow.harmed%3D1%3C%2Fscript%3E%22%3E%3Cimg+src%3Dx+onerror%3D'window.harmed%3D1'%3E"


@pytest.mark.parametrize("path", ["/search?q=", "/editor?query=", "/figures?counted=", "/figures?source="])
def test_scripts_in_addresses_stay_text(visit: Visits, harmful: Server, path: str) -> None:
    harmless(visit(server=harmful), path + HARMFUL)


def harmless(seen: Visit, path: str) -> None:
    page = seen.to(path)
    page.wait_for_load_state("networkidle")
    assert page.evaluate("window.harmed") is None
    assert page.locator("img[src=x], a[href^=javascript]").count() == 0
    seen.in_order()


# Much and nothing ----------------------------------------------------------------------------------------------------


def test_a_table_of_ten_thousand_rows_is_read_page_by_page(visit: Visits, large: Server) -> None:
    seen = visit("phone", server=large)
    page = seen.to("/questions/figures")
    assert page.locator("table tbody tr").count() == 200
    page.get_by_role("link", name="Count the rows").click()
    expect(page.locator("main")).to_contain_text(re.compile(r"10[,  ]?00[01]"))
    page.get_by_role("link", name=re.compile("next", re.I)).first.click()
    expect(page.locator("table tbody tr")).to_have_count(200)
    keep(page, "ten-thousand-rows-phone")
    seen.in_order()


def test_many_names_are_drawn_up_to_two_hundred(visit: Visits, large: Server) -> None:
    seen = visit(server=large)
    rows = large.ask(f'{ONR} SELECT ?iri {{ ?iri a onr:Identity ; schema:name "Save Ukraine" }}').json()["results"][
        "bindings"
    ]
    page = seen.to(f"/node?iri={rows[0]['iri']['value']}")
    expect(page.locator(".network canvas").first).to_be_visible()
    keep(page, "network-of-two-hundred")
    seen.in_order()


@pytest.mark.parametrize("name", FIXED)
def test_an_empty_store_says_so(visit: Visits, empty: Server, name: str) -> None:
    seen = visit(server=empty)
    page = seen.to(FIXED[name])
    keep(page, f"empty-{name}")
    expect(page.locator("h1")).to_be_visible()
    seen.in_order()
