"""A report as JSON: findings in order of the draft, each with its offsets and the sentences that it rests on."""

from collections import Counter
from typing import Any

from onrecord.check.findings import Finding, Remark, Report, Source
from onrecord.check.verdicts import Verdict
from onrecord.values.findings import Evidence


def document(report: Report) -> dict[str, Any]:
    """A report as plain values."""
    return {
        "draft": report.draft,
        "build": report.snapshot,
        "counts": counts(report),
        "findings": [_finding(one) for one in report.findings],
    }


def counts(report: Report) -> dict[str, int]:
    """How many findings there are of each verdict that there is, the most serious first."""
    found = Counter(one.verdict for one in report.findings)
    return {verdict.label: found[verdict] for verdict in Verdict if found[verdict]}


def _finding(one: Finding) -> dict[str, Any]:
    first, *others = one.remarks
    return {
        "matter": one.matter.value,
        "verdict": one.verdict.label,
        "words": _stretch(one.words),
        "sentence": _stretch(one.sentence),
        **_remark(first),
        "also": [{"verdict": remark.verdict.label, **_remark(remark)} for remark in others],
    }


def _remark(remark: Remark) -> dict[str, Any]:
    changes = [{"draft": change.draft, "record": change.record} for change in remark.changes]
    return {"why": remark.why, "changes": changes, "sources": [_source(source) for source in remark.sources]}


def _source(source: Source) -> dict[str, Any]:
    return {
        "source": source.name,
        "published": source.published,
        "article": source.article,
        "node": source.node,
        "words": _stretch(source.words),
        "sentence": _stretch(source.sentence),
    }


def _stretch(where: Evidence) -> dict[str, Any]:
    return {"start": where.start, "end": where.end, "text": where.exact}
