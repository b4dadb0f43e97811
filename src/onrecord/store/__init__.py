"""The store: snapshots of named graphs and texts, with one writer and many readers."""
