"""Lists written as text: items behind bullets, numbers or letters, and numbered paragraphs."""

import re
from collections.abc import Iterator, Sequence

from onrecord.document.blocks import Block, BlockKind
from onrecord.document.lines import Line

_MARKED = re.compile(
    r"""(?:(?P<bullet>[•‣▪●◦*]|[-–—])|(?P<number>\(?(?:\d{1,3}|[a-z]|[ivx]{1,4})[.)]))[ \t]+
    (?:\[[ xX]\][ \t]+)?(?P<said>\S.*)""",
    re.VERBOSE,
)
_DASHES = "-–—"
# 'RAM, Otto (a.k.a. "the Fox"); DOB 12 May 1961': a name in a register, its surname first and in capitals.
_REGISTERED = re.compile(
    r"[^\W\d_a-z](?:[^\W\d_a-z]|['’ -])+,[ ][^\W\d_a-z][\w'’-]+(?:[ ][^\W\d_][\w.'’-]*){0,3}(?:[;,:( ].*)?"
)
_FIELD = re.compile(r"[^\W\d_][\w ./'’-]{1,30}:[ \t]+\S.*")  # 'Date of birth: 12 May 1961'
_LONG = 100  # characters from which a numbered sentence is a paragraph


def items(own: Sequence[Line]) -> Iterator[Block]:
    """Items of lists and numbered paragraphs: lines with a bullet, or with a number that comes after one before it.

    Lines of a register, which begin with a surname in capitals, are items without a mark.
    """
    registered = [line for line in own if _REGISTERED.fullmatch(line.text)]
    yield from (Block(line.start, line.end, BlockKind.ITEM) for line in registered if len(registered) > 1)
    marked = [(i, m) for i, line in enumerate(own) if (m := _MARKED.fullmatch(line.text))]
    kept = _in_sequence([m["number"] for _, m in marked]) | _bulleted([m["bullet"] for _, m in marked])
    for k in sorted(kept):
        i, match = marked[k]
        yield Block(
            own[i].start + match.start("said"),
            own[_last_line(own, i)].end,
            BlockKind.PARAGRAPH if match["number"] and _is_long(match["said"]) else BlockKind.ITEM,
            match["number"] or match["bullet"],
        )


def _is_long(said: str) -> bool:
    return len(said) > _LONG and said.rstrip("\"”’')")[-1:] == "."


def _bulleted(marks: Sequence[str | None]) -> set[int]:
    """The places of bullets; of dashes where there are two or more, for one alone may open a quotation."""
    dashes = [k for k, mark in enumerate(marks) if mark and mark in _DASHES]
    return {k for k, mark in enumerate(marks) if mark and mark not in _DASHES} | set(dashes if len(dashes) > 1 else ())


def _in_sequence(labels: Sequence[str | None]) -> set[int]:
    """The places of labels that count on from one before them in the same writing, and of those."""
    last: dict[str, tuple[int, int]] = {}
    found: set[int] = set()
    for k, label in enumerate(labels):
        if not label:
            continue
        plain = label.strip("().")
        writing = label.replace(plain, "1" if plain.isdigit() else "a")
        value = int(plain) if plain.isdigit() else ord(plain[0])
        before = last.get(writing)
        if before is not None and (value - before[1] == 1 or (not plain.isdigit() and plain[0] in "ivx")):
            found |= {before[0], k}
        last[writing] = (k, value)
    return found


def _last_line(own: Sequence[Line], first: int) -> int:
    """The last line of an item: those that go on with it are indented, begin in lower case, or are its fields."""
    last = first
    while last + 1 < len(own):
        line, before = own[last + 1], own[last]
        apart = not line.text or line.start - before.end - line.indent > 2 or _MARKED.fullmatch(line.text)
        goes_on = line.indent > own[first].indent or line.text[:1].islower() or _FIELD.fullmatch(line.text)
        if apart or not goes_on:
            break
        last += 1
    return last
