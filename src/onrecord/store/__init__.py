"""The store: snapshots of named graphs and texts, with one writer and many readers; and SPARQL stores elsewhere."""

from onrecord.store.blocks import Blocks, Row, lines, portions
from onrecord.store.faults import told
from onrecord.store.history import Before, When, first_day
from onrecord.store.identity import dataset_identity
from onrecord.store.journal import Entry
from onrecord.store.opening import Readable, opened, sending
from onrecord.store.place import Address, Place, place
from onrecord.store.reader import Answer, Reader, withholds
from onrecord.store.snapshots import Amended, Record
from onrecord.store.writer import Writer

__all__ = [
    "Address",
    "Amended",
    "Answer",
    "Before",
    "Blocks",
    "Entry",
    "Place",
    "Readable",
    "Reader",
    "Record",
    "Row",
    "When",
    "Writer",
    "dataset_identity",
    "first_day",
    "lines",
    "opened",
    "place",
    "portions",
    "sending",
    "told",
    "withholds",
]
