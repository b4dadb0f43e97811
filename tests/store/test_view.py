"""The view without the names of children, made of the last one by what changed, is the one that is written anew."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pyoxigraph as ox
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from children import ANA, CHILD, CLAIMS, ILIA, OLENA, SENTENCES, TEXT, at
from onrecord.build import together
from onrecord.claims import Claims, PositionClaim
from onrecord.curation import update
from onrecord.graph import article_graph, iri, to_ntriples
from onrecord.sources.article import Article
from onrecord.store import Reader, Record, Writer, view
from onrecord.store.changes import Changes
from onrecord.store.view import ViewWriter
from onrecord.values.rejection import Rejection
from samples import CONFIGURATION

SILENT = replace(CLAIMS, ages=(), statements=())
MAYOR = replace(CLAIMS, ages=(), positions=(PositionClaim(ANA, "mayor", None, (at("home"),), (SENTENCES[0],)),))
TOLD = (
    CLAIMS,
    SILENT,
    replace(CLAIMS, ages=(replace(CHILD, person=ANA),)),
    replace(SILENT, ages=(CHILD, replace(CHILD, person=OLENA))),
    replace(SILENT, entities=(ANA, OLENA)),
    MAYOR,
    replace(CLAIMS, ages=(replace(CHILD, minor=False),)),
)


def _article(number: int, claims: Claims) -> tuple[str, str, str, Record]:
    text = TEXT + f" {number}" * (number % 5)  # some articles share a text
    article = Article(f"{number}-ilia.txt", text, "2024-05-01", f"{ILIA.name} is home")
    name = iri.article(article)
    held_back = Rejection(article.source, f"{name}#ilia-1", "name: Ilia", "A name.", "Ilia said.")
    record = Record(article.source, f"/in/{article.source}", article.sha256, "f", (held_back,))
    return name, text, to_ntriples(article_graph(article, claims, CONFIGURATION)), record


ARTICLES = [_article(number, claims) for number, claims in enumerate(TOLD * 2)]
RUN = '<https://w3id.org/onrecord/run/{}> <http://purl.org/dc/terms/description> "Ilia, ANA and Olena" .\n'


def _change(folder: Path, present: set[int], wanted: set[int], step: int) -> None:
    with closing(Writer(folder)) as writer:
        for number in sorted(present - wanted):
            writer.drop(ARTICLES[number][0])
        for number in sorted(wanted - present):
            writer.put(*ARTICLES[number])
        for number in sorted(present & wanted)[:1]:
            writer.moved(ARTICLES[number][0], f"/other/{step}-ilia.txt")
        update.settle_all(writer, (), "configuration")
        together.tell(writer)
        writer.add_to_graph(iri.RUN_GRAPH, RUN.format(step))
        writer.commit()


def _written_anew(store: Path, folder: Path) -> Path:
    """The view of a store as it is written where there was none before."""
    with closing(Writer(store)) as writer:
        writing = ViewWriter(writer.database, writer.catalogue.get, writer.text)
        writing.write(folder / "none", folder, Changes(recorded=False))
        (store / "unfinished").unlink()
    return folder / "redacted"


def _shown(view: Path) -> list[object]:
    if not view.exists():
        return []
    database = ox.Store.read_only(str(view / "graph"))
    texts = {path.name: path.read_text("utf-8") for path in (view / "texts").iterdir()}
    graphs = {str(graph) for graph in database.named_graphs()}
    return [set(map(str, database)), graphs, texts, (view / "articles.json").read_text("utf-8")]


def test_articles_come_and_go_and_the_view_is_as_if_written_anew() -> None:
    as_if_written_anew([{0, 1, 2}, {1, 3}, set(), {0, 4}])


@pytest.mark.slow
@settings(max_examples=8, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sets(st.integers(0, len(ARTICLES) - 1), max_size=6), min_size=2, max_size=5))
def test_however_articles_come_and_go_the_view_is_as_if_written_anew(steps: list[set[int]]) -> None:
    as_if_written_anew(steps)


def as_if_written_anew(steps: list[set[int]]) -> None:
    """See that after each step the view is what it would be without those before."""
    with TemporaryDirectory() as place:
        store, present = Path(place) / "store", set[int]()
        for step, wanted in enumerate(steps):
            _change(store, present, wanted, step)
            present = wanted
            anew = _written_anew(store, Path(place) / f"anew-{step}")
            newest = store / "snapshots" / (store / "current").read_text().strip()
            assert _shown(newest / "redacted") == _shown(anew)


@pytest.fixture
def rewritten(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[object]]:
    """Notes when a view is written anew."""
    noted: list[object] = []
    rewrite = view.rewrite
    monkeypatch.setattr(view, "rewrite", lambda *given: noted.append("anew") or rewrite(*given))
    yield noted


def test_a_view_is_made_of_the_last_one(tmp_path: Path, rewritten: list[object]) -> None:
    _change(tmp_path / "s", set(), {0, 1, 2}, 0)
    assert len(rewritten) == 1
    _change(tmp_path / "s", {0, 1, 2}, {0, 1, 4}, 1)
    assert len(rewritten) == 1


def test_what_changes_in_other_ways_has_the_view_written_anew(tmp_path: Path, rewritten: list[object]) -> None:
    _change(tmp_path / "s", set(), {0, 1, 2}, 0)
    with closing(Writer(tmp_path / "s")) as writer:
        writer.database.update('INSERT DATA { <http://e/1> <http://e/says> "Ilia" }')
        writer.anything_changed()
        writer.commit()
    assert len(rewritten) == 2
    assert not any("Ilia" in str(quad) for quad in Reader(tmp_path / "s", redacted=True).database)
