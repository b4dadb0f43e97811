"""Review: what is most in doubt is put to a person, and what they decide becomes a file of decisions."""
