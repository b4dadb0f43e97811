"""Page furniture: what frames an article and reports nothing ('2 min read', 'Tags: …', 'Share this story')."""

import re

from onrecord.values.findings import Evidence

_LINE = re.compile(r"[^\n]+")
_DATE_HEADER = re.compile(r"[ \t]*date \d{4}-\d{2}-\d{2}\b[ \t]*")
# What marks a line as furniture whatever else stands on it. Each is a phrase of publishing, not of reporting.
_FURNITURE = re.compile(
    r"""^\s*(?:
      (?:tags?|topics|keywords)\s*: |
      (?:read|see)\s+(?:also|next|more)\b |
      share\s+(?:this|on)\b |
      (?:sign\s+up|subscribe|to\s+unsubscribe|follow\s+us)\b |
      (?:photo|image|picture|credit|illustration)s?\s*(?:credit)?\s*: |
      (?:all\s+rights\s+reserved|©|\(c\)\s*\d{4}) |
      (?:\#[\w]+\s*)+$ |
      [^.!?\n]{0,120}\b\d+\s*-?\s*min(?:ute)?s?\s+read\b[^.!?\n]{0,60}$ |
      (?:for\s+immediate\s+release)\W*$
    )""",
    re.IGNORECASE | re.VERBOSE,
)


def date_header(text: str) -> Evidence | None:
    """The `date 2024-01-24` that a text may open with."""
    header = _DATE_HEADER.match(text)
    return Evidence(header.start(), header.end(), header.group()) if header else None


def furniture(text: str) -> tuple[Evidence, ...]:
    """The parts of an article's text that are page furniture, in order: the `date` header and furniture lines."""
    header = date_header(text)
    lines = (
        Evidence(line.start(), line.end(), line.group())
        for line in _LINE.finditer(text)
        if _FURNITURE.match(line.group())
    )
    return (*((header,) if header else ()), *lines)
