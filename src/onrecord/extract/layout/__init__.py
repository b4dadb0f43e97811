"""Before the parser: sentence bounds, page furniture, speaker labels, quotation marks."""
