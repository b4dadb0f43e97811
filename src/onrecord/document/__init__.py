"""A text with its structure, as it goes into extraction: blocks of layout, of tables and of pages."""

from onrecord.document.blocks import Block, BlockKind, Document

__all__ = ["Block", "BlockKind", "Document"]
