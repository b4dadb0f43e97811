"""Official acts: their trigger, who made them, against whom, and how they stand."""
