"""Decisions about statements: which hold, which contradict each other, which no longer say anything."""

from dataclasses import replace

from onrecord.curation.judgments import Weighed, joined, judged
from onrecord.graph import Amendment, decision_iri
from onrecord.values.decisions import UserDecision, Verdict

ARTICLE = "https://w3id.org/onrecord/article/a-txt-0123456789ab"
FIGURE, ACT = "a-txt-0123456789ab#figure-20", "a-txt-0123456789ab#act-1"
PRESENT = {FIGURE: (f"{ARTICLE}#figure-20",), ACT: (f"{ARTICLE}#act-1",)}


def decision(verdict: Verdict, node: str = FIGURE, by: str = "O. Hrabar") -> UserDecision:
    return UserDecision(verdict, node, by, "2026-11-22", where="d.csv, line 2")


def test_what_is_misread_is_taken_back_in_its_article() -> None:
    taken, other = decision(Verdict.MISREAD), decision(Verdict.CONFIRMED, ACT)
    found = judged([taken, other], PRESENT)
    assert found.misread == {ARTICLE: {PRESENT[FIGURE][0]: decision_iri(taken)}}
    assert [d.about for d in found.decisions] == [PRESENT[FIGURE], PRESENT[ACT]]
    assert found.tied == ((PRESENT[ACT][0], decision_iri(other)), (PRESENT[FIGURE][0], decision_iri(taken)))
    assert (found.faults, found.unmatched) == ((), ())


def test_decisions_about_names_are_left_to_others() -> None:
    found = judged([UserDecision(Verdict.NOT_A_NAME, "Roots", "O. Hrabar", "2026-11-22")], PRESENT)
    assert found.decisions == ()


def test_two_who_agree_are_both_on_record() -> None:
    found = judged([decision(Verdict.MISREAD), decision(Verdict.MISREAD, by="L. Orr")], PRESENT)
    assert len(found.tied) == 2 and found.faults == ()


def test_an_act_that_articles_share_is_taken_back_in_each() -> None:
    shared = decision(Verdict.MISREAD, "shared-act/x-0123456789ab")
    found = judged([shared], {shared.node: ("https://a#act", "https://b#act")})
    assert found.misread == {name: {f"{name}#act": decision_iri(shared)} for name in ("https://a", "https://b")}


def test_where_two_disagree_neither_is_applied_and_both_are_told() -> None:
    found = judged([decision(Verdict.MISREAD), decision(Verdict.CONFIRMED, by="L. Orr")], PRESENT)
    assert (found.misread, found.tied) == ({}, ())
    assert found.faults == (
        f"d.csv, line 2: misread: {FIGURE}: L. Orr says confirmed on 2026-11-22: "
        "neither is applied until you agree and take one out",
        f"d.csv, line 2: confirmed: {FIGURE}: O. Hrabar says misread on 2026-11-22: "
        "neither is applied until you agree and take one out",
    )


def test_a_statement_that_no_article_makes_any_more_is_reported() -> None:
    found = judged([decision(Verdict.MISREAD)], {})
    assert found.unmatched == (f"d.csv, line 2: misread: {FIGURE}: no article says so any more: read it again",)
    assert found.misread == {}


def test_both_kinds_of_decisions_amend_one_article() -> None:
    struck = Amendment(struck={f"{ARTICLE}#person-1": "by"})
    taken = decision(Verdict.MISREAD)
    (amendment,) = joined({ARTICLE: struck}, judged([taken], PRESENT)).values()
    assert (amendment.struck, amendment.misread) == (struck.struck, {PRESENT[FIGURE][0]: decision_iri(taken)})
    assert amendment.fingerprint != struck.fingerprint


# Corrections ---------------------------------------------------------------------------------------------------------


def correction(value: str, by: str = "O. Hrabar") -> UserDecision:
    return replace(decision(Verdict.CORRECTED, by=by), value=value, why="the caption says so")


def test_a_correction_changes_its_field_and_keeps_what_it_was_read_to_say() -> None:
    one, other = correction("asOf = 2024-01-14"), correction("value = 12")
    found = judged([one, other], PRESENT, {one.key: Weighed(former=("2024-01-25",))})
    assert found.corrected == {
        ARTICLE: {
            PRESENT[FIGURE][0]: {
                "asOf": ("2024-01-14", decision_iri(one)),
                "value": ("12", decision_iri(other)),
            }
        }
    }
    assert [d.former for d in found.decisions] == [("2024-01-25",), ()]
    assert joined({}, found)[ARTICLE].fingerprint != Amendment().fingerprint


def test_two_who_correct_a_field_otherwise_are_told_and_neither_is_applied() -> None:
    found = judged([correction("value = 12"), correction("value = 13", by="L. Orr")], PRESENT)
    assert (found.corrected, found.tied) == ({}, ())
    assert "L. Orr says corrected: value = 13 on 2026-11-22: neither is applied" in found.faults[0]


def test_what_one_confirms_another_cannot_correct() -> None:
    found = judged([decision(Verdict.CONFIRMED, by="L. Orr"), correction("value = 12")], PRESENT)
    assert found.corrected == {} and len(found.faults) == 2


def test_a_correction_that_cannot_be_made_or_is_made_already_is_reported_and_not_applied() -> None:
    unfit, idle = correction("value = twelve"), correction("asOf = 2024-01-14")
    found = judged([unfit, idle], PRESENT, {unfit.key: Weighed("'twelve' is no number"), idle.key: Weighed(is_so=True)})
    assert (found.corrected, found.tied) == ({}, ())
    assert found.faults[0].endswith("value = twelve: 'twelve' is no number")
    assert found.unmatched[0].endswith("asOf = 2024-01-14: it is read so already: take the decision out")
