"""The arithmetic of the ITA cycle, what it asks of the measures, and the estimate of a score."""
