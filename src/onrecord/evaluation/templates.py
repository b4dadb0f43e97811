"""Annotations to be filled in: empty, or with what the named queries say of the article."""

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Any

from onrecord.evaluation.annotation_files import FINISHED
from onrecord.evaluation.comparison import term
from onrecord.evaluation.fields import FIELDS, Answer
from onrecord.evaluation.gold import Row
from onrecord.evaluation.scoring import Tables

Content = dict[str, Any]


def template(published: str, tables: Tables | None = None) -> Content:
    """The annotation of an article of this day of publication (ISO, '' where it is not known), not done yet.

    Args:
        published: the day.
        tables: the rows about the article, to begin with them.
    """
    found = {field.name: field.answers((tables or {}).get(field.query, ())) for field in FIELDS}
    held = _positions(found["positions"])
    courts = {answer["name"] for answer in found["courts"]}
    return {
        FINISHED: False,
        "published": published or None,
        "people": [_entity(one) | {"positions": held.get(one["person"], [])} for one in found["people"]],
        "organizations": [_entity(one) | {"court": one["name"] in courts} for one in found["organizations"]],
        "places": [_entity(one) for one in found["places"]],
        "dates": [{"text": one["text"], "value": one["value"]} for one in found["dates"]],
        "figures": [_figure(one.rows[0]) for one in found["figures"]],
        "acts": [_act(one) for one in found["acts"]],
        "speakers": list(dict.fromkeys(one["speaker"] for one in found["speakers"])),
    }


def _entity(answer: Answer) -> Content:
    return {"name": answer["name"], "aliases": sorted({*answer["labels"].split(" | ")} - {answer["name"], ""})}


def _positions(answers: Iterable[Answer]) -> Mapping[str, list[Content]]:
    """The positions of people, by their IRIs."""
    held: dict[str, list[Content]] = {}
    for one in answers:
        position = {"title": one["title"], "organization": one["organization"] or None}
        held.setdefault(one["person"], []).append(position)
    return held


def _figure(row: Row) -> Content:
    told: Content = {"text": row["text"], "value": _number(row["value"])}
    if row.get("upper"):
        told["upper"] = _number(row["upper"])
    told |= {"hedge": term(row["hedge"]), "counted": row["counted"]}
    told |= {name: term(row[name]) for name in ("action", "scope", "factuality")}
    return told | _nullable(row, ("asOf", "reportedBy", "where")) | {"at": row.get("quote", "")}


def _number(value: str) -> int | float:
    number = Decimal(value)
    return int(number) if number == number.to_integral_value() else float(number)


def _act(answer: Answer) -> Content:
    against = sorted(answer.all("against"))
    at = answer.rows[0].get("quote", "")
    return {"type": term(answer["type"]), **_nullable(answer.rows[0], ("by", "date")), "against": against, "at": at}


def _nullable(row: Row, names: Sequence[str]) -> Content:
    return {name: row.get(name) or None for name in names}
