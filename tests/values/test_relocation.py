"""Evidence within values, moved to other offsets."""

from dataclasses import replace

from onrecord.values.claims import Claims, FigureClaim, Source
from onrecord.values.entities import Entity
from onrecord.values.findings import Evidence, Kind
from onrecord.values.relocation import relocated

ROE = Entity(Kind.PERSON, "Roe", ("Roe",), (Evidence(0, 3, "Roe"),))
NOTE = Entity(Kind.PLACE, "Pell", ("Pell",), ())


def later(where: Evidence) -> Evidence:
    return replace(where, start=where.start + 10, end=where.end + 10)


def test_all_evidence_is_moved_however_deep_it_lies() -> None:
    source = Source(ROE, Evidence(0, 3, "Roe"))
    figure = FigureClaim(3, None, "exact", "men", "", "", "", (source,), (Evidence(5, 6, "3"),), ())  # type: ignore[arg-type]
    moved = relocated(Claims(entities=(ROE, NOTE), figures=(figure,)), later)
    assert moved.figures[0].evidence == (Evidence(15, 16, "3"),)
    assert moved.figures[0].sources[0].named == Evidence(10, 13, "Roe")
    assert moved.entities[0].mentions == (Evidence(10, 13, "Roe"),)


def test_one_value_in_several_places_stays_one() -> None:
    moved = relocated(Claims(entities=(ROE,), figures=(), sentences=ROE.mentions), later)
    assert moved.sentences is moved.entities[0].mentions


def test_a_value_without_evidence_stays_the_same_object() -> None:
    claims = Claims(entities=(NOTE,))
    assert relocated(claims, later) is claims
