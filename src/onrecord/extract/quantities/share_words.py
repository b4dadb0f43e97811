"""Fractions in words that stand for a share of a whole: 'half the pupils', 'a third of the men'. Free of spaCy."""

import re

from onrecord.extract.quantities.numeral_lexer import PARTS

_PARTS_BEFORE = re.compile(
    r"\b(?:than|nearly|almost|about|over|around|roughly|only|just|least|under|by|some|approximately)\s$", re.I
)
_WHOLE_AFTER = re.compile(r"\s(?:of|the|its|their|our|his|her|my|your|those|these|all|were|are|was|have|had|has)\b")
_PLURAL_VERB_AFTER = re.compile(
    r"\s(?:are|were|have)\b"
)  # 'about a third are minors'; 'a third was killed' is one more
_OR_PART = re.compile(rf" (?:and|or|to) (?:an? |one[- ])?(?:{'|'.join(PARTS)})\b", re.I)  # 'between a third and a half'
_HALF_OF_PERIOD = re.compile(r"\b(?:first|second|latter|last|other|this|in|opening|better|next|and a)\s$", re.I)


def stands_for_share(noun: str, times: str, before: str, after: str) -> bool:
    """Whether the fraction is a part of a whole, by the words around it: 'a third of the men', no 'third mission'."""
    if noun == "half" and times in ("", "a"):
        return not _HALF_OF_PERIOD.search(before) and bool(_WHOLE_AFTER.match(after) or _PARTS_BEFORE.search(before))
    if times in ("", "one"):
        return times == "one" and noun not in ("half", "quarter")
    if _OR_PART.match(after) or _PLURAL_VERB_AFTER.match(after):
        return True
    return after.startswith(" of ") or (bool(_PARTS_BEFORE.search(before)) and not re.match(r"\s[a-z]|-", after))
