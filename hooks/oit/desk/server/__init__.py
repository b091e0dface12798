"""The server: on this machine alone, or for the office network."""
