"""The store on disk: builds that are whole or not at all, one writer, readers that see the newest finished build."""

import datetime as dt
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from onrecord.errors import StoreError
from onrecord.graph import iri
from onrecord.store import Reader, Record, Writer, told
from onrecord.values.ntriples import Ntriples
from onrecord.values.rejection import Rejection

ONE, TWO = f"{iri.BASE}article/one", f"{iri.BASE}article/two"
HOLDER = """
import sys
from pathlib import Path
from onrecord.store import Writer
writer = Writer(Path(sys.argv[1]))
print("held", flush=True)
sys.stdin.read()
"""


def triple(subject: str, text: str = "x") -> str:
    return f'<{subject}> <https://schema.org/name> "{text}" .\n'


def record(text: str, origin: str = "/in/one.txt") -> Record:
    return Record("one.txt", origin, sha256=f"{text}-hash", fingerprint="f")


def put(writer: Writer, article: str, text: str = "x") -> None:
    writer.put(article, text, triple(article, text), record(text))


@contextmanager
def writing(folder: Path) -> Iterator[Writer]:
    writer = Writer(folder, lambda: dt.datetime(2026, 3, 1, tzinfo=dt.UTC))
    try:
        yield writer
    finally:
        writer.close()


def built(folder: Path, **articles: str) -> Path:
    with writing(folder) as writer:
        for name, text in articles.items():
            put(writer, f"{iri.BASE}article/{name}", text)
        writer.commit()
    return folder


def articles(writer: Writer) -> list[str]:
    return sorted(filter(iri.is_article, writer.graphs()))


def names(folder: Path) -> list[str]:
    reader = Reader(folder)
    return [str(t.object.value) for article in reader.article_graphs() for t in reader.triples(article)]


# Writing and reading -------------------------------------------------------------------------------------------------


def test_what_was_committed_is_read_back(tmp_path: Path) -> None:
    rejection = Rejection("one.txt", f"{ONE}#x", "Figure: value 3", "A figure says what is counted.", "“Three.”")
    with writing(tmp_path / "deep" / "store") as writer:
        whole = Record("one.txt", "/in/one.txt", "ab12", "f", (rejection,))
        writer.put(ONE, "A text\r\nof two lines\u2028.", triple(ONE), whole)
        writer.commit()
    reader = Reader(tmp_path / "deep" / "store")
    assert reader.article_graphs() == [ONE]
    assert reader.records() == {ONE: whole}
    assert reader.text("ab12") == "A text\r\nof two lines\u2028."
    assert [str(t) for t in reader.triples(ONE)] == [triple(ONE).removesuffix(" .\n")]


def test_an_article_put_again_replaces_what_was_there(tmp_path: Path) -> None:
    store = built(tmp_path / "s", one="old")
    assert names(built(store, one="new")) == ["new"]


def many(said: str, count: int) -> list[tuple[str, str, Ntriples, Record]]:
    """So many articles as they are put at once; what they say holds what could be taken for the end of a line."""
    articles = [f"{iri.BASE}article/{number:02}" for number in range(count)]
    return [(name, said, Ntriples.of(triple(name, f"{said} .\\n{name[-2:]}")), record(said)) for name in articles]


@pytest.mark.parametrize(("count", "most"), [(0, 1000), (2, 1000), (20, 10_000), (20, 300), (20, 1)])
def test_articles_put_at_once_are_those_put_one_by_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, count: int, most: int
) -> None:
    monkeypatch.setattr("onrecord.store.writer._MOST", most)  # bytes: all in one load, some, each in one of its own
    for folder, step in ((tmp_path / "at once", count or 1), (tmp_path / "one by one", 1)):
        with writing(folder) as writer:
            writer.put_all(many("old", count))
            writer.put_all(many("kept", count)[:1])
            for start in range(1, count, step):
                writer.put_all(many("new", count)[start : start + step])
            writer.commit()
    once, single = Reader(tmp_path / "at once"), Reader(tmp_path / "one by one")
    assert set(map(str, once.database)) == set(map(str, single.database))
    assert len(once.article_graphs()) == count and once.records() == single.records()


def test_what_is_dropped_is_gone_and_its_text_stays_for_the_history(tmp_path: Path) -> None:
    store = built(tmp_path / "s", one="first", two="second")
    with writing(store) as writer:
        writer.drop(ONE)
        writer.commit()
    assert names(store) == ["second"]
    assert list(Reader(store).records()) == [TWO]
    assert Reader(store).text("first-hash") == "first"
    with pytest.raises(StoreError, match=r"the text other-hash… is missing: build again"):
        Reader(store).text("other-hash")


@pytest.mark.parametrize("large", [0, 10**6])
def test_much_is_added_to_a_graph_as_little_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, large: int) -> None:
    monkeypatch.setattr("onrecord.store.writer._LARGE", large)
    told = triple("https://w3id.org/onrecord/person/x", "one .\\n two"), triple("https://w3id.org/onrecord/person/y")
    with writing(tmp_path / "s") as writer:
        writer.add_to_graph(iri.ENTITY_GRAPH, told[0])
        writer.exchange(iri.ENTITY_GRAPH, told[0], "".join(told))
        writer.commit()
    assert {f"{one} .\n" for one in Reader(tmp_path / "s").triples(iri.ENTITY_GRAPH)} == {*told}


def test_graphs_other_than_articles_are_no_articles(tmp_path: Path) -> None:
    with writing(tmp_path / "s") as writer:
        writer.replace_graph(iri.ENTITY_GRAPH, triple("https://w3id.org/onrecord/person/x", "old"))
        writer.replace_graph(iri.ENTITY_GRAPH, triple("https://w3id.org/onrecord/person/x", "new"))
        writer.add_to_graph(iri.RUN_GRAPH, triple("https://w3id.org/onrecord/run/1"))
        writer.add_to_graph(iri.RUN_GRAPH, triple("https://w3id.org/onrecord/run/2"))
        writer.commit()
    reader = Reader(tmp_path / "s")
    assert reader.article_graphs() == []
    assert [t.object.value for t in reader.triples(iri.ENTITY_GRAPH)] == ["new"]
    assert len(list(reader.triples(iri.RUN_GRAPH))) == 2


# Builds that break off -----------------------------------------------------------------------------------------------


def test_many_articles_that_were_not_committed_are_undone(tmp_path: Path) -> None:
    store = built(tmp_path / "s", one="first")
    with writing(store) as writer:  # breaks off
        writer.put_all(many("other", 20))
    with writing(store) as writer:
        assert articles(writer) == [ONE]


def test_what_was_not_committed_is_undone(tmp_path: Path) -> None:
    store = built(tmp_path / "s", one="first", two="second")
    with writing(store) as writer:  # breaks off
        put(writer, ONE, "changed")
        put(writer, f"{iri.BASE}article/three", "third")
        writer.drop(TWO)
    assert names(store) == ["first", "second"]
    with writing(store) as writer:
        assert writer.catalogue.articles() == [ONE, TWO]
        assert articles(writer) == [ONE, TWO]
        assert [len(list(writer.triples(name))) for name in (ONE, TWO)] == [1, 1]
        writer.commit()
    assert names(store) == ["first", "second"]
    assert Reader(store).text("second-hash") == "second"


@pytest.mark.parametrize("step", ["onrecord.store.children.redaction", "onrecord.store.catalogue.Catalogue.commit"])
def test_a_commit_that_breaks_off_is_undone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str) -> None:
    store = built(tmp_path / "s", one="first")
    break_off(store, monkeypatch, step)
    assert names(store) == ["first"]
    assert Reader(store).records() == {ONE: record("first")}
    with writing(store) as writer:
        assert writer.catalogue.articles() == [ONE]
        assert writer.catalogue.get(ONE) == record("first")
        assert articles(writer) == [ONE] and len(list(writer.triples(ONE))) == 1
        put(writer, TWO, "second")
        writer.commit()
    assert names(store) == ["first", "second"]


def test_a_commit_that_the_catalogue_knows_of_is_done(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = built(tmp_path / "s", one="first")
    break_off(store, monkeypatch, "onrecord.store.snapshots.replace_file")
    assert names(store) == ["first"], "readers are not told of it yet"
    with writing(store) as writer:
        assert writer.catalogue.articles() == [ONE, TWO]
    assert names(store) == ["changed", "second"]
    assert Reader(store).records() == {ONE: record("changed"), TWO: record("second")}


def break_off(store: Path, monkeypatch: pytest.MonkeyPatch, step: str) -> None:
    """Change one article and add another; the commit is stopped at this step."""

    def crash(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched, pytest.raises(KeyboardInterrupt), writing(store) as writer:
        patched.setattr(step, crash)
        put(writer, ONE, "changed")
        put(writer, TWO, "second")
        writer.commit()


def test_a_first_build_that_breaks_off_leaves_an_empty_store(tmp_path: Path) -> None:
    store = tmp_path / "s"
    with writing(store) as writer:
        put(writer, ONE)
    with pytest.raises(StoreError, match=r"holds no finished build yet: run `onrecord build INPUT --store .*/s`"):
        Reader(store)
    with writing(store) as writer:
        assert len(writer.database) == 0
        writer.commit()
    assert names(store) == []


# Several at once -----------------------------------------------------------------------------------------------------


def test_readers_see_the_finished_build_while_another_one_is_under_way(tmp_path: Path) -> None:
    store = built(tmp_path / "s", one="first")
    before = Reader(store)
    with writing(store) as writer:
        put(writer, ONE, "changed")
        put(writer, TWO, "second")
        during = Reader(store)
        assert [str(t.object.value) for t in during.triples(ONE)] == ["first"]
        assert list(during.records()) == [ONE]
        writer.commit()
        assert names(store) == ["changed", "second"]
    for reader in (before, during):  # those that were open keep what they opened
        assert [str(t.object.value) for t in reader.triples(ONE)] == ["first"]


def test_old_snapshots_do_not_pile_up(tmp_path: Path) -> None:
    store = tmp_path / "s"
    for text in ("a", "b", "c", "d"):
        built(store, one=text)
    assert names(store) == ["d"]
    assert len(list((store / "snapshots").iterdir())) == 2


def test_a_second_writer_is_refused(tmp_path: Path) -> None:
    store = built(tmp_path / "s", one="first")
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(store)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    try:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        with pytest.raises(StoreError) as refused:
            Writer(store)
        assert str(refused.value) == (
            f"{store}: the store cannot be opened: another process holds it open: wait for it, or name another folder"
        )
        assert names(store) == ["first"]
    finally:
        holder.communicate("")
    assert names(built(store, two="second")) == ["first", "second"]


# What is no store ----------------------------------------------------------------------------------------------------


def test_a_file_is_no_store(tmp_path: Path) -> None:
    path = tmp_path / "graph.ttl"
    path.write_text("", encoding="utf-8")
    for kind in (Reader, Writer):
        with pytest.raises(StoreError, match=r"graph\.ttl is a file: name a folder for the store"):
            kind(path)


def test_a_folder_of_other_things_is_no_store(tmp_path: Path) -> None:
    (tmp_path / "thesis.docx").write_bytes(b"")
    for kind in (Reader, Writer):
        with pytest.raises(StoreError, match=r"is a folder, but not a store of onrecord: name another one"):
            kind(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["thesis.docx"]


def test_an_empty_folder_becomes_a_store(tmp_path: Path) -> None:
    assert names(built(tmp_path, one="first")) == ["first"]


def test_a_store_that_is_not_there_says_how_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match=r"gone: no store here: make one with `onrecord build INPUT --store .*/gone`"):
        Reader(tmp_path / "gone")
    assert not (tmp_path / "gone").exists()


@pytest.mark.parametrize(
    ("statement", "message"),
    [
        ("UPDATE note SET value = '1' WHERE name = 'format'", "written by another version of onrecord: build into a"),
        ("DELETE FROM note", "written by another version of onrecord: build into a new folder"),
        ("UPDATE article SET record = '{'", "damaged"),
        ("UPDATE article SET record = '[]'", "damaged"),
        ("""UPDATE article SET record = '{"rejections": [], "colour": "red"}'""", "damaged"),
    ],
)
def test_a_damaged_catalogue_is_told_in_one_line(tmp_path: Path, statement: str, message: str) -> None:
    store = built(tmp_path / "s", one="first")
    with sqlite3.connect(store / "catalogue.sqlite") as database:
        database.execute(statement)
    database.close()
    with pytest.raises(StoreError, match=message) as stopped, writing(store) as writer, told(store):
        writer.catalogue.get(ONE)
    assert "\n" not in str(stopped.value)


@pytest.mark.parametrize("content", [b"{" * 9000, None])
def test_a_catalogue_that_is_none_is_told_in_one_line(tmp_path: Path, content: bytes | None) -> None:
    store = built(tmp_path / "s", one="first")
    path = store / "catalogue.sqlite"
    path.unlink() if content is None else path.write_bytes(content)
    for opened in (lambda: Writer(store), lambda: Reader(store).records()):
        with pytest.raises(StoreError, match=r"damaged|another version|unable to open") as stopped:
            opened()
        assert "\n" not in str(stopped.value)


def test_a_snapshot_that_is_gone_is_told_in_one_line(tmp_path: Path) -> None:
    store = built(tmp_path / "s", one="first")
    (store / "current").write_text("7\n", encoding="ascii")
    with pytest.raises(StoreError, match=r"the store cannot be read \(.*\): build it again"):
        Reader(store)


def test_a_database_whose_making_was_killed_is_made_anew(tmp_path: Path) -> None:
    Writer(tmp_path / "s").close()
    (tmp_path / "s" / "unfinished").touch()
    shutil.rmtree(tmp_path / "s" / "graph")
    (tmp_path / "s" / "graph").mkdir()
    (tmp_path / "s" / "graph" / "000004.log").touch()  # RocksDB writes it before it says that the database is there
    writer = Writer(tmp_path / "s")
    assert not len(writer.database)
    writer.close()


def test_a_damaged_database_of_a_finished_build_is_one_line(tmp_path: Path) -> None:
    writer = Writer(tmp_path / "s")
    writer.commit()
    writer.close()
    (tmp_path / "s" / "graph" / "CURRENT").unlink()
    with pytest.raises(StoreError, match="the store cannot be opened"):
        Writer(tmp_path / "s")
