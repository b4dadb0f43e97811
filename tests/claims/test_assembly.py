"""Claims: whose word a figure rests on, as of which day, and what is the same claim made twice."""

from dataclasses import replace
from decimal import Decimal

import pytest

from onrecord.claims import FigureClaim, Source, assemble
from onrecord.lexicon import bases
from onrecord.values.entities import Entity, Resolution
from onrecord.values.findings import (
    Act,
    Age,
    Bases,
    Birth,
    Evidence,
    Figure,
    Findings,
    Kind,
    Position,
    SourceNote,
    Statement,
)

TEXT = (
    "Forty back home\n"
    "Roe said on Friday that the Red Cross counted 40 sailors. She added that 12 divers were missing. "
    "In all, 40 sailors came back. Harlem said nothing. The Court sentenced Lund, a captain; the captain is ill."
)
PUBLISHED = "2024-03-15"


def at(exact: str, nth: int = 0) -> Evidence:
    start = -1
    for _ in range(nth + 1):
        start = TEXT.index(exact, start + 1)
    return Evidence(start, start + len(exact), exact)


def entity(kind: Kind, *words: Evidence) -> Entity:
    return Entity(kind, words[0].exact, (words[0].exact,), words)


ROE = entity(Kind.PERSON, at("Roe"), at("She"))
RED_CROSS = entity(Kind.ORGANIZATION, at("Red Cross"))
HARLEM = entity(Kind.PLACE, at("Harlem"))
COURT = entity(Kind.COURT, at("Court"))
LUND = entity(Kind.PERSON, at("Lund"))
ENTITIES = (ROE, RED_CROSS, HARLEM, COURT, LUND)
RESOLUTION = Resolution(ENTITIES, {words: e for e in ENTITIES for words in e.mentions})
SENTENCES = tuple(
    at(s)
    for s in (
        "Forty back home",
        "Roe said on Friday that the Red Cross counted 40 sailors.",
        "She added that 12 divers were missing.",
        "In all, 40 sailors came back.",
    )
)


def figure(words: Evidence, value: int = 40, counted: str = "sailors", **other: str) -> Figure:
    sentence = next(s for s in SENTENCES if s.covers(words))
    fields = {"hedge": "exact", "action": "returned", "scope": "unspecified", "date": ""} | other
    return Figure(words, Decimal(value), None, counted=counted, sentence=sentence, **fields)


def statement(quote: Evidence, speaker: Evidence | None, date: str = "", past: bool = True) -> Statement:
    return Statement(quote, "indirect", speaker, None, date, quote, past)


SAID = statement(at("that the Red Cross counted 40 sailors"), at("Roe"), "2024-03-08")
COUNTED = statement(at("40 sailors"), at("Red Cross"))
ADDED = statement(at("that 12 divers were missing"), at("She"))


def figures(
    *found: Figure, statements: tuple[Statement, ...] = (), notes: tuple[SourceNote, ...] = ()
) -> tuple[FigureClaim, ...]:
    findings = Findings(figures=found, statements=statements, source_notes=notes, sentences=SENTENCES)
    return assemble(findings, RESOLUTION, PUBLISHED).figures


# Who and when ---------------------------------------------------------------------------------------------------------


def test_a_figure_of_the_article_itself_has_no_source_and_holds_on_the_day_of_publication() -> None:
    (claim,) = figures(figure(at("40", 1)))
    assert (claim.sources, claim.as_of) == ((), PUBLISHED)


def test_the_chain_of_sources_begins_nearest_to_the_article() -> None:
    (claim,) = figures(figure(at("40")), statements=(COUNTED, SAID))
    assert claim.sources == (Source(ROE, at("Roe")), Source(RED_CROSS, at("Red Cross")))
    assert claim.reported_by == RED_CROSS


def test_of_those_who_say_it_together_the_first_is_the_source() -> None:
    (claim,) = figures(figure(at("40")), statements=(COUNTED, replace(COUNTED, speaker=at("Roe"))))
    assert [s.who for s in claim.sources] == [RED_CROSS]


@pytest.mark.parametrize(
    ("kind", "sources"), [("", 1), ("assertion", 1), ("promise", 1), ("denial", 0), ("question", 0), ("refusal", 0)]
)
def test_who_does_not_stand_for_the_words_is_no_source(kind: str, sources: int) -> None:
    (claim,) = figures(figure(at("40")), statements=(replace(COUNTED, kind=kind),))
    assert len(claim.sources) == sources


@pytest.mark.parametrize(
    ("date", "statements", "as_of"),
    [
        ("2024-03-02", (SAID, COUNTED), "2024-03-02"),  # the day of the event goes before
        ("", (SAID, COUNTED), "2024-03-08"),  # that of the statement,
        ("", (SAID, replace(COUNTED, date="2024-03")), "2024-03"),  # the original source's if it has one,
        ("", (COUNTED,), PUBLISHED),  # before the day of publication
    ],
)
def test_the_day_of_which_a_figure_holds(date: str, statements: tuple[Statement, ...], as_of: str) -> None:
    (claim,) = figures(figure(at("40"), date=date), statements=statements)
    assert claim.as_of == as_of


def test_a_statement_is_as_sure_as_its_attribution() -> None:
    found = (replace(SAID, confidence=Decimal("0.93")), ADDED)
    said = assemble(Findings(statements=found, sentences=SENTENCES), RESOLUTION, PUBLISHED).statements
    assert [claim.confidence for claim in said] == [Decimal("0.93"), None]


def test_what_the_same_speaker_adds_was_said_on_the_same_day() -> None:
    (claim,) = figures(figure(at("12"), 12, "divers"), statements=(SAID, ADDED))
    assert claim.as_of == "2024-03-08"


def test_what_somebody_says_in_the_present_tense_holds_on_the_day_of_publication() -> None:
    (claim,) = figures(figure(at("12"), 12, "divers"), statements=(SAID, replace(ADDED, past=False)))
    assert claim.as_of == PUBLISHED


def test_a_note_is_the_source_and_day_of_figures_that_have_none_of_their_own() -> None:
    note = SourceNote(at(TEXT), at("Red Cross"), "2024-02", at(TEXT), general=True)
    own, noted = figures(figure(at("40")), figure(at("12"), 12, "divers"), statements=(SAID,), notes=(note,))
    assert (own.reported_by, own.as_of) == (ROE, "2024-03-08")
    assert (noted.reported_by, noted.as_of) == (RED_CROSS, "2024-02")
    assert assemble(Findings(source_notes=(note,)), RESOLUTION, PUBLISHED).statements == ()


def test_what_an_author_says_after_publishing_a_report_is_of_the_day_of_the_report() -> None:
    report = SourceNote(at("Forty"), at("Red Cross"), "2024-03-04", at("Forty back home"))
    (claim,) = figures(figure(at("40")), statements=(replace(COUNTED, past=False),), notes=(report,))
    assert claim.as_of == "2024-03-04"


@pytest.mark.parametrize(("pronoun", "kept"), [("it", True), ("she", False)])
def test_a_pronoun_that_the_article_leaves_open_is_the_last_speaker_if_it_fits(pronoun: str, kept: bool) -> None:
    again = statement(at("12 divers"), Evidence(0, len(pronoun), pronoun))
    claims = assemble(Findings(statements=(COUNTED, again)), RESOLUTION, PUBLISHED)
    assert (claims.statements[1].speaker == RED_CROSS) is kept


def test_a_place_is_nobody_s_word_but_a_link_of_the_chain() -> None:
    (claim,) = figures(figure(at("40")), statements=(statement(at("40 sailors"), at("Harlem")),))
    assert (claim.reported_by, [s.who for s in claim.sources]) == (None, [HARLEM])
    (claim,) = figures(figure(at("40")), statements=(COUNTED, replace(SAID, speaker=at("Harlem"))))
    assert (claim.reported_by, [s.who for s in claim.sources]) == (RED_CROSS, [HARLEM, RED_CROSS])


def test_a_statement_by_somebody_unknown_stays_without_a_speaker() -> None:
    claims = assemble(Findings(statements=(statement(at("40 sailors"), at("sailors")),)), RESOLUTION, PUBLISHED)
    assert claims.statements[0].speaker is None
    assert claims.statements[0].speaker_evidence == at("sailors")


# The same figure ------------------------------------------------------------------------------------------------------


def test_the_same_figure_twice_is_one_with_two_pieces_of_evidence() -> None:
    (claim,) = figures(figure(at("40")), figure(at("40", 1)))
    assert claim.evidence == (at("40"), at("40", 1))
    assert claim.sentences == (SENTENCES[1], SENTENCES[3])


@pytest.mark.parametrize(
    "other",
    [
        figure(at("40", 1), 41),
        figure(at("40", 1), counted="divers"),
        figure(at("40", 1), hedge="about"),
        figure(at("40", 1), action="missing"),
        figure(at("40", 1), scope="total"),
        figure(at("40", 1), date="2024-03-01"),
    ],
)
def test_figures_that_differ_in_a_field_stay_apart(other: Figure) -> None:
    assert len(figures(figure(at("40")), other)) == 2


def test_figures_of_different_sources_stay_apart() -> None:
    assert len(figures(figure(at("40")), figure(at("40", 1)), statements=(COUNTED,))) == 2


def test_a_qualifier_of_what_is_counted_does_not_make_another_figure() -> None:
    (claim,) = figures(figure(at("40")), figure(at("40", 1), counted="Dutch sailors of the fleet"))
    assert claim.counted == "Dutch sailors of the fleet"


def test_headline_and_body_agree_where_one_leaves_open_what_happened() -> None:
    (claim,) = figures(figure(at("Forty"), action="other"), figure(at("40")))
    assert claim.action == "returned"


def test_a_headline_takes_source_and_day_from_the_body() -> None:
    headline = figure(at("Forty"))
    (claim,) = figures(headline, figure(at("40"), scope="increment"), statements=(SAID, COUNTED))
    assert (claim.reported_by, claim.as_of, claim.scope) == (RED_CROSS, "2024-03-08", "increment")
    assert [s.who for s in claim.sources] == [ROE, RED_CROSS]
    assert claim.evidence == (at("Forty"), at("40"))


def test_a_correction_takes_back_what_was_told_before_it_and_not_after() -> None:
    told, gone = figure(at("40"), date="2024-03-01"), replace(figure(at("40", 1)), withdrawn=True)
    (claim,) = figures(told, gone)
    assert (claim.withdrawn, claim.as_of, len(claim.evidence)) == (True, "2024-03-01", 2)
    withdrawn, again = figures(replace(told, withdrawn=True), figure(at("40", 1), date="2024-03-01"))
    assert (withdrawn.withdrawn, again.withdrawn) == (True, False)


@pytest.mark.parametrize("other", [figure(at("40"), 41), figure(at("40"), counted="divers")])
def test_a_correction_takes_back_no_other_figure(other: Figure) -> None:
    kept, gone = figures(other, replace(figure(at("40", 1)), withdrawn=True))
    assert (kept.withdrawn, gone.withdrawn) == (False, True)


# What a field was decided on ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("told", "statements", "day", "source"),
    [
        (Bases(as_of="as-of-clause"), (), "as-of-published", "source-none"),  # its clause gives none after all
        (Bases(), (SAID, COUNTED), "as-of-saying", "source-rule"),
        (Bases(), (replace(COUNTED, confidence=Decimal("0.75")),), "as-of-published-said", "source-encoder"),
        (Bases(), (replace(COUNTED, confidence=Decimal("0.74")),), "as-of-published-said", "source-encoder-doubted"),
        (Bases(), (statement(at("40 sailors"), at("sailors")),), "as-of-published-said", "source-unnamed"),
    ],
)
def test_on_what_day_and_source_were_decided(
    told: Bases, statements: tuple[Statement, ...], day: str, source: str
) -> None:
    (claim,) = figures(replace(figure(at("40")), bases=told), statements=statements)
    assert (claim.bases.as_of, claim.bases.reported_by, claim.bases.where) == (day, source, "where-none")


def test_the_day_of_its_own_clause_and_that_of_a_note_have_bases_of_their_own() -> None:
    (claim,) = figures(replace(figure(at("40"), date="2024-03-01"), bases=Bases(as_of="as-of-stated")))
    assert claim.bases.as_of == "as-of-stated"
    note = SourceNote(at(TEXT), at("Red Cross"), "", at(TEXT), general=True)
    (claim,) = figures(figure(at("40")), notes=(note,))
    assert claim.bases.reported_by == "source-note"


def test_without_any_day_that_is_the_basis() -> None:
    (claim,) = assemble(Findings(figures=(figure(at("40")),), sentences=SENTENCES), RESOLUTION, "").figures
    assert (claim.as_of, claim.bases.as_of) == ("", "as-of-unknown")


def test_a_figure_told_twice_is_as_sure_as_its_surer_telling() -> None:
    sure, unsure = Bases(action="action-words-agreed"), Bases(action="action-words-doubted", scope="scope-words")
    assert bases.confidence("action-words-agreed") > bases.confidence("action-words-doubted")
    for first, second in ((sure, unsure), (unsure, sure)):
        (claim,) = figures(replace(figure(at("40")), bases=first), replace(figure(at("40", 1)), bases=second))
        assert (claim.bases.action, claim.bases.scope) == ("action-words-agreed", "scope-words")


def test_a_field_that_only_one_telling_has_is_as_sure_as_that_one() -> None:
    told = Bases(counted="counted-noun"), Bases(counted="counted-people")
    short = replace(figure(at("40")), bases=told[0])
    long = replace(figure(at("40", 1), counted="Dutch sailors"), bases=told[1])
    (claim,) = figures(short, long)
    assert (claim.counted, claim.bases.counted) == ("Dutch sailors", "counted-people")


def test_a_headline_that_leaves_open_what_happened_has_the_basis_of_the_body_and_the_other_way_round() -> None:
    silent = replace(figure(at("Forty"), action="other"), bases=Bases(action="action-untold"))
    told = replace(figure(at("40")), bases=Bases(action="action-words"))
    (claim,) = figures(silent, told)
    assert claim.bases.action == "action-words"
    (claim,) = figures(replace(told, evidence=at("Forty")), replace(silent, evidence=at("40")))
    assert claim.bases.action == "action-words"


# Positions and acts ---------------------------------------------------------------------------------------------------


def position(title: str, organization: Evidence | None = None, person: Evidence | None = None) -> Position:
    return Position(person or at("Lund"), at(title), organization, at(title))


def test_a_shorter_title_repeats_a_position() -> None:
    claims = assemble(Findings(positions=(position("a captain", at("Court")), position("captain"))), RESOLUTION, "")
    (claim,) = claims.positions
    assert (claim.title, claim.organization) == ("a captain", COURT)


@pytest.mark.parametrize("owner", ["Lund", "Harlem"])
def test_a_person_or_place_is_no_organization_of_a_position(owner: str) -> None:
    (claim,) = assemble(Findings(positions=(position("captain", at(owner)),)), RESOLUTION, "").positions
    assert claim.organization is None


def test_a_position_in_a_place_is_an_office_of_that_place() -> None:
    (claim,) = assemble(Findings(positions=(position("captain", at("Harlem")),)), RESOLUTION, "").positions
    assert claim.place == HARLEM


def test_a_position_of_nobody_known_is_left_out() -> None:
    assert assemble(Findings(positions=(position("captain", person=at("sailors")),)), RESOLUTION, "").positions == ()


@pytest.mark.parametrize(
    ("tenure", "held", "attested"),
    [
        ("", "", "2024-05-06"),
        ("acting", "", "2024-05-06"),
        ("", "2019/2024-05-06", "2019/2024-05-06"),
        ("former", "", ""),
        ("former", "2019", "2019"),
        ("past", "", ""),
        ("incoming", "", ""),
    ],
)
def test_a_position_is_attested_for_the_time_stated_or_the_day_of_publication(
    tenure: str, held: str, attested: str
) -> None:
    found = replace(position("captain"), tenure=tenure, held=held)
    (claim,) = assemble(Findings(positions=(found,)), RESOLUTION, "2024-05-06").positions
    assert claim.attested == attested


def test_a_position_once_said_to_be_former_is_not_attested_for_the_day_of_publication() -> None:
    found = (position("captain"), replace(position("captain"), tenure="former"))
    (claim,) = assemble(Findings(positions=found), RESOLUTION, "2024-05-06").positions
    assert (claim.tenure, claim.attested) == ("former", "")


def act(by: Evidence | None, against: tuple[Evidence, ...], date: str, kind: str = "Judgment") -> Act:
    return Act(at("sentenced"), kind, by, against, date, "issued", at("The Court sentenced Lund"))


def test_an_act_told_again_with_less_is_the_same_act() -> None:
    again = (act(at("Court"), (at("Lund"),), "2024-03-01"), act(None, (), "2024-03"), act(at("Court"), (), ""))
    (claim,) = assemble(Findings(acts=again), RESOLUTION, "").acts
    assert (claim.by, claim.against, claim.date) == (COURT, (LUND,), "2024-03-01")
    assert len(claim.evidence) == 3


@pytest.mark.parametrize(
    "other",
    [
        act(at("Court"), (at("Lund"),), "2024-03-01", "Charge"),
        act(at("Red Cross"), (at("Lund"),), "2024-03-01"),
        act(at("Court"), (at("Lund"),), "2024-02"),
        act(at("Court"), (at("Roe"),), ""),
    ],
)
def test_acts_that_contradict_stay_apart(other: Act) -> None:
    first = act(at("Court"), (at("Lund"),), "2024-03-01")
    assert len(assemble(Findings(acts=(first, other)), RESOLUTION, "").acts) == 2


def test_entities_dates_and_sentences_go_through() -> None:
    claims = assemble(Findings(sentences=SENTENCES), RESOLUTION, PUBLISHED)
    assert (claims.entities, claims.sentences) == (ENTITIES, SENTENCES)


def test_a_child_is_one_wherever_the_article_says_so() -> None:
    told = Findings(ages=(Age(ROE.mentions[0], Evidence(2, 4, "14"), True),) * 2)
    (claim,) = assemble(told, RESOLUTION, "").ages
    assert (claim.person, claim.minor, claim.evidence) == (ROE, True, (Evidence(2, 4, "14"),))


def test_who_was_a_child_in_one_sentence_and_is_of_age_in_another_has_grown_up() -> None:
    who = ROE.mentions[0]
    told = Findings(ages=(Age(who, Evidence(2, 4, "14"), True), Age(who, Evidence(6, 8, "19"), False)))
    (claim,) = assemble(told, RESOLUTION, "").ages
    assert (claim.minor, claim.evidence) == (False, (Evidence(6, 8, "19"),))


def test_the_age_of_nobody_known_is_left_out() -> None:
    assert (
        assemble(Findings(ages=(Age(Evidence(900, 904, "Ilia"), Evidence(906, 908, "14"), True),)), RESOLUTION, "").ages
        == ()
    )


@pytest.mark.parametrize(
    ("standings", "standing"),
    [
        (("issued", "in_force"), "in_force"),
        (("in_force", "issued"), "in_force"),
        (("issued", "appealed"), "appealed"),
        (("withdrawn", "issued"), "withdrawn"),
        (("sought", "rejected"), "rejected"),
    ],
)
def test_an_act_stands_where_it_has_come_to(standings: tuple[str, str], standing: str) -> None:
    first, second = (replace(act(at("Court"), (at("Lund"),), "2024-05-06"), standing=s) for s in standings)
    (claim,) = assemble(Findings(acts=(first, second)), RESOLUTION, "").acts
    assert (claim.standing, len(claim.evidence)) == (standing, 2)


def test_what_was_sought_and_has_come_about_is_one_act() -> None:
    issued = act(at("Court"), (at("Lund"),), "2024-05-06")
    sought = replace(issued, date="2024-05-01", standing="sought")
    (claim,) = assemble(Findings(acts=(sought, issued)), RESOLUTION, "").acts
    assert (claim.standing, claim.date) == ("issued", "2024-05-06")


def test_what_was_sought_against_somebody_else_stays() -> None:
    issued = act(at("Court"), (at("Lund"),), "2024-05-06")
    sought = replace(issued, against=(), date="2024-05-01", standing="sought")
    assert [c.standing for c in assemble(Findings(acts=(sought, issued)), RESOLUTION, "").acts] == ["sought", "issued"]


def test_a_birth_told_twice_is_one_claim_and_two_dates_are_two() -> None:
    who = ROE.mentions[0]
    told = [Birth(who, Evidence(2, 4, "61"), "1961"), Birth(who, Evidence(6, 8, "61"), "1961")]
    other = Birth(who, Evidence(10, 12, "62"), "1962")
    nobody = Birth(Evidence(900, 904, "Ilia"), Evidence(906, 908, "63"), "1963")
    found = assemble(Findings(births=(*told, other, nobody)), RESOLUTION, "").births
    assert [(c.person, c.date, len(c.evidence)) for c in found] == [(ROE, "1961", 2), (ROE, "1962", 1)]
