"""Drafts of what officers type, and how they become the data."""
