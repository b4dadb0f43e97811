"""The sentence behind an answer, from the graph, and behind an annotated item, from the article's words."""

from decimal import Decimal
from pathlib import Path

import pytest

import samples
from onrecord.evaluation.evaluate import tables
from onrecord.evaluation.evidence import Evidence, evidence, sentence_at
from onrecord.evaluation.fields import FIELDS
from onrecord.evaluation.gold import GoldAct, GoldDate, GoldEntity, GoldFigure, GoldItem, GoldPosition
from onrecord.store import Reader

TEXT = "A headline without a stop\n\nMayor Ann Lee met 12\nchildren. “They were back.” She left Lee Bay on Monday! Why?"


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("headline", "A headline without a stop"),
        ("Ann", "Mayor Ann Lee met 12"),
        ("back", "“They were back.”"),
        ("Monday", "She left Lee Bay on Monday!"),
        ("Why", "Why?"),
    ],
)
def test_the_sentence_at_an_offset(words: str, sentence: str) -> None:
    found = sentence_at(TEXT, TEXT.index(words))
    assert words in found
    assert found == sentence


def test_an_offset_outside_of_the_text_is_in_no_sentence() -> None:
    assert sentence_at(TEXT, len(TEXT) + 5) == ""
    assert sentence_at("", 0) == ""


@pytest.mark.parametrize(
    ("item", "sentence"),
    [
        (GoldEntity("Lee", ("Ann Lee",)), "Mayor Ann Lee met 12"),
        (GoldEntity("Ann B. Lee", ("Ann Lee",)), "Mayor Ann Lee met 12"),  # not by its name, but by an alias
        (GoldEntity("Lee Bay"), "She left Lee Bay on Monday!"),
        (GoldEntity("head"), ""),  # part of a word
        (GoldDate("on monday", "2024-01-22"), "She left Lee Bay on Monday!"),
        (GoldFigure(Decimal(12), "exact", "children", text="12", at="12 children"), "Mayor Ann Lee met 12"),
        (GoldPosition(GoldEntity("Ann Lee"), "mayor"), "Mayor Ann Lee met 12"),
        (GoldPosition(GoldEntity("Ann Lee"), "head of the city"), "Mayor Ann Lee met 12"),
        (GoldAct("Charge", trigger="left"), "She left Lee Bay on Monday!"),
        (GoldAct("Charge"), ""),
    ],
)
def test_the_sentence_of_an_annotated_item(item: GoldItem, sentence: str) -> None:
    assert Evidence({}, {"a.txt": TEXT}).of_item("a.txt", item) == sentence


def test_every_answer_of_a_store_has_its_sentence(tmp_path: Path) -> None:
    reader = Reader(samples.store(tmp_path / "s"))
    behind, rows = evidence(reader), tables(reader)
    answers = [
        (row["source"], field, answer)
        for field in FIELDS
        for row in rows[field.query]
        for answer in field.answers([row])
    ]
    assert {field.name for _, field, _ in answers} == {field.name for field in FIELDS}
    for source, field, answer in answers:
        sentence = behind.of_answer(source, answer)
        assert sentence, field.name
        assert sentence in " ".join(behind.texts[source].split())
