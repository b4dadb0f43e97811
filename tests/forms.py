"""An article in the forms in which people have it: wrapped, with other blanks and line ends, as a web page, in print.

Each form holds the words of the plain text, whose first line may give its day: 'date 2024-05-01 The headline'.
"""

import html
import re
import textwrap
from collections.abc import Callable, Mapping
from functools import partial

from printing import column, pdf, sheets

_HEADER = re.compile(r"\s*date (?P<day>\d{4}-\d\d-\d\d)[ \t]*(?P<said>.*)")
_HEADLINE = 4  # words: fewer on the line of the day are an outlet's name


def wrapped(text: str, width: int) -> str:
    """The lines of a text broken as mail programs break them, but for rows of tables."""
    broken = partial(textwrap.fill, width=width, break_long_words=False, break_on_hyphens=False)
    return "\n".join(line if "|" in line else broken(line) for line in text.split("\n"))


def page(text: str, body: Callable[[str], str]) -> bytes:
    """A web page with a text, its headline and its day; `body` writes down what follows the headline."""
    header = _HEADER.match(text)
    day, said = (header["day"], html.escape(header["said"])) if header else ("", "")
    title = f"<h1>{said}</h1>" if len(said.split()) >= _HEADLINE else f"<p>{said}</p>"
    stated = f'<meta property="article:published_time" content="{day}">' if day else ""
    rest = body(text[header.end() :] if header else text)
    return (
        f'<html lang="en"><head><meta charset="utf-8">{stated}</head><article>{title}{rest}</article></html>'.encode()
    )


def in_print(text: str) -> bytes:
    """A PDF of a text, on as many pages as it takes."""
    shown = re.sub("[\u200b-\u200d]", "", text)
    return pdf(sheets(column(*(line for line in shown.split("\n") if line.strip()))))


FORMS: Mapping[str, tuple[str, Callable[[str], bytes]]] = {  # the end of the file's name, and its content
    **{f"wrapped-{width}": (".txt", lambda text, width=width: wrapped(text, width).encode()) for width in (60, 72, 80)},
    "no-break": (".txt", lambda text: re.sub(r"(?<=\d) ", "\u00a0", text).encode()),
    "crlf": (".txt", lambda text: text.replace("\n", "\r\n").encode()),
    "pre": (".html", lambda text: page(text, lambda rest: f"<pre>{html.escape(wrapped(rest.strip(), 72))}</pre>")),
    "p": (
        ".html",
        lambda text: page(
            text, lambda rest: "".join(f"<p>{html.escape(line)}</p>" for line in rest.split("\n") if line.strip())
        ),
    ),
    "pdf": (".pdf", in_print),
}
