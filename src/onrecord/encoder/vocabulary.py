"""The words that the encoder's tokenizer knows as wholes: the commonest of English, in lower case."""

import json
from functools import lru_cache
from importlib.resources import files


@lru_cache(maxsize=1)
def known_words() -> frozenset[str]:
    """The words of the shipped tokenizer's vocabulary, without its pieces of words, numbers and marks."""
    tokenizer = files("onrecord.encoder").joinpath("weights", "tokenizer.json")
    pieces = json.loads(tokenizer.read_text(encoding="utf-8"))["model"]["vocab"]
    return frozenset(piece for piece in pieces if piece.isalpha())
