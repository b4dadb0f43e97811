"""The component that extracts events: their mentions, which of these tell one event, and what belongs to it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from spacy.language import Language
from spacy.tokens import Doc

from onrecord.extract.doc_extensions import outside
from onrecord.extract.events.coreference import Chain, chains
from onrecord.extract.events.mentions import MentionReader
from onrecord.extract.events.ties import Ties
from onrecord.extract.events.triggers import told_by_figures, triggers
from onrecord.extract.syntax.event_place import within
from onrecord.values.findings import Event, Evidence


@Language.component(
    "onrecord_events", requires=["doc._.figures", "doc._.acts", "doc._.dates"], assigns=["doc._.events"]
)
def events(doc: Doc) -> Doc:
    """Set `doc._.events`."""
    reader, inside = MentionReader(doc), within(doc)
    told = {t.token.i: t for t in (*told_by_figures(doc), *triggers(doc))}
    mentions = [m for _, t in sorted(told.items()) if (m := reader.read(t)) is not None]
    found = chains(outside(doc, mentions), inside)
    ties = Ties(doc, reader.named, found, inside)
    figures = _by_event(zip((f.evidence for f in doc._.figures), ties.of_figures(doc._.figures), strict=True))
    acts = _by_event((a.evidence, ties.of_words(a.evidence)) for a in doc._.acts)
    made = (
        Event(
            kind=chain.kind,
            label=_label(chain),
            evidence=tuple(m.evidence for m in chain.mentions),
            reasons=chain.reasons,
            place=chain.place(inside),
            date=chain.date,
            figures=figures[i],
            acts=acts[i],
        )
        for i, chain in enumerate(found)
    )
    doc._.events = tuple(e for e in made if _is_told(e))
    return doc


def _by_event(tied: Iterable[tuple[Evidence, int | None]]) -> Mapping[int | None, tuple[Evidence, ...]]:
    """The words tied to each event, by its index."""
    found: dict[int | None, tuple[Evidence, ...]] = defaultdict(tuple)
    for words, event in tied:
        found[event] = (*found[event], words)
    return found


def _label(chain: Chain) -> str:
    """The noun phrase of the body that names it in most words; else the words of the first mention."""
    named = [m.phrase for m in chain.mentions if m.noun and not m.headline]
    return max(named, key=lambda phrase: len(phrase.split()), default=chain.mentions[0].phrase)


def _is_told(event: Event) -> bool:
    """Whether anything is told of it but that it was."""
    return bool(event.date or event.place or event.figures or len(event.evidence) > 1)
