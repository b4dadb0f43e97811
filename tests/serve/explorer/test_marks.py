"""An article's text with its marks: nothing is lost, and elements nest."""

from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.serve.explorer.marks import Stretch, marked


@pytest.mark.parametrize(
    ("stretches", "expected"),
    [
        ([], "one &lt;two&gt; three"),
        (
            [Stretch(0, 3, "person", "/n", "x")],
            '<span class="mark person" title="x"><a href="/n">one</a></span> &lt;two&gt; three',
        ),
        ([Stretch(0, 3)], '<span class="sentence" id="c0">one</span> &lt;two&gt; three'),
        (  # one within another
            [Stretch(0, 9, "statement", "/s", ""), Stretch(4, 9, "figure", "/f", "")],
            '<span class="mark statement" title=""><a href="/s">one </a><span class="mark figure" title="">'
            '<a href="/f">&lt;two&gt;</a></span></span> three',
        ),
        (  # one across another: the second is closed and opened again, and the keyboard stops at it once
            [Stretch(0, 9), Stretch(4, 15, "act", "/a", "")],
            '<span class="sentence" id="c0">one <span class="mark act" title=""><a href="/a">&lt;two&gt;</a></span>'
            '</span><span class="mark act" title=""><a href="/a" tabindex="-1"> three</a></span>',
        ),
        ([Stretch(3, 3, "date", "/d", ""), Stretch(10, 99, "date", "/d", "")], "one &lt;two&gt; three"),
    ],
)
def test_marks(stretches: list[Stretch], expected: str) -> None:
    # an act that crosses the sentence's end is the outer one of what follows
    assert str(marked("one <two> three", stretches)) == expected


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: object) -> None:
        assert not (tag == "a" and "a" in self.open), "links do not nest"
        self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data


_STRETCHES = st.lists(
    st.builds(
        Stretch,
        st.integers(0, 12),
        st.integers(0, 14),
        st.sampled_from(["sentence", "person", "figure"]),
        st.sampled_from(["", "/a", "/b"]),
    ),
    max_size=6,
)


@given(st.text(alphabet="ab <&>\"'\n", max_size=12), _STRETCHES)
def test_any_marks_leave_the_text_as_it_was(text: str, stretches: list[Stretch]) -> None:
    reader = _Reader()
    reader.feed(str(marked(text, stretches)))
    reader.close()
    assert reader.text == text
    assert reader.open == []
