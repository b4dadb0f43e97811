"""Reports as JSON, as SARIF, and as a page: all rest on the same findings, and none says that something is so."""

import json
import re
from html.parser import HTMLParser

from reports import NUMBER, QUOTE, REPORT, TEXT

from onrecord.check.annotated import page
from onrecord.check.document import document
from onrecord.check.findings import Report
from onrecord.check.marked import stretches
from onrecord.check.sarif import sarif
from onrecord.check.verdicts import Verdict


def test_a_report_refuses_a_draft_with_a_quote_altered() -> None:
    assert REPORT.refuses
    assert not Report("d", TEXT, REPORT.findings[1:]).refuses


def test_the_json_has_offsets_of_the_draft_and_of_the_sources() -> None:
    told = json.loads(json.dumps(document(REPORT)))
    assert told["counts"] == {"quote altered": 1, "not on record": 1, "agrees": 1}
    first = told["findings"][0]
    assert TEXT[first["words"]["start"] : first["words"]["end"]] == first["words"]["text"] == QUOTE
    assert first["changes"] == [{"draft": "never grows", "record": "does not grow"}]
    (source,) = first["sources"]
    assert (source["source"], source["published"], source["words"]["start"]) == ("a.txt", "2024-03-18", 101)


def test_the_sarif_is_a_log_of_one_run() -> None:
    log = json.loads(json.dumps(sarif(REPORT)))
    assert log["version"] == "2.1.0" and log["$schema"].endswith("sarif-schema-2.1.0.json")
    (run,) = log["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert len({rule["id"] for rule in rules}) == len(Verdict)
    assert run["columnKind"] == "unicodeCodePoints"
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        assert (result["kind"] == "fail") == (result["level"] != "none")
        region = result["locations"][0]["physicalLocation"]["region"]
        start, words = region["charOffset"], region["snippet"]["text"]
        assert TEXT[start : start + region["charLength"]] == words
        line = TEXT.split("\n")[region["startLine"] - 1]
        assert line[region["startColumn"] - 1 : region["endColumn"] - 1] == words
    assert [result["kind"] for result in run["results"]] == ["fail", "pass", "open"]
    assert " " not in run["artifacts"][0]["location"]["uri"]


def test_the_stretches_of_a_draft_are_its_text() -> None:
    found = list(stretches(REPORT))
    assert "".join(one.text for one in found) == TEXT
    assert [(one.text, one.findings) for one in found if one.findings] == [
        ("A warrant <never> grows ", (1,)),
        ("old & cold", (1, 2)),
        (".", (1,)),
        (NUMBER, (3,)),
    ]
    assert [one.opens for one in found if one.findings] == [(1,), (2,), (), (3,)]


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        told = dict(attrs)
        self.ids += [told["id"] or ""] if "id" in told else []
        self.links += [told["href"] or ""] if "href" in told else []

    def handle_data(self, data: str) -> None:
        self.text += data


def test_the_page_marks_the_draft_and_leads_from_each_claim_to_its_words_and_back() -> None:
    parsed = _Page()
    parsed.feed(page(REPORT))
    assert TEXT in parsed.text, "nothing of the draft is lost, and none of it is markup"
    assert "never" not in parsed.tags and "script" not in parsed.tags
    assert len(parsed.ids) == len(set(parsed.ids))
    assert {link.removeprefix("#") for link in parsed.links} <= set(parsed.ids)


def test_no_word_for_a_verdict_says_that_something_is_so() -> None:
    for verdict in Verdict:
        assert not re.search(r"\b(?:true|false|correct|wrong|lie|fact)\b", f"{verdict.label} {verdict.meaning}", re.I)
