"""The encoder as spaCy components: names into `doc.ents`, attributions into span groups.

The exact offsets of what was found stay in `doc._.encoded`; spaCy's spans are the whole tokens that cover them.
"""

import re
from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import islice

from spacy.language import Language
from spacy.tokens import Doc
from spacy.tokens import Span as TokenSpan
from spacy.util import filter_spans

from onrecord.encoder.encoder import Encoder
from onrecord.encoder.spans import EncoderOutput, Span
from onrecord.extract.doc_extensions import published, text_of
from onrecord.extract.layout.page_furniture import date_header

ROLES = ("content", "cue", "source")
_HEADLINE = re.compile(r"\s*\S[^\n]*[^\n.!?…:;,]\s*\n\s*\S")  # a first line that ends no sentence, with text below it

for _name, _default in (("encoded", None), ("attributions", ())):
    if not Doc.has_extension(_name):
        Doc.set_extension(_name, default=_default)


@lru_cache(maxsize=1)
def shipped() -> Encoder:
    """The encoder of this process; the components share it."""
    return Encoder.load()


class _Component(ABC):
    """Reads each text once, whichever component comes first."""

    def __init__(self, encoder: Encoder) -> None:
        self._encoder = encoder

    def __call__(self, doc: Doc) -> Doc:
        return self._set(doc, self._outputs([doc])[0])

    def pipe(self, stream: Iterable[Doc], *, batch_size: int = 32) -> Iterator[Doc]:
        """Read a stream of docs, `batch_size` at a time."""
        docs = iter(stream)
        while batch := list(islice(docs, batch_size)):
            for doc, output in zip(batch, self._outputs(batch), strict=True):
                yield self._set(doc, output)

    def _outputs(self, docs: list[Doc]) -> list[EncoderOutput]:
        unread = [doc for doc in docs if doc._.encoded is None]
        openings = [_opening(doc) for doc in unread]
        texts = [opening + text_of(doc) for opening, doc in zip(openings, unread, strict=True)]
        for doc, opening, output in zip(unread, openings, self._encoder.read(texts), strict=True):
            doc._.encoded = output.without(len(opening))
        return [doc._.encoded for doc in docs]

    @abstractmethod
    def _set(self, doc: Doc, output: EncoderOutput) -> Doc:
        """Write what the component stands for on the doc."""


class Names(_Component):
    """Sets `doc.ents` (PERSON, ORG, COURT, PLACE)."""

    def _set(self, doc: Doc, output: EncoderOutput) -> Doc:
        doc.ents = filter_spans(_tokens(doc, name.start, name.end, name.label) for name in output.names)
        return doc


class Quotes(_Component):
    """Sets the span groups content, cue and source, and `doc._.attributions` with the exact offsets."""

    def _set(self, doc: Doc, output: EncoderOutput) -> Doc:
        doc._.attributions = output.attributions
        found: dict[str, set[Span]] = {role: set() for role in ROLES}
        for attribution in output.attributions:
            found["content"].update(attribution.contents)
            found["cue"].update([attribution.cue] if attribution.cue else [])
            found["source"].update([attribution.source] if attribution.source else [])
        for role in ROLES:
            doc.spans[role] = [_tokens(doc, span.start, span.end, role) for span in sorted(found[role])]
        return doc


def _opening(doc: Doc) -> str:
    """What the encoder reads before a headline that lacks it: its day, as the texts it learnt from begin.

    So an article is read alike whether its day stands in the text or comes with it.
    """
    day, text = published(doc), text_of(doc)
    opens = day is not None and _HEADLINE.match(text) is not None and date_header(text) is None
    return f"date {day.isoformat()} " if day is not None and opens else ""


def _tokens(doc: Doc, start: int, end: int, label: str) -> TokenSpan:
    """The whole tokens that cover the characters."""
    found = doc.char_span(start, end, label=label, alignment_mode="expand")
    if found is None:  # expand always finds tokens for offsets within the text
        raise ValueError(f"offsets {start}-{end} lie outside the text of {len(doc.text)} characters")
    return found


@Language.factory("onrecord_names", assigns=["doc.ents"])
def names(nlp: Language, name: str) -> Names:
    """Names by the shipped encoder."""
    return Names(shipped())


@Language.factory("onrecord_quotes", assigns=["doc.spans", "doc._.attributions"])
def quotes(nlp: Language, name: str) -> Quotes:
    """Attributions by the shipped encoder."""
    return Quotes(shipped())
