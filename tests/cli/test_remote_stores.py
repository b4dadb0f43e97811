"""The commands over a SPARQL store at an address: what they say and how they end."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sparql_server import PASSWORD, USER, SparqlStore, serving

import samples
from commands import Said
from onrecord.build import build as building
from onrecord.build.results import Summary
from onrecord.values.configuration import Configuration

Run = Callable[..., Said]
NAMES = ("USER", "PASSWORD", "TOKEN", "PROXY", "UPDATE", "GRAPHS")


@pytest.fixture(autouse=True)
def alone(configured: Configuration, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No credentials, no folder of the user's own; the configuration is worked out once."""
    for name in NAMES:
        monkeypatch.delenv(f"ONRECORD_STORE_{name}", raising=False)
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "home"))
    monkeypatch.setattr("onrecord.build.fingerprint.configuration", lambda how: configured)


@pytest.fixture(scope="module")
def part(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store that can be merged into others."""
    return samples.store(tmp_path_factory.mktemp("part") / "s")


@pytest.fixture
def server() -> Iterator[SparqlStore]:
    with serving() as store:
        yield store


def test_an_address_is_filled_and_asked(onrecord: Run, server: SparqlStore, part: Path, tmp_path: Path) -> None:
    said = onrecord("merge", part, "--store", server.url)
    assert (said.code, said.out) == (0, f"{server.url}: 1 read, 0 unchanged\n")
    assert onrecord("merge", part, "--store", server.url).out.endswith("nothing to do\n")
    (state,) = (tmp_path / "home" / "onrecord").iterdir()
    for arguments in (("ask", "figures", "--format", "json"), ("why", "Mykola Kuleba"), ("validate",)):
        there, here = (onrecord(*arguments, "--store", place) for place in (server.url, state))
        assert there == here and there.code == 0
    assert json.loads(onrecord("ask", "people", "--store", server.url, "--format", "json").out)["results"]["bindings"]
    assert onrecord("export", "--store", server.url, "--out", tmp_path / "there.ttl").code == 0
    assert onrecord("export", "--store", state, "--out", tmp_path / "here.ttl").code == 0
    assert (tmp_path / "there.ttl").read_bytes() == (tmp_path / "here.ttl").read_bytes()


def test_the_state_is_where_it_is_named(onrecord: Run, server: SparqlStore, part: Path, tmp_path: Path) -> None:
    assert onrecord("merge", part, "--store", server.url, "--state", tmp_path / "state").code == 0
    assert (tmp_path / "state" / "catalogue.sqlite").exists() and not (tmp_path / "home").exists()
    said = onrecord("merge", part, "--store", server.url)
    assert (said.code, said.err.count("\n")) == (2, 1) and "name the folder with --state" in said.err


def test_build_has_the_store_filled(
    onrecord: Run, server: SparqlStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    given: list[object] = []

    def build(*arguments: object) -> Summary:
        given.extend(arguments)
        return Summary(new=1)

    monkeypatch.setattr(building, "build", build)
    said = onrecord("build", tmp_path, "--store", server.url, "--state", tmp_path / "state", "--workers", 1)
    assert said.out == f"{server.url}: 1 read, 0 unchanged\n"
    assert tmp_path / "state" in given and server.url in map(str, given)


def test_a_folder_is_its_own_state(onrecord: Run, tmp_path: Path) -> None:
    said = onrecord("build", tmp_path, "--store", tmp_path / "s", "--state", tmp_path / "t")
    assert (said.code, said.err.count("\n")) == (2, 1) and "--state goes with a store at an address" in said.err


@pytest.mark.parametrize("command", [("ask", "people"), ("validate",), ("export", "--out", "x.ttl"), ("serve",)])
def test_an_address_that_does_not_answer_is_one_line(onrecord: Run, command: tuple[str, ...]) -> None:
    said = onrecord(*command, "--store", "http://127.0.0.1:9")
    assert (said.code, said.err.count("\n")) == (2, 1)
    assert said.err.startswith("onrecord: http://127.0.0.1:9: cannot be reached: ")


def test_credentials_in_an_address_are_refused_and_not_repeated(onrecord: Run) -> None:
    said = onrecord("ask", "people", "--store", "https://ann:secret@example.org/")
    assert said.code == 2 and "set ONRECORD_STORE_USER" in said.err and "secret" not in said.err


def test_wrong_credentials_and_read_only_stores_are_one_line(
    onrecord: Run, part: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with serving(scheme="Digest") as server:
        said = onrecord("merge", part, "--store", server.url)
        assert (said.code, said.err.count("\n")) == (2, 1) and "asks for credentials" in said.err
        monkeypatch.setenv("ONRECORD_STORE_USER", USER)
        monkeypatch.setenv("ONRECORD_STORE_PASSWORD", PASSWORD)
        server.read_only = True
        said = onrecord("merge", part, "--store", server.url)
        assert (said.code, said.err.count("\n")) == (2, 1) and "may not be changed" in said.err
        server.read_only = False
        assert onrecord("merge", part, "--store", server.url).code == 0


def test_what_is_no_sparql_endpoint_is_one_line(onrecord: Run, server: SparqlStore) -> None:
    said = onrecord("ask", "people", "--store", f"{server.url}/somewhere")
    assert (said.code, said.err.count("\n")) == (2, 1) and "nothing at" in said.err


def test_updates_of_a_store_elsewhere_are_not_taken(onrecord: Run, server: SparqlStore) -> None:
    said = onrecord("serve", "--store", server.url, "--update-token", "0123456789abcdef")
    assert (said.code, said.err.count("\n")) == (2, 1) and "updates go to that store itself" in said.err


def test_doctor_looks_at_it(onrecord: Run, server: SparqlStore, part: Path) -> None:
    onrecord("merge", part, "--store", server.url)
    said = onrecord("doctor", "--store", server.url)
    assert f"ok  store           {server.url}: 1 articles, " in said.out
