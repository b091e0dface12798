"""Spreadsheets that officers hand in: what was understood, and the rows of tables."""
