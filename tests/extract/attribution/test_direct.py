"""Quotations and speech in their text: over paragraphs, nested, with the speaker before, after or sentences away."""

from collections.abc import Callable

import pytest
from spacy.language import Language
from spacy.tokens import Doc

Said = list[tuple[str | None, str]]
pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def said(grammar: Language) -> Callable[[str], Said]:
    """Text -> who said what, by the grammar alone."""

    def run(text: str) -> Said:
        doc: Doc = grammar(text)
        return [(s.speaker.exact if s.speaker else None, s.quote.exact) for s in doc._.statements]

    return run


CASES = [
    # over several paragraphs
    ("“We left.\n\n“We came back in May,” Anna Roe said.", [("Anna Roe", "“We left.\n\n“We came back in May,”")]),
    ("“One.\n\n“Two.\n\n“Three,” said Anna Roe.", [("Anna Roe", "“One.\n\n“Two.\n\n“Three,”")]),
    ("Anna Roe said: “We left.\n\n“We came back.”", [("Anna Roe", "“We left.\n\n“We came back.”")]),
    (
        "“It was cold,” said Anna Roe.\n\n“We had no coal for weeks.”",
        [("Anna Roe", "“It was cold,”"), ("Anna Roe", "“We had no coal for weeks.”")],
    ),
    # a mark left open is a stray one
    ("“We left.\n\nAnna Roe said that the camp was empty.", [("Anna Roe", "that the camp was empty")]),
    # the speaker after, before, within
    ("“We were afraid,” Anna Roe, a teacher, said.", [("Anna Roe", "“We were afraid,”")]),
    ("“We were afraid,” recalled Anna Roe.", [("Anna Roe", "“We were afraid,”")]),
    ("Anna Roe told us: “We were afraid.”", [("Anna Roe", "“We were afraid.”")]),
    (
        "“Forty left,” Anna Roe said. “Nobody came back.”",
        [("Anna Roe", "“Forty left,”"), ("Anna Roe", "“Nobody came back.”")],
    ),
    ("„Wir gehen“, said Anna Roe.", [("Anna Roe", "„Wir gehen“")]),
    ("‘We were afraid,’ Anna Roe said.", [("Anna Roe", "‘We were afraid,’")]),
    # the speaker in the sentence before
    ("Anna Roe did not agree. “Nobody asked us.”", [("Anna Roe", "“Nobody asked us.”")]),
    ("Anna Roe was tired when she arrived. “Nobody asked us.”", [("Anna Roe", "“Nobody asked us.”")]),
    ("The ferry was late. “Nobody asked us.”", []),
    ("Anna Roe did not agree. The so-called “wall” is low.", []),
    # other speakers in between
    (
        "“We left,” Anna Roe said. “We stayed,” Peter Lund said.",
        [("Anna Roe", "“We left,”"), ("Peter Lund", "“We stayed,”")],
    ),
    # nested
    (
        "“The Red Cross says that 40 children left,” Anna Roe said.",
        [("Anna Roe", "“The Red Cross says that 40 children left,”"), ("Red Cross", "that 40 children left")],
    ),
    ("“They ask who we are,” Anna Roe said.", [("Anna Roe", "“They ask who we are,”")]),
    (
        "“They told us nobody was looking for us,” said Anna Roe, 16.",
        [("Anna Roe", "“They told us nobody was looking for us,”")],
    ),
    (
        "Anna Roe said Peter Lund had told her that the camp was empty.",
        [("Anna Roe", "Peter Lund had told her that the camp was empty"), ("Peter Lund", "that the camp was empty")],
    ),
    (
        "According to Anna Roe, the Red Cross says that 40 had left.",
        [("Anna Roe", "the Red Cross says that 40 had left"), ("Red Cross", "that 40 had left")],
    ),
    # words before that only lead to what is said
    ("When the bus left, Anna Roe said the camp was empty.", [("Anna Roe", "the camp was empty")]),
    ("The song was written by Peter Lund, who joked with her.", []),
    ("They were met by Anna Roe, who promised to return.", [("Anna Roe", "to return")]),
    # the parse has no subject for the verb
    ("Speaking in Oslo, Anna Roe said the camp was empty.", [("Anna Roe", "the camp was empty")]),
    # interviews
    (
        "Q: Who came?\n\nAnna Roe: Nine did.\n\nQ: And then?\n\nAnna Roe: They left.",
        [("Anna Roe", "Nine did"), ("Anna Roe", "They left")],
    ),
    ("Anna Roe is a nurse.\n\nQuestion: Who came?\nAnswer: Nine did.", [("Anna Roe", "Nine did")]),
    (
        "Anna Roe met Peter Lund.\n\nA. R.: Nine came.\nP. L.: Ten.\nA. R.: Nine.\nP. L.: Ten!",
        [("Anna Roe", "Nine came"), ("Peter Lund", "Ten"), ("Anna Roe", "Nine"), ("Peter Lund", "Ten!")],
    ),
    ("Time: noon.\nPlace: the pier.", []),
]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[text[:40] for text, _ in CASES])
def test_who_is_quoted(said: Callable[[str], Said], text: str, expected: Said) -> None:
    assert said(text) == expected
