"""onrecord: reporting in, a knowledge graph out, every statement traced to the sentence that makes it."""

__version__ = "0.1.0"
