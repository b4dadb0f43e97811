"""A draft beside the record: each figure, quote, position and act in it with what articles have on record of it."""
