"""What the wheel holds beside Python: the explorer's scripts, built from `web/` when missing or older than it."""

import shutil
import subprocess
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

BUILT = Path("src/onrecord/serve/explorer/built")


class CustomBuildHook(BuildHookInterface[Any]):
    """Builds the scripts; an editable installation serves what `make web` left in the checkout."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Have them there before files are gathered; without npm the pages stay as the server writes them."""
        root, npm = Path(self.root), shutil.which("npm")
        if version != "editable" and not _fresh(root):
            if npm is None:
                self.app.display_warning("no npm, so no scripts for the explorer's pages: install Node.js 20 or later")
            else:
                for command in (["ci", "--ignore-scripts"], ["run", "build"]):
                    subprocess.run([npm, "--prefix", str(root / "web"), *command], check=True)
        build_data["artifacts"].append(f"/{BUILT.as_posix()}/**")


def _fresh(root: Path) -> bool:
    made = root / BUILT / "main.js"
    sources = [root / "web/package-lock.json", root / "web/vite.config.ts", *(root / "web/src").iterdir()]
    return made.exists() and all(source.stat().st_mtime <= made.stat().st_mtime for source in sources)
