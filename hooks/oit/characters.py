"""Characters that data files and names of files must not contain: hidden ones, special spaces."""

import re

FORBIDDEN = re.compile(
    # Control characters, line ends that editors do not show, and characters that change the
    # order in which text is displayed.
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
)
UNPRINTABLE = re.compile(
    r"[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069"
    r"\ud800-\udfff\ufffe\uffff]"
)
"""What must not be printed as it is: control characters and those that reorder text."""
INVISIBLE = re.compile("[\u00ad\u180e\u200b-\u200d\u2060-\u2064\ufeff\U000e0000-\U000e007f]")
"""What nobody sees in a name."""
ODD_SPACE = re.compile("[\u00a0\u2000-\u200b\u202f\u205f\u3000\ufeff]")


def code_point(character: str) -> str:
    """Name a character that cannot be displayed: ``U+202E``."""
    return f"U+{ord(character):04X}"


def escaped(text: str) -> str:
    r"""Write characters that a terminal obeys, or that reorder text, as ``\n`` or ``\u202e``.

    Names of files may have any character, and are printed in messages.
    """
    return UNPRINTABLE.sub(lambda match: match[0].encode("unicode_escape").decode(), text)
