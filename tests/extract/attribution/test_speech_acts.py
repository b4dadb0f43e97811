"""What a saying does: assertions, denials, requests, promises, appraisals; what a denial takes up; refusals."""

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

Read = Callable[..., Doc]

KINDS = [
    ("Anna Roe said that 40 had left.", "Anna Roe | said | that 40 had left", "assertion"),
    ("Anna Roe asked whether the camp was empty.", "Anna Roe | asked | whether the camp was empty", "assertion"),
    ("“Who took them?” Anna Roe asked.", "Anna Roe | asked | “Who took them?”", "assertion"),
    ("Anna Roe insisted that the camp was empty.", "Anna Roe | insisted | that the camp was empty", "assertion"),
    ("Anna Roe said the report was not false.", "Anna Roe | said | the report was not false", "assertion"),
    (
        "Anna Roe said that 40 had left, and that the road was closed.",
        "Anna Roe | said | that 40 had left, and that the road was closed",
        "assertion",
    ),
    ("Anna Roe demanded that the camp be closed.", "Anna Roe | demanded | that the camp be closed", "request"),
    ("Anna Roe urged Peter Lund to leave.", "Anna Roe | urged | to leave", "request"),
    ("Anna Roe called on more states to sign the treaty.", "Anna Roe | called | to sign the treaty", "request"),
    ("Anna Roe called the plan “a ruse”.", "Anna Roe | called | “a ruse”", "assertion"),
    ("Anna Roe promised to close the camp.", "Anna Roe | promised | to close the camp", "promise"),
    ("Anna Roe accused Peter Lund of theft.", "Anna Roe | accused | Peter Lund of theft", "appraisal"),
]


@pytest.mark.parametrize(("text", "attribution", "kind"), KINDS)
def test_what_a_saying_does(attributed: Read, text: str, attribution: str, kind: str) -> None:
    assert {s.kind for s in attributed(text, attribution)._.statements} == {kind}


DENIALS = [
    (
        "Anna Roe denied that 40 children had left.",
        "Anna Roe | denied | that 40 children had left",
        "that 40 children had left",
        "",
    ),
    ("Anna Roe denied taking the boats.", "Anna Roe | denied | taking the boats", "taking the boats", ""),
    ("Anna Roe denied any involvement.", "Anna Roe | denied | any involvement", "any involvement", ""),
    ("Anna Roe rejected the claim.", "Anna Roe | rejected | the claim", "the claim", "claim"),
    (
        "Anna Roe dismissed the accusation as absurd.",
        "Anna Roe | dismissed | the accusation as absurd",
        "the accusation as absurd",
        "claim",
    ),
    ("Anna Roe rejected that claim.", "Anna Roe | rejected | that claim", "that claim", "claim"),
    ("Anna Roe rejected the claim of theft.", "Anna Roe | rejected | the claim of theft", "the claim of theft", ""),
    ("Anna Roe denies it.", "Anna Roe | denies | it", "it", "claim"),
    ("Anna Roe dismissed such fears.", "Anna Roe | dismissed | such fears", "such fears", "claim"),
    ("“This is a lie,” Anna Roe said.", "Anna Roe | said | “This is a lie,”", "“This is a lie,”", "claim"),
    (
        "Anna Roe said the reports were baseless.",
        "Anna Roe | said | the reports were baseless",
        "the reports were baseless",
        "claim",
    ),
    ("Anna Roe called the figure false.", "Anna Roe | called | the figure false", "the figure false", "figure"),
    (
        "Anna Roe described the number as propaganda.",
        "Anna Roe | described | the number as propaganda",
        "the number as propaganda",
        "figure",
    ),
    ("Anna Roe denies the charges.", "Anna Roe | denies | the charges", "the charges", "charge"),
]


@pytest.mark.parametrize(("text", "attribution", "quote", "takes_up"), DENIALS)
def test_denials(attributed: Read, text: str, attribution: str, quote: str, takes_up: str) -> None:
    (statement,) = attributed(text, attribution)._.statements
    assert (statement.kind, statement.quote.exact, statement.takes_up) == ("denial", quote, takes_up)


NOT_DENIED = [
    ("Anna Roe did not deny that 40 had left.", "Anna Roe | did not deny | that 40 had left"),
    ("Anna Roe neither confirmed nor denied that 40 had left.", "Anna Roe | denied | that 40 had left"),
    ("Anna Roe could not deny that 40 had left.", "Anna Roe | could not deny | that 40 had left"),
    ("The embassy denied them entry.", "The embassy | denied | them entry"),
    ("The embassy denied entry to the sailors.", "The embassy | denied | entry to the sailors"),
    ("The Red Cross rejected the appeal.", "The Red Cross | rejected | the appeal"),
    ("The Red Cross dismissed its director.", "The Red Cross | dismissed | its director"),
    ("The Red Cross rejected a resolution on the camps.", "The Red Cross | rejected | a resolution on the camps"),
    ("Anna Roe called the plan bold.", "Anna Roe | called | the plan bold"),
]


@pytest.mark.parametrize(("text", "attribution"), NOT_DENIED)
def test_what_denies_nothing(attributed: Read, text: str, attribution: str) -> None:
    assert [s for s in attributed(text, attribution)._.statements if s.kind == "denial"] == []
