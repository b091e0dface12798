"""Characters that data files must not contain: hidden ones, and special spaces."""

import re

FORBIDDEN = re.compile(
    # Control characters, line ends that editors do not show, and characters that change the
    # order in which text is displayed.
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
)
ODD_SPACE = re.compile("[\u00a0\u2000-\u200b\u202f\u205f\u3000\ufeff]")


def code_point(character: str) -> str:
    """Name a character that cannot be displayed: ``U+202E``."""
    return f"U+{ord(character):04X}"
