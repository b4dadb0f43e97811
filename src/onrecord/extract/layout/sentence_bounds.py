"""Sentence boundaries that the layout sets before the parser runs: a sentence never crosses a line.

So the parser keeps headlines, captions and paragraphs apart; a sentence also begins after a dateline and after the
label of a turn, and never after an abbreviation ('nos. 12', 'v. Smith').
"""

import re
from collections.abc import Iterable, Sequence

import numpy as np
from spacy.tokens import Doc

from onrecord.extract.doc_extensions import text_of
from onrecord.extract.layout.initials import SEVERAL_LETTERS

_ABBREVIATED = re.compile(r"\b(?:nos?|art|arts|vs?|pp?|paras?|cf|approx)\s?\.$", re.IGNORECASE)
# 'PORT ELLIN, 12 May (Coast Wire) - ': where and when it was written, before the first sentence.
_DATELINE = re.compile(
    r"^[A-Z][A-Z.'’ -]{2,30}(?:,[^\n()–—]{1,40}?)?(?: ?\([^)\n]{1,40}\))? ?(?:-|–|—|--) +", re.MULTILINE
)
_NO_ENDS = frozenset(",-/&%$€£(“‘")  # no sentence ends with these
_BEGINS, _GOES_ON = 1, -1  # of a token, as spaCy's arrays have it; 0 where the parser decides


def set_sentence_starts(doc: Doc, openings: Iterable[int]) -> None:
    """Set `token.is_sent_start` where the layout tells; a sentence opens at each offset of `openings` as well."""
    starts = {*openings, *(dateline.end() for dateline in _DATELINE.finditer(text_of(doc)))}
    words = [token.text for token in doc]
    told = np.zeros(len(doc), dtype=np.int64)
    fresh = True
    for i, token in enumerate(doc):
        if words[i].isspace():
            fresh = fresh or "\n" in words[i]
            told[i] = _GOES_ON
            continue
        if fresh or token.idx in starts:
            told[i] = _BEGINS
        elif not _may_end(words, i - 1, doc):
            told[i] = _GOES_ON
        fresh = "\n" in token.whitespace_
    told[:1] = _BEGINS
    # All at once: where a token's own attribute is set, spaCy looks over the whole Doc each time.
    doc.from_array("SENT_START", told.view(np.uint64))  # type: ignore[arg-type]


def _may_end(words: Sequence[str], i: int, doc: Doc) -> bool:
    """Whether a sentence may end with the token `i`: with punctuation that ends one, not of 'nos. 12' or 'v. Smith'."""
    last = words[i][-1]
    if last.isalnum() or last in _NO_ENDS:
        return False
    if last != ".":
        return True
    initial = i > 0 and SEVERAL_LETTERS.fullmatch(words[i])
    return not (initial or _ABBREVIATED.search(doc[max(i - 1, 0) : i + 1].text))
