"""The article in a web page: its text with its structure, and what the page says about it."""

from onrecord.sources.html.page import Page, read_html

__all__ = ["Page", "read_html"]
