"""Which build is the newest, of a store in a folder and of one elsewhere."""

import asyncio
from contextlib import closing, suppress
from pathlib import Path

import pyoxigraph as ox
import pytest
from sparql_server import serving

import samples
from onrecord.graph import iri
from onrecord.serve import builds
from onrecord.serve.builds import Builds
from onrecord.store import Address, Writer, opened, sending


def test_of_a_folder_it_is_what_the_folder_says(tmp_path: Path) -> None:
    store = samples.store(tmp_path / "s")
    newest = Builds(store, "1")
    assert newest.newest == "1"
    with closing(Writer(store)) as writer:
        writer.commit()
    assert newest.newest == "2"
    assert Builds(tmp_path / "nowhere", "").newest == ""


def test_of_a_store_elsewhere_it_is_looked_for_again_and_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(builds, "_BETWEEN", 0.01)
    monkeypatch.setattr("onrecord.store.remote.reader._LOOK", -1)
    store = samples.store(tmp_path / "s")
    with serving() as server:
        with closing(Writer(store)) as writer:
            sending(writer, Address(server.url)).send(lambda sent, of: None)
        known = opened(Address(server.url)).snapshot
        newest = Builds(Address(server.url), known)
        server.faults = [500]  # it may be out of order for a while

        async def watch() -> None:
            watching = asyncio.create_task(newest.watch())
            mark = ox.NamedNode(iri.STORE_GRAPH)
            for quad in list(server.database.quads_for_pattern(mark, None, ox.Literal("1"), mark)):
                server.database.remove(quad)
                server.database.add(ox.Quad(mark, quad.predicate, ox.Literal("2"), mark))
            with suppress(TimeoutError):
                async with asyncio.timeout(10):
                    while newest.newest == known:
                        await asyncio.sleep(0.01)
            watching.cancel()

        asyncio.run(watch())
    assert newest.newest == known.replace(" 1", " 2")
