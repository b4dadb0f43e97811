"""What bytes and values must be to become a text and its day; what they are not is raised in words for users."""

import codecs
import datetime as dt

from onrecord.sources.refusal import UnreadableError

MAX_CHARACTERS = 1_000_000  # spaCy's own limit for one text; more than a book


def decoded(data: bytes) -> str:
    """The text that bytes in UTF-8 stand for, without a byte order mark."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        told = "is UTF-16" if b"\0" in data else "its first bytes say UTF-16, and the others are not"
        raise UnreadableError(f"{told}: save it as UTF-8")
    if b"\0" in data:
        raise UnreadableError("not a text: it holds NUL bytes")
    try:
        return data.decode("utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        raise UnreadableError(f"not UTF-8 (byte {error.start}): save it as UTF-8") from error


def checked(text: str) -> str:
    """The text, which is one that an article can have."""
    if not text.strip():
        raise UnreadableError("is empty")
    if len(text) > MAX_CHARACTERS:
        raise UnreadableError(f"{len(text):,} characters are more than one article's {MAX_CHARACTERS:,}: split it")
    return encodable(text)


def encodable(text: str) -> str:
    """The text, which UTF-8 can write."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise UnreadableError(f"holds half a surrogate pair (character {error.start}), which is no text") from error
    return text


def day_of(value: str) -> str | None:
    """The ISO day of an ISO day or time, '' of '', None of what is neither."""
    if not value:
        return ""
    try:
        return dt.datetime.fromisoformat(value).date().isoformat()
    except ValueError:
        return None


def moment_of(value: str) -> str | None:
    """The UTC time, to the second, of an ISO time (in UTC where it names no zone), '' of '', None of what is none."""
    if not value:
        return ""
    try:
        told = dt.datetime.fromisoformat(value)
    except ValueError:
        return None
    told = told if told.tzinfo is not None else told.replace(tzinfo=dt.UTC)
    return told.astimezone(dt.UTC).replace(microsecond=0).isoformat()
