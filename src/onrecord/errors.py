"""The exceptions onrecord raises on purpose, drawn once.

OnrecordError
├── InputError      an article or a file of articles that cannot be read
├── UsageError      a command asked for something that is not there
├── ModelError      a language model that is missing or cannot be loaded
├── StoreError      a store that cannot be opened, or is held by another process
└── QueryError      a query that does not parse, or may not be run
"""


class OnrecordError(Exception):
    """Root of all errors onrecord raises on purpose; its text is one clear line with the remedy."""


class InputError(OnrecordError):
    """An article, or a file of articles, cannot be read."""


class UsageError(OnrecordError):
    """A command asked for something that does not exist or does not fit."""


class ModelError(OnrecordError):
    """A language model is missing or cannot be loaded."""


class StoreError(OnrecordError):
    """A store cannot be opened, or another process holds it."""


class QueryError(OnrecordError):
    """A query does not parse, or may not be run here."""
