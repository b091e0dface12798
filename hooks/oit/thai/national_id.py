"""National ids of persons, which no file of the data folder may hold."""

import re

from oit.thai import writing
from oit.thai.identity_search import fits
from oit.thai.mask import MASK

_LENGTH = 13
_IN_TEXT = re.compile(r"(?<![\d/.-])[1-8](?:[ -]?\d){12}(?![\d/-])")


def is_persons(tax_id: str) -> bool:
    """Tell whether a tax id of 13 digits is a person's: a company's begins with 0."""
    return len(tax_id) == _LENGTH and tax_id.isdigit() and tax_id[0] != "0"


def digits(text: str) -> str:
    """Return the digits of a tax id; a leading 0 that Excel has dropped is put back."""
    plain = re.sub(r"[\s-]", "", writing.arabic(text))
    return f"0{plain}" if plain.isdigit() and len(plain) == _LENGTH - 1 else plain


def masked(text: str) -> tuple[str, int]:
    """Mask the national ids in a text; also return how many there were."""
    count = 0

    def mask(match: re.Match[str]) -> str:
        nonlocal count
        if not fits(re.sub(r"\D", "", match[0])):
            return match[0]
        count += 1
        return MASK

    plain = writing.arabic(text)
    if not _IN_TEXT.search(plain):
        return text, 0
    found = _IN_TEXT.sub(mask, plain)
    return (found, count) if count else (text, 0)
