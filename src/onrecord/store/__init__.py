"""The store: snapshots of named graphs and texts, with one writer and many readers."""

from onrecord.store.reader import Reader, withholds
from onrecord.store.snapshots import Amended, Record
from onrecord.store.writer import Writer

__all__ = ["Amended", "Reader", "Record", "Writer", "withholds"]
