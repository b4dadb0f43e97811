"""Triples of the first pass: one string for each term, and what could be written otherwise is not read."""

import datetime as dt
from decimal import Decimal

import pytest

from onrecord.gate.triples import Triples, UndecidedError, has_datatype, lexical, read, value

XSD = "http://www.w3.org/2001/XMLSchema#"
A, P, B = "<http://e/a>", "<http://e/p>", "<http://e/b>"


def test_triples_are_found_by_subject_and_by_object() -> None:
    triples = Triples(read(f'{A} {P} {B} .\n{A} {P} "b" .\n{B} {P} "b" .\n'))
    assert sorted(triples.objects(A, P)) == ['"b"', B]
    assert sorted(triples.subjects(P, '"b"')) == [A, B]
    assert triples.objects(B, A) == ()
    assert triples.subjects(A, B) == ()


@pytest.mark.parametrize(
    "term",
    [
        *("<http://e/b>", '""', '"“b”"', '"\\"\\\\\\n\\r\\t"', '"b"@en', '"b"@en-gb'),
        *('"a\tb"', '"a\u2028b\x85\x0c\x7f"'),
        *(f'"{form}"^^<{XSD}integer>' for form in ("0", "7", "-7", "1000000")),
        *(f'"{form}"^^<{XSD}decimal>' for form in ("0", "20", "-20", "0.5", "-0.5", "10.05")),
        *(f'"{form}"^^<{XSD}boolean>' for form in ("true", "false")),
        *(f'"{form}"^^<{XSD}{kind}>' for form, kind in (("2024-05-01", "date"), ("2024-05", "gYearMonth"))),
        *(f'"{form}"^^<{XSD}{kind}>' for form, kind in (("2024", "gYear"), ("http://e/ü", "anyURI"))),
        '"2024-05-01/2024-05-31"^^<http://id.loc.gov/datatypes/edtf/EDTF>',
    ],
)
def test_terms_that_have_one_form_are_read(term: str) -> None:
    (found,) = Triples(read(f"{A} {P} {term} .\n")).objects(A, P)
    assert found == term.replace("\t", "\\t")


@pytest.mark.parametrize(
    "term",
    [
        *("_:b", "<b c>", "<http://e/\\u00fc>", '"b', "'b'", '"\\u00fc"', '"b"@EN', '"\r"', '"\\f"', '"\\x"'),
        *(f'"{form}"^^<{XSD}integer>' for form in ("", "01", "+1", "-0", "1.0", " 1", "9" * 30)),
        *(f'"{form}"^^<{XSD}decimal>' for form in ("20.0", "0.50", ".5", "5.", "+1", "-0", "1e3", "00.5")),
        *(f'"{form}"^^<{XSD}boolean>' for form in ("1", "TRUE")),
        *(f'"{form}"^^<{XSD}date>' for form in ("2024-5-1", "2024-05-01Z", "24-05-01", "-2024-05-01")),
        *(f'"{form}"^^<{XSD}{kind}>' for form, kind in (("b", "string"), ("b", "token"), ("b", "own"))),
        f'"{B} .',
    ],
)
def test_what_could_be_written_otherwise_is_not_read(term: str) -> None:
    with pytest.raises(UndecidedError):
        read(f"{A} {P} {B} .\n{A} {P} {term} .\n")


@pytest.mark.parametrize(
    "lines",
    [
        f"{A} {P} {B} .\n" * 2,
        f"{A} {P} {B} .",
        f"{A}  {P} {B} .\n",
        f"{A} {P} {B} {A} .\n",
        f"# {A} {P} {B} .\n",
        "\n",
        f"{A} <http://www.w3.org/2000/01/rdf-schema#subClassOf> {B} .\n",
    ],
)
def test_lines_that_are_not_a_triple_each_are_not_read(lines: str) -> None:
    with pytest.raises(UndecidedError):
        Triples(read(lines))


def test_terms_have_a_lexical_form() -> None:
    assert lexical(A) == "http://e/a"
    assert lexical('"\\"a\\\\n\\n"@en') == '"a\\n\n'
    assert lexical(f'"0.5"^^<{XSD}decimal>') == "0.5"


def test_numbers_and_days_have_values() -> None:
    assert value(f'"7"^^<{XSD}integer>') == Decimal(7)
    assert value(f'"0.5"^^<{XSD}decimal>') == Decimal("0.5")
    assert value(f'"2024-02-29"^^<{XSD}date>') == dt.date(2024, 2, 29)


@pytest.mark.parametrize("term", [A, '"7"', f'"2023-02-29"^^<{XSD}date>', f'"2024"^^<{XSD}gYear>'])
def test_other_terms_have_none(term: str) -> None:
    with pytest.raises(UndecidedError):
        value(term)


def test_literals_have_a_datatype() -> None:
    assert has_datatype('"b"', XSD + "string")
    assert not has_datatype('"b"@en', XSD + "string")
    assert not has_datatype(A, XSD + "string")
    assert has_datatype(f'"7"^^<{XSD}integer>', XSD + "integer")
    assert not has_datatype(f'"7"^^<{XSD}integer>', XSD + "decimal")
    assert not has_datatype('"7^^<{XSD}integer>"', XSD + "integer")
    with pytest.raises(UndecidedError):
        has_datatype(f'"2023-02-29"^^<{XSD}date>', XSD + "date")
