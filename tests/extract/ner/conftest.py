"""Names with the encoder's spans given by hand: what rules make of them does not change with its weights."""

import re
from collections.abc import Callable

import pytest
from spacy.language import Language
from spacy.tokens import Doc

from onrecord.encoder.spans import EncoderOutput, NameLabel, NameSpan
from onrecord.values.findings import Form, Mention

_MARK = re.compile(r"\{(?P<label>[pocl])(?P<doubtful>\??):(?P<words>[^}]+)\}")
_LABELS: dict[str, NameLabel] = {"p": "PERSON", "o": "ORG", "c": "COURT", "l": "PLACE"}


@pytest.fixture(scope="session")
def marked(nlp: Language) -> Callable[[str], Doc]:
    """A text in which the encoder's names are marked, `{p:Vera Pohl}`, or `{p?:Vera Pohl}` if it doubts -> Doc."""

    def run(text: str) -> Doc:
        plain, spans, end = "", [], 0
        for mark in _MARK.finditer(text):
            plain += text[end : mark.start()]
            score = 0.6 if mark["doubtful"] else 0.97
            spans.append(NameSpan(len(plain), len(plain) + len(mark["words"]), _LABELS[mark["label"]], score))
            plain, end = plain + mark["words"], mark.end()
        doc = nlp(nlp.make_doc(plain + text[end:]))
        doc._.encoded = EncoderOutput(tuple(spans), ())
        found: Doc = nlp.get_pipe("onrecord_mentions")(doc)
        return found

    return run


@pytest.fixture(scope="session")
def named(marked: Callable[[str], Doc]) -> Callable[[str], list[Mention]]:
    """As `marked` -> the names, in order of the text."""
    return lambda text: [m for m in marked(text)._.mentions if m.form is Form.NAME]
