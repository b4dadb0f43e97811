"""Compares each quote of a chronology with the text of its article, and each text with the SHA-256 on record."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from onrecord.chronology.values import Chronology, Entry, Quote, Telling
from onrecord.errors import StoreError
from onrecord.store import Readable, Reader
from onrecord.store.name_masking import BLOCK
from onrecord.verification import quotes
from onrecord.verification.failure import Failure

GONE = "its text is not in the store, so that its quote cannot be checked"


@dataclass(frozen=True, slots=True)
class _Text:
    """The text of an article, and what is wrong with it."""

    content: str | None
    fault: str = ""


def of_store(made: Chronology, reader: Readable) -> Chronology:
    """The chronology with what is wrong with its quotes; as it is, where the texts are not with the store."""
    return checked(made, reader.text) if isinstance(reader, Reader) else made


def checked(made: Chronology, text: Callable[[str], str]) -> Chronology:
    """The chronology with what is wrong with its quotes, in them and in its list of failures.

    Args:
        made: the chronology.
        text: gives the text that goes by a SHA-256, or raises StoreError. Where names of children are withheld in it,
            blocks stand for them, and it cannot have that hash: the hash is then not compared.
    """
    texts = {source.sha256: _read(source.sha256, text) for source in made.sources}
    entries = [_with_faults(entry, texts) for entry in made.entries]
    failures = tuple(failure for entry in entries for failure in _failures(entry))
    return replace(made, entries=entries, failures=failures, is_checked=True)


def _read(sha256: str, text: Callable[[str], str]) -> _Text:
    try:
        content = text(sha256)
    except (StoreError, UnicodeDecodeError):
        return _Text(None, GONE)
    as_it_was = BLOCK in content or quotes.has(content, sha256)
    return _Text(content, "" if as_it_was else quotes.ALTERED)


def _with_faults(entry: Entry, texts: dict[str, _Text]) -> Entry:
    return replace(entry, tellings=tuple(_telling(one, texts[one.source.sha256]) for one in entry.tellings))


def _telling(one: Telling, text: _Text) -> Telling:
    return replace(one, quotes=tuple(replace(quote, fault=_fault(quote, text)) for quote in one.quotes))


def _fault(quote: Quote, text: _Text) -> str:
    return text.fault or quotes.fault(quote.exact, quote.start, quote.end, text.content)


def _failures(entry: Entry) -> Iterator[Failure]:
    for telling in entry.tellings:
        for quote in telling.quotes:
            if quote.fault:
                yield Failure(telling.source.name, quote.fault, entry.what, quote.exact)
        if not telling.quotes:
            yield Failure(telling.source.name, "has no sentence that says it", entry.what)
