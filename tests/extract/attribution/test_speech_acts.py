"""What a saying does: the kinds of saying; what a denial takes up; what is no denial, and what is not said at all."""

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

Read = Callable[..., Doc]

KINDS = [
    ("Anna Roe said that 40 had left.", "Anna Roe | said | that 40 had left", "assertion"),
    ("Anna Roe asked whether the camp was empty.", "Anna Roe | asked | whether the camp was empty", "question"),
    ("Anna Roe demanded why 40 cells were unlocked.", "Anna Roe | demanded | why 40 cells were unlocked", "question"),
    ("Anna Roe inquired about the camp.", "Anna Roe | inquired | about the camp", "question"),
    ("“Who took them?” Anna Roe asked.", "Anna Roe | asked | “Who took them?”", "question"),
    ("“Who took them? And why?” Anna Roe said.", "Anna Roe | said | “Who took them? And why?”", "question"),
    ("“They took 40. Why?” Anna Roe said.", "Anna Roe | said | “They took 40. Why?”", "assertion"),
    ("Anna Roe explained how 40 had left.", "Anna Roe | explained | how 40 had left", "assertion"),
    ("Anna Roe wondered aloud that 40 had left.", "Anna Roe | wondered | that 40 had left", "assertion"),
    ("Anna Roe asked Peter Lund to leave.", "Anna Roe | asked | to leave", "request"),
    ("Anna Roe declined to say who had left.", "Anna Roe | declined to say | who had left", "refusal"),
    ("Anna Roe refused to confirm that 40 had left.", "Anna Roe | refused to confirm | that 40 had left", "refusal"),
    ("Anna Roe would not say how many had left.", "Anna Roe | would not say | how many had left", "refusal"),
    ("Anna Roe managed to say who had left.", "Anna Roe | managed to say | who had left", "assertion"),
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
    ("Anna Roe called for an inquiry.", "Anna Roe | called for | an inquiry", "request"),
    ("The Red Cross pleaded for mercy.", "The Red Cross | pleaded for | mercy", "request"),
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


UNSAID = [
    ("Anna Roe did not say who had left.", "Anna Roe | did not say | who had left"),
    ("Anna Roe did not decline to say who had left.", "Anna Roe | did not decline to say | who had left"),
    ("Anna Roe pleaded guilty to threatening to kill him.", "Anna Roe | pleaded guilty | to threatening to kill him"),
    ("Had Anna Roe said that 40 had left, nobody would know.", "Anna Roe | said | that 40 had left"),
]


@pytest.mark.parametrize(("text", "attribution"), UNSAID)
def test_what_is_not_said_is_no_statement(attributed: Read, text: str, attribution: str) -> None:
    assert attributed(text, attribution)._.statements == ()
