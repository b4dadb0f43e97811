"""The history of a store: the record as it stood on a day is what was read on that day."""

import datetime as dt
from collections.abc import Iterator, Mapping
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

import pyoxigraph as ox
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.errors import StoreError, UsageError
from onrecord.graph import iri
from onrecord.store import Address, Before, Reader, Record, Writer, changes, opened
from onrecord.store.past import _KEPT

ONR = "https://w3id.org/onrecord/ns#"
NAME = "https://schema.org/name"
FIRST_DAY = dt.date(2026, 3, 1)
State = tuple[set[str], set[str], Mapping[str, Record], dict[str, str]]


def article(name: str) -> str:
    return f"{iri.BASE}article/{name}"


def line(about: str, text: str) -> str:
    return f'<{about}> <{NAME}> "{text}" .\n'


def day(number: int) -> dt.date:
    return FIRST_DAY + dt.timedelta(number)


def clock(number: int) -> dt.datetime:
    return dt.datetime.combine(day(number), dt.time(23, 30), dt.UTC)


def change(folder: Path, number: int, puts: Mapping[str, str], drops: set[str], shared: str = "") -> None:
    """Build on a day: articles with what they say, those that go, and what is told across articles."""
    with closing(Writer(folder, lambda: clock(number))) as writer:
        for name in drops & set(writer.catalogue.articles()):
            writer.drop(name)
        for name, text in puts.items():
            record = Record(name, f"/in/{name}", f"{text}-hash", f"{number}")
            writer.put(name, text, line(name, text), record)
        if shared:
            writer.exchange(iri.SHARED_GRAPH, line("urn:x", "a") + line("urn:y", "b"), line("urn:x", shared))
        writer.commit()


def state(reader: Reader) -> State:
    """All that a reader shows: statements, graphs, records, texts."""
    records = reader.records()
    texts = {one.sha256: reader.text(one.sha256) for one in records.values()}
    graphs = {str(graph) for graph in reader.database.named_graphs()}
    return set(map(str, reader.database)), graphs, records, texts


CHANGES = st.fixed_dictionaries(
    {
        "puts": st.dictionaries(st.sampled_from([article(n) for n in "abcd"]), st.sampled_from("xyz"), max_size=3),
        "drops": st.sets(st.sampled_from([article(n) for n in "abcd"]), max_size=2),
        "shared": st.sampled_from(["", "a", "b", "c"]),
    }
)


@settings(max_examples=5, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(CHANGES, min_size=2, max_size=3), st.sampled_from([1, 100_000]))
def test_the_record_of_a_day_is_what_was_read_on_it(steps: list[dict], most: int) -> None:  # type: ignore[type-arg]
    with TemporaryDirectory() as place, pytest.MonkeyPatch.context() as patched:
        patched.setattr(changes, "_MOST", most)  # units, beyond which whole graphs are compared
        store, read = Path(place) / "s", list[State]()
        for number, step in enumerate(steps):
            change(store, number, **step)
            read.append(state(Reader(store)))
        assert [state(Reader(store, as_of=day(number))) for number in range(len(steps))] == read


def test_the_last_build_of_a_day_counts_until_the_next_one(tmp_path: Path) -> None:
    for number, text in ((0, "morning"), (0, "evening"), (5, "later")):
        change(tmp_path, number, {article("a"): text}, set())
    told = [str(quad.object.value) for n in (0, 4, 5, 9) for quad in names(Reader(tmp_path, as_of=day(n)))]
    assert told == ["evening", "evening", "later", "later"]


def names(reader: Reader) -> Iterator[ox.Quad]:
    return reader.database.quads_for_pattern(None, ox.NamedNode(NAME), None, None)


def test_before_the_first_build_nothing_is_on_record(tmp_path: Path) -> None:
    change(tmp_path, 0, {article("a"): "x"}, set())
    assert state(Reader(tmp_path, as_of=day(-1))) == (set(), set(), {}, {})


def test_the_record_as_a_build_found_it(tmp_path: Path) -> None:
    for number, text in enumerate("xyz"):
        change(tmp_path, number, {article("a"): text}, set())
    reader = Reader(tmp_path, as_of=Before("2026-03-02T23:30:00.000Z"))
    assert [quad.object.value for quad in names(reader)] == ["x"]
    with pytest.raises(StoreError, match=r"no build of 2026-03-02T00:00:00Z is known"):
        Reader(tmp_path, as_of=Before("2026-03-02T00:00:00Z"))


def test_a_record_of_today_is_no_more_the_newest_once_there_is_a_newer_one(tmp_path: Path) -> None:
    change(tmp_path, 0, {article("a"): "x"}, set())
    today, yesterday = Reader(tmp_path, as_of=day(1)), Reader(tmp_path, as_of=day(0))
    assert today.is_newest() and yesterday.is_newest()
    change(tmp_path, 1, {article("a"): "y"}, set())
    assert not today.is_newest() and yesterday.is_newest()


def test_changes_of_all_kinds_are_undone(tmp_path: Path) -> None:
    """Among them what an update brought: the default graph, blank nodes, graphs that nobody told of."""
    change(tmp_path, 0, {article("a"): "x"}, set())
    with closing(Writer(tmp_path, lambda: clock(1))) as writer:
        name = ox.NamedNode(NAME)
        writer.database.add(ox.Quad(ox.NamedNode("urn:x"), name, ox.Literal("told")))
        writer.database.add(ox.Quad(ox.BlankNode("b"), name, ox.BlankNode("c"), ox.NamedNode("urn:g")))
        writer.anything_changed()
        writer.commit()
    read = state(Reader(tmp_path))
    with closing(Writer(tmp_path, lambda: clock(2))) as writer:
        writer.database.clear()
        writer.anything_changed()
        writer.commit()
    assert state(Reader(tmp_path, as_of=day(1))) == read


def test_past_records_do_not_pile_up(tmp_path: Path) -> None:
    for number in range(_KEPT + 3):
        change(tmp_path, number, {article("a"): f"{number}"}, set())
    for number in range(_KEPT + 2):
        Reader(tmp_path, as_of=day(number))
    assert len(list((tmp_path / "as-of").iterdir())) == _KEPT


def test_a_commit_that_breaks_off_leaves_no_history(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    change(tmp_path, 0, {article("a"): "x"}, set())
    with monkeypatch.context() as patched, pytest.raises(KeyboardInterrupt):
        patched.setattr("onrecord.store.catalogue.Catalogue.commit", broken_off)
        change(tmp_path, 1, {article("a"): "y"}, set())
    change(tmp_path, 2, {article("a"): "z"}, set())
    told = [str(quad.object.value) for n in (0, 1, 2) for quad in names(Reader(tmp_path, as_of=day(n)))]
    assert told == ["x", "x", "z"]


def broken_off(*_: object) -> None:
    raise KeyboardInterrupt


def test_of_a_store_from_before_there_were_histories_the_past_is_not_known(tmp_path: Path) -> None:
    change(tmp_path, 0, {article("a"): "x"}, set())
    with closing(Writer(tmp_path)) as writer:
        writer.catalogue.database.execute("DROP TABLE build")
        writer.catalogue.database.execute("DROP TABLE delta")
        writer.catalogue.keep()
    with pytest.raises(StoreError, match=r"on 2026-03-01 is not known: the history of this store begins with its next"):
        Reader(tmp_path, as_of=day(0))
    change(tmp_path, 3, {article("a"): "y"}, set())
    with pytest.raises(StoreError, match=r"on 2026-03-03 is not known: the history of this store begins on 2026-03-04"):
        Reader(tmp_path, as_of=day(2))
    assert [quad.object.value for quad in names(Reader(tmp_path, as_of=day(3)))] == ["y"]


def test_a_store_elsewhere_has_no_past(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", "/home/x/state")
    with pytest.raises(UsageError, match=r"holds what is on record now: .* \(--store /home/x/state/onrecord/h-.*\)$"):
        opened(Address("http://h"), as_of=FIRST_DAY)


# The view without the names of children ------------------------------------------------------------------------------


def tell(folder: Path, number: int, name: str, person: str, minor: bool) -> None:
    """Build a store of one article, which names a person and perhaps calls the person a child."""
    node = f"{article(name)}#person-{person.lower()}-1"
    graph = line(node, person) + f"<{node}> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <{ONR}Person> .\n"
    graph += f'<{node}> <{ONR}minor> "true"^^<http://www.w3.org/2001/XMLSchema#boolean> .\n' if minor else ""
    with closing(Writer(folder, lambda: clock(number))) as writer:
        for gone in set(writer.catalogue.articles()) - {article(name)}:
            writer.drop(gone)
        text = f"{person} is home."
        writer.put(article(name), text, graph, Record("a.txt", "/in/a.txt", f"{name}-hash", "f"))
        writer.commit()


def shown(folder: Path, number: int | None) -> str:
    """All that the view shows."""
    reader = Reader(folder, redacted=True, as_of=None if number is None else day(number))
    return "\n".join([*map(str, reader.database), *(reader.text(one.sha256) for one in reader.records().values())])


def test_a_name_that_was_withheld_once_is_withheld_in_earlier_records(tmp_path: Path) -> None:
    for number, (name, person, minor) in enumerate(
        [("a", "Ilia", False), ("b", "Ilia", True), ("c", "Somebody", False)]
    ):
        tell(tmp_path, number, name, person, minor)
    assert "Ilia" in "".join(map(str, Reader(tmp_path, as_of=day(0)).database)), "who asks the store itself sees it"
    for number in (0, 1, 2, None):
        assert "ilia" not in shown(tmp_path, number).lower()
    assert "████ is home." in shown(tmp_path, 0) and "Somebody is home." in shown(tmp_path, None)


def test_what_the_view_leaves_out_of_the_present_record_is_what_is_former(tmp_path: Path) -> None:
    tell(tmp_path, 0, "a", "Ilia", minor=True)
    tell(tmp_path, 1, "b", "Ilia", minor=True)
    whole, view = (Reader(tmp_path, redacted=redacted) for redacted in (False, True))
    assert iri.FORMER_GRAPH in map(str_of, whole.database.named_graphs())
    assert iri.FORMER_GRAPH not in map(str_of, view.database.named_graphs())
    assert len(list(view.triples(iri.HISTORY_GRAPH))) == len(list(whole.triples(iri.HISTORY_GRAPH))) == 1


def str_of(graph: ox.NamedNode | ox.BlankNode) -> str:
    return graph.value
