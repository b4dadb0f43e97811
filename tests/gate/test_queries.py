"""SPARQL constraints of the first pass: asked as they are, if engines agree on what they say."""

import pytest

from onrecord.gate.constraints import UnknownError
from onrecord.gate.queries import Query, violating
from onrecord.gate.triples import UndecidedError

PREFIXES = {"": "http://e/", "onr": "https://w3id.org/onrecord/ns#"}
SIX = Query("SELECT $this ?value WHERE { ?value :length ?n FILTER (COALESCE(?n > 6, true)) }", PREFIXES)
XSD = "http://www.w3.org/2001/XMLSchema#"


def violated(queries: list[Query], stretches: list[str]) -> bool:
    return bool(list(violating(queries, stretches)))


def length(term: str) -> str:
    return f"<http://e/a> <http://e/length> {term} .\n"


def test_a_solution_is_a_violation() -> None:
    assert violated([SIX], [length(f'"7"^^<{XSD}integer>')])
    assert not violated([SIX], [length(f'"6"^^<{XSD}integer>')])
    assert not violated([SIX], [])
    assert not violated([], [length(f'"7"^^<{XSD}integer>')])


def test_what_cannot_be_compared_is_a_violation() -> None:
    assert violated([SIX], [length('"seven"')])


def test_what_cannot_be_loaded_is_undecided() -> None:
    with pytest.raises(UndecidedError):
        violated([SIX], ["<relative> <http://e/length> <http://e/b> .\n"])


@pytest.mark.parametrize(
    "select",
    [
        "SELECT $this WHERE { ?a :p ?b MINUS { ?a :q ?b } }",
        "SELECT $this WHERE { ?a :p ?b filter (?b > 6) }",
        "SELECT $this WHERE { ?a :p ?b FILTER (?b > 6) }",
        "SELECT $this WHERE { ?a :p ?b FILTER (COALESCE(?b > 6, false)) }",
        "SELECT $this WHERE { ?a :p ?b FILTER (COALESCE(?b > 6, true)) FILTER (?b < 9) }",
        "SELECT $this WHERE { ?a :p ?b FILTER NOT EXISTS { ?a :q ?c FILTER (COALESCE(?c > ?b, true)) } }",
        "SELECT $this WHERE { ?a :p ?b FILTER (COALESCE(REGEX(?b, 'x'), true)) }",
        "SELECT $this WHERE { $this :p ?b }",
        "SELECT ?a WHERE { ?a :p ?b }",
        "SELECT $this WHERE { ?a unheard:of ?b }",
        "SELECT $this ?value WHERE { ?value onr:text ?text }",
        "SELECT $this ?value WHERE { ?value ?predicate 7 }",
        "SELECT $this ?value WHERE { ?value !(:p|:q) 7 }",
        "SELECT $this ?value WHERE { ?value !a 7 }",
        "SELECT $this WHERE {",
    ],
)
def test_queries_that_engines_may_answer_otherwise_are_not_known(select: str) -> None:
    with pytest.raises(UnknownError):
        Query(select, PREFIXES)


@pytest.mark.parametrize("absence", ["FILTER NOT EXISTS { ?other :width ?n }", "filter not exists {?o :width ?n}"])
def test_what_must_not_be_there_is_found_in_whichever_stretch_it_stands(absence: str) -> None:
    alone = Query(f"SELECT $this ?value WHERE {{ ?value :length ?n {absence} }}", PREFIXES)
    seven = length(f'"7"^^<{XSD}integer>')
    assert violated([alone], [seven])
    assert not violated([alone], [seven, seven.replace("length", "width")])


def test_an_absence_is_joined_only_where_nothing_follows_in_its_group() -> None:
    told = "SELECT $this ?value WHERE {{ ?value :length ?n {} FILTER NOT EXISTS {{ ?value :width ?w }} {} }}"
    assert "MINUS { ?value :width ?w }" in Query(told.format("", ""), PREFIXES).joined
    assert "MINUS" not in Query(told.format("", "?value :width ?w"), PREFIXES).joined
