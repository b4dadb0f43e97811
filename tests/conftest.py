"""What the tests share: the language model, loaded once, a store built once, the command line, and the folder of shared
gold articles where there is one."""

import datetime as dt
import io
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import hypothesis
import pytest
from spacy.language import Language
from spacy.tokens import Doc

import parses
from commands import Said
from onrecord import cli
from onrecord.build.build import build
from onrecord.build.fingerprint import configuration
from onrecord.build.results import Summary
from onrecord.extract import pipeline
from onrecord.settings import Reading
from onrecord.values.configuration import Configuration

ARTICLES = Path(__file__).parent / "articles"
SHARED = Path(__file__).resolve().parents[2] / "shared"
# The same examples in each run: what turns red is the change. A busy machine is no fault of an example's.
hypothesis.settings.register_profile("reproducible", derandomize=True, deadline=None)
hypothesis.settings.load_profile("reproducible")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--write-parses", action="store_true", help="parse with the installed models, and keep the parses")


@pytest.fixture(scope="session")
def nlp(request: pytest.FixtureRequest) -> Iterator[Language]:
    """The pipeline over the parses kept beside the tests; no model is loaded."""
    if request.config.getoption("--write-parses"):
        recorder = parses.recording(pipeline.load())
        yield pipeline.load()
        recorder.save()
    else:
        yield pipeline.extend(parses.replaying())


@pytest.fixture(scope="session")
def read(nlp: Language) -> Callable[..., Doc]:
    """Text -> Doc with everything the components found; published on 2024-03-15, a Friday, unless said otherwise."""

    def run(text: str, published: str | None = "2024-03-15") -> Doc:
        doc = nlp.make_doc(text)
        doc._.published = dt.date.fromisoformat(published) if published else None
        return nlp(doc)

    return run


@pytest.fixture(scope="session")
def shared() -> Path:
    if not SHARED.is_dir():
        pytest.skip(f"the shared gold articles are not here ({SHARED.name}/ beside the checkout)")
    return SHARED


@pytest.fixture(scope="session")
def configured() -> Configuration:
    """This installation's configuration, worked out once."""
    return configuration(Reading())


@pytest.fixture(scope="session")
def build_house(configured: Configuration) -> Callable[[Path], Summary]:
    """Builds the articles in `tests/articles` into a store."""
    return lambda store: build([str(ARTICLES)], store, configured)


@pytest.fixture(scope="session")
def house(tmp_path_factory: pytest.TempPathFactory, build_house: Callable[[Path], Summary]) -> Path:
    """A store of the articles in `tests/articles`, to be read only."""
    store = tmp_path_factory.mktemp("house") / "store"
    build_house(store)
    return store


@pytest.fixture
def onrecord(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Callable[..., Said]:
    """The command line, as `onrecord ARGUMENTS` runs it, in this process: its model is loaded once."""
    monkeypatch.setenv("COLUMNS", "200")

    def run(*arguments: object, stdin: bytes = b"") -> Said:
        monkeypatch.setattr(sys, "argv", ["onrecord", *map(str, arguments)])
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin), encoding="utf-8"))
        capfd.readouterr()
        try:
            cli.main()
            code = 0
        except SystemExit as ended:
            code = int(ended.code or 0)
        sys.stdout.flush()
        return Said(code, *capfd.readouterr())

    return run
