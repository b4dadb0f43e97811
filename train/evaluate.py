"""Figures: what an encoder finds beside what is annotated."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from onrecord.encoder.encoder import NAMES, Encoder
from onrecord.encoder.spans import Attribution
from train.augment import laid_out
from train.corpora import NamesDocument, Place, QuotesDocument, Said

EDGES = " \n\r\t\"“”'‘’,.;:―—-"


@dataclass(slots=True)
class Tally:
    """Counts of one kind of thing."""

    right: int = 0
    found: int = 0
    annotated: int = 0

    @property
    def precision(self) -> float:
        return self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        return self.right / self.annotated if self.annotated else 0.0

    @property
    def f1(self) -> float:
        return 2 * self.right / (self.found + self.annotated) if self.found + self.annotated else 0.0


def names(encoder: Encoder, documents: Sequence[NamesDocument]) -> dict[str, Tally]:
    """Exact matches of names, by label and for all together."""
    texts = [laid_out(document, None) for document in documents]
    tallies = {label: Tally() for label in ("all", *NAMES)}
    for (_, annotated), output in zip(texts, encoder.read([text for text, _ in texts]), strict=True):
        gold, mine = set(annotated), {(n.start, n.end, n.label) for n in output.names}
        for label, tally in tallies.items():
            ours, theirs = ({n for n in side if label in ("all", n[2])} for side in (mine, gold))
            tally.right += len(ours & theirs)
            tally.found += len(ours)
            tally.annotated += len(theirs)
    return tallies


def quotes(encoder: Encoder, documents: Sequence[QuotesDocument]) -> Tally:
    """Attributions, each right that `matched` has."""
    tally = Tally()
    for document, output in zip(documents, encoder.read([d.text for d in documents]), strict=True):
        tally.right += len(matched(document, output.attributions))
        tally.found += len(output.attributions)
        tally.annotated += len(document.said)
    return tally


def matched(document: QuotesDocument, found: Sequence[Attribution]) -> set[int]:
    """The indices of the attributions found that are annotated, each annotation taken once.

    Matched as the public benchmark does: contents share half of their characters, sources touch.
    """
    mine = [_shape(document.text, _parts(a)) for a in found]
    gold = [_shape(document.text, said) for said in document.said]
    pairs = sorted(
        (
            (share, i, j)
            for i, g in enumerate(gold)
            for j, m in enumerate(mine)
            if (share := _share(g[0], m[0])) >= 0.5 and _same_source(g[1], m[1])
        ),
        reverse=True,
    )
    annotated: set[int] = set()
    right: set[int] = set()
    for _, i, j in pairs:
        if i not in annotated and j not in right:
            annotated.add(i)
            right.add(j)
    return right


def _parts(found: Attribution) -> Said:
    source = ((found.source.start, found.source.end),) if found.source else ()
    return Said(source, (), tuple((c.start, c.end) for c in found.contents))


def _shape(text: str, said: Said) -> tuple[Place, Place | None]:
    return _trim(text, _hull(said.contents)), _trim(text, _hull(said.sources)) if said.sources else None


def _hull(places: Iterable[Place]) -> Place:
    starts, ends = zip(*places, strict=True)
    return min(starts), max(ends)


def _trim(text: str, place: Place) -> Place:
    start, end = place
    while start < end and text[start] in EDGES:
        start += 1
    while end > start and text[end - 1] in EDGES:
        end -= 1
    return start, end


def _share(a: Place, b: Place) -> float:
    both = min(a[1], b[1]) - max(a[0], b[0])
    return both / (max(a[1], b[1]) - min(a[0], b[0])) if both > 0 else 0.0


def _same_source(a: Place | None, b: Place | None) -> bool:
    return a is b if a is None or b is None else a[0] < b[1] and b[0] < a[1]
