"""The component that gives figures the day told elsewhere in the article of which they hold."""

from collections.abc import Hashable
from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc

from onrecord.extract.as_of.candidates import Candidates
from onrecord.extract.as_of.ranker import fitted
from onrecord.extract.doc_extensions import own_day
from onrecord.lexicon import lexicon
from onrecord.values.findings import Figure


@Language.component(
    "onrecord_figure_days",
    requires=["doc._.figures", "doc._.events", "doc._.dates", "doc._.statements"],
    assigns=["doc._.figures"],
)
def figure_days(doc: Doc) -> Doc:
    """Set `told_date` of `doc._.figures`, of those of clauses that give no day: in a live blog that of their entry."""
    silent = [figure for figure in doc._.figures if not (figure.date or figure.tabled)]
    told = {figure.evidence: own_day(doc, figure.evidence.start) for figure in silent}
    unsettled = [figure for figure in silent if not told[figure.evidence]]
    if doc._.dates and unsettled:
        candidates = Candidates(doc)
        days = fitted().best([candidates.of(figure) for figure in unsettled], [_told_with(f) for f in unsettled])
        told.update((figure.evidence, day) for figure, day in zip(unsettled, days, strict=True))
    doc._.figures = tuple(replace(f, told_date=told.get(f.evidence, "")) for f in doc._.figures)
    return doc


def _told_with(figure: Figure) -> Hashable:
    """What figures share that hold of one day: 'officials said 24 were in hospital, the agency reported 32'."""
    if figure.action == lexicon.load().default("action").term:
        return figure.evidence
    return figure.sentence, figure.action, figure.head
