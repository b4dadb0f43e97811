"""Second hand: the chain from who tells it to whom they have it from, nearest first."""

from collections.abc import Callable

import pytest
from spacy.language import Language

from onrecord.claims import assemble
from onrecord.coref import resolve
from onrecord.extract import pipeline

Chain = Callable[[str], list[str]]
pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def chain(grammar: Language) -> Chain:
    """Text with one figure -> who stands behind it, by the grammar alone."""

    def read(text: str) -> list[str]:
        (findings,) = pipeline.find(grammar, [(text, None)])
        (figure,) = assemble(findings, resolve.within(findings), "").figures
        assert all(text[s.named.start : s.named.end] == s.named.exact for s in figure.sources)
        return [source.who.name for source in figure.sources]

    return read


@pytest.mark.parametrize(
    ("text", "sources"),
    [
        ("Kyiv says that the Red Cross counted 40 children.", ["Kyiv", "Red Cross"]),
        ("Anna Roe said the Red Cross had told her that 40 children were missing.", ["Anna Roe", "Red Cross"]),
        ("The Red Cross counted 40 children, according to Anna Roe.", ["Anna Roe", "Red Cross"]),
        ("“According to the Red Cross, 40 children are missing,” Anna Roe said.", ["Anna Roe", "Red Cross"]),
        # citing
        ("Anna Roe, citing the Red Cross, said that 40 children were missing.", ["Anna Roe", "Red Cross"]),
        ("Anna Roe, citing figures of the Red Cross, said 40 children were missing.", ["Anna Roe", "Red Cross"]),
        ("Forty children are missing, Anna Roe said, citing data from the Red Cross.", ["Anna Roe", "Red Cross"]),
        ("According to Anna Roe, citing the Red Cross, 40 children are missing.", ["Anna Roe", "Red Cross"]),
        ("Anna Roe quoted the Red Cross as saying that 40 children were missing.", ["Anna Roe", "Red Cross"]),
        # nobody is cited
        ("Anna Roe said that 40 children were missing, citing the law.", ["Anna Roe"]),
        ("Anna Roe quoted a poem and said that 40 children were missing.", ["Anna Roe"]),
        ("Forty children are missing.", []),
    ],
)
def test_the_chain_of_sources(chain: Chain, text: str, sources: list[str]) -> None:
    assert chain(text) == sources
