"""Users' decisions about names and statements, which go before those of the program: values, and when one is valid."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from onrecord.values import isodate
from onrecord.values.findings import Kind
from onrecord.values.isodate import Precision

COLUMNS = ("decision", "node", "other", "value", "article", "by", "on", "why")
REQUIRED = ("decision", "node", "by", "on")
_CORRECTION = re.compile(r"\w+ ?=.*")
_FORM = "FIELD = VALUE as 'value', with the field as the tables call it ('asOf = 2024-01-14')"
OF_THE_VIEW = "its row was written in the view without the names of children: show them, and decide again"
_MASKED = re.compile(r"(?<![a-z0-9])x{2,}(?![a-z0-9])")
_IDENTITY = re.compile(r"(?:.*/)?[^/#\s]*-[0-9a-f]{12}")


class Verdict(StrEnum):
    """What a user may decide."""

    SAME = "same"  # two nodes are one
    DIFFERENT = "different"  # two nodes are not
    WRONG_TYPE = "wrong_type"  # a node is a person, an organization, a court or a place, and not what it was taken for
    NOT_A_NAME = "not_a_name"  # a node is none of these
    PREFERRED_LABEL = "preferred_label"  # how a node is to be called
    MISREAD = "misread"  # the sentence does not say what a node says
    CONFIRMED = "confirmed"  # it does: a user has read it
    CORRECTED = "corrected"  # a field of it says something else


_OF_TWO = (Verdict.SAME, Verdict.DIFFERENT)
_WITH_VALUE = (Verdict.WRONG_TYPE, Verdict.PREFERRED_LABEL, Verdict.CORRECTED)
OF_STATEMENTS = (
    Verdict.MISREAD,
    Verdict.CONFIRMED,
    Verdict.CORRECTED,
)  # figures, acts, positions and all else that articles say


@dataclass(frozen=True, slots=True)
class UserDecision:
    """One decision, as its file gives it."""

    verdict: Verdict
    node: str  # an IRI, the end of one as the tables show it, or a name
    by: str  # who decided
    on: str  # ISO day
    other: str = ""  # the second node, of SAME and DIFFERENT
    value: str = ""  # of WRONG_TYPE the right kind, of PREFERRED_LABEL the label, of CORRECTED 'FIELD = VALUE'
    article: str = ""  # the source of the one article in which a name is meant; '' for all
    why: str = ""
    files: tuple[tuple[str, str], ...] = ()  # the files that hold it, each by name and SHA-256
    about: tuple[str, ...] = ()  # IRIs of the entities that `node` was found to be
    about_other: tuple[str, ...] = ()  # and `other`
    former: tuple[str, ...] = ()  # what the statements said that CORRECTED corrects
    where: str = field(default="", compare=False)  # file and line, for messages

    @property
    def key(self) -> tuple[str, ...]:
        """What tells the decision from others: all that was decided, whatever file says so."""
        return (self.verdict, self.node, self.other, self.value, self.article, self.by, self.on, self.why)

    @property
    def correction(self) -> tuple[str, str]:
        """The field that CORRECTED corrects, and what it is to say; '' where it is to say nothing."""
        return correction(self.value)

    def __str__(self) -> str:
        said = " / ".join(filter(None, (self.node, self.other, self.value)))
        return f"{self.where or ', '.join(name for name, _ in self.files)}: {self.verdict.replace('_', ' ')}: {said}"


_DECIDED_WITH = {"upper": "value", "hedge": "value", "population": "counted"}


def correction(value: str) -> tuple[str, str]:
    """The field that the value of a correction names, and what it is to say; '' where it is to say nothing."""
    name, _, said = value.partition("=")
    return name.strip(), said.strip()


def with_basis(field: str) -> tuple[str, str]:
    """A field, and the one on whose basis it is decided: a hedge is with its number."""
    return field, _DECIDED_WITH.get(field, field)


def is_entity(node: str) -> bool:
    """Whether a user named one article's entity, rather than an identity or a name."""
    return "#" in node


def is_masked(node: str) -> bool:
    """Whether it may be an IRI as the view without the names of children has it: 'person/xxxx-xxxxx-0f3c…'."""
    return not is_name(node) and _MASKED.search(node) is not None


def is_name(node: str) -> bool:
    """Whether a user gave a name rather than an IRI or the end of one."""
    return not is_entity(node) and not _IDENTITY.fullmatch(node)


def checked(row: Mapping[str, str], where: str = "") -> UserDecision | str:
    """The decision that a row's columns give; or what is wrong with the row, and the remedy."""
    told = {column: " ".join(row.get(column, "").split()) for column in COLUMNS}
    missing = [column for column in REQUIRED if not told[column]]
    if missing:
        return f"gives no {' and no '.join(missing)}: fill in what is missing"
    name = re.sub(r"[\s_-]+", "_", told.pop("decision").lower())
    if name not in list(Verdict):
        return f"'{name}' is no decision: write {', '.join(v.replace('_', ' ') for v in Verdict)}"
    verdict = Verdict(name)
    if fault := _misfilled(verdict, told) or _misnamed(verdict, told):
        return fault
    return UserDecision(
        verdict=verdict,
        node=told["node"],
        by=told["by"],
        on=told["on"],
        other=told["other"],
        value=told["value"],
        article=told["article"],
        why=told["why"],
        where=where,
    )


def _misfilled(verdict: Verdict, told: Mapping[str, str]) -> str:
    """What is wrong with the columns of which only some decisions have one; '' where nothing is."""
    if (verdict in _OF_TWO) != bool(told["other"]):
        return "says of which nodes, but not of two: fill in 'other'" if verdict in _OF_TWO else "leave 'other' empty"
    if (verdict in _WITH_VALUE) != bool(told["value"]):
        return _no_value(verdict) if verdict in _WITH_VALUE else "leave 'value' empty"
    if verdict is Verdict.WRONG_TYPE and told["value"] not in list(Kind):
        return f"'{told['value']}' is no type: write {', '.join(Kind)} as 'value'"
    return _uncorrected(told["value"], told["why"]) if verdict is Verdict.CORRECTED else ""


def _misnamed(verdict: Verdict, told: Mapping[str, str]) -> str:
    """What is wrong with the node, the article or the day; '' where nothing is."""
    if verdict in OF_STATEMENTS and is_name(told["node"]):
        return f"'{told['node']}' is no statement: give its IRI as 'node', or the end of one as tables show it"
    if not _is_day(told["on"]):
        return f"'{told['on']}' is no day: write 'on' as YYYY-MM-DD"
    if told["article"] and not is_name(told["node"]):
        return "an IRI needs no article: leave 'article' empty, or give a name as 'node'"
    return ""


def _no_value(verdict: Verdict) -> str:
    if verdict is Verdict.CORRECTED:
        return f"fill in 'value': {_FORM}"
    return f"fill in 'value': {', '.join(Kind) if verdict is Verdict.WRONG_TYPE else 'how it is to be called'}"


def _uncorrected(value: str, why: str) -> str:
    """What is wrong with a correction; '' where nothing is."""
    if not _CORRECTION.fullmatch(value):
        return f"'{value}' corrects nothing: write {_FORM}"
    return "" if why else "gives no reason: fill in 'why'"


def _is_day(text: str) -> bool:
    try:
        return isodate.precision(text) is Precision.DAY
    except ValueError:
        return False
