"""`build --ontology`: a new kind of act, action, unit and hedge in a folder of a user's own, without a line of code."""

import csv
import io
import json
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pyoxigraph as ox
import pytest

from commands import Said
from onrecord.build.build import extract_shard
from onrecord.build.fingerprint import configuration
from onrecord.graph import iri
from onrecord.lexicon import lexicon
from onrecord.settings import Reading
from onrecord.sources.article import Article
from onrecord.store import Reader

EXAMPLE = Path(__file__).parents[2] / "examples" / "ontology"
TEXT = (
    "The High Court of Fiji issued a writ of attachment against Nordhaven Lines on 8 May 2024. Fiji's harbour office "
    "impounded nigh on 40 boats in Suva. The new cable is 300ftm long. Crews were towed home in March: 12 sailors "
    "were towed home."
)
Run = Callable[..., Said]
pytestmark = pytest.mark.model


@pytest.fixture(autouse=True)
def shipped_words_afterwards() -> Iterator[None]:
    yield
    lexicon.use(())


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "sea.jsonl"
    path.write_text(json.dumps({"id": "sea", "date": "2024-05-09", "text": TEXT}), encoding="utf-8")
    return path


@pytest.fixture
def words(tmp_path: Path) -> Path:
    shutil.copytree(EXAMPLE, tmp_path / "words")
    return tmp_path / "words"


@pytest.fixture
def ask(onrecord: Run, article: Path, words: Path, tmp_path: Path) -> Callable[[str], list[dict[str, str]]]:
    """The rows of a named question, of an article read with the example's words."""
    built = onrecord("build", article, "--store", tmp_path / "s", "--ontology", words)
    assert (built.code, built.err) == (0, "")

    def rows(question: str) -> list[dict[str, str]]:
        return list(
            csv.DictReader(io.StringIO(onrecord("ask", question, "--store", tmp_path / "s", "--format", "csv").out))
        )

    return rows


def test_without_the_folder_none_of_it_is_read(onrecord: Run, article: Path, tmp_path: Path) -> None:
    onrecord("build", article, "--store", tmp_path / "s")
    assert "writ" not in onrecord("ask", "acts", "--store", tmp_path / "s").out.lower()
    figures = onrecord("ask", "figures", "--store", tmp_path / "s").out
    assert not any(term in figures for term in ("impounded  ", "nigh_on", "ftm  "))


def test_a_new_action_and_a_new_hedge_are_read(ask: Callable[[str], list[dict[str, str]]]) -> None:
    (boats,) = (row for row in ask("figures") if row["counted"] == "boats")
    assert boats["action"] == "https://w3id.org/onrecord/action/impounded"
    assert boats["hedge"] == "https://w3id.org/onrecord/hedge/nigh_on"
    assert (boats["text"], boats["value"], boats["asOf"]) == ("nigh on 40", "40", "2024-05-08")


def test_a_new_unit_is_read(ask: Callable[[str], list[dict[str, str]]]) -> None:
    (cable,) = (row for row in ask("figures") if row["value"] == "300")
    assert cable["counted"] == "ftm"


def test_a_word_added_to_a_shipped_action_is_read(ask: Callable[[str], list[dict[str, str]]]) -> None:
    (sailors,) = (row for row in ask("figures") if row["counted"] == "sailors")
    assert sailors["action"] == "https://w3id.org/onrecord/action/returned"


def test_a_new_kind_of_act_is_read_under_its_own_iri(ask: Callable[[str], list[dict[str, str]]]) -> None:
    (act,) = ask("acts")
    assert act["type"] == "https://example.org/sea/WritOfAttachment"
    assert (act["by"], act["date"]) == ("High Court of Fiji", "2024-05-08")


def test_a_new_kind_of_act_has_a_standing_and_those_it_is_against(ask: Callable[[str], list[dict[str, str]]]) -> None:
    (act,) = ask("acts")
    assert (act["against"], act["standing"]) == ("Nordhaven Lines", "https://w3id.org/onrecord/standing/issued")


def test_the_folder_decides_what_is_read_anew_and_nothing_else_does(
    onrecord: Run, article: Path, words: Path, tmp_path: Path
) -> None:
    def build(*options: object) -> str:
        return onrecord("build", article, "--store", tmp_path / "s", *options).out

    with_words = ("--ontology", words)
    assert "1 read" in build()
    assert "1 read" in build(*with_words)
    assert "1 unchanged" in build(*with_words)
    moved = words.rename(words.with_name("elsewhere"))
    assert "1 unchanged" in build("--ontology", moved)
    (moved / "sea.ttl").write_text((moved / "sea.ttl").read_text("utf-8") + "\n# another line\n", encoding="utf-8")
    assert "1 read" in build("--ontology", moved)
    assert "1 read" in build()


def test_the_run_names_the_files_and_the_graph_explains_their_terms(
    ask: Callable[[str], list[dict[str, str]]], words: Path, tmp_path: Path
) -> None:
    rows = Reader(tmp_path / "s").database.query(
        """PREFIX prov: <http://www.w3.org/ns/prov#> PREFIX onr: <https://w3id.org/onrecord/ns#>
        SELECT ?name ?sha256 { GRAPH <https://w3id.org/onrecord/graph/runs> {
            ?run a onr:Run ; prov:used ?file .
            ?file a prov:Entity ; <https://schema.org/name> ?name ; onr:sha256 ?sha256
        } }"""
    )
    assert isinstance(rows, ox.QuerySolutions)
    (file,) = configuration(Reading(ontology=(words,))).ontology
    assert [(row["name"].value, row["sha256"].value) for row in rows] == [(file.name, file.sha256)]
    explained = "".join(f"{triple}\n" for triple in Reader(tmp_path / "s").triples(iri.ONTOLOGY_GRAPH))
    assert '"A court\'s order to hold a ship until a claim is paid."@en' in explained


def test_a_process_that_reads_brings_the_words_into_force_itself(words: Path) -> None:
    lexicon.use(())
    article = Article("sea", TEXT, published="2024-05-09")
    (outcome,) = extract_shard([article], configuration(Reading(ontology=(words,))))
    assert "https://example.org/sea/WritOfAttachment" in str(outcome.graph)


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("absent", None, "absent: no such folder: name one with word lists in Turtle (.ttl)"),
        ("words/notes.txt", "", "words: holds no word lists: put your Turtle there, in files that end in .ttl"),
        ("words/a.ttl", "<urn:a> <urn:b>\n 'c", "words/a.ttl, line 2: not Turtle that can be read"),
    ],
)
def test_a_bad_folder_is_one_line_before_anything_is_read(
    onrecord: Run, article: Path, tmp_path: Path, name: str, content: str | None, message: str
) -> None:
    folder = tmp_path / name.partition("/")[0]
    if content is not None:
        folder.mkdir()
        (tmp_path / name).write_text(content, encoding="utf-8")
    said = onrecord("build", article, "--store", tmp_path / "s", "--ontology", folder)
    assert said.code == 2 and said.out == ""
    assert said.err.count("\n") == 1 and message in said.err
    assert not (tmp_path / "s").exists()


def test_what_nothing_will_come_of_is_one_line_and_the_rest_is_read(
    onrecord: Run, article: Path, words: Path, tmp_path: Path
) -> None:
    with (words / "sea.ttl").open("a", encoding="utf-8") as file:
        file.write('action:retuned onr:verb "float home" .\n')
    said = onrecord("build", article, "--store", tmp_path / "s", "--ontology", words)
    assert said.code == 0 and "1 read" in said.out
    assert said.err.count("\n") == 1 and said.err.startswith(f"word lists: {words / 'sea.ttl'}: <https://w3id.org")
