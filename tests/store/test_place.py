"""What `--store` names."""

from pathlib import Path

import pytest

from onrecord.errors import UsageError
from onrecord.store import Address, place
from onrecord.store.place import state_folder


@pytest.mark.parametrize("named", ["graph", "./graph", "/data/graph", "http", "https:/x"])
def test_a_folder(named: str) -> None:
    assert place(named) == Path(named)


def test_an_address() -> None:
    assert place("https://example.org/store/") == Address("https://example.org/store")
    assert place("HTTP://localhost:8890") == Address("HTTP://localhost:8890")


@pytest.mark.parametrize("named", ["https://ann:secret@example.org/", "http://ann@example.org"])
def test_credentials_do_not_belong_into_an_address_and_are_not_said_again(named: str) -> None:
    with pytest.raises(UsageError, match="set ONRECORD_STORE_USER") as told:
        place(named)
    assert "secret" not in str(told.value) and "ann" not in str(told.value)


@pytest.mark.parametrize("named", ["https://", "http://example.org/?query=x", "http://example.org/#x"])
def test_what_is_no_address_of_a_store(named: str) -> None:
    with pytest.raises(UsageError, match="name a store as https://"):
        place(named)


def test_each_store_elsewhere_has_a_folder_of_its_own(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    one, other = (state_folder(Address(f"https://example.org/{name}")) for name in ("a/b", "a-b"))
    assert one != other and one.parent == other.parent == tmp_path / "onrecord"
    assert one.name.startswith("example.org-a-b-")
    monkeypatch.delenv("XDG_STATE_HOME")
    assert state_folder(Address("https://example.org")).is_relative_to(Path.home() / ".local" / "state" / "onrecord")
