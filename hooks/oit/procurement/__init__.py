"""A year's purchases: their columns, their status and their sums."""
