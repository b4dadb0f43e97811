"""Verification, offline: quotes against texts, names against content, graphs against hashes, copies against each other.

Each check is a function over the facts of one graph that yields what fails; `verify` puts them together.
"""
