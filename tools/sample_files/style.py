"""The date and the colours of all files."""

from datetime import UTC, datetime

MADE_ON = datetime(2026, 10, 1, tzinfo=UTC)
"""The creation date of every file."""

# The agency's colours.
NAVY = "#17365d"
TEAL = "#0f7173"
GOLD = "#d9a441"
SAND = "#f3ead7"
