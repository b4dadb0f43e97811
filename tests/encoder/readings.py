"""What the encoder makes of texts, to the last bit, as JSON: for a process on another processor.

Texts come as a JSON list on the standard input.
"""

import hashlib
import json
import sys
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from tiny import WEIGHTS, tokenizer

from onrecord.encoder import Encoder
from onrecord.encoder.encoder import MODEL
from onrecord.encoder.onnx import OnnxNetwork, Scores


class Listening(OnnxNetwork):
    """The shipped network; it keeps a hash of the scores that it gave to each window."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.hashes: list[str] = []

    def __call__(self, ids: Sequence[int], shapes: Sequence[int]) -> Scores:
        found = super().__call__(ids, shapes)
        frames = (found.frames.tags, found.frames.attributes, found.frames.fillers) if found.frames else ()
        scores = b"".join(part.tobytes() for part in (found.names, found.roles, found.links, *frames))
        self.hashes.append(hashlib.sha256(scores).hexdigest())
        return found


def readings(texts: Sequence[str]) -> dict[str, list[object]]:
    """The spans of each text with their probabilities, and the hashes of the raw scores of all windows."""
    network = Listening(WEIGHTS / MODEL)
    outputs = Encoder(tokenizer(), network).read(texts)
    return {"outputs": [asdict(output) for output in outputs], "scores": [*network.hashes]}


if __name__ == "__main__":
    json.dump(readings(json.load(sys.stdin)), sys.stdout)
