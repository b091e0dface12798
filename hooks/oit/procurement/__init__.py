"""What a year's purchases say together: whether they agree, and their sums."""
