"""The fields that are scored: which rows of the graph answer which annotated items, and when the two are the same."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from onrecord.evaluation.comparison import Coreferents, head_noun, normalized, normalized_names, same_number, term
from onrecord.evaluation.gold import (
    Annotation,
    GoldAct,
    GoldDate,
    GoldEntity,
    GoldFigure,
    GoldPosition,
    GoldSpeaker,
    Row,
)
from onrecord.lexicon import lexicon

Item = TypeVar("Item", GoldEntity, GoldDate, GoldFigure, GoldPosition, GoldAct, GoldSpeaker)


@dataclass(frozen=True, slots=True)
class Answer:
    """One thing that the graph says of an article: the rows of a named query about it."""

    rows: tuple[Row, ...]

    def __getitem__(self, column: str) -> str:
        return self.rows[0].get(column, "")

    def all(self, column: str) -> frozenset[str]:
        """The values of a column that differs from row to row."""
        return frozenset(row[column] for row in self.rows if row.get(column))

    @property
    def names(self) -> frozenset[str]:
        """All names of the entity that it is about, as they are compared."""
        return normalized_names((self["name"], *self["labels"].split(" | ")))


def answers(rows: Iterable[Row], key: Sequence[str]) -> list[Answer]:
    """The rows grouped by the columns that make them answers of their own, in the order in which these first occur."""
    groups: dict[tuple[str, ...], list[Row]] = {}
    for row in rows:
        groups.setdefault(tuple(row.get(column, "") for column in key), []).append(row)
    return [Answer(tuple(group)) for group in groups.values()]


def _no_attributes(answer: Answer, item: Any, names: Coreferents) -> dict[str, bool]:
    return {}


@dataclass(frozen=True, slots=True)
class Field(Generic[Item]):
    """A field of the gold standard and the named query that is scored on it."""

    name: str
    query: str
    key: tuple[str, ...]  # the columns that make a row an answer of its own
    shown: tuple[str, ...]  # the columns that tell a person what it says
    items: Callable[[Annotation], Sequence[Item]]
    same: Callable[[Answer, Item, Coreferents], bool]
    judged: Callable[[Answer, Item, Coreferents], Mapping[str, bool]] = _no_attributes  # of an answer and its item
    needed: str = ""  # a column without which a row is no answer

    def answers(self, rows: Iterable[Row]) -> list[Answer]:
        """What the graph says, of rows of the query about one article."""
        return answers((row for row in rows if not self.needed or row.get(self.needed)), self.key)


def _same_entity(answer: Answer, item: GoldEntity, names: Coreferents) -> bool:
    return not answer.names.isdisjoint(normalized_names(item.names))


def _distinct_dates(annotation: Annotation) -> list[GoldDate]:
    first: dict[str, GoldDate] = {}
    for date in annotation.dates:
        first.setdefault(date.value, date)
    return list(first.values())


def _same_date(answer: Answer, item: GoldDate, names: Coreferents) -> bool:
    return answer["value"] == item.value


def _same_figure(answer: Answer, item: GoldFigure, names: Coreferents) -> bool:
    noun = head_noun(item.counted)
    return (
        head_noun(answer["counted"]) == noun
        and term(answer["hedge"]) == item.hedge
        and same_number(answer["value"], item.value, share=noun == "percent")
    )


def _judged_figure(answer: Answer, item: GoldFigure, names: Coreferents) -> dict[str, bool]:
    return {
        attribute: _ATTRIBUTES_OF_FIGURES[attribute](answer[attribute], wanted, names)
        for attribute, wanted in item.attributes.items()
    }


def _same_term(scheme: str) -> Callable[[str, str | None, Coreferents], bool]:
    """Compares terms of a word list; where the graph says none, its default is meant."""
    return lambda found, wanted, names: (term(found) or lexicon.load().default(scheme).term) == wanted


def _same_day(found: str, wanted: str | None, names: Coreferents) -> bool:
    return (found or None) == wanted


def _same_name(found: str, wanted: str | None, names: Coreferents) -> bool:
    return names.same(found, wanted)


_ATTRIBUTES_OF_FIGURES = {
    "action": _same_term("action"),
    "scope": _same_term("scope"),
    "asOf": _same_day,
    "reportedBy": _same_name,
    "where": _same_name,
    "factuality": _same_term("factuality"),
}


def _same_position(answer: Answer, item: GoldPosition, names: Coreferents) -> bool:
    wanted = frozenset(normalized(item.title).split())
    shared = wanted.intersection(normalized(answer["title"]).split())
    return (
        _same_entity(answer, item.person, names)
        and names.same_body(answer["organization"], item.organization)
        and 2 * len(shared) >= len(wanted)
    )


def _same_act(answer: Answer, item: GoldAct, names: Coreferents) -> bool:
    return (
        term(answer["type"]) == item.type
        and _same_day(answer["date"], item.date, names)
        and names.same_body(answer["by"], item.by)
    )


def _judged_act(answer: Answer, item: GoldAct, names: Coreferents) -> dict[str, bool]:
    found = answer.all("against")
    each = all(any(names.same(name, wanted) for name in found) for wanted in item.against)
    return {"against": len(found) == len(item.against) and each}


def _same_speaker(answer: Answer, item: GoldSpeaker, names: Coreferents) -> bool:
    return names.same(answer["speaker"], item.name)


_NAME = ("name",)
_FIGURE = ("text", "value", "hedge", "counted")
FIELDS: tuple[Field[Any], ...] = (
    Field("people", "people", ("person", "name"), _NAME, lambda a: a.people, _same_entity),
    Field("organizations", "organizations", ("organization", "name"), _NAME, lambda a: a.organizations, _same_entity),
    Field("courts", "courts", ("court", "name"), _NAME, lambda a: a.courts, _same_entity),
    Field("places", "places", ("place", "name"), _NAME, lambda a: a.places, _same_entity),
    Field("dates", "dates", ("value",), ("text", "value"), _distinct_dates, _same_date),
    Field("figures", "figures", ("figure",), _FIGURE, lambda a: a.figures, _same_figure, _judged_figure),
    Field(
        "positions",
        "positions",
        ("person", "title", "organization"),
        ("name", "title", "organization"),
        lambda a: a.positions,
        _same_position,
    ),
    Field("acts", "acts", ("act",), ("type", "by", "against", "date"), lambda a: a.acts, _same_act, _judged_act),
    Field(
        "speakers",
        "statements",
        ("speaker",),
        ("speaker",),
        lambda a: a.speakers,
        _same_speaker,
        needed="speaker",
    ),
)
