"""Office files: opened under limits, read cell by cell, written for Excel."""
