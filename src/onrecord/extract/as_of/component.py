"""The component that gives figures the day told elsewhere in the article of which they hold."""

from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc

from onrecord.extract.as_of.candidates import Candidates
from onrecord.extract.as_of.ranker import fitted


@Language.component(
    "onrecord_figure_days",
    requires=["doc._.figures", "doc._.events", "doc._.dates", "doc._.statements"],
    assigns=["doc._.figures"],
)
def figure_days(doc: Doc) -> Doc:
    """Set `told_date` of `doc._.figures`, of those whose own clause gives no day."""
    silent = [figure for figure in doc._.figures if not figure.date]
    if doc._.dates and silent:
        candidates = Candidates(doc)
        best = fitted().best([candidates.of(figure) for figure in silent])
        told = {figure.evidence: candidate.day for figure, candidate in zip(silent, best, strict=True)}
        doc._.figures = tuple(replace(f, told_date=told.get(f.evidence, "")) for f in doc._.figures)
    return doc
