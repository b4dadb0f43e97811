"""Evaluation against a gold standard: precision, recall and F1 of what a build answers about annotated articles."""
