"""A text with its structure, as it goes into extraction: blocks of layout, of tables and of pages; its view."""

from onrecord.document.blocks import Block, BlockKind, Document
from onrecord.document.view import View, view_of

__all__ = ["Block", "BlockKind", "Document", "View", "view_of"]
