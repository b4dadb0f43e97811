"""Questions to the dependency parse that more than one component asks."""
