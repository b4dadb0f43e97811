"""What a saying does: assertions, denials, requests, promises, appraisals; what a denial takes up; refusals."""

from collections.abc import Callable

import pytest
from spacy.language import Language
from spacy.tokens import Doc

Read = Callable[..., Doc]
pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def read(grammar: Language) -> Read:
    """Text -> Doc by the grammar alone."""
    return lambda text: grammar(text)


KINDS = [
    ("Anna Roe said that 40 had left.", "assertion"),
    ("Anna Roe asked whether the camp was empty.", "assertion"),
    ("“Who took them?” Anna Roe asked.", "assertion"),
    ("Anna Roe insisted that the camp was empty.", "assertion"),
    ("Anna Roe said the report was not false.", "assertion"),
    ("Anna Roe said that 40 had left, and that the road was closed.", "assertion"),
    ("Anna Roe demanded that the camp be closed.", "request"),
    ("Anna Roe urged Peter Lund to leave.", "request"),
    ("Anna Roe called on more states to sign the treaty.", "request"),
    ("Anna Roe called the plan “a ruse”.", "assertion"),
    ("Anna Roe promised to close the camp.", "promise"),
    ("Anna Roe accused Peter Lund of theft.", "appraisal"),
]


@pytest.mark.parametrize(("text", "kind"), KINDS)
def test_what_a_saying_does(read: Read, text: str, kind: str) -> None:
    assert {s.kind for s in read(text)._.statements} == {kind}


DENIALS = [
    # which say what they deny
    ("Anna Roe denied that 40 children had left.", "that 40 children had left", ""),
    ("Anna Roe denied taking the boats.", "taking the boats", ""),
    ("Anna Roe denied any involvement.", "any involvement", ""),
    # which take up what was said
    ("Anna Roe rejected the claim.", "the claim", "claim"),
    ("Anna Roe dismissed the accusation as absurd.", "the accusation as absurd", "claim"),
    ("Anna Roe rejected that claim.", "that claim", "claim"),
    ("Anna Roe rejected the claim of theft.", "the claim of theft", ""),
    ("Anna Roe denies it.", "it", "claim"),
    ("Anna Roe dismissed such fears.", "such fears", "claim"),
    ("“This is a lie,” Anna Roe said.", "“This is a lie,”", "claim"),
    ("Anna Roe said the reports were baseless.", "the reports were baseless", "claim"),
    ("Anna Roe called the figure false.", "the figure false", "figure"),
    ("Anna Roe described the number as propaganda.", "the number as propaganda", "figure"),
    ("Anna Roe denies the charges.", "the charges", "charge"),
]


@pytest.mark.parametrize(("text", "quote", "takes_up"), DENIALS)
def test_denials(read: Read, text: str, quote: str, takes_up: str) -> None:
    (statement,) = read(text)._.statements
    assert (statement.kind, statement.quote.exact, statement.takes_up) == ("denial", quote, takes_up)


@pytest.mark.parametrize(
    "text",
    [
        "Anna Roe did not deny that 40 had left.",
        "Anna Roe neither confirmed nor denied that 40 had left.",
        "Anna Roe could not deny that 40 had left.",
        "The embassy denied them entry.",
        "The embassy denied entry to the sailors.",
        "The Red Cross rejected the appeal.",
        "The Red Cross dismissed its director.",
        "The Red Cross rejected a resolution on the camps.",
        "Anna Roe called the plan bold.",
    ],
)
def test_what_denies_nothing(read: Read, text: str) -> None:
    assert [s for s in read(text)._.statements if s.kind == "denial"] == []
