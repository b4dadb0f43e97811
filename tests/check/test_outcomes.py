"""Whom a court convicted and whom it cleared: a draft is not to make one of the other, nor either of a mere ruling."""

import pytest

from onrecord.check.acts import Done, remarks
from onrecord.check.findings import Matter, Source, finding
from onrecord.check.outcomes import Outcome, told
from onrecord.check.parties import Party
from onrecord.check.verdicts import Verdict
from onrecord.values.findings import Evidence

HOLUB, SYKORA = Party("Radim Holub"), Party("Pavel Sykora")
COURT = Party("Regional Court of Talnok")


def done(
    words: str,
    against: tuple[Party, ...] = (),
    acquits: tuple[Party, ...] = (),
    *,
    type: str = "Judgment",
    date: str = "",
    by: Party = COURT,
    sentence: str = "",
) -> Done:
    sentence = sentence or words
    source = Source("one", "one#act", Evidence(0, len(words), words), Evidence(0, len(sentence), sentence))
    return Done("one#act", type, "issued", date, "", by, against, acquits, (source,))


CONVICTION = done("convicted", (HOLUB,), date="2025-06-11")
BOTH = done("convicted", (HOLUB,), (SYKORA,), date="2025-06-11")
RULING = done("holds that", (HOLUB,))
WARRANT = done("arrest warrant", (HOLUB,), type="ArrestWarrant")


@pytest.mark.parametrize(
    ("words", "outcomes"),
    [
        ("convicted", {Outcome.CONVICTED}),
        ("conviction", {Outcome.CONVICTED}),
        ("sentenced to four years", {Outcome.CONVICTED}),
        ("found guilty", {Outcome.CONVICTED}),
        ("acquitted", {Outcome.CLEARED}),
        ("exonerated", {Outcome.CLEARED}),
        ("convicted one and acquitted the other", {Outcome.CONVICTED, Outcome.CLEARED}),
        ("charged", set()),
        ("holds that", set()),
        ("ruling", set()),
    ],
)
def test_words_tell_an_outcome(words: str, outcomes: set[Outcome]) -> None:
    assert told(words) == outcomes


@pytest.mark.parametrize(
    ("draft", "on_record", "verdict"),
    [
        (done("convicted", (HOLUB,)), [CONVICTION], Verdict.AGREES),
        (done("sentenced", (HOLUB,)), [CONVICTION], Verdict.AGREES),
        (done("sentenced", (HOLUB,)), [BOTH], Verdict.AGREES),
        (done("acquitted", (), (SYKORA,)), [BOTH], Verdict.AGREES),
        (done("convicted", (HOLUB,), (SYKORA,)), [BOTH], Verdict.AGREES),
        (done("ruled", (HOLUB,)), [RULING], Verdict.AGREES),
        (done("ruled", (HOLUB,)), [CONVICTION], Verdict.AGREES),
        (done("convicted", (HOLUB,)), [done("verdict", (HOLUB,), sentence="The verdict: guilty.")], Verdict.AGREES),
        (done("acquitted", (), (HOLUB,)), [CONVICTION], Verdict.CONTRADICTED),
        (done("convicted", (SYKORA,)), [BOTH], Verdict.CONTRADICTED),
        (done("acquitted", (), (HOLUB,), date="2026-01-20"), [CONVICTION], Verdict.NOT_ON_RECORD),  # a later trial
        (done("acquitted", (), (HOLUB,), by=Party("Supreme Court")), [CONVICTION], Verdict.NOT_ON_RECORD),
        (done("convicted", (HOLUB,)), [RULING], Verdict.NOT_ON_RECORD),
        (done("convicted", (HOLUB,)), [RULING, WARRANT], Verdict.ONLY_ACCUSED),
        (done("convicted", (HOLUB,)), [WARRANT], Verdict.ONLY_ACCUSED),
        (done("convicted", (SYKORA,)), [WARRANT], Verdict.NOT_ON_RECORD),
        (done("acquitted", (), (HOLUB,)), [WARRANT], Verdict.NOT_ON_RECORD),
    ],
)
def test_a_draft_is_held_to_the_outcome_on_record(draft: Done, on_record: list[Done], verdict: Verdict) -> None:
    (source,) = draft.sources
    assert finding(Matter.ACT, source.words, source.sentence, remarks(draft, on_record, {})).verdict is verdict
