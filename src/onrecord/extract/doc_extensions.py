"""What the components hand to each other on the `Doc`, declared once.

Each attribute holds frozen values of `onrecord.values.findings`; `spaced` and `evidence` go between them and spaCy's
tokens.
"""

import datetime as dt
from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from spacy.tokens import Doc, Span, Token

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
}

_TEXT = "onrecord_text"

for _name, _default in _DEFAULTS.items():
    if not Doc.has_extension(_name):
        Doc.set_extension(_name, default=_default)


def published(doc: Doc) -> dt.date | None:
    """The article's day of publication, or None where it is not known."""
    day: dt.date | None = doc._.published
    return day


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
