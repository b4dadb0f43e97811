"""Events: what happened, as one article tells it, with the figures and acts that belong to it."""
