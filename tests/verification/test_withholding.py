"""Where names of children are withheld, what can be checked is; what cannot is not called a failure."""

import pytest

from children import CLAIMS, ILIA, TEXT
from onrecord.graph import article_graph, iri, to_ntriples
from onrecord.sources.article import Article
from onrecord.store.name_masking import BLOCK, Mask
from onrecord.verification.facts import Facts
from onrecord.verification.minting import misnamed
from onrecord.verification.quotes import misquoted
from onrecord.verification.withholding import same, withheld
from samples import CONFIGURATION

ARTICLE = Article("a.txt", TEXT, "2024-05-01", "Ilia is home")
WHOLE = to_ntriples(article_graph(ARTICLE, CLAIMS, CONFIGURATION))
NAME = iri.article(ARTICLE)


@pytest.fixture(scope="module")
def hidden() -> Facts:
    """The article's graph with blocks for the child's name, in texts and in IRIs."""
    mask = Mask([ILIA.name])
    lines = (line for line in WHOLE.replace(ARTICLE.headline, "Home").splitlines(keepends=True))
    return Facts("".join(mask.iri(mask.text(line)) for line in lines).encode(), NAME)


def test_what_is_withheld_is_no_failure(hidden: Facts) -> None:
    assert list(misnamed(hidden))
    assert [str(failure) for failure in misnamed(hidden, withheld(hidden))] == []
    assert [str(failure) for failure in misquoted(hidden, TEXT)] == []


def test_what_is_not_withheld_is_checked(hidden: Facts) -> None:
    told = Facts(hidden.ntriples.replace(b"Ana Duarte", b"Eva Duarte"), NAME)
    assert [failure.what for failure in misquoted(told, TEXT)] == ["the quote does not stand at its offsets"]
    assert any("Eva Duarte" in failure.statement for failure in misnamed(told, withheld(told)))


def test_where_nothing_is_withheld_nothing_is_excused() -> None:
    assert not withheld(Facts(WHOLE.encode(), NAME))


@pytest.mark.parametrize(
    ("quote", "words", "expected"),
    [
        ("Ilia waved", "Ilia waved", True),
        (f"{BLOCK * 4} waved", "Ilia waved", True),
        (f"{BLOCK * 4} waved", "Ilia slept", False),
        (f"{BLOCK * 4} waved", "Ili waved", False),
        ("Ilia waved", f"{BLOCK * 4} waved", False),
    ],
)
def test_blocks_stand_for_any_letter(quote: str, words: str, expected: bool) -> None:
    assert same(quote, words) is expected
