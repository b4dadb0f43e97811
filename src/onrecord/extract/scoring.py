"""Scorers of the pipeline's components, so that `nlp.evaluate` says how well each does on annotated articles.

The reference `Doc` of an example holds in `doc._.dates`, `doc._.figures` and so on what a component should leave there.
A scorer compares what tells one value from the other, as a set for each article: components know nothing yet of which
mentions are one entity, so that these scores are not those of `onrecord evaluate`, which asks the finished graph.
"""

from collections.abc import Callable, Hashable, Iterable
from typing import Any

from spacy.language import Language
from spacy.scorer import PRFScore
from spacy.tokens import Doc
from spacy.training import Example

from onrecord.lexicon.name_forms import fold
from onrecord.values.findings import Evidence, Findings, Form, Kind

Scorer = Callable[..., dict[str, Any]]
Keys = Callable[[Doc, Doc], Iterable[Hashable]]  # of a Doc; the reference beside it knows the entities' full names
_ATTRIBUTES = ("mentions", "dates", "figures", "statements", "positions", "acts")


def example(nlp: Language, predicted: Doc, wanted: Findings) -> Example:
    """An article to be read, beside what should be found in it."""
    reference = nlp.make_doc(predicted.text)
    for name in _ATTRIBUTES:
        reference._.set(name, getattr(wanted, name))
    return Example(predicted, reference)


def add_scorers(nlp: Language) -> None:
    """Give each component that leaves findings on the Doc its scorer."""
    for name, score in SCORERS.items():
        component: Any = nlp.get_pipe(name)
        component.score = score


def _scorer(field: str, keys: Keys, wanted: Keys | None = None) -> Scorer:
    """Precision, recall and F1 of the keys that a Doc has, named as spaCy names them: dates_p, dates_r, dates_f.

    The keys of the reference are found in the same way, unless they are `wanted` in another.
    """
    of_reference = wanted or keys

    def score(examples: Iterable[Example], **_: Any) -> dict[str, Any]:
        found = PRFScore()
        for one in examples:
            found.score_set(set(keys(one.predicted, one.reference)), set(of_reference(one.reference, one.reference)))
        return {f"{field}_p": found.precision, f"{field}_r": found.recall, f"{field}_f": found.fscore}

    return score


def _entities(doc: Doc, reference: Doc) -> Iterable[Hashable]:
    """The names that the encoder finds, with their labels."""
    return ((span.label_, fold(span.text)) for span in doc.ents)


def _labelled(doc: Doc, reference: Doc) -> Iterable[Hashable]:
    """The names of mentions with the labels that the encoder should give them."""
    return ((_LABELS[mention.kind], fold(mention.name)) for mention in doc._.mentions)


def _names(doc: Doc, reference: Doc) -> Iterable[Hashable]:
    """The names with their types, each form of a name for itself."""
    return ((mention.kind, fold(mention.name)) for mention in doc._.mentions if mention.form is Form.NAME)


def _speakers(doc: Doc, reference: Doc) -> Iterable[Hashable]:
    """The sources that have a name where the words are attributed to them, by their full names."""
    full = _full_names(reference)
    for statement in doc._.statements:
        name = _name_at(doc, statement.speaker)
        if name:
            yield full.get(name, name)


def _full_names(reference: Doc) -> dict[str, str]:
    """The fullest name of each entity, by its other names."""
    names = {mention.evidence: fold(mention.name) for mention in reference._.mentions}
    return {fold(m.name): names[m.stands_for] for m in reference._.mentions if m.stands_for in names}


def _name_at(doc: Doc, where: Evidence | None) -> str:
    """The name that words hold; '' where they hold none ('he', 'the ombudsman')."""
    named = (m for m in doc._.mentions if m.form is Form.NAME and where is not None and m.evidence.overlaps(where))
    return next((fold(mention.name) for mention in named), "")


_LABELS = {Kind.PERSON: "PERSON", Kind.ORGANIZATION: "ORG", Kind.COURT: "COURT", Kind.PLACE: "PLACE"}
SCORERS: dict[str, Scorer] = {
    "onrecord_names": _scorer("ents", _entities, wanted=_labelled),
    "onrecord_mentions": _scorer("names", _names),
    "onrecord_dates": _scorer("dates", lambda doc, _: (date.value for date in doc._.dates)),
    "onrecord_figures": _scorer(
        "figures", lambda doc, _: ((figure.value, figure.hedge) for figure in doc._.figures if not figure.withdrawn)
    ),
    "onrecord_statements": _scorer("speakers", _speakers),
    "onrecord_positions": _scorer("positions", lambda doc, _: (fold(p.title.exact) for p in doc._.positions)),
    "onrecord_acts": _scorer("acts", lambda doc, _: ((act.type, act.date) for act in doc._.acts)),
}
