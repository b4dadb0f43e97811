"""Time stamps (RFC 3161): an authority signs that the hash of a file was shown to it at a time.

Of a bundle two files are stamped: the list of graphs, whose hash is the identity of the dataset, and the list of all
files. Authorities see these two hashes and nothing else. Receipts come later than both lists, and so are in neither:
`timestamps/HOST/20261129T135100Z-graphs.csv.tsr`, and beside them the authority's root certificate, where it was given,
as `root.pem`. Whoever has openssl checks one without this program:

    openssl ts -verify -data graphs.csv -in RECEIPT -CAfile root.pem
"""

import hashlib
import urllib.error
import urllib.request
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from onrecord.errors import InputError, OnrecordError, UsageError
from onrecord.graph import iri
from onrecord.verification.copies import LIST, RECEIPTS, SUMS
from onrecord.verification.failure import Failure

if TYPE_CHECKING:
    from cryptography.x509 import Certificate
    from rfc3161_client import TimeStampResponse

STAMPED = (LIST, SUMS)
_SECONDS = 30.0
_LONGEST = 1_000_000  # bytes of a receipt
_ROOT = "root.pem"
_HASHES = {"2.16.840.1.101.3.4.2.1": "sha256", "2.16.840.1.101.3.4.2.2": "sha384", "2.16.840.1.101.3.4.2.3": "sha512"}


class StampError(OnrecordError):
    """An authority gave no receipt, or one that is not for what was sent."""


def must_have_client() -> None:
    """See that the library is there.

    Raises:
        UsageError: it is not.
    """
    try:
        import rfc3161_client  # noqa: F401
    except ImportError as error:
        raise UsageError("time stamps need a library: pip install 'onrecord[stamp]'") from error


def stamp(bundle: Path, authority: str, roots: Sequence["Certificate"] = ()) -> list[Path]:
    """Ask an authority for receipts of a bundle's two lists, and keep them in the bundle; gives their paths.

    Raises:
        InputError: the folder is no bundle.
        UsageError: the authority's address is none, or the library is missing.
        StampError: the authority gives none.
    """
    must_have_client()
    address = urlsplit(authority)
    if address.scheme not in ("http", "https") or not address.hostname:
        raise UsageError(f"{authority}: name an authority as https://HOST/PATH")
    contents = {name: _content(bundle, name) for name in STAMPED}
    folder = bundle / RECEIPTS / iri.slug(address.netloc)
    receipts = {name: _asked(authority, content, roots) for name, content in contents.items()}
    folder.mkdir(parents=True, exist_ok=True)
    kept = []
    for name, receipt in receipts.items():
        kept.append(folder / f"{receipt.tst_info.gen_time:%Y%m%dT%H%M%SZ}-{name}.tsr")
        kept[-1].write_bytes(receipt.as_bytes())
    if roots:
        (folder / _ROOT).write_bytes(b"".join(map(_pem, roots)))
    return kept


def _content(bundle: Path, name: str) -> bytes:
    try:
        return (bundle / name).read_bytes()
    except OSError as error:
        raise InputError(f"{bundle}: no bundle that can be stamped: {name}: {error.strerror}") from error


def _asked(authority: str, content: bytes, roots: Sequence["Certificate"]) -> "TimeStampResponse":
    """The receipt that an authority gives for a file, of which it is sent the hash."""
    from rfc3161_client import HashAlgorithm, TimestampRequestBuilder, decode_timestamp_response

    request = TimestampRequestBuilder().data(content).hash_algorithm(HashAlgorithm.SHA256).build()
    headers = {"Content-Type": "application/timestamp-query", "Accept": "application/timestamp-reply"}
    try:
        asked = urllib.request.Request(authority, request.as_bytes(), headers)
        with urllib.request.urlopen(asked, timeout=_SECONDS) as reply:
            receipt = decode_timestamp_response(reply.read(_LONGEST))
        nonce = receipt.tst_info.nonce
    except (OSError, ValueError) as error:
        raise StampError(f"{authority}: no receipt: {' '.join(str(error).split())}") from error
    if nonce != request.nonce or unstamped(receipt, content):
        raise StampError(f"{authority}: its receipt is for something else than what was sent")
    if roots and (fault := unsigned(receipt, content, roots)):
        raise StampError(f"{authority}: {fault}")
    return receipt


def unstamped(receipt: "TimeStampResponse", content: bytes) -> str:
    """Why a receipt is not for a file of this content; '' where it is."""
    imprint = receipt.tst_info.message_imprint
    algorithm = _HASHES.get(imprint.hash_algorithm.dotted_string)
    if algorithm is None:
        return f"its receipt is by a hash that is not known ({imprint.hash_algorithm.dotted_string})"
    return "" if hashlib.new(algorithm, content).digest() == imprint.message else "its receipt is for another file"


def unsigned(receipt: "TimeStampResponse", content: bytes, roots: Sequence["Certificate"]) -> str:
    """Why no chain leads from a receipt's signature to one of the root certificates; '' where one does."""
    from rfc3161_client import VerificationError, VerifierBuilder

    fault = "no root certificate is given"
    for root in roots:
        try:
            VerifierBuilder().add_root_certificate(root).build().verify_message(receipt, content)
            return ""
        except (VerificationError, ValueError) as error:
            fault = " ".join(str(error).split())
    return f"its receipt is not signed by an authority of the certificates: {fault}"


def certificates(paths: Sequence[Path]) -> list["Certificate"]:
    """The certificates of PEM files.

    Raises:
        InputError: a file holds none.
    """
    must_have_client()
    from cryptography.x509 import load_pem_x509_certificates

    found: list[Certificate] = []
    for path in paths:
        try:
            found += load_pem_x509_certificates(path.read_bytes())
        except (OSError, ValueError) as error:
            raise InputError(f"{path}: no certificate in PEM: {' '.join(str(error).split())[:200]}") from error
    return found


def receipts(bundle: Path) -> list[Path]:
    """The receipts that a bundle keeps, in order."""
    return sorted((bundle / RECEIPTS).rglob("*.tsr"))


def checked(bundle: Path, given: Sequence["Certificate"]) -> Iterator[Failure | str]:
    """What fails of a bundle's receipts, and a line on each that stands.

    Against the certificates `given`; where none are, against those that are kept in the bundle.
    """
    for path in receipts(bundle):
        name = path.name.partition("-")[2].removesuffix(".tsr")
        where = path.relative_to(bundle).as_posix()
        kept = [] if given else _kept(path.with_name(_ROOT))
        try:
            receipt, content = _read(path), (bundle / name).read_bytes()
            fault = unstamped(receipt, content) or ((given or kept) and unsigned(receipt, content, given or kept))
        except (OSError, ValueError) as error:
            yield Failure(where, f"is no receipt that can be read: {' '.join(str(error).split())[:200]}")
            continue
        if fault:
            yield Failure(where, fault)
        else:
            by = "the given certificates" if given else "the certificate kept in the bundle: compare it with theirs"
            by = f"signed, by {by}" if given or kept else "whose signature is not checked (give --certificate PEM)"
            yield f"{name} stood on {receipt.tst_info.gen_time:%Y-%m-%d %H:%M:%S} UTC, by {where}, {by}"


def _kept(path: Path) -> list["Certificate"]:
    try:
        return certificates([path]) if path.exists() else []
    except InputError:
        return []


def _read(path: Path) -> "TimeStampResponse":
    from rfc3161_client import decode_timestamp_response

    receipt = decode_timestamp_response(path.read_bytes())
    if receipt.status not in (0, 1):
        raise ValueError("the authority granted none")
    return receipt


def _pem(certificate: "Certificate") -> bytes:
    from cryptography.hazmat.primitives.serialization import Encoding

    return bytes(certificate.public_bytes(Encoding.PEM))
