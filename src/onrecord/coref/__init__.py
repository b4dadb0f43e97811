"""Mentions -> entities: which words of one article stand for the same thing."""
