"""The documentation as a site: `docs/`, the reference made from the code, and the figures of the README.

usage: python website/build.py

Writes `build/site`. A link that leads nowhere ends it with 1.
"""

import re
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PAGES = ROOT / "build" / "pages"
_SCORES = re.compile(r"<!-- scores: .*?-->\n(.*?)<!-- end of scores -->", re.DOTALL)
_OUTSIDE = re.compile(r"\[([^\]]+)\]\(\.\./(?!\w+\.md|reference/|guides/)[^)]*\)")  # of the checkout, not of the site


def main() -> None:
    shutil.rmtree(PAGES, ignore_errors=True)
    shutil.copytree(ROOT / "docs", PAGES)
    subprocess.run([sys.executable, ROOT / "website" / "reference.py", PAGES], check=True)
    scores = _SCORES.search((ROOT / "README.md").read_text(encoding="utf-8"))
    for page in PAGES.rglob("*.md"):
        text = page.read_text(encoding="utf-8")
        if page.parent == PAGES:
            text = _OUTSIDE.sub(r"\1", text)
        page.write_text(text.replace("<!-- scores -->", scores[1] if scores else ""), encoding="utf-8")
    config = shutil.copy(ROOT / "website" / "zensical.toml", PAGES.parent)  # pages and site have to lie beside it
    done = subprocess.run([sys.executable, "-m", "zensical", "build", "--strict", "--clean", "-f", config])
    if done.returncode:
        sys.exit("the site was not built: mend what is said above, in docs/")


if __name__ == "__main__":
    main()
