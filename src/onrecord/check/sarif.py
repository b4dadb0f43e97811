"""A report in SARIF 2.1.0 (Static Analysis Results Interchange Format), which editors and review tools show.

What agrees is of kind `pass`, what is not on record `open`; the rest fails, as an error or a warning. Offsets count
code points, as columns do.
"""

from bisect import bisect_right
from collections.abc import Sequence
from typing import Any
from urllib.parse import quote

from onrecord.check.findings import Finding, Report, Source
from onrecord.check.verdicts import Severity, Verdict
from onrecord.graph.iri import BASE
from onrecord.values.findings import Evidence
from onrecord.version import __version__

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_KINDS = {Severity.ERROR: "fail", Severity.WARNING: "fail", Severity.NOTE: "open", Severity.NONE: "pass"}


def sarif(report: Report) -> dict[str, Any]:
    """A report as a log of one run."""
    lines = [0, *(i + 1 for i, character in enumerate(report.text) if character == "\n")]
    driver = {
        "name": "onrecord check",
        "version": __version__,
        "semanticVersion": __version__,
        "informationUri": BASE,
        "rules": [_rule(verdict) for verdict in Verdict],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "artifacts": [
            {"location": {"uri": quote(report.draft)}, "length": len(report.text.encode()), "roles": ["analysisTarget"]}
        ],
        "results": [_result(one, report, lines) for one in report.findings],
    }
    return {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}


def _rule(verdict: Verdict) -> dict[str, Any]:
    return {
        "id": verdict.slug,
        "shortDescription": {"text": verdict.label},
        "fullDescription": {"text": verdict.meaning},
        "defaultConfiguration": {"level": _level(verdict)},
    }


def _level(verdict: Verdict) -> str:
    fails = _KINDS[verdict.severity] == "fail"
    return verdict.severity.value if fails else Severity.NONE.value


def _result(one: Finding, report: Report, lines: Sequence[int]) -> dict[str, Any]:
    said = "; ".join(f"{remark.verdict.label}: {remark.why}" for remark in one.remarks)
    where = {"artifactLocation": {"uri": quote(report.draft), "index": 0}, "region": _region(one.words, lines)}
    return {
        "ruleId": one.verdict.slug,
        "ruleIndex": one.verdict.rank,
        "kind": _KINDS[one.verdict.severity],
        "level": _level(one.verdict),
        "message": {"text": f"{one.matter.value} “{one.words.exact}” — {said}"},
        "locations": [{"physicalLocation": where}],
        "relatedLocations": [_related(number, source) for number, source in enumerate(one.sources, 1)],
        "properties": {"matter": one.matter.value, "verdict": one.verdict.label},
    }


def _region(where: Evidence, lines: Sequence[int]) -> dict[str, Any]:
    first, last = (bisect_right(lines, at) for at in (where.start, where.end))
    return {
        "startLine": first,
        "startColumn": where.start - lines[first - 1] + 1,
        "endLine": last,
        "endColumn": where.end - lines[last - 1] + 1,
        "charOffset": where.start,
        "charLength": where.end - where.start,
        "snippet": {"text": where.exact},
    }


def _related(number: int, source: Source) -> dict[str, Any]:
    region = {
        "charOffset": source.words.start,
        "charLength": source.words.end - source.words.start,
        "snippet": {"text": source.words.exact},
    }
    told = f"{source.name} {f'({source.published})' if source.published else ''}".strip()
    return {
        "id": number,
        "message": {"text": f"{told}: {source.sentence.exact}"},
        "physicalLocation": {"artifactLocation": {"uri": source.article}, "region": region},
    }
