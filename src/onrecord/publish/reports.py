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


@dataclass(frozen=True, slots=True)
class FieldQuality:
    """How often a field is right on annotated articles: shares from 0 to 1."""

    name: str
    precision: float
    recall: float
    f1: float


@dataclass(frozen=True, slots=True)
class Quality:
    """What `onrecord evaluate --json` found on annotated articles."""

    articles: int
    fields: tuple[FieldQuality, ...]
    told: Mapping[str, Any]  # all that it says of the fields, by their names


def read_quality(path: Path) -> Quality:
    """The error rates that a file holds, as `onrecord evaluate --json` prints them.

    Raises:
        InputError: it does not.
    """
    try:
        document = json.loads(path.read_text("utf-8"))
        fields = (FieldQuality(name, *_shares(told)) for name, told in document["fields"].items())
        return Quality(int(document["articles"]), tuple(fields), document["fields"])
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise InputError(f"{path}: not what `onrecord evaluate GOLD_DIR --json` prints: {error}") from error


def _shares(told: Mapping[str, Any]) -> tuple[float, float, float]:
    return float(told["precision"]), float(told["recall"]), float(told["f1"])


def write_conformance(store: Readable, folder: Path) -> tuple[Conformance, File]:
    """Check the articles of a store against the shapes, and quotes against its texts if it has them."""
    found = check_store(store)
    (folder / "reports" / "shacl.ttl").write_bytes(found.results.serialize(format="turtle", encoding="utf-8"))
    what = f"SHACL report: {found.checked} graphs checked, {len(found.rejections)} violations"
    return found, File("reports/shacl.ttl", what, "text/turtle")


def write_quality(quality: Quality, folder: Path) -> File:
    """Write the error rates."""
    content = json.dumps({"articles": quality.articles, "fields": quality.told}, indent=1, ensure_ascii=False)
    (folder / "reports" / "quality.json").write_text(content + "\n", "utf-8")
    what = f"Error rates on {quality.articles} annotated articles, as `onrecord evaluate` finds them"
    return File("reports/quality.json", what, "application/json")
