"""The trained reader: one small encoder that finds names and who said what. Free of spaCy but for `components`."""

from onrecord.encoder.encoder import Reader
from onrecord.encoder.spans import Attribution, NameSpan, Reading, Span

__all__ = ["Attribution", "NameSpan", "Reader", "Reading", "Span"]
