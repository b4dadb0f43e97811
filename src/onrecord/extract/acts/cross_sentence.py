"""Acts told over more than one sentence: lists that go on, and headlines that the body repeats."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise, takewhile

from spacy.tokens import Doc, Span, Token

from onrecord.extract.acts.participants import BODIES, Participants
from onrecord.extract.acts.targets import KINDS
from onrecord.extract.doc_extensions import text_of
from onrecord.values.findings import Act, Evidence, Form, Kind

_LISTED = {"ArrestWarrant", "Charge", "Sanction"}  # kinds of act whose targets are listed by the dozen
_BULLETED = re.compile(r"^[ \t]*[•‣▪●*–—-]", re.MULTILINE)
_NEAR = 4  # sentences after an act that may go on listing whom it is against


def told(found: Iterable[Act], doc: Doc) -> list[Act]:
    """The acts in order; one that only names further targets of the one before is joined to it.

    'Also listed are A and B.' 'The court also convicted C.'
    """
    names = {m.evidence for m in doc._.mentions if m.form is Form.NAME}
    starts = [s.start_char for s in doc.sents]
    kept: list[Act] = []
    for act in found:
        same_body = bool(kept) and act.by == kept[-1].by  # 'found them guilty and imposed terms on A and B'
        if (act.by not in names or same_body) and _goes_on(act, kept, starts):
            kept = _with_targets(kept, act.against)
        else:
            kept.append(act)
    return kept


def _goes_on(act: Act, before: list[Act], starts: Sequence[int]) -> bool:
    """Whether this gives no day, only whom, and the last act is of its kind and near by."""
    if act.date or not act.against or not before:
        return False
    return before[-1].type == act.type and _near(before[-1].sentence.start, act.sentence.start, starts)


def _near(earlier: int, later: int, starts: Sequence[int]) -> bool:
    return sum(earlier < start <= later for start in starts) <= _NEAR


def with_lists(found: list[Act], doc: Doc, who: Participants) -> list[Act]:
    """The acts, with those whom the next sentences list: 'Among those targeted are A and B.', 'They include C.'"""
    sentences = list(doc.sents)
    starts = [s.start_char for s in sentences]
    for sentence in sentences:
        heads = _list_heads(sentence)
        if not heads:
            continue
        before = [a for a in found if a.sentence.start < sentence.start_char and a.type in _LISTED]
        since = [a for a in found if a not in before]
        if not before or not _near(before[-1].sentence.start, sentence.start_char, starts):
            continue
        if any(sentence.start_char <= a.evidence.start < sentence.end_char for a in since):
            continue
        more = who.targets(heads, KINDS[before[-1].type])
        found = [*_with_targets(before, [m.evidence for m in more if m.form is Form.NAME]), *since]
    return found


def with_bullets(found: list[Act], doc: Doc, who: Participants) -> list[Act]:
    """The acts, with those whom the bulleted lines after their sentence name first: 'sanctions on two people:'."""
    if not _BULLETED.search(text_of(doc)) or not any(a.type in _LISTED for a in found):
        return found
    lines = [line for line in _lines(doc) if line.text.strip()]
    for above, first in pairwise(range(len(lines))):
        if not _bullet(lines[first]) or _bullet(lines[above]):
            continue
        before = [a for a in found if a.evidence.start < lines[first].start_char and a.type in _LISTED]
        leads = lines[above].text.rstrip().endswith(":")
        if not before or (before[-1].against and not leads) or not _near_line(before[-1], lines, above):
            continue
        block = list(takewhile(_bullet, lines[first:]))
        more = [m for line in block for m in who.listed(line, (Kind.PERSON, *BODIES))]
        since = [a for a in found if a not in before]
        found = [*_with_targets(before, [m.evidence for m in more]), *since]
    return found


def _lines(doc: Doc) -> Iterator[Span]:
    start = 0
    for token in doc:
        if "\n" in token.text_with_ws:
            yield doc[start : token.i + 1]
            start = token.i + 1
    yield doc[start:]


def _bullet(line: Span) -> bool:
    return _BULLETED.match(line.text) is not None


def _near_line(act: Act, lines: Sequence[Span], above: int) -> bool:
    """Whether the act is told in the line above a list, or in the one before that."""
    return any(line.start_char <= act.evidence.start < line.end_char for line in lines[max(above - 1, 0) : above + 1])


def _list_heads(sentence: Span) -> list[Token]:
    """The heads of what a sentence lists, where it does nothing else."""
    root = sentence.root
    if root.lemma_ == "be" and any(c.dep_ == "prep" and c.lower_ == "among" and c.i < root.i for c in root.children):
        heads = [c for c in root.children if c.dep_ in ("nsubj", "attr") and c.i > root.i]
    elif root.lemma_ == "include" and any(c.dep_ == "nsubj" and c.tag_ in ("PRP", "NNS", "DT") for c in root.lefts):
        heads = [c for c in root.rights if c.dep_ == "dobj"]
    else:
        return []
    return [t for h in heads for t in (h, *h.conjuncts) if t.i >= h.i]


def _with_targets(found: list[Act], more: Iterable[Evidence]) -> list[Act]:
    """The acts, with more targets of the last one, and of those that the same words report of other bodies."""
    more = tuple(more)
    return [
        replace(a, against=tuple(dict.fromkeys((*a.against, *more)))) if a.evidence == found[-1].evidence else a
        for a in found
    ]


def without_headlines(found: list[Act], doc: Doc) -> list[Act]:
    """The acts, but for those of a headline of which the body reports one of the same kind."""
    if not found:
        return []
    body = next((s.start_char for s in doc.sents if s.text.rstrip("\n \"”’')]").endswith((".", "!", "?"))), 0)
    told_in_body = {a.type for a in found if a.evidence.start >= body}
    return [a for a in found if a.evidence.start >= body or a.type not in told_in_body]
