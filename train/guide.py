"""Articles annotated by the project's guide: names are listed for the article, and found again where it has them.

`NAME.txt` is the article, `NAME.json` beside it holds the facts; see the guide of the annotated sets.
"""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from train.corpora import Named, NamesDocument, Sentence, shorn

FIELDS = {"people": "PERSON", "organizations": "ORG", "places": "PLACE"}


def names(folder: Path) -> list[NamesDocument]:
    """The articles of a folder with every mention of their people, organizations, courts and places."""
    return [
        NamesDocument(
            f"{folder.name}-{path.stem}",
            tuple(_lines(path.read_text(encoding="utf-8"), json.loads(path.with_suffix(".json").read_text("utf-8")))),
        )
        for path in sorted(folder.glob("*.txt"))
    ]


def _lines(text: str, facts: dict[str, Any]) -> Iterator[Sentence]:
    labels = dict(sorted(_forms(facts), key=lambda form: -len(form[0])))
    if labels:
        forms = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, labels))})(?!\w)")
    for line in text.splitlines():
        found = forms.finditer(line) if labels else ()
        spans: Iterator[Named] = ((*shorn(line, *m.span()), labels[m[0]]) for m in found)
        yield Sentence(line, tuple(spans), True)


def _forms(facts: dict[str, Any]) -> Iterator[tuple[str, str]]:
    for field, label in FIELDS.items():
        for one in facts[field]:
            for form in (one["name"], *one["aliases"]):
                yield form, "COURT" if one.get("court") else label
