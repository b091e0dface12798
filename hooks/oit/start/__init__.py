"""An agency's own repository: its files, its next year, its update to a newer version."""
