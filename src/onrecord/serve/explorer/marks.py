"""An article's text with its marks: stretches that lie beside, within and across each other, as nested HTML.

HTML elements nest, stretches of text may cross. A stretch that another one crosses is closed and opened again.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

_OUTER = Markup('<span class="sentence" id="c{}">')
_AGAIN = Markup('<span class="sentence">')
_MARK = Markup('<span class="mark {}" title="{}">')
_CLOSE = Markup("</span>")
_LINK = Markup('<a href="{}">{}</a>')
_LINK_AGAIN = Markup('<a href="{}" tabindex="-1">{}</a>')


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words of a text: a sentence, or what stands for something. In code points, the end exclusive."""

    start: int
    end: int
    kind: str = "sentence"
    href: str = ""  # the page about what it stands for
    title: str = ""


def marked(text: str, stretches: Iterable[Stretch]) -> Markup:
    """The text as HTML, each stretch marked. Where several begin and end together, the later ones lie within.

    A click on a word leads where the innermost mark does. Sentences can be linked to as `#cSTART`. Stretches that are
    empty or reach over the end of the text are left out.
    """
    return Markup().join(_written(text, [s for s in stretches if 0 <= s.start < s.end <= len(text)]))


def _written(text: str, stretches: Sequence[Stretch]) -> Iterator[Markup]:
    opening: dict[int, list[Stretch]] = defaultdict(list)
    for stretch in sorted(stretches, key=lambda stretch: (stretch.start, -stretch.end)):
        opening[stretch.start].append(stretch)
    places = sorted({0, len(text), *opening, *(stretch.end for stretch in stretches)})
    opened: list[Stretch] = []
    linked: set[Stretch] = set()
    for place, until in zip(places, [*places[1:], len(text)], strict=True):
        again = []
        while any(stretch.end == place for stretch in opened):
            closed = opened.pop()
            yield _CLOSE
            if closed.end > place:
                again.append(closed)
        for stretch in reversed(again):
            yield _opened(stretch, again=True)
            opened.append(stretch)
        for stretch in opening[place]:
            yield _opened(stretch, again=False)
            opened.append(stretch)
        yield _words(text[place:until], opened, linked)


def _opened(stretch: Stretch, again: bool) -> Markup:
    if stretch.kind == "sentence":
        return _AGAIN if again else _OUTER.format(stretch.start)
    return _MARK.format(stretch.kind, stretch.title)


def _words(words: str, opened: Sequence[Stretch], linked: set[Stretch]) -> Markup:
    innermost = next((stretch for stretch in reversed(opened) if stretch.href), None)
    if innermost is None or not words:
        return escape(words)
    link = _LINK_AGAIN if innermost in linked else _LINK  # the keyboard stops at each mark once
    linked.add(innermost)
    return link.format(innermost.href, words)
