"""Time stamps: a bundle's hashes are signed by an authority, here openssl behind a server of our own."""

import shutil
import subprocess
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from held import bundle, store

from commands import Said
from onrecord.errors import InputError, UsageError

pytest.importorskip("rfc3161_client", reason="pip install 'onrecord[stamp]'")
if shutil.which("openssl") is None:
    pytest.skip("openssl is not installed", allow_module_level=True)

from onrecord.verification import timestamps
from onrecord.verification.failure import Failure

pytestmark = pytest.mark.slow
Run = Callable[..., Said]
_CONFIG = """
[tsa]
default_tsa = tsa_config
[tsa_config]
serial = {folder}/serial
signer_cert = {folder}/tsa.pem
signer_key = {folder}/tsa.key
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256
accuracy = secs:1
ess_cert_id_alg = sha256
[extensions]
extendedKeyUsage = critical,timeStamping
keyUsage = critical,digitalSignature
basicConstraints = CA:FALSE
authorityKeyIdentifier = keyid
subjectKeyIdentifier = hash
"""


class Authority:
    """A root certificate, a time stamping authority under it, and the requests that came."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.root = folder, folder / "root.pem"
        self.asked: list[bytes] = []
        self.answer: bytes | None = None  # instead of a receipt
        folder.mkdir()
        (folder / "serial").write_text("01\n")
        (folder / "tsa.cnf").write_text(_CONFIG.format(folder=folder))
        new = ["req", "-newkey", "rsa:2048", "-nodes", "-subj"]
        openssl(*new, "/CN=Test Root", "-x509", "-days", "30", "-keyout", folder / "root.key", "-out", self.root)
        openssl(*new, "/CN=Test TSA", "-keyout", folder / "tsa.key", "-out", folder / "tsa.csr")
        by = ["-CA", self.root, "-CAkey", folder / "root.key", "-CAcreateserial", "-days", "30"]
        extended = ["-extfile", folder / "tsa.cnf", "-extensions", "extensions"]
        openssl("x509", "-req", "-in", folder / "tsa.csr", *by, *extended, "-out", folder / "tsa.pem")

    def reply(self, query: bytes) -> bytes:
        self.asked.append(query)
        if self.answer is not None:
            return self.answer
        (self.folder / "query.tsq").write_bytes(query)
        to = ["-queryfile", self.folder / "query.tsq", "-out", self.folder / "reply.tsr"]
        openssl("ts", "-reply", "-config", self.folder / "tsa.cnf", *to)
        return (self.folder / "reply.tsr").read_bytes()


def openssl(*arguments: str | Path) -> None:
    done = subprocess.run(["openssl", *map(str, arguments)], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


@pytest.fixture(scope="module")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    return Authority(tmp_path_factory.mktemp("authority") / "tsa")


@pytest.fixture
def address(authority: Authority) -> Iterator[str]:
    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            assert self.headers["Content-Type"] == "application/timestamp-query"
            reply = authority.reply(self.rfile.read(int(self.headers["Content-Length"])))
            self.send_response(200)
            self.send_header("Content-Type", "application/timestamp-reply")
            self.end_headers()
            self.wfile.write(reply)

        def log_message(self, *told: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/tsr"
    server.shutdown()
    server.server_close()
    authority.answer = None
    authority.asked.clear()


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("made")
    return bundle(store(place / "store"), place / "bundle")


@pytest.fixture
def folder(made: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(made, tmp_path / "bundle"))


def test_a_stamped_bundle_passes_and_says_since_when_it_stood(
    onrecord: Run, folder: Path, address: str, authority: Authority
) -> None:
    said = onrecord("stamp", folder, "--authority", address, "--certificate", authority.root)
    assert (said.code, len(said.out.splitlines())) == (0, 2), said.err
    said = onrecord("verify", folder)
    assert said.code == 0, said.out
    assert said.out.count(" stood on ") == 2
    assert "by the certificate kept in the bundle" in said.out
    said = onrecord("verify", folder, "--certificate", authority.root)
    assert said.out.count("by the given certificates") == 2


def test_openssl_checks_a_receipt_too(folder: Path, address: str, authority: Authority) -> None:
    (receipt, _) = timestamps.stamp(folder, address)
    openssl("ts", "-verify", "-data", folder / "graphs.csv", "-in", receipt, "-CAfile", authority.root)


def test_an_authority_sees_two_hashes_and_nothing_else(folder: Path, address: str, authority: Authority) -> None:
    timestamps.stamp(folder, address)
    assert len(authority.asked) == 2
    assert max(map(len, authority.asked)) < 100


def test_without_a_certificate_the_signature_is_said_not_to_be_checked(folder: Path, address: str) -> None:
    timestamps.stamp(folder, address)
    assert all("whose signature is not checked" in str(told) for told in timestamps.checked(folder, []))


@pytest.mark.parametrize("changed", ["graphs.csv", "SHA256SUMS"])
def test_a_list_that_was_changed_after_it_was_stamped_is_found(
    folder: Path, address: str, authority: Authority, changed: str
) -> None:
    timestamps.stamp(folder, address, timestamps.certificates([authority.root]))
    (folder / changed).write_bytes((folder / changed).read_bytes() + b"\n")
    (failure,) = (told for told in timestamps.checked(folder, []) if isinstance(told, Failure))
    assert failure.what == "its receipt is for another file"
    assert changed in failure.source


def test_the_receipt_of_another_bundle_is_found(onrecord: Run, folder: Path, made: Path, address: str) -> None:
    (folder / "graphs.csv").write_text("graph,quads,sha256\n")
    (receipt, _) = timestamps.stamp(folder, address)
    other = Path(shutil.copytree(made, folder.with_name("other")))
    (other / "timestamps" / "tsa").mkdir(parents=True)
    shutil.copy(receipt, other / "timestamps" / "tsa" / receipt.name)
    said = onrecord("verify", other)
    assert said.code == 1
    assert f"timestamps/tsa/{receipt.name}: its receipt is for another file" in said.out


def test_the_signature_of_another_authority_is_found(
    folder: Path, address: str, authority: Authority, tmp_path: Path
) -> None:
    other = timestamps.certificates([Authority(tmp_path / "other").root])
    timestamps.stamp(folder, address)
    found = list(timestamps.checked(folder, other))
    assert all(isinstance(told, Failure) and "not signed by an authority" in told.what for told in found)
    with pytest.raises(timestamps.StampError, match="not signed by an authority"):
        timestamps.stamp(folder, address, other)


def test_a_damaged_receipt_is_found(folder: Path, address: str, authority: Authority) -> None:
    (receipt, _) = timestamps.stamp(folder, address, timestamps.certificates([authority.root]))
    content = bytearray(receipt.read_bytes())
    content[-1] ^= 1
    receipt.write_bytes(content)
    assert sorted(type(told).__name__ for told in timestamps.checked(folder, [])) == ["Failure", "str"]
    receipt.write_bytes(b"no receipt")
    assert any("is no receipt that can be read" in str(told) for told in timestamps.checked(folder, []))


@pytest.mark.parametrize("answer", [b"", b"<html>404</html>"])
def test_an_answer_that_is_no_receipt_is_refused_in_one_line(
    onrecord: Run, folder: Path, address: str, authority: Authority, answer: bytes
) -> None:
    authority.answer = answer
    said = onrecord("stamp", folder, "--authority", address)
    assert said.code == 2
    assert said.err.startswith(f"onrecord: {address}: no receipt")
    assert said.err.count("\n") == 1
    assert not (folder / "timestamps").exists()


def test_the_receipt_of_another_request_is_refused(folder: Path, address: str, authority: Authority) -> None:
    (receipt, _) = timestamps.stamp(folder, address)
    authority.answer = receipt.read_bytes()  # for the same file, and shown again
    with pytest.raises(timestamps.StampError, match="something else than what was sent"):
        timestamps.stamp(folder, address)


def test_what_cannot_be_stamped_is_said(folder: Path, tmp_path: Path, address: str) -> None:
    with pytest.raises(UsageError, match="name an authority as https"):
        timestamps.stamp(folder, "ftp://example.org")
    with pytest.raises(InputError, match="no bundle that can be stamped"):
        timestamps.stamp(tmp_path / "nothing", address)
    (tmp_path / "none.pem").write_text("no certificate")
    with pytest.raises(InputError, match="no certificate in PEM"):
        timestamps.certificates([tmp_path / "none.pem"])
