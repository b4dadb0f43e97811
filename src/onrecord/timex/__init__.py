"""The calendar in English prose, free of spaCy: periods, the grammar of dates, and what a date means in its article."""
