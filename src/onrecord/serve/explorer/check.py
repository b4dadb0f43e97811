"""The page into which a draft is pasted: its claims beside the record. The draft is read, answered, and not kept."""

from urllib.parse import parse_qs, urlsplit

from starlette.requests import Request
from starlette.responses import Response

from onrecord.serve.check_process import Pasted
from onrecord.serve.errors import RefusedError
from onrecord.serve.explorer.site import Site
from onrecord.serve.explorer.views import visitor
from onrecord.serve.requests import body
from onrecord.sources import language
from onrecord.values.isodate import Precision, precision

LONGEST = 20_000  # characters of a draft
_FORM = "application/x-www-form-urlencoded"
_BYTES = 12 * LONGEST + 1000  # a character is at most four bytes, each of them three in a form
_FIELDS = 8


async def check(request: Request, site: Site) -> Response:
    """The form, and below it what is on record of a draft that was sent.

    Raises:
        RefusedError: the draft is too long, came from a page of another host, or takes too long.
    """
    if request.method != "POST":
        return _page(request, site)
    _must_be_own(request)
    settings = site.data.pool.settings
    fields = _fields(request, await body(request, _BYTES, settings.upload_seconds))
    text, day = fields.get("text", "").replace("\r\n", "\n").strip(), fields.get("day", "").strip()
    if fault := _fault(text, day):
        return _page(request, site, text, day, fault=fault)
    asking = visitor(request)
    report = await site.checks.report(Pasted(text, day, asking.view, asking.as_of))
    return _page(request, site, text, day, report=report)


def _page(
    request: Request, site: Site, text: str = "", day: str = "", report: object = None, fault: str = ""
) -> Response:
    return site.page(request, "check", text=text, day=day, report=report, fault=fault, longest=LONGEST)


def _must_be_own(request: Request) -> None:
    """See that a form was sent by a page of this host.

    Raises:
        RefusedError: 403, by one of another.
    """
    origin = request.headers.get("origin", "")
    elsewhere = origin not in ("", "null") and urlsplit(origin).netloc != request.headers.get("host", "")
    if elsewhere or request.headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
        raise RefusedError(403, "drafts are taken from this page alone")


def _fields(request: Request, content: bytes) -> dict[str, str]:
    """The fields of a form.

    Raises:
        RefusedError: 415, it is none; 400, it cannot be read.
    """
    if request.headers.get("content-type", "").partition(";")[0].strip().lower() != _FORM:
        raise RefusedError(415, f"send the draft as a form ({_FORM})")
    try:
        fields = parse_qs(content.decode("ascii"), errors="strict", max_num_fields=_FIELDS)
    except ValueError:
        raise RefusedError(400, "the form cannot be read: it is to be in UTF-8") from None
    return {name: values[0] for name, values in fields.items()}


def _fault(text: str, day: str) -> str:
    """Why a draft cannot be checked; '' where it can."""
    if not text:
        return "Paste a draft first."
    if len(text) > LONGEST:
        return f"A draft may have {LONGEST:,} characters, and this one has {len(text):,}: check it in parts."
    if day and not _is_day(day):
        return "The day is to be one like 2026-03-01."
    spoken = language.detect(text)
    return f"The draft is in {language.name(spoken)}, and English is read." if language.is_foreign(spoken) else ""


def _is_day(text: str) -> bool:
    try:
        return precision(text) is Precision.DAY
    except ValueError:
        return False
