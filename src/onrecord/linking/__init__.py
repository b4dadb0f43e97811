"""Entities, acts and offices across articles: which of them are one."""
