"""The width of a Thai text: vowels and tone marks above and below a consonant take no room."""

import re

_NO_WIDTH = re.compile("[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]")


def display_width(text: str) -> int:
    """Return the number of characters that take room in a line."""
    return len(_NO_WIDTH.sub("", text))
