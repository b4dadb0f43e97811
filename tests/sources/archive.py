"""Makes archives of web pages, record by record."""

import io
from collections.abc import Callable, Sequence
from typing import Any

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

CAPTURED = "2022-03-04T10:15:00Z"
Record = Callable[[WARCWriter], Any]
SENTENCES = (
    "{} children came home on 3 March 2022, the ministry said in a statement that it gave to reporters in the capital. "
    "They had been away for a year and were met by their parents.",
    "Another 20 are to follow in the coming weeks, a spokesman added, but he would not say where they had been kept.",
)


def page(number: str) -> bytes:
    """A page with an article on so many children."""
    paragraphs = "".join(f"<p>{sentence.format(number)}</p>" for sentence in SENTENCES)
    title = f"<title>{number} children come home</title>"
    return f"<html lang='en'><head>{title}</head><body><article>{paragraphs}</article></body></html>".encode()


def response(address: str, content: bytes, status: str = "200 OK", kind: str = "text/html", **headers: str) -> Record:
    """A response with this content, as it was sent."""
    told = [("Content-Type", kind), *((name.replace("_", "-"), value) for name, value in headers.items())]

    def write(writer: WARCWriter) -> Any:
        return writer.create_warc_record(
            address,
            "response",
            payload=io.BytesIO(content),
            http_headers=StatusAndHeaders(status, told, protocol="HTTP/1.1"),
            warc_headers_dict={"WARC-Date": CAPTURED},
        )

    return write


def revisit(address: str) -> Record:
    """A record that refers to an earlier capture."""
    return lambda writer: writer.create_revisit_record(address, "sha1:X", address, CAPTURED)


def warc(records: Sequence[Record], gzip: bool = True) -> bytes:
    """An archive with these records after one that describes it."""
    file = io.BytesIO()
    writer = WARCWriter(file, gzip=gzip)
    writer.write_record(writer.create_warcinfo_record("a.warc", {"software": "tests"}))
    for record in records:
        writer.write_record(record(writer))
    return file.getvalue()
