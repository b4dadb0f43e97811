"""Marks of footnotes stand apart from the text, and exponents are none."""

import pytest
from pages import middle, of_kind, page, told

from onrecord.document import BlockKind


@pytest.mark.parametrize(
    ("body", "text", "label"),
    [
        ("<p>They found 86<sup>14</sup> in all.</p>", "They found 86[14] in all.", "14"),
        ("<p>It was in 2023.<sup>13</sup></p>", "It was in 2023.[13]", "13"),
        ("<p>So they said.<sup><a href='#fn1'>1</a></sup></p>", "So they said.[1]", "1"),
        ("<p>So they said.<a href='#fn1'><sup>1</sup></a></p>", "So they said.[1]", "1"),
        ("<p>So they said.<a role='doc-noteref' href='#n'>a</a></p>", "So they said.[a]", "a"),
        ("<p>So they said<sup class='reference'><a href='#c'>[2]</a></sup>.</p>", "So they said[2].", "2"),
        ("<p>So they said<sup>*</sup>.</p>", "So they said[*].", "*"),
        ("<p>It was far <a id='r1' href='#n1'>[3]</a> then.</p><p id='n1'>Far.</p>", "It was far [3] then.", "3"),
    ],
)
def test_a_mark_is_a_reference(body: str, text: str, label: str) -> None:
    read = page(body)
    assert middle(read).startswith(text)
    assert told(read, BlockKind.REFERENCE) == [(label, f"[{label}]")]


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("<p>It covers 5 km<sup>2</sup> of land.</p>", "It covers 5 km² of land."),
        ("<p>Some 3 × 10<sup>6</sup> of them.</p>", "Some 3 × 10⁶ of them."),
        ("<p>The 5<sup>th</sup> of May.</p>", "The 5th of May."),
        ("<p>Room N<sup>o</sup> 5.</p>", "Room No 5."),
        ("<p>See <a href='#toll'>the toll</a> below.</p><h2 id='toll'>Toll</h2>", "See the toll below.\n\nToll"),
        ("<p>See <a href='https://example.org/2'>2</a> of them.</p>", "See 2 of them."),
    ],
)
def test_what_is_raised_or_linked_may_be_no_mark(body: str, text: str) -> None:
    read = page(body)
    assert middle(read) == text
    assert not of_kind(read, BlockKind.REFERENCE)


def test_a_footnote_is_a_note_with_the_label_of_its_mark() -> None:
    read = page(
        "<p>So they said.<sup><a id='r1' href='#fn1'>1</a></sup></p>"
        "<ol><li id='fn1'>A report of the ministry. <a href='#r1'>↩</a></li></ol>"
    )
    assert told(read, BlockKind.NOTE) == [("1", "A report of the ministry.")]
    assert "↩" not in read.text
