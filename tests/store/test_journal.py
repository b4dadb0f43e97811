"""The journal: what was read is there again, in the way it was read and in no other."""

from pathlib import Path

from onrecord.store.journal import Entry, Journal
from onrecord.values.ntriples import Ntriples
from onrecord.values.rejection import Rejection

ENTRY = Entry(
    "article",
    "f",
    Ntriples.of('<a> <b> "Київ" .\n', "<c> <d> <e> .\n"),
    (Rejection("one.txt", "n", "Figure", "why", "“Three.”"),),
)


def test_what_was_read_is_found_by_another_process(tmp_path: Path) -> None:
    journal = Journal(tmp_path)
    journal.keep([ENTRY])
    journal.close()
    again = Journal(tmp_path)
    assert again.find("article", "f") == ENTRY


def test_what_was_read_otherwise_is_not_found(tmp_path: Path) -> None:
    journal = Journal(tmp_path)
    journal.keep([ENTRY])
    assert journal.find("article", "g") is None
    assert journal.find("another", "f") is None


def test_a_journal_that_holds_nothing_leaves_no_file(tmp_path: Path) -> None:
    journal = Journal(tmp_path)
    journal.keep([ENTRY])
    journal.clear()
    journal.close()
    assert list(tmp_path.iterdir()) == []
