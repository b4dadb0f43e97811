"""Readers' decisions: what makes one valid, and what is said of one that is not."""

import pytest

from onrecord.values.decisions import UserDecision, Verdict, checked, is_entity, is_name

SIGNED = {"by": "O. Hrabar", "on": "2026-11-22"}


@pytest.mark.parametrize(
    ("row", "verdict"),
    [
        ({"decision": "same", "node": "person/a", "other": "person/b"}, Verdict.SAME),
        ({"decision": "Different", "node": "person/a", "other": "person/b"}, Verdict.DIFFERENT),
        ({"decision": "wrong type", "node": "Lighthouse", "value": "organization"}, Verdict.WRONG_TYPE),
        ({"decision": "wrong_type", "node": "Lighthouse", "value": "court"}, Verdict.WRONG_TYPE),
        ({"decision": " not a name ", "node": "QR", "article": "a.txt"}, Verdict.NOT_A_NAME),
        ({"decision": "preferred-label", "node": "MFA", "value": "Foreign Ministry"}, Verdict.PREFERRED_LABEL),
        ({"decision": "misread", "node": "a-txt-0123456789ab#figure-20"}, Verdict.MISREAD),
        ({"decision": "confirmed", "node": "a-txt-0123456789ab#act-1"}, Verdict.CONFIRMED),
    ],
)
def test_a_row_is_a_decision(row: dict[str, str], verdict: Verdict) -> None:
    decision = checked({**SIGNED, **row})
    assert isinstance(decision, UserDecision)
    assert (decision.verdict, decision.by, decision.on) == (verdict, "O. Hrabar", "2026-11-22")


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ({}, "gives no decision and no node"),
        ({"decision": "same", "node": "a", "other": "b", "by": ""}, "gives no by"),
        ({"decision": "equal", "node": "a", "other": "b"}, "'equal' is no decision: write same, different, wrong type"),
        ({"decision": "same", "node": "a"}, "fill in 'other'"),
        ({"decision": "not a name", "node": "a", "other": "b"}, "leave 'other' empty"),
        ({"decision": "wrong type", "node": "a"}, "fill in 'value': person, organization, court, place"),
        ({"decision": "preferred label", "node": "a"}, "fill in 'value'"),
        ({"decision": "same", "node": "a", "other": "b", "value": "c"}, "leave 'value' empty"),
        ({"decision": "wrong type", "node": "a", "value": "ship"}, "'ship' is no type: write person, organization"),
        ({"decision": "misread", "node": "Kuleba"}, "'Kuleba' is no statement: give its IRI as 'node'"),
        ({"decision": "misread", "node": "a#b", "value": "20"}, "leave 'value' empty"),
        ({"decision": "not a name", "node": "a", "on": "22.11.2026"}, "write 'on' as YYYY-MM-DD"),
        ({"decision": "not a name", "node": "a", "on": "2026-11"}, "write 'on' as YYYY-MM-DD"),
        ({"decision": "not a name", "node": "a", "on": "2026-02-30"}, "write 'on' as YYYY-MM-DD"),
        ({"decision": "not a name", "node": "x/y#z", "article": "a.txt"}, "leave 'article' empty"),
    ],
)
def test_a_row_that_is_none_is_told_with_the_remedy(row: dict[str, str], said: str) -> None:
    found = checked({**SIGNED, **row})
    assert isinstance(found, str)
    assert said in found


@pytest.mark.parametrize(
    ("node", "entity", "name"),
    [
        ("https://w3id.org/onrecord/article/a-txt-0123456789ab#person-kuleba-0123456789ab", True, False),
        ("a-txt-0123456789ab#person-kuleba-0123456789ab", True, False),
        ("https://w3id.org/onrecord/person/mykola-kuleba-0123456789ab", False, False),
        ("mykola-kuleba-0123456789ab", False, False),
        ("Mykola Kuleba", False, True),
        ("Lvova-Belova", False, True),
        ("QR", False, True),
    ],
)
def test_a_node_is_named_by_entity_identity_or_name(node: str, entity: bool, name: bool) -> None:
    assert (is_entity(node), is_name(node)) == (entity, name)
