"""What docs/ publishes: nothing that runs, nothing forgotten, names that every system can store."""
