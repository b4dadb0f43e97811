"""Debian's Chromium over a real server: what people see, with scripts and without, on a phone and on a desk."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from library import write_empty, write_harmful, write_large, write_library
from playwright.sync_api import Browser, ConsoleMessage, Dialog, Page, Request, sync_playwright
from servers import Server, served

from onrecord.build import build
from onrecord.configuration import Configuration

CHECKOUT = Path(__file__).resolve().parents[3]
BUILT = CHECKOUT / "src/onrecord/serve/explorer/built/main.js"
SCREENSHOTS = Path(os.environ.get("ONRECORD_SCREENSHOTS", CHECKOUT / "build/screenshots"))
WIDTHS = {"phone": (390, 844), "desk": (1440, 1000)}


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


class Visit:
    """A page in a browser of its own that notes what must not happen."""

    def __init__(self, page: Page, server: Server) -> None:
        self.page, self.server = page, server
        self.foreign: list[str] = []
        self.complaints: list[str] = []
        page.on("request", self._note)
        page.on("console", self._said)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("dialog", self._opened)

    def _note(self, request: Request) -> None:
        if not request.url.startswith((self.server.url, "data:", "blob:")):
            self.foreign.append(request.url)

    def _said(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self.complaints.append(message.text)

    def _opened(self, dialog: Dialog) -> None:
        self.complaints.append(f"a dialog was opened: {dialog.message}")
        dialog.dismiss()

    def to(self, path: str) -> Page:
        answer = self.page.goto(self.server.url + path, wait_until="load")
        assert answer is not None and answer.status == 200, f"{path}: {answer and answer.status}"
        return self.page

    def in_order(self) -> None:
        """Nothing went elsewhere, and nothing was refused or failed."""
        assert self.foreign == []
        assert self.complaints == []


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
