"""The steps of a how-to, run in a browser as they are written: what to type, choose and press, and what is to be seen.

    1. Type `children` into **How many?**, and press **Show**. You see “On record”.

What stands in quotation marks is to be read on the page at that point; once a step has the page printed, on paper.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pypdfium2
from playwright.sync_api import Locator, Page, expect

_STEP = re.compile(r"^\d+\. (.*(?:\n   .*)*)", re.MULTILINE)
_SAID = re.compile(
    r"[Tt]ype `(?P<typed>[^`]+)` into \*\*(?P<into>[^*]+)\*\*"
    r"|[Pp]aste the paragraph into \*\*(?P<pasted>[^*]+)\*\*"
    r"|\*\*(?P<option>[^*]+)\*\* in \*\*(?P<choice>[^*]+)\*\*"
    r"|[Pp]ress \*\*(?P<pressed>[^*]+)\*\*(?P<kept>\. The file `[^`]+`)?"
    r"|(?P<start>[Oo]pen the start page)|(?P<print>[Pp]rint the page)|“(?P<seen>[^”]+)”"
)
_SLOW = 120_000  # milliseconds: the first draft loads the models


@dataclass
class Guide:
    """One how-to, from its first heading that says 'Step by step' to the next heading."""

    path: Path
    kept: dict[str, str] = field(default_factory=dict)  # files that were downloaded, by their names
    printed: str = ""

    @property
    def _text(self) -> str:
        return self.path.read_text(encoding="utf-8").split("\n## Step by step", 1)[1].split("\n## ", 1)[0]

    def steps(self) -> Iterator[list[re.Match[str]]]:
        """What each step has a person do and see, in order."""
        for step in _STEP.findall(self._text):
            told = " ".join(step.split())
            assert "**" not in _SAID.sub("", told), f"what is to be done with what is bold? {told}"
            yield list(_SAID.finditer(told))

    def paragraph(self) -> str:
        """The text that is to be pasted."""
        found = re.search(r"```text\n(.*?)```", self._text, re.DOTALL)
        assert found is not None
        return found[1]

    def run(self, page: Page, to: Callable[[str], Page]) -> None:
        """Do all steps on a page that starts anywhere; `to` opens an address."""
        for step in self.steps():
            assert step, "a step says what to do or what is seen"
            for said in step:
                self._do({name: value for name, value in said.groupdict().items() if value}, page, to)

    def _do(self, said: dict[str, str], page: Page, to: Callable[[str], Page]) -> None:
        match said:
            case {"start": _}:
                to("/")
            case {"typed": words, "into": label}:
                _field(page, label).fill(words)
            case {"pasted": label}:
                _field(page, label).fill(self.paragraph())
            case {"option": option, "choice": label}:
                _field(page, label).select_option(label=option)
            case {"pressed": name, "kept": _}:
                with page.expect_download() as waiting:
                    _pressed(page, name).click()
                content = Path(waiting.value.path()).read_text(encoding="utf-8")
                self.kept[waiting.value.suggested_filename] = content
            case {"pressed": name}:
                _pressed(page, name).click(timeout=_SLOW)
                page.wait_for_load_state("networkidle")
            case {"print": _}:
                self.printed = _on_paper(page.pdf(prefer_css_page_size=True))
            case {"seen": words} if self.printed:
                assert words in self.printed
            case {"seen": words}:
                expect(page.locator("main")).to_contain_text(words, use_inner_text=True, timeout=_SLOW)


def _field(page: Page, label: str) -> Locator:
    return page.locator("main").get_by_label(label).first


def _pressed(page: Page, name: str) -> Locator:
    """What is called so: in the page before its header, a button before a link."""
    for within in (page.locator("main"), page.locator("header")):
        for role in ("button", "link"):
            found = within.get_by_role(role, name=name, exact=True)  # type: ignore[arg-type]
            if found.count():
                return found.first
    raise AssertionError(f"nothing on {page.url} is called {name!r}")


def _on_paper(pdf: bytes) -> str:
    sheets = [page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(pdf)]
    return " ".join(" ".join(sheets).replace("\u2060", "").split())
