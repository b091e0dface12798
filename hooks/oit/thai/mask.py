"""Numbers of persons as they may be shown."""

import re

from oit.thai import writing

MASK = "x" * 13
"""What stands where a natural person's tax id stood."""

# People who are in no civil register have numbers that begin with 0 too: 00…, and 0xxxx89….
_COMPANY = re.compile(r"0(?!0)\d{4}(?!89)\d{8}", re.ASCII)
# Among others: several winners may share a cell, and two numbers may have run into one.
_PERSONS = re.compile(r"(?<![0-9])(?:[1-9](?:[ .\u2010-\u2015_-]*[0-9]){12}(?![0-9])|[0-9]{14,})")


def is_company_id(tax_id: str) -> bool:
    """Tell whether a text is the tax id of a company, in 13 digits and no more."""
    return _COMPANY.fullmatch(tax_id) is not None


def is_natural_person(tax_id: str) -> bool:
    """Tell whether a tax id is a person's national id, or may hold one."""
    return _is_persons_alone(tax_id) or _PERSONS.search(writing.arabic(tax_id)) is not None


def masked(tax_id: str) -> str:
    """Return a tax id as it may be published: a person's has no digit left."""
    if _is_persons_alone(tax_id):
        return MASK
    return _PERSONS.sub(MASK, writing.arabic(tax_id)) if is_natural_person(tax_id) else tax_id


def hidden(digits: str) -> str:
    """Return a number so that its owner's office can find it and others cannot use it."""
    return f"{digits[0]}{'x' * (len(digits) - 3)}{digits[-2:]}"


def _is_persons_alone(tax_id: str) -> bool:
    """Tell whether the digits of a text, whatever stands between them, are a person's tax id."""
    digits = re.sub(r"[^0-9]", "", writing.arabic(tax_id))
    return len(digits) == 13 and not is_company_id(digits)
