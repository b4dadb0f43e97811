"""Whole drafts beside whole stores: faults are found, and none of what is right is accused."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import sentences
import sentences_of_dev
import sentences_of_others

from onrecord.build.build import build
from onrecord.check.check import check
from onrecord.check.findings import Report
from onrecord.check.verdicts import Verdict
from onrecord.sources.article import Article
from onrecord.sources.reading import read
from onrecord.store import Reader
from onrecord.values.configuration import Configuration

pytestmark = pytest.mark.slow
OTHERS = Path(__file__).parent / "other_articles"
EXAMPLES = Path(__file__).parents[2] / "examples" / "articles"
FOUND = 0.95  # of the faults
_Fault = tuple[str, str, Verdict]


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory, configured: Configuration) -> Callable[[Path], Reader]:
    """A store of the articles in a folder, built once."""
    stores: dict[Path, Reader] = {}

    def of(folder: Path) -> Reader:
        if folder not in stores:
            place = tmp_path_factory.mktemp("record")
            build([str(folder)], place, configured)
            stores[folder] = Reader(place)
        return stores[folder]

    return of


def checked(text: str, store: Reader) -> Report:
    return check(Article("draft", text), store)


def accused(texts: tuple[str, ...], store: Reader) -> list[tuple[str, str, str]]:
    """What is said against texts in which all is right, or that nothing was read in one."""
    found = []
    for text in texts:
        report = checked(text, store)
        found += [] if report.findings else [(text, "", "nothing read")]
        found += [(text, f.words.exact, f.verdict.label) for f in report.findings if f.verdict is not Verdict.AGREES]
    return found


def missed(faults: tuple[_Fault, ...], store: Reader) -> Iterator[_Fault]:
    for text, words, verdict in faults:
        if not any(words in f.words.exact and f.verdict is verdict for f in checked(text, store).findings):
            yield text, words, verdict


def test_faults_in_sentences_about_the_examples_are_found(record: Callable[[Path], Reader]) -> None:
    left = list(missed(sentences.FAULTY, record(EXAMPLES)))
    assert len(left) <= (1 - FOUND) * len(sentences.FAULTY), left


def test_right_sentences_about_the_examples_agree(record: Callable[[Path], Reader]) -> None:
    assert accused(sentences.RIGHT, record(EXAMPLES)) == []


def test_faults_in_sentences_about_annotated_articles_are_found(shared: Path, record: Callable[[Path], Reader]) -> None:
    left = list(missed(sentences_of_dev.FAULTY, record(shared / "gold" / "dev")))
    assert len(left) <= (1 - FOUND) * len(sentences_of_dev.FAULTY), left


def test_right_sentences_about_annotated_articles_agree(shared: Path, record: Callable[[Path], Reader]) -> None:
    assert accused(sentences_of_dev.RIGHT, record(shared / "gold" / "dev")) == []


def test_faults_in_sentences_about_other_matters_are_found(record: Callable[[Path], Reader]) -> None:
    left = list(missed(sentences_of_others.FAULTY, record(OTHERS)))
    assert len(left) <= (1 - FOUND) * len(sentences_of_others.FAULTY), left


def test_right_sentences_about_other_matters_are_not_accused(record: Callable[[Path], Reader]) -> None:
    found = accused(sentences_of_others.RIGHT, record(OTHERS))
    not_read_in_the_article = ("health minister", Verdict.NOT_ON_RECORD.label)  # 'She was succeeded by Anton Reyes'
    assert [one[1:] for one in found] in ([], [not_read_in_the_article])


def test_articles_agree_with_their_own_record(record: Callable[[Path], Reader]) -> None:
    for given in read([str(EXAMPLES)]):
        assert isinstance(given.item, Article)
        report = check(given.item, record(EXAMPLES))
        assert [(f.words.exact, f.verdict.label) for f in report.findings if f.verdict is not Verdict.AGREES] == []


ACCUSED = (
    "date 2024-05-02 Trial of the harbour master opens in Port Ellin\n\n"
    "Prosecutors accused Jonas Weyland, the harbour master of Port Ellin, of bribing three inspectors. "
    "Rhea Calder was charged with forging import licences on Thursday.\n\n"
    "A court convicted Tomas Reuel of smuggling cigarettes on 3 April 2024.\n"
)


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("Jonas Weyland was convicted of bribing inspectors.", Verdict.ONLY_ACCUSED),
        ("Jonas Weyland bribed three inspectors.", Verdict.ONLY_ACCUSED),
        ("Rhea Calder was found guilty of forging import licences.", Verdict.ONLY_ACCUSED),
        ("Jonas Weyland is accused of bribing inspectors.", Verdict.AGREES),
        ("Tomas Reuel was convicted of smuggling cigarettes.", Verdict.AGREES),
    ],
)
def test_who_is_only_accused_on_record_is_not_to_have_done_it(
    tmp_path_factory: pytest.TempPathFactory, record: Callable[[Path], Reader], text: str, verdict: Verdict
) -> None:
    folder = tmp_path_factory.getbasetemp() / "accused"
    folder.mkdir(exist_ok=True)
    (folder / "trial.txt").write_text(ACCUSED, encoding="utf-8")
    of_people = [f for f in checked(text, record(folder)).findings if f.matter == "accusation"]
    assert [f.verdict for f in of_people] == [verdict]
