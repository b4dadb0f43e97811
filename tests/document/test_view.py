"""The text as a reader reads it, and where its words stand in the stored text."""

import re
import textwrap
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.document import Block, BlockKind, Document, view_of
from onrecord.encoder.vocabulary import known_words
from onrecord.values.findings import Evidence

ARTICLES = sorted((Path(__file__).parents[2] / "examples" / "articles").glob("*.txt"))
PIECES = (
    "the of Oslo Ada Roe said 12 killed. pre- and post-war re- porters “No,” « » ' \xad \xa0 \u200b ﬁre ４７ [2] ² \f -"
    " • 1. Q: > | # MR. DAHL: 3 1\u202f200 1’200 https://example.org/a ((es)) é e\u0301 — ."
).split(" ")
BETWEEN = (" ", "\n", "\n\n", "\r\n", "  ", "\t", "", "\n  ", "\n> ", "\u2028", "\f", "\xa0")
TEXTS = st.lists(st.tuples(st.sampled_from(PIECES), st.sampled_from(BETWEEN)), max_size=60).map(
    lambda parts: "".join(piece + between for piece, between in parts)
)


def seen(text: str) -> str:
    return view_of(Document(text), known_words()).document.text


@given(TEXTS | st.text(max_size=80))
def test_what_is_quoted_from_the_view_is_a_stretch_of_the_stored_text(text: str) -> None:
    view = view_of(Document(text))
    read = view.document.text
    places = [view.stretch(i, i + 1) for i in range(len(read))]
    assert all(0 <= start < end <= len(text) for start, end in places)
    assert places == sorted(places)
    assert [end for _, end in places] == sorted(end for _, end in places)


@given(TEXTS | st.text(max_size=80))
def test_a_view_is_its_own_view(text: str) -> None:
    once = seen(text)
    assert seen(once) == once


@given(TEXTS)
def test_no_letter_is_lost_or_moved(text: str) -> None:
    def letters(of: str) -> str:
        return re.sub(r"[^a-zà-öø-ÿ]", "", of.replace("ﬁ", "fi").replace("e\u0301", "é"), flags=re.IGNORECASE)

    assert letters(seen(text)) == letters(text)


def test_evidence_is_quoted_as_it_is_stored() -> None:
    view = view_of(Document("He met Lena\xa0Orr of the Save the\nChil\xaddren fund."))
    read = view.document.text
    assert read == "He met Lena Orr of the Save the Children fund."
    name = "Save the Children"
    where = Evidence(read.index(name), read.index(name) + len(name), name)
    assert view.evidence(where) == Evidence(23, 41, "Save the\nChil\xaddren")
    assert view.evidence(Evidence(7, 15, "Lena Orr")).exact == "Lena\xa0Orr"


def test_a_plain_text_is_its_own_view() -> None:
    text = "Ada Roe said on Friday: “12 nurses were freed.”\n\nLista\n- one\n- two\n\n  Verse, it\n  Goes\n"
    view = view_of(Document(text), known_words())
    assert view.document == Document(text)
    assert view.evidence(where := Evidence(0, 7, "Ada Roe")) is where


@pytest.mark.parametrize("width", [60, 72, 80])
@pytest.mark.parametrize("article", ARTICLES, ids=lambda path: path.stem)
def test_a_wrapped_article_is_read_as_it_was(article: Path, width: int) -> None:
    plain = article.read_text(encoding="utf-8")
    lines = [textwrap.wrap(line, width) or [""] for line in plain.split("\n")]
    wrapped = "\n".join(line for paragraph in lines for line in paragraph)
    assert wrapped != plain
    mail = "\n".join(f"> {line}".rstrip() for line in wrapped.split("\n"))
    forms = (wrapped, wrapped.replace("\n", "\r\n"), re.sub(r"(?<=\d) (?=\w)", "\xa0", wrapped), mail)
    assert [seen(form).strip() for form in forms] == [plain.strip()] * len(forms)


@pytest.mark.parametrize(
    ("text", "read"),
    [
        # a sentence of lines of any length
        ("The Supreme\nCourt of Sorna sentenced Colonel Udo\nBrenner to 14\nyears on 12\nJune 2023.", None),
        ("  The governor of Upper   \n  Velm, Maks   \n  Lototsky, denied   \n  that it was so.", None),
        # words broken at the end of a line, and compounds
        ("He told re-\nporters on Sun-\nday.", "He told reporters on Sunday."),
        ("a long-\nterm plan of the Kremlin-\nbacked body", "a long-term plan of the Kremlin-backed body"),
        ("the pre-\nand post-war years, and 11-year-\nold girls", "the pre- and post-war years, and 11-year-old girls"),
        ("Yarmolenkos left. The Yarmo-\nlenkos stayed.", "Yarmolenkos left. The Yarmolenkos stayed."),
        ("They saw Lvova-\nBelova there.", "They saw Lvova-Belova there."),
        ("He was de\xad\ntained by\xadlaw.", "He was detained bylaw."),
        # blanks and characters
        ("Over 80% of the 452 available  district  seats.", "Over 80% of the 452 available district seats."),
        ("He left.  She stayed.", "He left. She stayed."),
        ("Lena\xa0Orr said 1\u202f200 of\u20093\xa0%", "Lena Orr said 1 200 of 3 %"),
        ("\ufeffThe\u200b ﬁre\u2028killed ４７ and ١٢", "The fire killed 47 and 12"),
        ("Ole\u0301na paid 1’200 and 1٬400 at the Hôtel d´Or", "Oléna paid 1,200 and 1,400 at the Hôtel d’Or"),
        ("«\xa0Non\xa0», she said", "«Non», she said"),
        ("er sagte »Ja« und »Nein«", "er sagte »Ja« und »Nein«"),
        # marks of notes, but not powers
        ("in 2023.¹ Of these, 86 were children.[2] Both†", "in 2023. Of these, 86 were children. Both"),
        ("The plume² covered 12 km² and 4 m³.", "The plume covered 12 km² and 4 m³."),
        ("He gave the names [12] and “[she] left”.", None),
        ("It was returned.\nPage 2\n\fRak said\nthat 3", "It was returned.\nRak said that 3"),
    ],
)  # fmt: skip
def test_what_a_reader_reads(text: str, read: str | None) -> None:
    assert seen(text) == (read or " ".join(text.split()))


@pytest.mark.parametrize(
    "lines",
    [
        "Olaf Strand\nCarla Simm\nJon Ferrer",
        "Killed: 14\nInjured: 30\nMissing: 6",
        "wheat: 3\nbarley: 4",
        "Forty miners freed\nPELL, 3 August (Nova) - Forty miners were freed on Wednesday.",
        "12 Harbour Road\nVelm\nSorna",
        "MR. DAHL: I was there, as the\nminister knows.\nMS. ROE: You were not, and the\nminister knows that too.",
        "Region   Killed   Injured\nNorth    12       30",
        "- the mayor of Velm,\n- the mayor of Pell,\n- a nurse",
        "1. Ada Roe\n2. Jon Low",
        "Shall I compare thee to a summer’s day?\nThou art more lovely and more temperate:",
        "# What was said\nAda Roe said nothing.",
    ],
)
def test_lines_that_stay_apart(lines: str) -> None:
    story = textwrap.fill("The commission said on Friday that the prisoners of the camp were returned. " * 5, 60)
    for text in (lines, f"{story}\n\n{lines}\n\n{story}"):
        read = seen(text).split("\n")
        assert all(any(r.startswith(line[:9]) for r in read) for line in lines.split("\n") if not line[0].islower())


def test_a_headline_stays_apart_from_the_paragraph_wrapped_below_it() -> None:
    story = textwrap.fill("The Commission said on Friday that the prisoners of the Camp were returned. " * 4, 60)
    assert seen(f"Camp gives back prisoners\n{story}") == f"Camp gives back prisoners\n{' '.join(story.split())}"


def test_lines_of_different_blocks_stay_apart() -> None:
    text = "the cost of\nbread\nthe price of it"
    (item,) = (Block(12, 17, BlockKind.ITEM),)
    assert view_of(Document(text)).document.text == "the cost of bread the price of it"
    view = view_of(Document(text, blocks=(item,)))
    assert view.document.text == text


def test_blocks_go_along_and_marks_of_notes_go() -> None:
    text = "\ufeff86\xa0men14 of\nPell\nTotal"
    blocks = (
        Block(7, 9, BlockKind.REFERENCE, "14"),
        Block(18, 23, BlockKind.CELL, row_heads=((13, 17),), column_heads=((1, 3),)),
    )
    view = view_of(Document(text, blocks=blocks))
    (cell,) = view.document.blocks
    read = view.document.text
    assert read == "86 men of Pell\nTotal"
    assert (read[cell.start : cell.end], read[slice(*cell.row_heads[0])]) == ("Total", "Pell")
    assert read[slice(*cell.column_heads[0])] == "86"
    assert view.stretch(3, 9) == (4, 12)
    assert text[4:12] == "men14 of"
