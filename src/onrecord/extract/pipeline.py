"""The pipeline: which components run, in which order, and the one way from an article's text to its findings."""

import datetime as dt
import gc
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache
from itertools import chain, groupby, pairwise

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from onrecord.document import Document, View, view_of
from onrecord.encoder.vocabulary import known_words
from onrecord.errors import ModelError
from onrecord.extract import accusations, ages, births, pieces  # noqa: F401  (modules register their components)
from onrecord.extract import encoder_components as _encoder  # noqa: F401  (registers its components)
from onrecord.extract.acts import component as acts  # noqa: F401
from onrecord.extract.as_of import component as figure_days  # noqa: F401
from onrecord.extract.attribution import component as attribution  # noqa: F401
from onrecord.extract.dates import component as dates  # noqa: F401
from onrecord.extract.doc_extensions import text_of
from onrecord.extract.events import component as events  # noqa: F401
from onrecord.extract.layout import component as layout  # noqa: F401
from onrecord.extract.layout.initials import keep_whole
from onrecord.extract.ner import component as mentions
from onrecord.extract.positions import component as positions  # noqa: F401
from onrecord.extract.quantities import component as quantities  # noqa: F401
from onrecord.extract.scoring import add_scorers
from onrecord.extract.tables import component as tables  # noqa: F401
from onrecord.lexicon import lexicon
from onrecord.settings import DEFAULT_READING, Reading
from onrecord.values.findings import Evidence, Findings

PIECES = 1  # pieces of a long text a batch
BATCH = 16  # articles a batch: enough to fill the matrices, small enough to stay under 400 MB

COMPONENTS = (
    "onrecord_names",
    "onrecord_quotes",
    *mentions.COMPONENTS,
    "onrecord_ages",
    "onrecord_dates",
    "onrecord_births",
    "onrecord_positions",
    "onrecord_statements",
    "onrecord_acts",
    "onrecord_accusations",
    "onrecord_figures",
    "onrecord_tables",
    "onrecord_events",
    "onrecord_figure_days",
)


def load(how: Reading = DEFAULT_READING) -> Language:
    """The spaCy pipeline of onrecord's components, over a language model's tagger, parser and lemmatizer.

    The word lists of `how` come into force for this process.

    Raises:
        ModelError: the model is not installed or cannot be loaded.
    """
    lexicon.use(how.ontology)
    return _load(how.model)


@lru_cache(maxsize=2)
def _load(model: str) -> Language:
    try:
        nlp = spacy.load(model, exclude=["ner"])
    except (OSError, ImportError) as error:
        raise ModelError(f"language model {model!r} cannot be loaded: install it with `pip install {model}`") from error
    extend(nlp)
    gc.freeze()  # else the collector walks through models and word lists again and again while articles are read
    return nlp


def extend(nlp: Language) -> Language:
    """The pipeline with onrecord's components added; what it has must tag, parse and lemmatize."""
    keep_whole(nlp)
    nlp.add_pipe("onrecord_layout", first=True)
    for name in COMPONENTS:
        nlp.add_pipe(name)
    add_scorers(nlp)
    return nlp


def find(nlp: Language, documents: Iterable[Document]) -> Iterator[tuple[View, Findings]]:
    """How each document is read, and what is found in that view of it, in the order given."""
    views = (view(document) for document in documents)
    for is_long, some in groupby(views, lambda one: len(one.document.text) > pieces.LONGEST):
        if is_long:
            yield from ((one, _found_in_pieces(nlp, one.document)) for one in some)
        else:
            docs = ((_doc(nlp, one.document), one) for one in some)
            yield from ((one, findings(doc)) for doc, one in nlp.pipe(docs, as_tuples=True, batch_size=BATCH))


def _found_in_pieces(nlp: Language, document: Document) -> Findings:
    """The findings of a long document; where its day is not known, its first piece tells it to the others."""
    first, *others = pieces.pieces(document)
    opening = findings(nlp(_doc(nlp, first.document)))
    day = dt.date.fromisoformat(opening.published) if opening.published else None
    docs = ((_doc(nlp, replace(piece.document, published=day)), piece) for piece in others)
    more = ((piece, findings(doc)) for doc, piece in nlp.pipe(docs, as_tuples=True, batch_size=PIECES))
    return pieces.joined(document.text, chain([(first, opening)], more))


def view(document: Document) -> View:
    """The document as the pipeline reads it."""
    return view_of(document, known_words())


def doc_of(nlp: Language, document: Document) -> Doc:
    """The Doc of a document's view, which no component has read yet."""
    return _doc(nlp, view(document).document)


def _doc(nlp: Language, document: Document) -> Doc:
    doc = nlp.make_doc(document.text)
    doc._.published = document.published
    doc._.blocks = document.blocks
    return doc


def findings(doc: Doc) -> Findings:
    """The values that the components left on the Doc; nothing of spaCy goes with them."""
    return Findings(
        mentions=doc._.mentions,
        dates=doc._.dates,
        figures=doc._.figures,
        statements=doc._.statements,
        source_notes=doc._.source_notes,
        positions=doc._.positions,
        offices=doc._.offices,
        acts=doc._.acts,
        events=doc._.events,
        accusations=doc._.accusations,
        ages=doc._.ages,
        births=doc._.births,
        sentences=tuple(_sentences(doc)),
        published=doc._.published.isoformat() if doc._.published else "",
    )


def _sentences(doc: Doc) -> Iterator[Evidence]:
    """The sentences without white space at their ends; where a number or a row of a table runs on, both as one."""
    text, starts = text_of(doc), [sentence.start_char for sentence in doc.sents]
    whole = (where for figure in doc._.figures for where in (figure.evidence, figure.sentence))
    inside = {i for w in whole for i in range(bisect_right(starts, w.start), bisect_left(starts, w.end))}
    bounds = [*(start for i, start in enumerate(starts) if i not in inside), len(text)]
    for start, end in pairwise(bounds):
        if text[start:end].strip():
            yield _stripped(Evidence(start, end, text[start:end]))


def _stripped(where: Evidence) -> Evidence:
    """The same stretch without white space at its ends."""
    start = where.start + len(where.exact) - len(where.exact.lstrip())
    exact = where.exact.strip()
    return Evidence(start, start + len(exact), exact)
