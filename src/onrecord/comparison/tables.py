"""What changed as rows for people and programs."""

import csv
import io
import json
from collections.abc import Iterable, Sequence

from onrecord.comparison.matching import Changed
from onrecord.comparison.subjects import Row
from onrecord.graph.iri import BASE, term_of

COLUMNS = ("change", "question", "source", "about", "before", "now", "beforeQuote", "nowQuote")


def line(one: Changed) -> Sequence[str]:
    """A row: what changed, about what, and both wordings; of what is revised only what differs."""
    told = one.now or one.before or {}
    shown = one.columns or one.subject.counts
    quote = one.subject.quote
    return (
        one.change,
        one.subject.question,
        told["source"],
        ", ".join(filter(None, map(_short, one.subject.about_of(told)))),
        _values(one.before, shown, quote),
        _values(one.now, shown, quote),
        _flat(one.before, quote),
        _flat(one.now, quote),
    )


def as_csv(found: Iterable[Changed]) -> str:
    """All rows as CSV."""
    out = io.StringIO()
    rows = csv.writer(out, lineterminator="\n")
    rows.writerow(COLUMNS)
    rows.writerows(map(line, found))
    return out.getvalue()


def as_json(found: Iterable[Changed]) -> str:
    """All changes as JSON, each with the whole rows of the question before and now, and the columns that differ."""
    told = [
        {
            "change": one.change,
            "question": one.subject.question,
            "columns": one.columns,
            "before": one.before,
            "now": one.now,
        }
        for one in found
    ]
    return json.dumps({"changes": told}, ensure_ascii=False, indent=1) + "\n"


def _values(row: Row | None, columns: Iterable[str], quote: str) -> str:
    if row is None:
        return ""
    told = ((column, _short(row[column])) for column in columns if column != quote)
    return ", ".join(f"{column} {value}" for column, value in told if value)


def _flat(row: Row | None, quote: str) -> str:
    return " ".join(row[quote].split()) if row and quote else ""


def _short(value: str) -> str:
    """A value; of an IRI of a word list its term."""
    return " | ".join(term_of(part) if part.startswith(BASE) else part for part in value.split(" | "))
