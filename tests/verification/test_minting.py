"""Nodes are called what their content mints, whatever an article tells of them; what was changed is not."""

from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal

import pytest

import samples
from onrecord.claims import Claims
from onrecord.graph import article_graph, iri, to_ntriples
from onrecord.graph.terms import literal
from onrecord.graph.vocabulary import SKOS
from onrecord.values.claims import AccusationClaim, AgeClaim, BirthClaim, Effect, OfficeClaim
from onrecord.verification.facts import Facts
from onrecord.verification.minting import misnamed
from onrecord.verification.quotes import misquoted, paged
from onrecord.verification.vocabulary import underivable, unsayable
from samples import ACT, BELOVA, COURT, EVENT, FIGURE, KULEBA, KYIV, SAVE_UKRAINE, STATEMENT, at, claims

ARTICLE = iri.article(samples.ARTICLE)
NOBODYS = replace(ACT, by=None, against=(), described=at("Court"), standing="", number="7/24")
REVISING = replace(ACT, type="Judgment", effects=(Effect("upholds", 0), Effect("amends", 1)))
SAID = {
    "all kinds": claims(),
    "an event": samples.claims_of_event(),
    "an event told twice": claims(
        events=[replace(EVENT, evidence=(*EVENT.evidence, at("Kyiv")), reasons=("told", "named"))],
        figures=[replace(FIGURE, event=EVENT.evidence[0])],
    ),
    "a figure of one number, with places after the point": claims(
        figures=[replace(FIGURE, value=Decimal("1.50"), upper=None, hedge="about", sources=(), as_of="2024-01")]
    ),
    "a large number": claims(figures=[replace(FIGURE, value=Decimal("1.6E+6"), upper=None, hedge="exact")]),
    "a figure taken back": claims(figures=[replace(FIGURE, withdrawn=True)]),
    "a figure that is planned": claims(figures=[replace(FIGURE, factuality="planned")]),
    "a cell of a table": claims(figures=[replace(FIGURE, tabled=True, where=KYIV)]),
    "a figure of a span": claims(figures=[replace(FIGURE, as_of="2024-01-20/2024-01-24")]),
    "an interrupted quote": claims(statements=[replace(STATEMENT, parts=(at("“Between"), at("returned,”")))]),
    "words said twice": claims(statements=[STATEMENT, replace(STATEMENT, speaker_evidence=at("Kuleba"))]),
    "words nobody is named for": claims(statements=[replace(STATEMENT, speaker=None, speaker_evidence=None, cue=None)]),
    "an act of nobody": claims(acts=[NOBODYS]),
    "an act that revises others": claims(acts=[ACT, replace(ACT, date="2023-04"), REVISING]),
    "offices, accusations, ages and births": replace(
        claims(),
        offices=(OfficeClaim("minister", "minister", SAVE_UKRAINE, None, "2024-01-25", (at("head"),)),),
        accusations=(
            AccusationClaim(
                BELOVA, "deportation", COURT, "", "charged", "2023-03", (at("warrants"),), (samples.THIRD,)
            ),
            AccusationClaim(KULEBA, "", None, "a rival", "suspected", "", (at("spoke"),), (samples.FIRST,)),
        ),
        ages=(AgeClaim(BELOVA, False, (at("Maria"),)),),
        births=(BirthClaim(BELOVA, "1984", (at("Maria"),)),),
    ),
}


def facts(said: Claims) -> Facts:
    return Facts(to_ntriples(article_graph(samples.ARTICLE, said, samples.CONFIGURATION)).encode(), ARTICLE)


@pytest.mark.parametrize("said", SAID.values(), ids=SAID)
def test_what_an_article_tells_is_called_what_it_mints(said: Claims) -> None:
    told = facts(said)
    checks = (misnamed(told), misquoted(told, samples.TEXT), misquoted(told, None), unsayable(told), underivable(told))
    assert [str(failure) for check in (*checks, paged(told)) for failure in check] == []


def altered(said: Claims, old: str, new: str) -> Facts:
    ntriples = facts(said).ntriples.decode()
    assert old in ntriples
    return Facts(ntriples.replace(old, new).encode(), ARTICLE)


@pytest.mark.parametrize(
    ("said", "old", "new"),
    [
        (claims(), 'ns#counted> "children"', 'ns#counted> "adults"'),
        (claims(), "scope/increment>", "scope/total>"),
        (claims(), 'roleName> "head"', 'roleName> "founder"'),
        (claims(), '"2023-03"', '"2023-04"'),
        (SAID["an event"], "/event/mission>", "/event/fire>"),
        (SAID["an act of nobody"], '"7/24"', '"8/24"'),
        (SAID["an act that revises others"], "ns#upholds>", "ns#overturns>"),
        (SAID["a figure taken back"], "ns#withdrawn>", "ns#wasWithdrawn>"),
        (SAID["offices, accusations, ages and births"], "/charged>", "/convicted>"),
        (SAID["offices, accusations, ages and births"], '"a rival"', '"a friend"'),
        (SAID["offices, accusations, ages and births"], "/post/minister>", "/post/judge>"),
    ],
)
def test_what_was_changed_is_called_otherwise(said: Claims, old: str, new: str) -> None:
    (failure, *_) = misnamed(altered(said, old, new))
    assert "is not called what its content mints" in failure.what
    assert failure.sentence


def nodes(told: Facts, kind: str) -> Iterable[str]:
    return [node for node in told.subjects if f"#{kind}-" in node]


def test_what_a_decision_renamed_keeps_its_name() -> None:
    renamed = altered(claims(), 'name> "Mykola Kuleba"', 'name> "M. Kuleba"')
    lines = (
        renamed.ntriples
        + to_ntriples(
            [(node, SKOS.altLabel, literal("Mykola Kuleba")) for node in nodes(renamed, "person-mykola")]
        ).encode()
    )
    told = Facts(lines, ARTICLE)
    (person,) = nodes(told, "person-mykola")
    assert [failure.statement.partition(":")[0] for failure in misnamed(told)] == [person.partition("#")[2]]
    assert not list(misnamed(told, {person}))


def test_what_lost_a_link_to_what_was_held_back_is_no_failure() -> None:
    told = altered(claims(), "ns#by>", "ns#soughtBy>")
    assert list(misnamed(told))
    assert not list(misnamed(told, has_lost=True))


def test_pages_come_in_the_order_of_the_text() -> None:
    page = '<{0}#page={1}> <http://www.w3.org/1999/02/22-rdf-syntax-ns#value> "page={1}" .\n'
    select = "<{0}#char={2}> <http://www.w3.org/ns/oa#hasSelector> <{0}#page={1}> .\n"
    lines = facts(claims()).ntriples.decode()
    stretches = [
        f"{at(words).start},{at(words).end}" for words in ("head", "Between 20 and 30", "issued arrest warrants")
    ]

    def told(*pages: int) -> list[str]:
        more = (
            page.format(ARTICLE, n) + select.format(ARTICLE, n, where)
            for n, where in zip(pages, stretches, strict=True)
        )
        return [failure.what for failure in paged(Facts((lines + "".join(more)).encode(), ARTICLE))]

    assert told(1, 1, 2) == []
    assert told(1, 3, 2) == ["is said to stand on page 2, after what stands on page 3"]
