"""Archives in ZIP: what is broken in them is refused in words, whichever way it is packed."""

import io
import zipfile

import pytest

from onrecord.sources.archives import content, opened_zip
from onrecord.sources.refusal import UnreadableError

HEAD = 30  # bytes before the name of an entry


WHOLE = bytes(range(256)) * 4


@pytest.mark.parametrize("packed", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_an_entry_that_is_broken_anywhere_is_refused_or_comes_whole(packed: int) -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", packed) as archive:
        archive.writestr("a", WHOLE)
    refused = [at for at in range(60) if _is_refused(file.getvalue(), HEAD + len("a") + at)]
    assert len(refused) > 50  # what remains, such as the size of a dictionary, does not matter


def _is_refused(archive: bytes, at: int) -> bool:
    """Whether the entry is refused once a byte is another one."""
    broken = bytes((*archive[:at], archive[at] ^ 0xFF, *archive[at + 1 :]))
    try:
        assert content(opened_zip(io.BytesIO(broken), 10_000, "an archive"), "a") == WHOLE
    except UnreadableError as error:
        assert str(error) == "its a is broken"
        return True
    return False


def test_an_entry_that_says_less_than_it_holds_gives_no_more() -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_LZMA) as archive:
        archive.writestr("a", bytes(1_000_000))
    told = file.getvalue().replace((1_000_000).to_bytes(4, "little"), (10).to_bytes(4, "little"))
    with pytest.raises(UnreadableError, match="its a is broken"):
        content(opened_zip(io.BytesIO(told), 10_000, "an archive"), "a")
