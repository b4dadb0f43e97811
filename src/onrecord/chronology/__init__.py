"""Chronologies: what is on record about somebody, or in the answer to a question, by day, each with its quote."""
