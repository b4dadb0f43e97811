"""Releases: a store as a folder that anybody can read, cite and check (RO-Crate), and the identity of what it holds."""
