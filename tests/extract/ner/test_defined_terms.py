"""Defined terms: a name that the article gives a term goes by it from there on."""

import pytest

from onrecord.extract.ner.defined_terms import defined
from onrecord.values.findings import Evidence, Form, Kind, Mention

RIGHTS, SUPREME = "European Court of Human Rights", "Supreme Court of Norland"


def mentions(text: str) -> list[Mention]:
    """The two courts by name, and each 'the Court' as a role, in order of the text."""
    found = []
    for words, form in ((RIGHTS, Form.NAME), (SUPREME, Form.NAME), ("the Court", Form.ROLE), ("the court", Form.ROLE)):
        start = text.find(words)
        while start >= 0:
            where = Evidence(start, start + len(words), words)
            found.append(Mention(where, form, Kind.COURT, words.removeprefix("the ").lower()))
            start = text.find(words, start + 1)
    return sorted(found, key=lambda m: m.evidence)


def governed(text: str) -> list[str]:
    """Of each role, the name that it stands for; '' where it stands for none."""
    found = [m for m in defined(text, mentions(text)) if m.form is Form.ROLE]
    return [m.stands_for.exact if m.stands_for else "" for m in found]


@pytest.mark.parametrize(
    "definition",
    ["(“the Court”)", '("the Court")', "(hereinafter “the Court”)", "(ECHR, “the Court”)", "(the “Court”)"],
)
def test_a_term_governs_to_the_end_of_the_article(definition: str) -> None:
    text = f"The {RIGHTS} {definition} heard the case. The {SUPREME} had ruled. On 3 May the Court found a breach."
    assert set(governed(text)) == {RIGHTS}


def test_a_later_definition_takes_over() -> None:
    text = f"The {RIGHTS} (“the Court”) ruled. The {SUPREME} (“the Court”) did not follow the Court."
    assert governed(text) == [RIGHTS, SUPREME, SUPREME]


@pytest.mark.parametrize(
    "text",
    [
        f"The {RIGHTS} ruled. It said that the Court had erred.",
        f"The {RIGHTS} (“a lighthouse”, she said) ruled. She praised the Court.",
        f"The {RIGHTS} (“the Court”) ruled. The case had come from the court of a small town.",
        f"On 3 May the Court ruled. The {RIGHTS} (“the Chamber”) did not.",
    ],
)
def test_without_a_definition_before_it_a_role_stands_for_no_name(text: str) -> None:
    assert governed(text)[-1] == ""
