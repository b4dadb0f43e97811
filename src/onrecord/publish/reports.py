"""How far a release can be relied on: whether it conforms to the shapes, and how often it is right."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from onrecord.answers.validation import check_store
from onrecord.errors import InputError
from onrecord.gate.report import Conformance
from onrecord.publish.release import File
from onrecord.store import Readable

_SHARES = ("precision", "recall", "f1")
_COUNTS = ("tp", "fp", "fn")
_UNTOLD = "how they were chosen is not told"


@dataclass(frozen=True, slots=True)
class FieldQuality:
    """How often a field is right on annotated articles: shares from 0 to 1, counts, and bounds of confidence."""

    name: str
    shares: Mapping[str, float]  # precision, recall and F1
    counts: Mapping[str, int]  # true positives, false positives, false negatives; empty where they are not told
    accuracy: Mapping[str, float]  # of attributes, over what is right
    intervals: Mapping[str, tuple[float, float]]  # of precision, recall, and attributes


@dataclass(frozen=True, slots=True)
class Quality:
    """What `onrecord evaluate --json` found on annotated articles: numbers alone, no word of an article."""

    articles: int
    fields: tuple[FieldQuality, ...]
    sample: str = _UNTOLD  # how the articles were drawn, and so what the rates say of others
    confidence: float = 0.0  # level of the intervals; 0 where there are none


def read_quality(path: Path) -> Quality:
    """The error rates that a file holds, as `onrecord evaluate --json` prints them.

    Raises:
        InputError: it does not.
    """
    try:
        document = json.loads(path.read_text("utf-8"))
        fields = tuple(_field(str(name), told) for name, told in document["fields"].items())
        sample, level = document.get("sample") or _UNTOLD, float(document.get("confidence", 0))
        return Quality(int(document["articles"]), fields, str(sample), level)
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise InputError(f"{path}: not what `onrecord evaluate GOLD_DIR --json` prints: {error}") from error


def _field(name: str, told: Mapping[str, Any]) -> FieldQuality:
    return FieldQuality(
        name,
        {share: float(told[share]) for share in _SHARES},
        {count: int(told[count]) for count in _COUNTS if count in told},
        {attribute: float(share) for attribute, share in told.get("accuracy", {}).items()},
        {share: (float(low), float(high)) for share, (low, high) in told.get("intervals", {}).items()},
    )


def write_conformance(store: Readable, folder: Path) -> tuple[Conformance, File]:
    """Check the articles of a store against the shapes, and quotes against its texts if it has them."""
    found = check_store(store)
    (folder / "reports" / "shacl.ttl").write_bytes(found.results.serialize(format="turtle", encoding="utf-8"))
    what = f"SHACL report: {found.checked} graphs checked, {len(found.rejections)} violations"
    return found, File("reports/shacl.ttl", what, "text/turtle")


def write_quality(quality: Quality, folder: Path) -> File:
    """Write the error rates."""
    fields = {
        one.name: {**one.shares, **one.counts, "accuracy": one.accuracy, "intervals": one.intervals}
        for one in quality.fields
    }
    told = {"articles": quality.articles, "sample": quality.sample, "confidence": quality.confidence, "fields": fields}
    (folder / "reports" / "quality.json").write_text(json.dumps(told, indent=1, ensure_ascii=False) + "\n", "utf-8")
    what = f"Error rates on {quality.articles} annotated articles, as `onrecord evaluate` finds them"
    return File("reports/quality.json", what, "application/json")
