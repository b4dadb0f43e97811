"""The trained reader: one small encoder that finds names and who said what. Free of spaCy but for `components`."""

from onrecord.reader.reader import Reader
from onrecord.reader.values import Attribution, NameSpan, Reading, Span

__all__ = ["Attribution", "NameSpan", "Reader", "Reading", "Span"]
