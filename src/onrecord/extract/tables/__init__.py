"""Figures in tables: what the heads of a cell's row and column, the caption and the notes say of its number."""
