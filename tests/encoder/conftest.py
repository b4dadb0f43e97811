"""The training package lies beside `src` and is not installed; its tests find it here."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
