"""Parses kept beside the tests: rules are tested on the same trees whatever model is installed, and none is loaded.

The file is CoNLL-U: for each text its tokens with lemma, part of speech, tag, head and relation, and in comments the
text and what the encoder found in it, both as JSON. `make parses` writes it anew with the installed models.
"""

import json
from dataclasses import replace
from pathlib import Path

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from onrecord.encoder.spans import Attribution, EncoderOutput, NameSpan, Span
from onrecord.extract.encoder_components import shipped

FILE = Path(__file__).parent / "parses.conllu"
Rows = list[list[str]]


def replaying() -> Language:
    """A pipeline whose tagger, parser, lemmatizer and encoder are the parses in the file."""
    nlp = spacy.blank("en")
    nlp.add_pipe("saved_parses")
    return nlp


def recording(nlp: Language) -> "Recorder":
    """Put a recorder behind the models of a pipeline."""
    recorder = Recorder()
    Language.component("recorder", func=recorder)
    nlp.add_pipe("recorder", before="onrecord_names")
    return recorder


class Saved:
    """A component that sets on a Doc what is saved for its text, in place of a language model and the encoder."""

    def __init__(self, file: Path = FILE) -> None:
        text = file.read_text(encoding="utf-8") if file.exists() else ""
        self._blocks = dict(map(_block, filter(None, text.split("\n\n"))))

    def __call__(self, doc: Doc) -> Doc:
        if doc.text not in self._blocks:
            pytest.fail(f"no parse is saved of {doc.text!r}: run `make parses`")
        reading, rows = self._blocks[doc.text]
        if [json.loads(row[1]) for row in rows] != [token.text for token in doc]:
            pytest.fail(f"the tokens of {doc.text!r} are others than those saved: run `make parses`")
        parsed = Doc(
            doc.vocab,
            words=[token.text for token in doc],
            spaces=[bool(token.whitespace_) for token in doc],
            lemmas=[json.loads(row[2]) for row in rows],
            pos=[row[3] for row in rows],
            tags=[row[4] for row in rows],
            heads=[int(row[6]) - 1 for row in rows],
            deps=[row[7] for row in rows],
        )
        parsed.user_data.update(doc.user_data)
        parsed._.encoded = _reading(reading)
        return parsed


@Language.factory("saved_parses")
def _saved(nlp: Language, name: str) -> Saved:
    return Saved()


class Recorder:
    """A component that remembers the Docs it sees, to be saved."""

    def __init__(self) -> None:
        self.docs: dict[str, Doc] = {}

    def __call__(self, doc: Doc) -> Doc:
        doc._.encoded = replace(doc._.encoded or shipped().read([doc.text])[0], frames=())  # rules are tested alone
        self.docs[doc.text] = doc
        return doc

    def save(self, file: Path = FILE) -> None:
        """Write what was seen, in order of the texts."""
        file.write_text("\n".join(map(_written, (self.docs[text] for text in sorted(self.docs)))), encoding="utf-8")


def _written(doc: Doc) -> str:
    lines = [f"# text = {json.dumps(doc.text, ensure_ascii=False)}", f"# encoder = {json.dumps(_plain(doc._.encoded))}"]
    for token in doc:
        form, lemma = (json.dumps(word, ensure_ascii=False) for word in (token.text, token.lemma_))
        cells = (token.i + 1, form, lemma, token.pos_, token.tag_, "_", token.head.i + 1, token.dep_ or "_", "_", "_")
        lines.append("\t".join(map(str, cells)))
    return "\n".join(lines) + "\n"


def _block(block: str) -> tuple[str, tuple[str, Rows]]:
    text, encoder, *lines = block.strip("\n").split("\n")
    return json.loads(text.partition(" = ")[2]), (encoder.partition(" = ")[2], [line.split("\t") for line in lines])


def _plain(reading: EncoderOutput | None) -> list[object]:
    def span(found: Span | None) -> list[int] | None:
        return [found.start, found.end] if found is not None else None

    if reading is None:
        return [[], []]
    names = [[n.start, n.end, n.label, round(n.score, 3)] for n in reading.names]
    said = [[span(a.source), span(a.cue), list(map(span, a.contents))] for a in reading.attributions]
    return [names, said]


def _reading(plain: str) -> EncoderOutput:
    names, said = json.loads(plain)
    return EncoderOutput(
        tuple(NameSpan(*name) for name in names),
        tuple(
            Attribution(
                Span(*source) if source else None,
                Span(*cue) if cue else None,
                tuple(Span(*piece) for piece in pieces),
                score=1.0,  # not kept: no rule reads it
            )
            for source, cue, pieces in said
        ),
    )
