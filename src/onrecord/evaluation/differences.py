"""Error analysis: what is extra, missed or wrong, each with the sentence that it is about."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from onrecord.evaluation.comparison import term
from onrecord.evaluation.evidence import Evidence
from onrecord.evaluation.fields import Answer, Field
from onrecord.evaluation.gold import GoldItem
from onrecord.evaluation.scoring import Result


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing on which the graph and the annotation do not agree."""

    field: Field[Any]
    source: str
    answer: Answer | None  # None: missed
    item: GoldItem | None  # None: extra
    sentence: str  # '' where none is known
    attribute: str = ""  # the one that is wrong, of a figure or an act that was found

    @property
    def kind(self) -> str:
        """Whether it is a false positive, a false negative, or a match with a wrong attribute."""
        if self.item is None:
            return "extra"
        return "missed" if self.answer is None else "wrong"

    @property
    def found(self) -> dict[str, str]:
        """What the graph says, by column; empty where it says nothing."""
        answer = self.answer
        return {} if answer is None else {name: _told(answer.all(name)) for name in self._columns}

    @property
    def wanted(self) -> dict[str, str]:
        """What the annotation says, by column; empty where it says nothing."""
        row = self.item.row if self.item else {}
        return {name: row.get(name, "") for name in self._columns if row}

    @property
    def _columns(self) -> tuple[str, ...]:
        """The columns that tell a person what it is, and the attribute that is wrong."""
        return tuple(dict.fromkeys((*self.field.shown, *([self.attribute] if self.attribute else ()))))


def differences(result: Result, evidence: Evidence) -> Iterator[Difference]:
    """All differences of one field, each kind in the order of the articles."""
    field = result.field
    for source, answer in result.extra:
        yield Difference(field, source, answer, None, evidence.of_answer(source, answer))
    for source, item in result.missed:
        yield Difference(field, source, None, item, evidence.of_item(source, item))
    for match in result.matches:
        for attribute in (name for name, is_right in match.judged.items() if not is_right):
            sentence = evidence.of_answer(match.source, match.answer)
            yield Difference(field, match.source, match.answer, match.item, sentence, attribute)


def _told(values: frozenset[str]) -> str:
    return " | ".join(sorted(term(value) if "://" in value else value for value in values))
