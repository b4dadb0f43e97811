"""What a denial denies: the statement, the figure or the charge that the text settles, and otherwise nothing."""

from dataclasses import replace
from decimal import Decimal

import pytest

from onrecord.claims import ActClaim, FigureClaim, StatementClaim, assemble
from onrecord.claims.denials import Denials
from onrecord.values.entities import Entity, Resolution
from onrecord.values.findings import Evidence, Figure, Findings, Kind, Statement

TEXT = (
    "The Red Cross said that the fleet of Delft had taken 40 sailors to Harlem. The toll stands at 40. "
    "Lund rejected the claim. Marsh waited at home. It rained all day long. "
    "Holt denied that the fleet had taken sailors to Harlem. Prosecutors charged Lund with piracy."
)


def at(exact: str) -> Evidence:
    start = TEXT.index(exact)
    return Evidence(start, start + len(exact), exact)


SENTENCES = tuple(at(s if s.endswith(".") else f"{s}.") for s in TEXT.split(". "))
RED_CROSS, LUND, MARSH, HOLT = (
    Entity(kind, name, (name,), (at(name),))
    for kind, name in (
        (Kind.ORGANIZATION, "Red Cross"),
        (Kind.PERSON, "Lund"),
        (Kind.PERSON, "Marsh"),
        (Kind.PERSON, "Holt"),
    )
)


def said(words: str, speaker: Entity | None, kind: str = "assertion") -> StatementClaim:
    quote = at(words)
    sentence = next(s for s in SENTENCES if s.covers(quote))
    return StatementClaim(quote, "indirect", speaker, None, None, "", sentence, kind)


TOLD = said("that the fleet of Delft had taken 40 sailors to Harlem", RED_CROSS)
REJECTED = said("the claim", LUND, "denial")
DENIED = said("that the fleet had taken sailors to Harlem", HOLT, "denial")
TOLL = FigureClaim(Decimal(40), None, "exact", "sailors", "killed", "total", "", (), (at("40."),), (SENTENCES[1],))
CHARGE = ActClaim("Charge", None, (LUND,), "", "issued", "piracy", "", (at("charged Lund"),), (SENTENCES[-1],))


def denied(
    denial: StatementClaim,
    takes_up: str,
    *others: StatementClaim,
    figures: tuple[FigureClaim, ...] = (),
    acts: tuple[ActClaim, ...] = (),
) -> str | None:
    statements = sorted((*others, denial), key=lambda s: s.quote.start)
    found = [Statement(s.quote, s.form, None, None, "", s.sentence) for s in statements]
    found = [replace(f, takes_up=takes_up) if f.quote == denial.quote else f for f in found]
    linked = Denials(statements, figures, acts, SENTENCES).linked(found)
    (what,) = (s.denies for s in linked if s.quote == denial.quote)
    assert all(s.denies is None for s in linked if s.kind != "denial")
    return what.exact if what else None


@pytest.mark.parametrize(
    ("speaker", "expected"),
    [(RED_CROSS, TOLD.quote.exact), (LUND, None), (None, None)],  # somebody else, himself, nobody
)
def test_a_claim_taken_up_is_what_somebody_else_said_last(speaker: Entity | None, expected: str | None) -> None:
    assert denied(REJECTED, "claim", replace(TOLD, speaker=speaker)) == expected


def test_of_nested_words_the_outer_ones_are_taken_up() -> None:
    nested = said("the fleet of Delft had taken 40 sailors", MARSH)
    assert denied(REJECTED, "claim", TOLD, nested) == TOLD.quote.exact


def test_words_told_at_second_hand_are_one() -> None:
    assert denied(REJECTED, "claim", TOLD, replace(TOLD, speaker=MARSH)) == TOLD.quote.exact


def test_of_two_who_spoke_in_one_sentence_neither_is_taken_up() -> None:
    beside = replace(said("The Red Cross said", MARSH), sentence=SENTENCES[0])
    assert denied(REJECTED, "claim", TOLD, beside) is None


def test_what_was_said_long_before_is_not_taken_up() -> None:
    assert denied(said("all day long", LUND, "denial"), "claim", TOLD) is None


def test_what_comes_after_is_not_taken_up() -> None:
    assert denied(REJECTED, "claim", said("waited at home", MARSH)) is None


def test_a_denial_is_not_taken_up() -> None:
    assert denied(REJECTED, "claim", replace(TOLD, kind="denial")) is None


def test_the_same_words_are_denied_wherever_they_are_said() -> None:
    assert denied(DENIED, "", TOLD) == TOLD.quote.exact


@pytest.mark.parametrize(
    "other",
    [
        replace(TOLD, speaker=HOLT),  # by the denier
        replace(TOLD, speaker=None),  # by nobody that is named
        said("waited at home", MARSH),  # in other words
    ],
)
def test_other_words_are_not_denied(other: StatementClaim) -> None:
    assert denied(DENIED, "", other) is None


def test_words_said_by_two_alike_are_not_settled() -> None:
    again = replace(TOLD, speaker=MARSH, quote=at("the fleet of Delft had taken 40 sailors to Harlem"))
    assert denied(DENIED, "", TOLD, again) is None


def test_the_figure_is_that_of_the_nearest_sentence_that_has_one() -> None:
    earlier = replace(TOLL, evidence=(at("40 sailors"),))
    assert denied(REJECTED, "figure", TOLD, figures=(earlier, TOLL)) == "40."


def test_of_two_figures_in_one_sentence_neither_is_settled() -> None:
    assert denied(REJECTED, "figure", figures=(TOLL, replace(TOLL, evidence=(at("toll"),)))) is None


@pytest.mark.parametrize(("speaker", "expected"), [(LUND, "charged Lund"), (MARSH, None)])
def test_the_charge_is_the_one_against_who_denies_it(speaker: Entity, expected: str | None) -> None:
    assert denied(replace(REJECTED, speaker=speaker), "charge", acts=(CHARGE,)) == expected


def test_of_two_charges_neither_is_settled_and_an_accusation_stands_in_for_none() -> None:
    assert denied(REJECTED, "charge", acts=(CHARGE, replace(CHARGE, subject="theft"))) is None
    assert denied(REJECTED, "charge", TOLD) == TOLD.quote.exact


def test_whoever_denies_a_number_is_not_its_source() -> None:
    holt = at("Holt")
    resolution = Resolution((HOLT,), {holt: HOLT})
    where = at("40 sailors")
    number = Figure(where, Decimal(40), None, "exact", "sailors", "deported", "total", "", SENTENCES[0])
    for kind, sources in (("assertion", ["Holt"]), ("denial", [])):
        statement = Statement(where, "indirect", holt, None, "", SENTENCES[0], kind=kind)
        findings = Findings(figures=(number,), statements=(statement,), sentences=SENTENCES)
        (figure,) = assemble(findings, resolution, "").figures
        assert [source.who.name for source in figure.sources] == sources
