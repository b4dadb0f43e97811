"""A store as a server of the Model Context Protocol: the named questions as tools, each answer with its sentences."""
