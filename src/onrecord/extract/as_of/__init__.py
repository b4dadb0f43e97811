"""As-of days: which day told in an article its figures hold of, where their own clauses give none."""
