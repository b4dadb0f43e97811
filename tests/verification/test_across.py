"""What no single article says: identities are joined by decisions on record, shared nodes minted from members."""

import pytest

from onrecord.graph import compared_graph, identity_graph, iri, shared_graph, to_ntriples
from onrecord.values.cross_article import Disagreement, Held, Shared, SharedFigure
from onrecord.values.findings import Kind
from onrecord.values.identities import Identity, Link
from onrecord.verification.across import misidentified, undecided, unidentified, untogether
from onrecord.verification.facts import Facts

A, B = (f"{iri.BASE}article/{name}" for name in ("a-1", "b-2"))
NOTHING = Facts(b"", iri.DECISION_GRAPH)
ENTITIES = {f"{article}#person-{n}": frozenset({"Ivan Petrenko"}) for article in (A, B) for n in (1, 2)}
MEMBERS = sorted(ENTITIES)
LINKS = (Link(MEMBERS[0], MEMBERS[1], 0.9, "name"), Link(MEMBERS[1], MEMBERS[2], 0.9, "name"))


def identity(members: list[str], links: tuple[Link, ...], name: str = "Ivan Petrenko") -> Identity:
    return Identity(
        iri.identity(Kind.PERSON, "ivan petrenko", members[0]), Kind.PERSON, name, tuple(members), (), links, ()
    )


def entity_graph(*identities: Identity) -> Facts:
    return Facts(to_ntriples(identity_graph(identities)).encode(), iri.ENTITY_GRAPH)


def whats(failures: object) -> list[str]:
    return [str(failure) for failure in failures]  # type: ignore[attr-defined]


def test_members_that_decisions_join_pass() -> None:
    told = entity_graph(identity(MEMBERS[:3], LINKS), identity(MEMBERS[3:], ()))
    assert whats(misidentified(told, ENTITIES, NOTHING)) == whats(unidentified(told, ENTITIES)) == []


@pytest.mark.parametrize(
    ("told", "what"),
    [
        (entity_graph(identity(MEMBERS[:3], LINKS[:1])), "has members that no decision on record joins"),
        (entity_graph(identity(MEMBERS[:1], (), "Oleh")), "has a name that none of its members has"),
        (entity_graph(identity(MEMBERS[:1], (), "Oleh")), "is not called what its members mint"),
    ],
)
def test_members_that_nobody_joined_and_names_that_none_has_are_found(told: Facts, what: str) -> None:
    assert any(what in line for line in whats(misidentified(told, ENTITIES, NOTHING)))


def test_an_entity_belongs_to_one_identity() -> None:
    told = entity_graph(identity(MEMBERS[:1], ()), identity(MEMBERS[1:2] + MEMBERS[:1], LINKS))
    found = whats(unidentified(told, {**dict.fromkeys(MEMBERS[:1], frozenset()), f"{A}#person-9": frozenset()}))
    assert [line.split(":", 1)[1].split(" (")[0].strip() for line in found] == [
        "the entity person-9 has no identity",
        "has several identities",
        "has an identity, and is no entity that is on record",
    ]


ACTS = Shared((f"{A}#act-1", f"{B}#act-1"), "the same day")
FIGURES = [f"{A}#figure-1", f"{B}#figure-1"]
TOGETHER = to_ntriples(
    [
        *shared_graph([ACTS], [], [Held(f"{A}#office-1", f"{iri.BASE}person/x-1", "the same office")]),
        *compared_graph([SharedFigure(tuple(FIGURES), "", ())], [], [Disagreement(*FIGURES, "1 is not 2")]),
    ]
)


@pytest.mark.parametrize(
    ("old", "new", "what"),
    [
        ("", "", ""),
        (
            f"{A}#act-1> <{iri.BASE}ns#sharedAct",
            f"{A}#act-2> <{iri.BASE}ns#sharedAct",
            "not called what it joins mints",
        ),
        ("ns#lesser", "ns#greater", "not called what it joins mints"),
        (
            f"<{A}#office-1> <http://www.w3.org/ns/org#heldBy>",
            f"<{A}#office-1> <http://www.w3.org/ns/org#hadBy>",
            "nothing",
        ),
        (
            f"<{B}#figure-1> <{iri.BASE}ns#sharedFigure>",
            f"<{B}3#figure-1> <{iri.BASE}ns#sharedFigure>",
            "is nothing that",
        ),
    ],
)
def test_what_articles_tell_together_is_called_what_it_joins(old: str, new: str, what: str) -> None:
    assert old in TOGETHER
    told = Facts(TOGETHER.replace(old, new).encode(), iri.SHARED_GRAPH)
    found = whats(untogether(told, frozenset({A, B})))
    assert any(what in line for line in found) if what else found == []


def test_a_decision_that_is_damaged_is_found() -> None:
    (line,) = whats(undecided(Facts(f"<{A}> <{iri.BASE}ns#verdict> <{iri.BASE}verdict/same> .\n".encode(), "d")))
    assert "is not called what was decided" in line
