"""The store: snapshots of named graphs and texts, with one writer and many readers."""

from onrecord.store.blocks import Blocks, Row, Touched, lines
from onrecord.store.faults import told
from onrecord.store.journal import Entry
from onrecord.store.reader import Reader, withholds
from onrecord.store.snapshots import Amended, Record
from onrecord.store.writer import Writer

__all__ = ["Amended", "Blocks", "Entry", "Reader", "Record", "Row", "Touched", "Writer", "lines", "told", "withholds"]
