"""How much time statements, acts and positions add to that of the language models alone.

usage: python benchmarks/acts.py [FOLDER] [--rounds N]

Reads the `.txt` articles of FOLDER (the example corpus, where none is named), runs the pipeline component by component
and prints the time of the language models (spaCy's and the reader), of what is measured, and the ratio. Exits 1 if the
ratio is above the limit.
"""

import sys

from components import compare

MEASURED = ("onrecord_positions", "onrecord_statements", "onrecord_acts")
LIMIT = 0.15

if __name__ == "__main__":
    sys.exit(compare(__doc__, MEASURED, LIMIT))
