"""Debian's Chromium over a real server: what people see, with scripts and without, on a phone and on a desk."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from library import write_empty, write_harmful, write_large, write_library
from playwright.sync_api import Browser, sync_playwright
from servers import Server, served
from visits import BUILT, CHECKOUT, WIDTHS, Visit

from onrecord.build.build import build
from onrecord.values.configuration import Configuration


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    chromium = shutil.which("chromium")
    if chromium is None:
        pytest.skip("needs Chromium: apt-get install chromium")
    if not BUILT.exists():
        pytest.skip("needs the explorer's scripts: make web")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        yield started
        started.close()


@pytest.fixture(scope="session")
def stores(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("stores")


@pytest.fixture(scope="session")
def library(stores: Path, configured: Configuration) -> Iterator[Server]:
    """A server over a store that has something for every page."""
    store = write_library(
        stores / "library", lambda inputs, store: build(inputs, store, configured), CHECKOUT / "examples/articles"
    )
    with served(store, "--workers", "2") as running:
        yield running


@pytest.fixture(scope="session")
def harmful(stores: Path) -> Iterator[Server]:
    """A server over a store in which every text is a script."""
    with served(write_harmful(stores / "harmful"), "--workers", "1") as running:
        yield running


@pytest.fixture(scope="session")
def large(stores: Path) -> Iterator[Server]:
    """A server over many figures and names."""
    with served(write_large(stores / "large"), "--workers", "1") as running:
        yield running


@pytest.fixture(scope="session")
def empty(stores: Path) -> Iterator[Server]:
    """A server over a store without an article."""
    with served(write_empty(stores / "empty"), "--workers", "1") as running:
        yield running


@pytest.fixture
def visit(browser: Browser, library: Server) -> Iterator[Callable[..., Visit]]:
    contexts = []

    def start(width: str = "desk", scripts: bool = True, server: Server = library, dark: bool = False) -> Visit:
        across, down = WIDTHS[width]
        context = browser.new_context(
            viewport={"width": across, "height": down},
            java_script_enabled=scripts,
            color_scheme="dark" if dark else "light",
            reduced_motion="reduce",
        )
        context.set_default_timeout(15_000)
        contexts.append(context)
        return Visit(context.new_page(), server)

    yield start
    for context in contexts:
        context.close()
