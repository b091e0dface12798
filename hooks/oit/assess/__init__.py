"""From data to an assessment: the status of every item and element."""
