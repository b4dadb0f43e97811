"""The command line, as people and scripts meet it: what it says, where it says it, and how it ends."""

import csv
import io
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path

import pytest
from typer.main import get_command

import samples
from commands import Said
from onrecord import cli
from onrecord.answers.ask import named_queries
from onrecord.build import build as building
from onrecord.build.models import models
from onrecord.build.results import Summary
from onrecord.extract import pipeline
from onrecord.settings import Reading
from onrecord.store import Reader, Writer
from onrecord.values.configuration import Configuration
from onrecord.values.rejection import Rejection

Run = Callable[..., Said]
ARTICLES = Path(__file__).parents[1] / "articles"
COMMANDS = sorted(get_command(cli.app).commands)  # type: ignore[attr-defined]
KINDS = ".docx, .eml, .htm, .html, .json, .jsonl, .md, .pdf, .txt, .wacz, .warc, .warc.gz"
TEXT = "Dmytro Lubinets met eleven children in Kyiv."


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return samples.store(tmp_path_factory.mktemp("cli") / "s")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with one sound article, for what is wrong to lie beside."""
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "sound.txt").write_text(TEXT, encoding="utf-8")
    return tmp_path / "in"


@pytest.fixture(autouse=True)
def same_configuration(configured: Configuration, monkeypatch: pytest.MonkeyPatch) -> None:
    """The configuration is worked out once for all commands here; `test_configuration` is about how."""

    def of(how: Reading) -> Configuration:
        models(how)  # says that a model is missing
        return configured

    monkeypatch.setattr("onrecord.build.fingerprint.configuration", of)


def sources(store: Path) -> list[str]:
    return sorted(record.source for record in Reader(store).records().values())


def query(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


# Help ----------------------------------------------------------------------------------------------------------------


def test_the_contracts_commands_are_there() -> None:
    assert {"build", "ask", "validate", "export", "serve", "doctor"} <= set(COMMANDS)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_says_what_it_does_and_gives_an_example(onrecord: Run, command: str) -> None:
    said = onrecord(command, "--help")
    assert said.code == 0
    assert re.search(rf"Examples?: .*onrecord {command}", said.out)
    assert "Usage: " in said.out
    parameters = get_command(cli.app).commands[command].params  # type: ignore[attr-defined]
    assert all(getattr(p, "help", "") for p in parameters if p.name != "help")


@pytest.mark.parametrize("arguments", [(), ("-h",), ("--help",)])
def test_without_a_command_the_commands_are_listed(onrecord: Run, arguments: tuple[str, ...]) -> None:
    said = onrecord(*arguments)
    assert all(command in said.out + said.err for command in COMMANDS)


def test_the_version(onrecord: Run) -> None:
    assert re.fullmatch(r"onrecord \d+\.\d+\.\d+\n", onrecord("--version").out)


@pytest.mark.parametrize(
    "arguments",
    [
        ("sing",),
        ("build",),
        ("build", "a.txt", "--colour"),
        ("build", "a.txt", "--workers", "0"),
        ("ask", "figures", "--format", "xlsx"),
        ("ask", "figures", "people"),
        ("export",),
        ("validate", "--format", "pdf"),
        ("serve", "--port", "ninety"),
    ],
)
def test_wrong_usage_ends_with_2(onrecord: Run, arguments: tuple[str, ...]) -> None:
    said = onrecord(*arguments)
    assert said.code == 2
    assert "Usage" in said.err
    assert "Traceback" not in said.err


# Build ---------------------------------------------------------------------------------------------------------------


@pytest.mark.model
def test_build_says_what_it_did_and_the_second_time_that_there_was_nothing_to_do(
    onrecord: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = tmp_path / "s"
    said = onrecord("build", ARTICLES, "--store", store)
    assert said.out == f"{store}: 6 read, 0 unchanged\n"
    assert (said.code, said.err) == (0, "")
    with monkeypatch.context() as patched:
        patched.setattr(pipeline, "find", lambda *_: pytest.fail("something was read"))
        said = onrecord("build", ARTICLES, "--store", store)
    assert (said.code, said.out) == (0, f"{store}: 0 read, 6 unchanged - nothing to do\n")
    assert len(sources(store)) == 6


@pytest.mark.model
def test_build_reads_standard_input(onrecord: Run, tmp_path: Path) -> None:
    line = json.dumps({"id": "wire/7", "text": TEXT}).encode()
    assert onrecord("build", "-", "--store", tmp_path / "s", stdin=line).code == 0
    assert sources(tmp_path / "s") == ["wire/7"]


@pytest.mark.model
def test_the_store_may_be_named_by_the_environment(
    onrecord: Run, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ONRECORD_STORE", str(tmp_path / "mine"))
    assert onrecord("build", folder).code == 0
    assert "sound.txt" in onrecord("ask", "articles").out


BAD_FILES = {
    "empty.txt": (b"", "is empty"),
    "binary.txt": (b"\x89PNG\r\n\x1a\n\x00\x00", "not a text: it holds NUL bytes"),
    "latin.txt": ("Діти вдома".encode("cp1251"), "not UTF-8 (byte 2): save it as UTF-8"),
    "line.txt": (b"children " * 2_222_223, "20,000,007 characters are more than one article's 1,000,000: split it"),
    "line.jsonl": (
        b'{"id": "1", "text": "' + b"children " * 2_222_223 + b'"}',
        ", line 1: 20,000,007 characters are more than one article's 1,000,000: split it",
    ),
    "broken.jsonl": (
        b'{"id": "1", "text": "Kyiv."}\n{"id": "2", "te\n{"id": "3", "text": "Lviv."}\n',
        ", line 2: not JSON: ",
    ),
    "sound copy.txt": (TEXT.encode(), "the same article as sound copy.txt, which is kept"),
}


@pytest.mark.model
@pytest.mark.parametrize("name", BAD_FILES)
def test_bad_input_is_one_clear_line_and_everything_else_is_built(onrecord: Run, folder: Path, name: str) -> None:
    content, reason = BAD_FILES[name]
    (folder / name).write_bytes(content)
    store = folder.parent / "s"
    said = onrecord("build", folder, "--store", store)
    assert said.code == 1
    (line,) = said.err.splitlines()
    assert line.startswith("refused: ")
    assert reason in line
    assert "1 refused" in said.out
    expected = {"sound.txt"} if "copy" not in name else {"sound copy.txt"}
    assert set(sources(store)) == expected | ({"1", "3"} if name == "broken.jsonl" else set())


@pytest.mark.parametrize("name", [name for name in BAD_FILES if name not in ("broken.jsonl", "sound copy.txt")])
def test_where_nothing_could_be_read_it_ends_with_2(onrecord: Run, tmp_path: Path, name: str) -> None:
    content, reason = BAD_FILES[name]
    (tmp_path / name).write_bytes(content)
    said = onrecord("build", tmp_path / name, "--store", tmp_path / "s")
    assert (said.code, said.out) == (2, "")
    (line,) = said.err.splitlines()
    assert line.startswith(f"refused: {tmp_path / name}")
    assert reason in line


@pytest.mark.parametrize(
    ("given", "reason"),
    [
        ("gone.txt", "no such file or folder"),
        ("gone.jsonl", "no such file or folder"),
        ("x" * 5000, "no such file or folder"),
        ("", f"no article in this folder: {KINDS} are read"),
        ("notes.odt", f"not a kind of file onrecord reads: {KINDS}"),
    ],
)
def test_a_path_that_gives_nothing_ends_with_2(onrecord: Run, tmp_path: Path, given: str, reason: str) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "notes.odt").write_bytes(b"PK")
    path = tmp_path / "in" / given
    said = onrecord("build", path, "--store", tmp_path / "s", "--workers", 4)
    assert (said.code, said.out, said.err) == (2, "", f"refused: {path}: {reason}\n")


@pytest.mark.model
def test_a_path_that_does_not_exist_beside_one_that_does(onrecord: Run, folder: Path) -> None:
    said = onrecord("build", folder / "gone.txt", folder, "--store", folder.parent / "s")
    assert said.code == 1
    assert said.err == f"refused: {folder / 'gone.txt'}: no such file or folder\n"
    assert sources(folder.parent / "s") == ["sound.txt"]


@pytest.mark.model
def test_taking_the_last_article_out_is_told(onrecord: Run, folder: Path) -> None:
    store = folder.parent / "s"
    onrecord("build", folder, "--store", store)
    (folder / "sound.txt").unlink()
    said = onrecord("build", folder, "--store", store)
    assert said.code == 1
    assert said.out == f"{store}: 0 read, 0 unchanged, 1 removed, 1 refused\n"
    assert sources(store) == []


def test_a_store_path_that_is_a_file_ends_with_2(onrecord: Run, folder: Path) -> None:
    path = folder / "sound.txt"
    for command in (["build", folder], ["ask", "figures"], ["validate"], ["export", "--out", "x.ttl"], ["serve"]):
        said = onrecord(*command, "--store", path)
        assert (said.code, said.out, said.err) == (2, "", f"onrecord: {path} is a file: name a folder for the store\n")


def test_a_store_that_another_process_holds_ends_with_2(
    onrecord: Run, folder: Path, store: Path, tmp_path: Path
) -> None:
    held = tmp_path / "held"
    shutil.copytree(store, held)
    holding = "import sys, pathlib; from onrecord.store import Writer; w = Writer(pathlib.Path(sys.argv[1]))"
    holder = subprocess.Popen(
        [sys.executable, "-c", f"{holding}; print('held', flush=True); sys.stdin.read()", str(held)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    try:
        assert holder.stdout is not None
        holder.stdout.readline()
        said = onrecord("build", folder, "--store", held)
        assert (said.code, said.out) == (2, "")
        assert said.err == (
            f"onrecord: {held}: the store cannot be opened: another process holds it open: "
            "wait for it, or name another folder\n"
        )
        assert onrecord("ask", "people", "--store", held).code == 0, "those who only ask are served"
    finally:
        holder.communicate(b"")


def test_a_model_that_is_not_installed_ends_with_2(onrecord: Run, folder: Path) -> None:
    for name in ("no_such_model", "json", str(folder)):
        said = onrecord("build", folder, "--store", folder.parent / "s", "--model", name)
        assert said.code == 2
        assert said.err.startswith("onrecord: ")
        assert said.err.count("\n") == 1


def test_what_the_gate_holds_back_is_told_with_its_sentence(onrecord: Run, tmp_path: Path) -> None:
    rejection = Rejection("a.txt", "http://e/1", "Figure: value 3", "A figure says what is counted.", "“We\nsaw 3.”")
    twice = Rejection("a.txt", "http://e/1", "Figure: value 3", "A figure has one value.", "")
    summary = Summary(new=1, rejected=[rejection, twice])
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(building, "build", lambda *_: summary)
        said = onrecord("build", tmp_path, "--store", "s")
    assert said.code == 1
    assert said.err == (
        'held back: a.txt: A figure says what is counted. (Figure: value 3) in: "“We saw 3.”"\n'
        "held back: a.txt: A figure has one value. (Figure: value 3)\n"
    )
    assert said.out == "s: 1 read, 0 unchanged, 1 statements held back\n"


def test_processes_that_cannot_start_are_one_line(
    onrecord: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def killed(*_: object) -> None:
        raise BrokenProcessPool("A process in the process pool was terminated abruptly")

    monkeypatch.setattr("onrecord.cli.building._many", lambda _: True)
    monkeypatch.setattr(building, "build", killed)
    said = onrecord("build", tmp_path, "--workers", 2)
    assert (said.code, said.err.count("\n")) == (2, 1)
    assert "try --workers 1" in said.err


@pytest.mark.parametrize("part", ["0/2", "3/2", "1", "1/0", "a/b", "-1/2", "1/2/3", ""])
def test_what_is_no_part_is_one_line(onrecord: Run, tmp_path: Path, part: str) -> None:
    said = onrecord("build", tmp_path, "--store", tmp_path / "s", "--shard", part)
    assert (said.code, said.err.count("\n")) == (2, 1)
    assert "is no part: give it as I/N" in said.err


def test_a_cluster_that_does_not_answer_is_one_line(onrecord: Run, tmp_path: Path) -> None:
    pytest.importorskip("distributed")
    said = onrecord("build", tmp_path, "--store", tmp_path / "s", "--cluster", "nonsense://127.0.0.1:1")
    assert (said.code, said.err.count("\n")) == (2, 1)
    assert "no Dask scheduler answers there" in said.err


@pytest.mark.slow
@pytest.mark.model
def test_several_processes_read_as_one_does(onrecord: Run, tmp_path: Path) -> None:
    lines = [json.dumps({"id": str(n), "text": f"{TEXT} It was visit {n}."}) for n in range(40)]
    path = tmp_path / "wire.jsonl"
    path.write_text("\n".join(lines), encoding="utf-8")
    one, two = tmp_path / "one", tmp_path / "two"
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("onrecord.cli.building._LARGE", 1)
        assert onrecord("build", path, "--store", two, "--workers", 2).out == f"{two}: 40 read, 0 unchanged\n"
    assert onrecord("build", path, "--store", one, "--workers", 1).out == f"{one}: 40 read, 0 unchanged\n"
    for name in (one, two):
        assert onrecord("export", "--store", name, "--out", f"{name}.ttl").code == 0
    assert (tmp_path / "one.ttl").read_bytes() == (tmp_path / "two.ttl").read_bytes()


# Decisions -----------------------------------------------------------------------------------------------------------

DECISIONS = "decision,node,other,value,article,by,on,why\n"


@pytest.fixture
def decided(tmp_path: Path) -> Callable[[str], Path]:
    """Writes a file of decisions with these rows."""

    def write(rows: str) -> Path:
        path = tmp_path / "decisions.csv"
        path.write_text(DECISIONS + rows, encoding="utf-8")
        return path

    return write


def test_decisions_need_no_articles_and_are_kept(onrecord: Run, tmp_path: Path, decided: Callable[[str], Path]) -> None:
    store = samples.store(tmp_path / "s")
    told = onrecord("build", "--decisions", decided("not a name,Kyiv,,,,O. Hrabar,2026-11-22,\n"), "--store", store)
    assert (told.code, told.out) == (0, f"{store}: 0 read, 0 unchanged, 1 decision applied\n")
    assert "Kyiv" not in onrecord("ask", "places", "--store", store).out
    assert "O. Hrabar" in onrecord("ask", "decisions", "--store", store).out


def test_a_bad_decision_is_told_with_file_line_and_remedy(
    onrecord: Run, tmp_path: Path, decided: Callable[[str], Path]
) -> None:
    store = samples.store(tmp_path / "s")
    rows = "equal,a,b,,,me,2026-11-22,\nnot a name,Kyiv,,,,me,2026-11-22,\nnot a name,Atlantis,,,,me,2026-11-22,\n"
    told = onrecord("build", "--decisions", decided(rows), "--store", store)
    assert told.code == 1
    first, second = told.err.splitlines()
    assert first.startswith("decision not applied: decisions.csv, line 2: 'equal' is no decision: write same,")
    assert (
        second == "decision not applied: decisions.csv, line 4: not a name: Atlantis: nothing in the store is called so"
    )
    assert "1 decision applied" in told.out


def test_a_file_of_decisions_that_is_not_there_is_wrong_usage(onrecord: Run, tmp_path: Path) -> None:
    told = onrecord("build", "--decisions", "nowhere.csv", "--store", tmp_path / "s")
    assert told.code == 2
    assert "nowhere.csv: cannot be read" in told.err


# Ask -----------------------------------------------------------------------------------------------------------------


def test_ask_alone_lists_the_questions_with_their_titles(onrecord: Run) -> None:
    said = onrecord("ask")
    assert said.code == 0
    lines = [line.split(maxsplit=1) for line in said.out.splitlines()]
    assert lines[0] == ["question", "title"]
    assert [tuple(line) for line in lines[1:]] == [(q.name, q.title) for q in named_queries().values()]


@pytest.mark.parametrize("name", sorted(named_queries()))
def test_every_question_answers_in_every_format(onrecord: Run, store: Path, name: str) -> None:
    columns = list(named_queries()[name].columns)
    said = {form: onrecord("ask", name, "--store", store, "--format", form) for form in ("json", "csv", "tsv", "table")}
    assert {one.code for one in said.values()} == {0}
    document = json.loads(said["json"].out)
    assert document["head"]["vars"] == columns
    rows = document["results"]["bindings"]
    as_csv = list(csv.DictReader(io.StringIO(said["csv"].out, newline="")))
    assert [dict.fromkeys(columns, "") | {k: v["value"] for k, v in row.items()} for row in rows] == as_csv
    assert said["tsv"].out.splitlines()[0] == "\t".join(f"?{column}" for column in columns)
    assert said["tsv"].out.rstrip("\n").count("\n") == len(rows)
    table = said["table"].out.splitlines()
    assert table[0].split() == columns
    assert len(table) == len(rows) + 1, "a row is a line"
    assert said["table"].err == f"{len(rows)} row{'' if len(rows) == 1 else 's'}\n"


def test_a_table_in_a_pipe_is_not_cut(onrecord: Run, tmp_path: Path) -> None:
    words = "[bold]:smile:[/] " + "children \\[of] " * 300 + "end"
    said = samples.claims(positions=[samples.replace(samples.POSITION, title=words)])
    store = samples.store(tmp_path / "s", said)
    assert " ".join(words.split()) in onrecord("ask", "positions", "--store", store).out


def test_an_unknown_question_ends_with_2(onrecord: Run, store: Path) -> None:
    said = onrecord("ask", "figuers", "--store", store)
    assert (said.code, said.out) == (2, "")
    assert said.err == "onrecord: no question is called 'figuers': `onrecord ask` lists them\n"


def test_a_query_may_come_from_a_file_or_standard_input(onrecord: Run, store: Path, tmp_path: Path) -> None:
    text = "SELECT (COUNT(*) AS ?n) { ?article a <https://w3id.org/onrecord/ns#Article> }"
    from_file = onrecord("ask", query(tmp_path / "count.rq", text), "--store", store, "--format", "csv")
    from_stdin = onrecord("ask", "-", "--store", store, "--format", "csv", stdin=text.encode())
    assert (from_file.code, from_file.out) == (from_stdin.code, from_stdin.out) == (0, "n\r\n1\r\n")


def test_a_verdict_and_triples(onrecord: Run, store: Path) -> None:
    assert onrecord("ask", "-", "--store", store, stdin=b"ASK { ?s ?p ?o }").out == "yes\n"
    assert onrecord("ask", "-", "--store", store, stdin=b"ASK { ?s ?p 'no' }").out == "no\n"
    verdict = onrecord("ask", "-", "--store", store, "--format", "json", stdin=b"ASK { ?s ?p ?o }")
    assert json.loads(verdict.out)["boolean"] is True
    said = onrecord("ask", "-", "--store", store, stdin=b"CONSTRUCT WHERE { ?s a ?type }")
    assert said.code == 0
    assert all(line.endswith(" .") for line in said.out.splitlines())


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (b"SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }", "SERVICE"),
        (b"SELECT * WHERE {", "the query"),
        (b"DROP ALL", "the query"),
        (b"\xff\xfe", "cannot be read"),
        (b"", "the query"),
        ("x" * 5000, "no question is called"),
        ("SELECT * { ?s ?p ?o }", "no question is called"),
    ],
)
def test_a_query_that_may_not_be_asked_ends_with_2(onrecord: Run, store: Path, text: bytes | str, reason: str) -> None:
    name, stdin = ("-", text) if isinstance(text, bytes) else (text, b"")
    said = onrecord("ask", name, "--store", store, stdin=stdin)
    assert (said.code, said.out) == (2, "")
    assert said.err.startswith("onrecord: ")
    assert reason in said.err
    assert said.err.count("\n") == 1


def test_a_store_that_is_not_there_ends_with_2(onrecord: Run, tmp_path: Path) -> None:
    for command in (["ask", "people"], ["validate"], ["export", "--out", tmp_path / "x.ttl"], ["serve"]):
        said = onrecord(*command, "--store", tmp_path / "gone")
        assert (said.code, said.out, said.err.count("\n")) == (2, "", 1)
        assert "make one with `onrecord build INPUT --store" in said.err


@pytest.mark.slow
@pytest.mark.parametrize("form", ["table", "json", "csv", "tsv"])
def test_a_reader_that_has_seen_enough_is_no_error(tmp_path: Path, form: str) -> None:
    store = samples.store(tmp_path / "s", sources=[f"{n}.txt" for n in range(40)])
    command = [sys.executable, "-m", "onrecord", "ask", "evidence", "--store", str(store), "--format", form]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert process.stdout is not None
    assert process.stderr is not None
    assert process.stdout.read(4)
    process.stdout.close()
    errors = process.stderr.read().decode()
    assert process.wait() == 0
    assert "rror" not in errors


# Validate, export, doctor --------------------------------------------------------------------------------------------


def test_validate_says_that_the_store_conforms(onrecord: Run, store: Path) -> None:
    said = onrecord("validate", "--store", store)
    assert (said.code, said.out, said.err) == (0, "1 graph checked: conforms\n", "")


def test_validate_tells_what_does_not_conform_and_ends_with_1(onrecord: Run, tmp_path: Path) -> None:
    path = query(tmp_path / "a.ttl", "<http://e/p> a <https://w3id.org/onrecord/ns#Place> .")
    said = onrecord("validate", path)
    assert said.code == 1
    assert "A place has one preferred name, and it is not empty." in said.out
    assert said.out.endswith("1 graph checked: 2 violations\n")
    turtle = onrecord("validate", path, "--format", "turtle")
    assert turtle.code == 1
    assert "sh:ValidationReport" in turtle.out
    assert onrecord("validate", tmp_path / "gone.ttl").code == 2


def test_validate_repeats_what_was_held_back(onrecord: Run, tmp_path: Path) -> None:
    store = samples.store(tmp_path / "s")
    writer = Writer(store)
    (name,) = writer.catalogue.articles()
    record = writer.catalogue.get(name)
    assert record is not None
    rejection = Rejection("release.txt", "http://e/1", "Figure: value 3", "A figure says what is counted.", "“3.”")
    writer.catalogue.put(name, samples.replace(record, rejections=(rejection,)))
    writer.commit()
    writer.close()
    said = onrecord("validate", "--store", store)
    assert said.code == 0
    assert said.err.startswith("held back when it was built: release.txt: A figure says what is counted.")


@pytest.mark.parametrize("suffix", ["ttl", "nt", "nq", "trig", "jsonld", "csv", "graphml", "ttl.gz"])
def test_export_writes_the_format_of_the_name(onrecord: Run, store: Path, tmp_path: Path, suffix: str) -> None:
    said = onrecord("export", "--store", store, "--out", tmp_path / f"out.{suffix}")
    assert said.code == 0
    assert re.fullmatch(r".*/out\.\S+: \d+ statements\n", said.out)
    assert (tmp_path / f"out.{suffix}").stat().st_size > 0


def test_export_to_another_format_ends_with_2(onrecord: Run, store: Path, tmp_path: Path) -> None:
    said = onrecord("export", "--store", store, "--out", tmp_path / "out.xlsx")
    assert said.code == 2
    assert said.err.startswith("onrecord: out.xlsx: onrecord writes .ttl")


@pytest.mark.model
def test_doctor_says_that_all_is_well(onrecord: Run, store: Path) -> None:
    said = onrecord("doctor", "--store", store)
    assert said.code == 0, said.out
    assert "1 articles" in said.out
    assert "mend it with" not in said.out


@pytest.mark.model
def test_doctor_says_what_is_missing_and_the_command_that_mends_it(onrecord: Run, tmp_path: Path) -> None:
    said = onrecord("doctor", "--store", tmp_path / "gone", "--model", "no_such_model")
    assert said.code == 1
    assert "mend it with: pip install no_such_model" in said.out
    assert f"mend it with: onrecord build INPUT --store {tmp_path / 'gone'}" in said.out


# As a program --------------------------------------------------------------------------------------------------------


def test_as_a_module_it_is_the_same_program(tmp_path: Path) -> None:
    environment = {**os.environ, "COLUMNS": "200"}
    command = [sys.executable, "-m", "onrecord", "ask", "figures", "--store", str(tmp_path / "gone")]
    ended = subprocess.run(command, capture_output=True, text=True, env=environment)
    assert (ended.returncode, ended.stdout) == (2, "")
    assert ended.stderr.startswith("onrecord: ")
    assert "Traceback" not in ended.stderr


def test_a_long_table_is_printed_in_parts_under_one_header(
    onrecord: Callable[..., Said], house: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = onrecord("ask", "people", "--store", house)
    monkeypatch.setattr("onrecord.cli.terminal._PART", 3)
    parts = onrecord("ask", "people", "--store", house)
    assert [line.split() for line in parts.out.splitlines()] == [line.split() for line in whole.out.splitlines()]
    assert parts.err == whole.err
