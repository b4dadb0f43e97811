"""Lines and page furniture: a sentence never crosses a line, and what frames an article is not reporting.

Sets `token.is_sent_start` at the first token of each line, so that the parser keeps headlines, captions and
paragraphs apart, `doc._.chrome` to the lines that are furniture ('2 min read', 'Tags: …', 'Share this story'), and
`doc._.turns` to the labelled lines of an interview.
"""

import re

from spacy.language import Language
from spacy.tokens import Doc

from onrecord.extract import doc_extensions as _annotations  # noqa: F401  (declares doc._.chrome)
from onrecord.extract.layout.initials import SEVERAL_LETTERS
from onrecord.extract.layout.speaker_labels import turns
from onrecord.values.findings import Evidence

_LINE = re.compile(r"[^\n]+")
_ABBREVIATED = re.compile(r"\b(?:nos?|art|arts|vs?|pp?|paras?|cf|approx)\s?\.$", re.IGNORECASE)
_DATE_LINE = re.compile(r"[ \t]*date \d{4}-\d{2}-\d{2}\b[ \t]*")
# 'PORT ELLIN, 12 May (Coast Wire) - ': where and when it was written, before the first sentence.
_DATELINE = re.compile(
    r"^[A-Z][A-Z.'’ -]{2,30}(?:,[^\n()–—]{1,40}?)?(?: ?\([^)\n]{1,40}\))? ?(?:-|–|—|--) +", re.MULTILINE
)
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
      [\s\W\d]*\d+\s*-?\s*min(?:ute)?s?\s+read\W*$ |
      (?:for\s+immediate\s+release)\W*$
    )""",
    re.IGNORECASE | re.VERBOSE,
)


def furniture(text: str) -> tuple[Evidence, ...]:
    """The parts of an article's text that are page furniture, in order: furniture lines and the ISO `date` header."""
    found = []
    header = _DATE_LINE.match(text)
    if header:
        found.append(Evidence(header.start(), header.end(), header.group()))
    for line in _LINE.finditer(text):
        if _FURNITURE.match(line.group()):
            found.append(Evidence(line.start(), line.end(), line.group()))
    return tuple(found)


def _may_end(doc: Doc, i: int) -> bool:
    """Whether a sentence may end with the token `i`: with punctuation that ends one, not of 'nos. 12' or 'v. Smith'."""
    last = doc[i].text[-1]
    if last.isalnum() or last in ",-/&%$€£(“‘":
        return False
    if last == "." and i > 0 and SEVERAL_LETTERS.fullmatch(doc[i].text):
        return False
    return not (last == "." and _ABBREVIATED.search(doc[max(i - 1, 0) : i + 1].text))


@Language.component("onrecord_layout", assigns=["token.is_sent_start", "doc._.chrome", "doc._.turns"])
def layout(doc: Doc) -> Doc:
    """Start a sentence at each line and after each label of a turn; mark page furniture and turns."""
    doc._.chrome = furniture(doc.text)
    doc._.turns = turns(doc.text)
    text = doc.text
    header_end = next((c.end for c in doc._.chrome if _DATE_LINE.match(text) and c.start == 0), -1)
    openings = {header_end, *(found.end() for found in _DATELINE.finditer(text))}
    openings |= {turn.said.start for turn in doc._.turns}
    fresh = True
    for token in doc:
        if token.is_space:
            fresh = fresh or "\n" in token.text
            token.is_sent_start = False
            continue
        if fresh or token.idx in openings:
            token.is_sent_start = True
        elif not _may_end(doc, token.i - 1):
            token.is_sent_start = False
        fresh = "\n" in token.whitespace_
    if len(doc):
        doc[0].is_sent_start = True
    return doc
