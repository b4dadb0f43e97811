"""Positions: who holds which title, where, and when."""
