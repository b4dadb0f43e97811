"""The door to printed documents: what becomes of the article, what is refused, and that nothing runs on."""

import re
from pathlib import Path

import pytest

from onrecord.document import BlockKind
from onrecord.sources.article import Article
from onrecord.sources.omission import Omission
from onrecord.sources.pdf import reader
from onrecord.sources.reading import read
from onrecord.sources.refusal import Refusal
from printing import CATALOGUE, PAGES, Type, column, forms, pdf, written


def only(path: Path, content: bytes) -> Article | Refusal:
    path.write_bytes(content)
    (given,) = read([str(path)])
    assert not isinstance(given.item, Refusal) or "\n" not in str(given.item)
    assert isinstance(given.item, Article | Refusal)
    return given.item


def test_a_printed_document_is_an_article(tmp_path: Path) -> None:
    page = [*column("Home at last", top=60, size=20), *column("They came on 3 May.", top=100)]
    article = only(tmp_path / "release.PDF", pdf([page]))
    assert isinstance(article, Article)
    assert (article.source, article.headline, article.published) == ("release.PDF", "Home at last", "")
    assert article.text == "Home at last\n\nThey came on 3 May."
    assert [(block.kind, block.label) for block in article.blocks] == [(BlockKind.PAGE, "1"), (BlockKind.HEADING, "")]


def test_a_date_on_the_first_line_is_the_day_of_publication(tmp_path: Path) -> None:
    content = pdf(
        [
            column(
                "date 2024-05-03 Example Wire",
                "Eleven children came home on Friday, and they are well and with their parents.",
            )
        ]
    )
    article = only(tmp_path / "a.pdf", content)
    assert isinstance(article, Article)
    assert (article.published, article.publisher) == ("2024-05-03", "Example Wire")


@pytest.mark.parametrize(
    ("title", "headline"),
    [("They came home", "They came home"), ("Microsoft Word - x.doc", "They came home on 3 May, they said.")],
)
def test_a_title_in_the_properties_counts_where_the_text_has_it(tmp_path: Path, title: str, headline: str) -> None:
    article = only(tmp_path / "a.pdf", pdf([column("They came home on 3 May, they said.")], title))
    assert isinstance(article, Article)
    assert article.headline == headline


KEYS = b"/O <%s> /U <%s>" % (b"00" * 32, b"00" * 32)
LOCKED = written(
    [CATALOGUE, PAGES, b"<< /Type /Page /Parent 2 0 R >>", b"<< /Filter /Standard /V 1 /R 2 %s /P -4 >>" % KEYS],
    b"/Encrypt 4 0 R /ID [<00> <00>]",
)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "not a PDF, or a broken one"),
        (b"They met.", "not a PDF, or a broken one"),
        (pdf([column("They met.")])[:-300], "not a PDF, or a broken one"),
        (LOCKED, "asks for a password"),
        (pdf([[], []]), "no text on its 2 pages, pictures at most: have its text recognized first"),
        (written([CATALOGUE, b"<< /Type /Pages /Count 2 /Kids [2 0 R 2 0 R] >>"]), "no text on its 2 pages"),
        (written([CATALOGUE, b"<< /Type /Pages /Count 99999999 /Kids [] >>"]), ""),
    ],
    ids=["empty", "text", "cut", "locked", "pictures", "pages in a circle", "pages that are not there"],
)
def test_what_cannot_be_read_is_refused_in_one_line(tmp_path: Path, content: bytes, reason: str) -> None:
    refusal = only(tmp_path / "a.pdf", content)
    assert isinstance(refusal, Refusal)
    assert refusal.reason.startswith(reason)


def test_a_document_that_does_not_end_is_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "_SECONDS", 2)
    monkeypatch.setattr(reader, "_MEBIBYTES", 300)
    refusal = only(tmp_path / "a.pdf", forms(40))
    assert isinstance(refusal, Refusal)
    assert re.search("[26] seconds", refusal.reason), "of the processor, or by the clock on a busy machine"


def test_words_beside_the_page_and_at_an_angle_are_left_out(tmp_path: Path) -> None:
    article = only(tmp_path / "a.pdf", pdf([[*column("They met on 3 May."), Type(-300, 100, "Cut here")]]))
    assert isinstance(article, Article)
    assert article.text == "They met on 3 May."
    assert article.left_out == ("7 letters that stand at an angle or off the page",)


def test_pages_that_are_pictures_are_told_and_empty_ones_are_not(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(pdf([column("They met on 3 May."), [], [], column("They left.")], pictures=[1, 3]))
    article, omission = (given.item for given in read([str(path)]))
    assert isinstance(article, Article)
    assert isinstance(omission, Omission)
    assert omission.what.startswith("pages that are pictures without text (3): have its text recognized first")
