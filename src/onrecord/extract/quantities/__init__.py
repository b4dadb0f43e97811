"""Figures: the number and its hedge, what it counts, what happened to them, of which day."""
