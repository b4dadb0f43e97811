"""Who held an office that an article names without its holder: exactly one person, attested for that day."""

from dataclasses import replace

import pyoxigraph as ox
import pytest

from onrecord.linking import records
from onrecord.linking.office_holders import Attested, holders
from onrecord.values.cross_article import Held

OFFICE = Attested("office", "ombudsperson", "torvia", "2024-05-06", "2024-05-06")
LEM = Attested("p1", "ombudsperson", "torvia", "2024-05-06", "2024-05-06", "lem")


def lem(first: str, last: str) -> Attested:
    return replace(LEM, first=first, last=last)


@pytest.mark.parametrize(
    ("positions", "reason"),
    [
        ([LEM], "attested for that day"),
        ([lem("2019-01-01", "2024-12-31")], "attested for that day"),
        (
            [lem("2024-01-02", "2024-01-02"), lem("2024-08-01", "2024-08-01")],
            "attested before and after it, from 2024-01-02 to 2024-08-01",
        ),
        ([LEM, replace(lem("2019-01-01", "2019-12-31"), person="kowal")], "attested for that day"),
    ],
)
def test_one_person_is_attested_for_the_day(positions: list[Attested], reason: str) -> None:
    assert holders([OFFICE], positions) == [Held("office", "lem", reason)]


@pytest.mark.parametrize(
    "positions",
    [
        [],
        [lem("2024-05-05", "2024-05-05")],
        [lem("2024-05-07", "2024-05-07")],
        [replace(LEM, role="minister")],
        [replace(LEM, of="norland")],
        [LEM, replace(LEM, node="p2", person="kowal")],
    ],
    ids=["nobody", "the day before", "the day after", "another role", "another state", "two people"],
)
def test_nobody_is_taken_for_the_holder(positions: list[Attested]) -> None:
    assert holders([OFFICE], positions) == []


def test_the_office_and_the_position_meet_in_the_graph() -> None:
    turtle = """
@prefix : <http://e/> .
@prefix onr: <https://w3id.org/onrecord/ns#> .
@prefix org: <http://www.w3.org/ns/org#> .
@prefix post: <https://w3id.org/onrecord/post/> .
@prefix tenure: <https://w3id.org/onrecord/tenure/> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
:article {
:article a onr:Article .
:place1 onr:identity :torvia . :place2 onr:identity :torvia . :person onr:identity :lem .
:office a onr:Office ; onr:role post:ombudsperson ; onr:jurisdiction :place1 ;
    onr:earliest "2024-05-06"^^xsd:date ; onr:latest "2024-05-06"^^xsd:date .
:position a onr:Position ; onr:role post:ombudsperson ; onr:jurisdiction :place2 ; org:member :person ;
    onr:earliest "2024-05-06"^^xsd:date ; onr:latest "2024-05-06"^^xsd:date %s .
}
"""
    for tenure, found in (("", ["http://e/lem"]), ("; onr:tenure tenure:incoming", [])):
        database = ox.Store()
        database.load((turtle % tenure).encode(), format=ox.RdfFormat.TRIG)
        assert [held.person for held in holders(records.offices(database), records.positions(database))] == found
