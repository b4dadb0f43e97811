"""Plain texts: `.txt` and `.md`, stored as they are."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from onrecord.sources.article import Article
from onrecord.sources.checks import checked, day_of, decoded
from onrecord.sources.refusal import Refusal, UnreadableError

_DATE_HEADER = re.compile(r"\s*date (\d{4}-\d{2}-\d{2})\b[ \t]*(.*)")
_HEADLINE_WORDS = 4  # fewer words than these on a `date` line are an outlet's name


def read_plain_text(data: bytes, name: str, where: str) -> Iterable[Article | Refusal]:
    """A `.txt` or `.md` file: the text as it is, with the date and headline that its first lines give."""
    try:
        text = checked(decoded(data))
        front = front_matter(text)
    except UnreadableError as error:
        return [Refusal(where, str(error))]
    return [Article(name, text, front.published, front.headline, publisher=front.publisher)]


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What the first lines of a text say about it; '' for what they do not say."""

    headline: str
    published: str = ""  # ISO day
    publisher: str = ""


def front_matter(text: str) -> FrontMatter:
    """What the first lines of a text say: `date 2024-01-25 Example Wire`, and the headline.

    Raises:
        UnreadableError: the date is none.
    """
    header = _DATE_HEADER.match(text)
    published, rest = (header.group(1), header.group(2).strip()) if header else ("", "")
    if published and day_of(published) is None:
        raise UnreadableError(f"its date {published!r} is not a day of the calendar")
    if len(rest.split()) >= _HEADLINE_WORDS:
        return FrontMatter(rest, published)
    lines = (line.strip().lstrip("#").strip() for line in text[header.end() if header else 0 :].splitlines())
    return FrontMatter(next((line for line in lines if len(line.split()) >= _HEADLINE_WORDS), ""), published, rest)
