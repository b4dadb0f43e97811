"""Pages over the graph for people: they read without JavaScript, and lead from every claim to its sentence."""
