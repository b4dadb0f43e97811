"""Merges mentions of one act across sentences: target lists that go on, bullet lists, repeated headlines."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby, pairwise

from spacy.tokens import Doc, Span, Token

from onrecord.extract.acts.participants import Participants
from onrecord.extract.doc_extensions import text_of
from onrecord.lexicon.official_acts import BODIES, has, targets
from onrecord.values.findings import Act, Evidence, Form, Kind

_BULLETED = re.compile(r"^[ \t]*[•‣▪●*–—-]", re.MULTILINE)
_NEAR = 4  # sentences after an act that may go on listing whom it is against


def continued(found: Iterable[Act], doc: Doc) -> list[Act]:
    """The acts in order; one that only names further targets of the one before is joined to it.

    'Also listed are A and B.' 'The court also convicted C.'
    """
    names = {m.evidence for m in doc._.mentions if m.form is Form.NAME}
    kept: list[Act] = []
    for act in found:
        same_body = bool(kept) and act.by == kept[-1].by  # 'found them guilty and imposed terms on A and B'
        if (act.by not in names or same_body) and _goes_on(act, kept, doc):
            kept = _with_targets(kept, kept[-1], act.against)
        else:
            kept.append(act)
    return kept


def _goes_on(act: Act, before: list[Act], doc: Doc) -> bool:
    """Whether this gives no day, only whom, and the last act is of its kind and near by."""
    if act.date or not act.against or not before:
        return False
    return before[-1].type == act.type and _near(before[-1], act.sentence.start, doc)


def _near(act: Act, start: int, doc: Doc) -> bool:
    return sum(act.sentence.start < sentence.start_char <= start for sentence in doc.sents) <= _NEAR


def with_lists(found: list[Act], doc: Doc, who: Participants) -> list[Act]:
    """The acts, with those whom the next sentences list: 'Among those targeted are A and B.'"""
    for sentence in doc.sents:
        heads = _list_heads(sentence.root)
        last = _last_listing(found, sentence.start_char) if heads else None
        reports = any(sentence.start_char <= a.evidence.start < sentence.end_char for a in found)
        if last is not None and not reports and _near(last, sentence.start_char, doc):
            more = who.targets(heads, targets(last.type))
            found = _with_targets(found, last, [m.evidence for m in more if m.form is Form.NAME])
    return found


def _last_listing(found: Iterable[Act], end: int) -> Act | None:
    """The last act before the offset of a kind that lists those it is against."""
    return next((a for a in reversed([*found]) if a.sentence.start < end and has(a.type, "listsTargets")), None)


def _list_heads(root: Token) -> list[Token]:
    """The heads of what a sentence with this root lists, where it does nothing else: 'Among them are A and B'."""
    listing = root.lemma_ == "be" and any(c.dep_ == "prep" and c.lower_ == "among" for c in root.lefts)
    heads = [c for c in root.rights if c.dep_ in ("nsubj", "attr")] if listing else []
    return [t for h in heads for t in (h, *h.conjuncts) if t.i >= h.i]


def with_bullets(found: list[Act], doc: Doc, who: Participants) -> list[Act]:
    """The acts, with those whom the bulleted lines after their sentence name first: 'sanctions on two people:'."""
    if not _BULLETED.search(text_of(doc)):
        return found
    blocks = [list(lines) for _, lines in groupby((li for li in _lines(doc) if li.text.strip()), key=_bullet)]
    for above, block in pairwise(blocks):
        act = _last_listing(found, block[0].start_char) if _bullet(block[0]) else None
        if act is not None and _introduces(above, act):
            more = [m for line in block for m in who.listed(line, (Kind.PERSON, *BODIES))]
            found = _with_targets(found, act, [m.evidence for m in more])
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


def _introduces(lines: Sequence[Span], act: Act) -> bool:
    """Whether the last of the lines, or the one before it, tells the act and leads to a list of targets."""
    leads = not act.against or lines[-1].text.rstrip().endswith(":")
    return leads and any(line.start_char <= act.evidence.start < line.end_char for line in lines[-2:])


def _with_targets(found: list[Act], act: Act, more: Iterable[Evidence]) -> list[Act]:
    """The acts, with more targets of one, and of those that the same words report of other bodies."""
    more = tuple(more)
    return [
        replace(a, against=tuple(dict.fromkeys((*a.against, *more)))) if a.evidence == act.evidence else a
        for a in found
    ]


def without_headlines(found: list[Act], doc: Doc) -> list[Act]:
    """The acts, but for those of a headline of which the body reports one of the same kind."""
    body = next((s.start_char for s in doc.sents if s.text.rstrip("\n \"”’')]").endswith((".", "!", "?"))), 0)
    told_in_body = {a.type for a in found if a.evidence.start >= body}
    return [a for a in found if a.evidence.start >= body or a.type not in told_in_body]
