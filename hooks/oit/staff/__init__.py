"""What only staff see, and only in staff builds: gaps, deadlines, the answers."""
