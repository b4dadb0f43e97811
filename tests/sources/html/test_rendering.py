"""The text of a page is what readers see, and its blocks say what stands where."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pages import FIRST, LAST, middle, page, told

from onrecord.document import BlockKind
from onrecord.sources.html import read_html


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("<p>One.</p><p>Two.</p>", "One.\n\nTwo."),
        ("<p>One,<br>two.</p>", "One,\ntwo."),
        ("<p>One.<br><br>Two.</p>", "One.\n\nTwo."),
        ("<p>One\n   <b>and</b>&nbsp;a\thalf.</p>", "One and a half."),
        ("<p>A re&shy;port, eigh\u200bteen pages.</p>", "A report, eighteen pages."),
        ("<p>He called it <q>a lie</q>.</p>", "He called it “a lie”."),
        ("<p>It killed <del>40</del> <s>12</s> 14 people.</p>", "It killed 14 people."),
        ("<p>At <!-- not --> home.</p>", "At home."),
        ("<pre>The  toll\nrose.</pre>", "The  toll\nrose."),
        ("<ul><li>One <i>man</i></li><li><p>Two</p></li></ul>", "- One man\n- Two"),
        ("<ol start='3'><li>One</li><li value='9'>Two</li><li>Three</li></ol>", "3. One\n9. Two\n10. Three"),
        ("<ol type='a'><li>One</li><li>Two</li></ol>", "a. One\nb. Two"),
        ("<ol type='I'><li>One</li><li>Two</li></ol>", "I. One\nII. Two"),
        ("<ul><li>One<ol><li>Two</li></ol></li><li>Three</li></ul>", "- One\n1. Two\n- Three"),
    ],
)
def test_the_text_is_set_as_a_browser_sets_it(body: str, text: str) -> None:
    assert middle(page(body)) == text


def test_the_headline_opens_the_text() -> None:
    read = page("")
    assert read.text.startswith("Children come home\n\nEleven children")
    assert told(read, BlockKind.HEADING) == [("", "Children come home")]


def test_headings_and_items_are_blocks_without_their_marks() -> None:
    read = page(
        "<h2>The <em>toll</em></h2><p>They named:</p><ol><li>Ivo Rak</li><li>Lena Orr</li></ol><ul><li>Velm</ul>"
    )
    assert told(read, BlockKind.HEADING)[1:] == [("", "The toll")]
    assert told(read, BlockKind.ITEM) == [("1.", "Ivo Rak"), ("2.", "Lena Orr"), ("", "Velm")]


def test_an_inner_list_lies_within_its_item() -> None:
    read = page("<ul><li>Sanctions<ul><li>Ivo Rak</li></ul></li></ul>")
    assert told(read, BlockKind.ITEM) == [("", "Sanctions\n- Ivo Rak"), ("", "Ivo Rak")]


FRAGMENTS = st.recursive(
    st.sampled_from(["word", "14", " ", "<br>", "86<sup>14</sup>", "<i>so</i>", "\u00ad", "&nbsp;", "<!-- c -->"]),
    lambda inner: st.builds(
        lambda tag, parts: f"<{tag}>{''.join(parts)}</{tag}>",
        st.sampled_from("p div ul ol li table tr td th h2 blockquote pre q caption article section".split()),
        st.lists(inner, max_size=4),
    ),
    max_leaves=30,
)


@given(st.lists(FRAGMENTS, max_size=6))
def test_blocks_lie_in_the_text_and_nest(parts: list[str]) -> None:
    read = read_html(f"<html><body><article>{FIRST}{''.join(parts)}{LAST}</article></body></html>".encode())
    around: list[int] = []
    for block in read.blocks:
        assert 0 <= block.start < block.end <= len(read.text)
        exact = read.text[block.start : block.end]
        assert exact == exact.strip()
        while around and around[-1] <= block.start:
            around.pop()
        assert not around or block.end <= around[-1], "blocks nest"
        around.append(block.end)
        for start, end in (*block.row_heads, *block.column_heads):
            assert any((head.start, head.end) == (start, end) for head in read.blocks if head.is_head)
