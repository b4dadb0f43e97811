"""A page in a browser, and what must not happen to it."""

import os
from pathlib import Path

from playwright.sync_api import ConsoleMessage, Dialog, Page, Request
from servers import Server

CHECKOUT = Path(__file__).resolve().parents[3]
BUILT = CHECKOUT / "src/onrecord/serve/explorer/built/main.js"
SCREENSHOTS = Path(os.environ.get("ONRECORD_SCREENSHOTS", CHECKOUT / "build/screenshots"))
WIDTHS = {"phone": (390, 844), "desk": (1440, 1000)}


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
