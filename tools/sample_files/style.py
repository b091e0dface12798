"""What all the files have in common."""

from datetime import UTC, datetime

MADE_ON = datetime(2026, 10, 1, tzinfo=UTC)
"""The date that every file bears."""

# The agency's colours.
NAVY = "#17365d"
TEAL = "#0f7173"
GOLD = "#d9a441"
SAND = "#f3ead7"
