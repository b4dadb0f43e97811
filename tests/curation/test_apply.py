"""What readers decide goes before what the program decides, and lasts when articles come."""

from collections.abc import Iterable, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.curation.apply import Settlement, settle
from onrecord.graph import iri
from onrecord.linking.identities import EntityRecord
from onrecord.values.decisions import UserDecision, checked
from onrecord.values.findings import Kind

P, O, C, L = Kind.PERSON, Kind.ORGANIZATION, Kind.COURT, Kind.PLACE  # noqa: E741


def entity(article: str, name: str, kind: Kind = P, *titles: str) -> tuple[str, EntityRecord]:
    at = f"{iri.BASE}article/{article}"
    return iri.node(at, kind, name), EntityRecord(
        at, f"{article}.txt", "2024-05-01", kind, name, (name,), titles=titles
    )


def decision(
    verdict: str, node: str, other: str = "", value: str = "", article: str = "", on: str = "2026-11-22"
) -> UserDecision:
    row = {"decision": verdict, "node": node, "other": other, "value": value, "article": article}
    made = checked({**row, "by": "O. Hrabar", "on": on}, "d.csv, line 2")
    assert isinstance(made, UserDecision), made
    return made


def decided(entities: Iterable[tuple[str, EntityRecord]], *decisions: UserDecision) -> Settlement:
    return settle(dict(entities), sorted(decisions, key=lambda d: (d.on, d.key)))


def together(settlement: Settlement) -> set[frozenset[str]]:
    return {frozenset(identity.members) for identity in settlement.identities}


def names(settlement: Settlement) -> list[tuple[str, str]]:
    return sorted((str(identity.kind), identity.name) for identity in settlement.identities)


MARTA, MARTHA = entity("a", "Marta Koval"), entity("b", "Martha Kowal")
HARBOUR, BRANCH = entity("a", "Safe Harbour", O), entity("b", "Safe Harbour", O)
IN_TOWN = entity("c", "Safe Harbour", O)


# Same and different --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("node", "other"),
    [
        (MARTA[0], MARTHA[0]),
        (MARTA[0].rsplit("/", 1)[-1], MARTHA[0].rsplit("/", 1)[-1]),
        ("Marta Koval", "Martha Kowal"),
        (iri.identity("person", "marta koval"), iri.identity("person", "martha kowal")),
        (iri.identity("person", "marta koval").rsplit("/", 1)[-1], "Martha Kowal"),
    ],
    ids=["entities", "ends of entities", "names", "identities", "the end of one, and a name"],
)
def test_two_nodes_that_are_the_same_are_one(node: str, other: str) -> None:
    settlement = decided([MARTA, MARTHA], decision("same", node, other))
    assert together(settlement) == {frozenset((MARTA[0], MARTHA[0]))}
    assert not settlement.faults and not settlement.unmatched


def test_what_is_the_same_through_a_third_is_one() -> None:
    third = entity("c", "M. Kovalenko")
    settlement = decided(
        [MARTA, MARTHA, third],
        decision("same", "Marta Koval", "Martha Kowal"),
        decision("same", "Martha Kowal", "M. Kovalenko"),
    )
    assert len(settlement.identities) == 1


def test_two_of_one_article_may_be_the_same() -> None:
    left, right = entity("a", "Lighthouse", O), entity("a", "Children", O)
    assert len(decided([left, right], decision("same", left[0], right[0])).identities) == 1


def test_two_nodes_that_are_different_stay_apart_and_are_not_possibly_the_same() -> None:
    assert len(decided([HARBOUR, BRANCH]).identities) == 1
    settlement = decided([HARBOUR, BRANCH], decision("different", HARBOUR[0], BRANCH[0]))
    assert together(settlement) == {frozenset({HARBOUR[0]}), frozenset({BRANCH[0]})}
    assert not any(identity.possibly for identity in settlement.identities)


def test_a_part_of_an_identity_is_told_from_the_rest_of_it() -> None:
    whole = iri.identity("organization", "safe harbour")
    settlement = decided([HARBOUR, BRANCH, IN_TOWN], decision("different", whole, IN_TOWN[0]))
    assert together(settlement) == {frozenset({HARBOUR[0], BRANCH[0]}), frozenset({IN_TOWN[0]})}


# Types, names, labels ------------------------------------------------------------------------------------------------


def test_a_name_of_the_wrong_type_gets_the_right_one_in_all_articles() -> None:
    settlement = decided(
        [entity("a", "Lighthouse"), entity("b", "Lighthouse"), MARTA],
        decision("wrong type", "Lighthouse", value="organization"),
    )
    assert names(settlement) == [("organization", "Lighthouse"), ("person", "Marta Koval")]
    assert len(settlement.amendments) == 2


def test_a_name_may_be_meant_in_one_article_only() -> None:
    settlement = decided(
        [entity("a", "Lighthouse"), entity("b", "Lighthouse")],
        decision("wrong type", "Lighthouse", value="organization", article="b.txt"),
    )
    assert names(settlement) == [("organization", "Lighthouse"), ("person", "Lighthouse")]


def test_what_is_no_name_is_gone_and_no_company_of_others() -> None:
    settlement = decided([MARTA, entity("a", "QR", O)], decision("not a name", "QR"))
    assert names(settlement) == [("person", "Marta Koval")]
    (amendment,) = settlement.amendments.values()
    assert list(amendment.struck) == [entity("a", "QR", O)[0]]


def test_a_preferred_label_is_the_identitys_and_each_articles() -> None:
    settlement = decided([HARBOUR, BRANCH], decision("preferred label", "Safe Harbour", value="Safe Harbour Fund"))
    assert names(settlement) == [("organization", "Safe Harbour Fund")]
    assert [next(iter(a.names.values()))[0] for a in settlement.amendments.values()] == ["Safe Harbour Fund"] * 2


def test_of_two_that_disagree_the_later_holds() -> None:
    settlement = decided(
        [MARTA],
        decision("preferred label", "Marta Koval", value="M. K.", on="2026-11-23"),
        decision("preferred label", "Marta Koval", value="Marta", on="2026-11-22"),
    )
    assert names(settlement) == [("person", "M. K.")]


def test_a_decision_may_name_what_another_made() -> None:
    body = iri.identity("organization", "lighthouse")
    settlement = decided(
        [entity("a", "Lighthouse")],
        decision("preferred label", body, value="Lighthouse Fund"),
        decision("wrong type", "Lighthouse", value="organization"),
    )
    assert names(settlement) == [("organization", "Lighthouse Fund")]


# What lasts ----------------------------------------------------------------------------------------------------------


def test_a_decision_on_an_identity_holds_for_those_who_join_it() -> None:
    first = decided([HARBOUR], decision("wrong type", iri.identity("organization", "safe harbour"), value="court"))
    later = settle(dict([HARBOUR, BRANCH]), first.decisions)
    assert [(i.kind, i.members) for i in later.identities] == [(C, tuple(sorted((HARBOUR[0], BRANCH[0]))))]


def test_a_decision_lasts_when_its_node_gets_another_iri() -> None:
    """Namesakes make the first member a part of the IRI."""
    marta = iri.identity("person", "marta koval")
    first = decided([MARTA], decision("preferred label", marta, value="M. Koval, lawyer"))
    later = settle(dict([MARTA, entity("b", "Marta Koval")]), first.decisions)
    assert marta not in {identity.iri for identity in later.identities}
    assert ("person", "M. Koval, lawyer") in names(later)


def test_a_decision_written_without_the_names_of_children_says_why_it_is_not_applied() -> None:
    masked = iri.identity("person", "marta koval").replace("marta-koval", "xxxxxxxxxxx")
    without = decided([MARTA], decision("preferred label", masked, value="Marta"))
    (line,) = without.unmatched
    assert "without the names of children: show them, and decide again" in line


def test_a_decision_about_what_is_gone_is_told_and_kept() -> None:
    first = decided([MARTA, MARTHA], decision("same", "Marta Koval", "Martha Kowal"))
    without = settle(dict([MARTA]), first.decisions)
    assert without.unmatched == ("d.csv, line 2: same: Marta Koval / Martha Kowal: nothing in the store is called so",)
    assert len(settle(dict([MARTA, MARTHA]), without.decisions).identities) == 1


# What cannot be done -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("entities", "decisions", "said"),
    [
        (
            [MARTA, entity("b", "Marta Koval")],
            [decision("preferred label", "Marta Koval", value="M")],
            "2 nodes are called",
        ),
        ([HARBOUR, BRANCH], [decision("different", HARBOUR[0], HARBOUR[0])], "both are one node already"),
        ([MARTA, HARBOUR], [decision("same", MARTA[0], HARBOUR[0])], "decide 'wrong type' first"),
        (
            [MARTA, MARTHA],
            [decision("same", MARTA[0], MARTHA[0]), decision("different", MARTA[0], MARTHA[0], on="2026-11-23")],
            "contradicts other decisions",
        ),
    ],
    ids=["ambiguous", "one node", "of two types", "contradictory"],
)
def test_what_cannot_be_honoured_is_told(
    entities: Sequence[tuple[str, EntityRecord]], decisions: Sequence[UserDecision], said: str
) -> None:
    (fault,) = decided(entities, *decisions).faults
    assert said in fault
    assert fault.startswith("d.csv, line 2: ")


def test_what_names_nothing_is_told() -> None:
    assert decided([MARTA], decision("not a name", "Nobody")).unmatched


# Order ---------------------------------------------------------------------------------------------------------------

NAMES = ["Marta Koval", "Martha Kowal", "Safe Harbour"]
ENTITIES = st.lists(
    st.builds(entity, st.sampled_from("abc"), st.sampled_from(NAMES), st.sampled_from([P, O])),
    unique_by=lambda e: e[0],
    max_size=6,
)
DECISIONS = st.lists(
    st.one_of(
        st.builds(decision, st.sampled_from(["same", "different"]), st.sampled_from(NAMES), st.sampled_from(NAMES)),
        st.builds(decision, st.just("not a name"), st.sampled_from(NAMES)),
        st.builds(decision, st.just("wrong type"), st.sampled_from(NAMES), value=st.sampled_from(["person", "place"])),
    ),
    unique_by=lambda d: d.key,
    max_size=4,
)


@given(entities=ENTITIES, decisions=DECISIONS, data=st.data())
def test_neither_the_order_of_entities_nor_that_of_decisions_counts(
    entities: list[tuple[str, EntityRecord]], decisions: list[UserDecision], data: st.DataObject
) -> None:
    found = decided(entities, *decisions)
    again = decided(data.draw(st.permutations(entities)), *data.draw(st.permutations(decisions)))
    assert (again.identities, again.amendments, again.tied) == (found.identities, found.amendments, found.tied)
    left = set(dict(entities)) - {iri for a in found.amendments.values() for iri in a.struck}
    assert sorted(member for identity in found.identities for member in identity.members) == sorted(left)


@given(entities=ENTITIES, decisions=DECISIONS)
def test_what_was_settled_stays_when_it_is_settled_again(
    entities: list[tuple[str, EntityRecord]], decisions: list[UserDecision]
) -> None:
    first = decided(entities, *decisions)
    shown = {identity.iri: identity.members for identity in first.identities}
    again = settle(dict(entities), first.decisions, shown, first.decided)
    assert (again.identities, again.amendments, again.decisions) == (
        first.identities,
        first.amendments,
        first.decisions,
    )
