"""Figures in tables: what heads, captions and notes say of the numbers in the cells."""

import pytest
from marked import doc_of
from spacy.language import Language
from spacy.tokens import Doc

from onrecord.extract.quantities.component import figures
from onrecord.extract.tables.component import tables
from onrecord.values.findings import Figure

TOLL = """Civilian casualties, {d:May 2024=2024-05}

| Region | Killed | Injured | Total |
|---|---|---|---|
| {l:Velm} | 40 | 1,112 | 1,152 |
| {l:Pell} | 9 | 31 | 40 |
| Total | 49 | 1,143 | 1,192 |

Source: {o:Ministry of Health}"""


def read(nlp: Language, text: str) -> Doc:
    doc: Doc = tables(figures(doc_of(nlp, text)))
    return doc


def found(nlp: Language, text: str) -> tuple[Figure, ...]:
    every: tuple[Figure, ...] = read(nlp, text)._.figures
    return every


def told(figure: Figure) -> tuple[str, str, str, str | None]:
    return str(figure.value), figure.counted, figure.action, figure.where.exact if figure.where else None


def test_each_cell_is_a_figure(nlp: Language) -> None:
    assert [told(f) for f in found(nlp, TOLL)] == [
        ("40", "civilians", "killed", "Velm"),
        ("1112", "civilians", "injured", "Velm"),
        ("1152", "civilians", "other", "Velm"),
        ("9", "civilians", "killed", "Pell"),
        ("31", "civilians", "injured", "Pell"),
        ("40", "civilians", "other", "Pell"),
        ("49", "civilians", "killed", None),
        ("1143", "civilians", "injured", None),
        ("1192", "civilians", "other", None),
    ]


def test_totals_have_their_parts(nlp: Language) -> None:
    parts = {f.evidence.exact: [p.exact for p in f.parts] for f in found(nlp, TOLL) if f.scope == "total"}
    assert parts == {
        "1,152": ["40", "1,112"],
        "40": ["9", "31"],
        "49": ["40", "9"],
        "1,143": ["1,112", "31"],
        "1,192": ["1,152", "40"],
    }


def test_a_total_that_does_not_add_up_has_none(nlp: Language) -> None:
    [*_, total] = found(nlp, "Region\tKilled\nVelm\t40\nPell\t9\nTotal\t60")
    assert (total.scope, total.parts) == ("total", ())


def test_evidence_is_the_number_and_the_sentence_its_row(nlp: Language) -> None:
    first = found(nlp, TOLL)[0]
    assert (first.evidence.exact, first.sentence.exact) == ("40", "Velm | 40 | 1,112 | 1,152")


def test_the_day_and_the_source_of_all_cells(nlp: Language) -> None:
    doc = read(nlp, TOLL)
    assert {f.date for f in doc._.figures} == {"2024-05"}
    [note] = doc._.source_notes
    assert note.source is not None and note.source.exact == "Ministry of Health"
    assert all(note.evidence.covers(f.evidence) for f in doc._.figures)


HEADS = [
    ("A noun", "Region\tChildren returned\nVelm\t40\nPell\t9", ("40", "children", "returned")),
    ("In the row", "\tVelm\tPell\nWomen killed\t40\t9\nMen killed\t3\t4", ("40", "women", "killed")),
    (
        "In the caption",
        "Children returned by year\n\nRegion\t{d:2022=2022}\t{d:2023=2023}\nVelm\t40\t9",
        ("40", "children", "returned"),
    ),
    ("What happened as a noun", "Region\tDeaths\nVelm\t40\nPell\t9", ("40", "people", "killed")),
    ("Those whom it befell", "Region\tEvacuees\nVelm\t40\nPell\t9", ("40", "people", "displaced")),
    ("Money", "Region\tAid\nVelm\t$40\nPell\t$9", ("40", "dollars", "other")),
]


@pytest.mark.parametrize(("text", "expected"), [c[1:] for c in HEADS], ids=[c[0] for c in HEADS])
def test_what_is_counted(nlp: Language, text: str, expected: tuple[str, str, str]) -> None:
    assert told(found(nlp, text)[0])[:3] == expected


NONE = [
    ("Results of sport", "Team\tPoints\tGoals\nVelm\t40\t55\nPell\t38\t41"),
    ("Ages under a caption that counts", "Two men were killed:\n\nName\tAge\n{p:Otto Ram}\t44\n{p:Ivo Rak}\t61"),
    ("Numbers of rows", "No.\tName\tRole\n1\tOtto Ram\tjudge\n2\tLena Orr\tmayor"),
    ("Heads that say nothing", "Item\tValue\nAlpha\t40\nBeta\t9"),
]


@pytest.mark.parametrize("text", [c[1] for c in NONE], ids=[c[0] for c in NONE])
def test_numbers_in_cells_that_count_nothing_reported(nlp: Language, text: str) -> None:
    assert [f for f in found(nlp, text) if f.tabled] == []


def test_a_sentence_in_a_cell_is_read_as_one(nlp: Language) -> None:
    table = "Date\tEvent\n3 May\tThe raid killed 40 men.\n4 May\tNobody came."
    assert [told(f)[:3] for f in found(nlp, table)] == [("40", "men", "killed")]
