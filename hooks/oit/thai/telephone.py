"""Telephone numbers as officers write them, and as links dial them."""

import re

from oit.thai import writing

_COUNTRY = "+66"


def dial_number(number: str) -> str:
    """Return the first number of a telephone field for a ``tel:`` link."""
    first = re.split(r"ต่อ|[,/]|ถึง|–", writing.arabic(number))[0]
    return re.sub(r"[^0-9+]", "", first)


def global_number(number: str) -> str:
    """Return the first number as it is dialled from anywhere; empty if only Thailand can."""
    digits = dial_number(number)
    if digits.startswith("+"):
        return digits
    # Shorter numbers are short codes, such as 1567.
    return _COUNTRY + digits[1:] if digits.startswith("0") and len(digits) >= 9 else ""
