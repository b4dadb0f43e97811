"""The trained encoder: one small network that finds names and who said what. Free of spaCy."""

from onrecord.encoder.encoder import Encoder
from onrecord.encoder.spans import Attribution, EncoderOutput, NameSpan, Span

__all__ = ["Attribution", "Encoder", "EncoderOutput", "NameSpan", "Span"]
