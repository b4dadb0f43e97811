"""Plain texts: `.txt` and `.md`, stored as they are."""

import re
from collections.abc import Iterable

from onrecord.sources.article import Article
from onrecord.sources.checks import checked, day_of, decoded
from onrecord.sources.refusal import Refusal, UnreadableError

_DATE_HEADER = re.compile(r"\s*date (\d{4}-\d{2}-\d{2})\b[ \t]*(.*)")
_HEADLINE_WORDS = 4  # fewer words than these on a `date` line are an outlet's name


def read_plain_text(data: bytes, name: str, where: str) -> Iterable[Article | Refusal]:
    """A `.txt` or `.md` file: the text as it is, with the date and headline that its first lines give."""
    try:
        text = checked(decoded(data))
    except UnreadableError as error:
        return [Refusal(where, str(error))]
    header = _DATE_HEADER.match(text)
    published, rest = (header.group(1), header.group(2).strip()) if header else ("", "")
    if published and day_of(published) is None:
        return [Refusal(where, f"its date {published!r} is not a day of the calendar")]
    lines = [line.strip().lstrip("#").strip() for line in text[header.end() if header else 0 :].splitlines()]
    is_headline = len(rest.split()) >= _HEADLINE_WORDS
    first = next((line for line in lines if len(line.split()) >= _HEADLINE_WORDS), "")
    return [
        Article(
            source=name,
            text=text,
            published=published,
            headline=rest if is_headline else first,
            publisher="" if is_headline else rest,
        )
    ]
