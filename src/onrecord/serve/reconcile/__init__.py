"""Reconciliation of names in tables with people, bodies and places on record (Reconciliation Service API 0.2)."""
