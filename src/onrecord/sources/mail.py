"""E-mail as saved: `.eml`, the text of the message without what it answers and without its signature."""

import datetime as dt
import email
import email.policy
import re
from collections.abc import Iterable, Iterator
from email.message import EmailMessage, MIMEPart

from lxml import html

from onrecord.sources.article import Article
from onrecord.sources.checks import checked, encodable
from onrecord.sources.refusal import Refusal, UnreadableError
from onrecord.sources.web_page import page_article

_MOST = 50_000_000  # bytes, attachments included
_PARTS = 1_000
_HEAD = 100_000  # bytes in which a message names how its parts are told apart
_BOUNDARY = re.compile(rb"""boundary=(?:"([^"\r\n]+)"|([^\s;"]+))""", re.IGNORECASE)
_FIRST_YEAR = 1970  # of e-mail
_QUOTED = re.compile(r"\s*>")
_SIGNATURE = re.compile(r"--\s?$")
# What programs write above the message that they answer.
_ANSWERED = re.compile(r"(?:On\b.{6,200}\bwrote:|-{2,}\s*Original Message\s*-{2,}|_{20,})\s*$", re.IGNORECASE)
_HEADER = re.compile(r"(?:From|Sent|Date|To|Subject|Cc):\s", re.IGNORECASE)


def read_mail(data: bytes, name: str, where: str) -> Iterable[Article | Refusal]:
    """The article that a message is."""
    try:
        return [_article(data, name)]
    except UnreadableError as error:
        return [Refusal(where, str(error))]


def _article(data: bytes, name: str) -> Article:
    if len(data) > _MOST:
        raise UnreadableError(f"{len(data):,} bytes are more than one message's {_MOST:,}: save its text alone")
    if _boundaries(data) > _PARTS + 1:
        raise UnreadableError(f"has more than {_PARTS} parts")
    try:
        message = email.message_from_bytes(data, policy=email.policy.default)
        if not message.keys():
            raise UnreadableError("not a message: it has no headers")
        return _of_message(message, name)
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError) as error:
        # what the library raises of headers and parts that break the standard
        raise UnreadableError(f"not a message that can be read ({type(error).__name__})") from error


def _boundaries(data: bytes) -> int:
    """How many lines begin as boundaries of parts do that a message names; told before it is taken apart."""
    named = [name for pair in _BOUNDARY.findall(data[:_HEAD]) for name in pair if name]
    return max((data.count(b"\n--" + name) for name in named), default=0)


def _of_message(message: EmailMessage, name: str) -> Article:
    body = message.get_body(("plain", "html"))
    if body is None:
        raise UnreadableError("the message has no text")
    if body.get_content_subtype() == "html":
        article = page_article(_without_answered(_content(body)), name)
        text, blocks, left_out = article.text, article.blocks, list[str]()
    else:
        lines = _content(body).splitlines()
        if str(body.get_param("format", "")).lower() == "flowed":
            lines = list(_unflowed(lines, str(body.get_param("delsp", "")).lower() == "yes"))
        own, left_out = _own(lines)
        text, blocks = "\n".join(own).strip("\n"), ()
    left_out += [f"attachment: {part.get_filename() or part.get_content_type()}" for part in _attached(message, body)]
    return Article(
        name,
        checked(text),
        _day(message),
        re.sub(r"^(?:(?:re|fwd?|aw|tr):\s*)+", "", _header(message, "Subject"), flags=re.IGNORECASE),
        publisher=_sender(message),
        blocks=blocks,
        left_out=tuple(left_out),
    )


def _content(body: MIMEPart) -> str:
    """The text of a part, whatever its character set is called."""
    try:
        found = body.get_content()
    except LookupError:  # a character set that nobody knows
        found = body.get_payload(decode=True)
    text = found.decode("utf-8", "replace") if isinstance(found, bytes) else str(found)
    return text.encode("utf-8", "replace").decode("utf-8").replace("\0", "")


def _unflowed(lines: Iterable[str], joined_without_space: bool) -> Iterator[str]:
    """The lines of `format=flowed` (RFC 3676): one that ends in a space goes on in the next, unless a quote ends."""
    begun = ""
    for given in lines:
        line = given.removeprefix(" ")
        goes_on = line.endswith(" ") and line != "-- " and not line.startswith(">")
        begun += line[:-1] if goes_on and joined_without_space else line
        if not goes_on:
            yield begun
            begun = ""
    if begun:
        yield begun


def _own(lines: list[str]) -> tuple[list[str], list[str]]:
    """The lines that the sender wrote, and what else there is, in words for users."""
    signature = next((n for n, line in enumerate(lines) if _SIGNATURE.fullmatch(line)), len(lines))
    answered = next((n for n in range(len(lines)) if _begins_answered(lines, n)), len(lines))
    end = min(signature, answered)
    kept = [line for line in lines[:end] if not _QUOTED.match(line)]
    told = []
    if quoted := end - len(kept):
        told.append(f"{quoted} quoted lines")
    if answered < len(lines) and answered <= signature:
        told.append(f"the message that it answers, {len(lines) - answered} lines")
    elif signature < len(lines):
        told.append(f"the signature: {' / '.join(filter(None, map(str.strip, lines[signature + 1 :])))[:200]}")
    return kept, told


def _begins_answered(lines: list[str], at: int) -> bool:
    """Whether the message that this one answers begins here: below words of the sender's own."""
    if not any(line.strip() and not _QUOTED.match(line) for line in lines[:at]):
        return False
    opening = lines[at] + (f" {lines[at + 1]}" if lines[at].startswith("On ") and at + 1 < len(lines) else "")
    if not (_ANSWERED.match(lines[at]) or _ANSWERED.match(opening)):
        return False
    below = [line for line in lines[at + 1 :] if line.strip()][:3]
    return any(_QUOTED.match(line) or _HEADER.match(line) for line in below)


def _without_answered(page: str) -> bytes:
    """A message in HTML without what programs mark in it as the message that it answers."""
    tree = html.document_fromstring(page)
    for quoted in tree.xpath("//blockquote[@type='cite'] | //*[contains(@class, 'gmail_quote')]"):
        if quoted.getparent() is not None:
            quoted.drop_tree()
    return bytes(html.tostring(tree, encoding="utf-8"))


def _attached(message: EmailMessage, body: MIMEPart) -> Iterator[MIMEPart]:
    """The parts of a message that are none of its forms."""
    for number, part in enumerate(message.walk()):
        if number > _PARTS:
            raise UnreadableError(f"has more than {_PARTS} parts")
        if part is not body and part.get_content_disposition() == "attachment":
            yield part


def _header(message: EmailMessage, name: str) -> str:
    return encodable(" ".join(str(message.get(name, "")).split()))


def _sender(message: EmailMessage) -> str:
    """The name under which the message was sent; '' where there is an address only."""
    sender = message.get("From")
    addresses = getattr(sender, "addresses", ())
    return encodable(" ".join(addresses[0].display_name.split())) if addresses else ""


def _day(message: EmailMessage) -> str:
    """The day on which the message was sent, where it was sent."""
    sent = getattr(message.get("Date"), "datetime", None)
    return sent.date().isoformat() if isinstance(sent, dt.datetime) and sent.year > _FIRST_YEAR else ""
