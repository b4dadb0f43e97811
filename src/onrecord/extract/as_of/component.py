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
    if doc._.dates:
        candidates, ranker = Candidates(doc), fitted()
        doc._.figures = tuple(
            figure if figure.date else replace(figure, told_date=ranker.best(candidates.of(figure)).day)
            for figure in doc._.figures
        )
    return doc
