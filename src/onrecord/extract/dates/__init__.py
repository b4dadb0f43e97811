"""Calendar expressions in an article, and the days they mean."""
