"""What the components hand to each other on the `Doc`, declared once.

Each attribute holds frozen values of `onrecord.values.findings`; `spaced` and `evidence` go between them and spaCy's
tokens.
"""

import datetime as dt
from bisect import bisect_right
from collections.abc import Iterable
from decimal import Decimal
from operator import itemgetter
from typing import Any

from spacy.tokens import Doc, Span, Token

from onrecord.document import BlockKind
from onrecord.values.findings import Evidence

_DEFAULTS: dict[str, Any] = {
    "published": None,  # datetime.date: the article's day of publication
    "blocks": (),  # document.Block: the structure of its text
    "chrome": (),  # Evidence: lines that are page furniture, not reporting
    "listings": (),  # listings.Listing: those whom lists and tables name, with what is said of each
    "turns": (),  # labels.Turn: the labelled lines of an interview or a transcript
    "mentions": (),  # findings.Mention
    "dates": (),  # findings.DateExpression
    "figures": (),  # findings.Figure
    "attributions": (),  # encoder.spans.Attribution
    "statements": (),  # findings.Statement
    "source_notes": (),  # findings.SourceNote
    "positions": (),  # findings.Position
    "offices": (),  # findings.Office
    "acts": (),  # findings.Act
    "events": (),  # findings.Event
    "accusations": (),  # findings.Accusation
    "ages": (),  # findings.Age
    "births": (),  # findings.Birth
}

_TEXT, _ENTRIES = "onrecord_text", "onrecord_entries"

for _name, _default in _DEFAULTS.items():
    if not Doc.has_extension(_name):
        Doc.set_extension(_name, default=_default)


def published(doc: Doc) -> dt.date | None:
    """The article's day of publication, or None where it is not known."""
    day: dt.date | None = doc._.published
    return day


def day_of(doc: Doc, at: int) -> dt.date | None:
    """The day on which the words at an offset were published: of their entry in a live blog, else of the article."""
    own = own_day(doc, at)
    return dt.date.fromisoformat(own) if own else published(doc)


def own_day(doc: Doc, at: int) -> str:
    """The ISO day of the entry of a live blog at an offset; '' outside of such."""
    dated = doc.user_data.get(_ENTRIES)
    if dated is None:
        entries = (block for block in doc._.blocks if block.kind is BlockKind.ENTRY and block.published)
        dated = doc.user_data[_ENTRIES] = [(entry.start, entry.end, entry.published) for entry in entries]
    before = bisect_right(dated, at, key=itemgetter(0)) - 1
    return str(dated[before][2]) if before >= 0 and at < dated[before][1] else ""


def text_of(doc: Doc) -> str:
    """The article's text, put together once: spaCy does so at each asking."""
    text = doc.user_data.get(_TEXT)
    if text is None:
        text = doc.user_data[_TEXT] = doc.text
    return str(text)


def evidence(span: Span | Token) -> Evidence:
    """The evidence of a span or token: offsets in code points of the article's text."""
    start = span.start_char if isinstance(span, Span) else span.idx
    return Evidence(start, start + len(span.text), span.text)


def probability(score: float) -> Decimal:
    """A probability of the encoder as it goes on record: to two digits, since the others are noise."""
    return Decimal(score).quantize(Decimal("0.01"))


def spaced(doc: Doc, where: Evidence) -> Span:
    """The smallest span of whole tokens that covers the evidence."""
    found = doc.char_span(where.start, where.end, alignment_mode="expand")
    if found is None:  # expand always finds tokens for offsets within the text
        raise ValueError(f"offsets {where.start}-{where.end} lie outside the text of {len(doc.text)} characters")
    return found


def outside(doc: Doc, values: Iterable[Any]) -> tuple[Any, ...]:
    """Those `values` (each with an `evidence`) that do not lie in page furniture."""
    chrome: tuple[Evidence, ...] = doc._.chrome
    return tuple(v for v in values if not any(c.overlaps(v.evidence) for c in chrome))
