"""What the Doc holds for all components: the day of the entry of a live blog at an offset."""

import pytest
from spacy.tokens import Doc
from spacy.vocab import Vocab

from onrecord.document import Block, BlockKind
from onrecord.extract.doc_extensions import own_day


@pytest.mark.parametrize(
    ("at", "day"), [(0, ""), (5, "2024-05-01"), (8, "2024-05-01"), (9, ""), (10, "2024-05-02"), (13, "2024-05-02")]
)
def test_words_are_of_the_day_of_their_entry(at: int, day: str) -> None:
    doc = Doc(Vocab(), ["Live", "Four", "Five"], spaces=[True, True, False])
    entries = [(5, 9, "2024-05-01"), (10, 14, "2024-05-02")]
    doc._.blocks = tuple(Block(start, end, BlockKind.ENTRY, published=on) for start, end, on in entries)
    assert own_day(doc, at) == day
