"""What a store answers: queries, explanations, reports, exports, plots."""
