"""Questions from Python: rows with their sentences, as frames of polars or pandas, shown as notebooks show them."""
