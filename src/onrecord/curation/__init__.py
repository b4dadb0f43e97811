"""Decisions of the people who use a store, and what becomes of them."""
