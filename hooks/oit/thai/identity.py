"""Whose tax id a number is, and how a person's is masked.

A national id is also its owner's tax id, so a column of tax ids mixes companies, which are
public, with persons, who are not. People who are in no civil register have ids that begin with
0 like a company's: ``00…`` and ``0xxxx89…``.
"""

import re

from oit.thai.number_text import number_text

MASK = "x" * 13
"""What is published in place of a person's tax id."""

_LENGTH = 13
_COMPANY = re.compile(r"0(?!0)\d{4}(?!89)\d{8}", re.ASCII)
_SEPARATORS = re.compile(r"[\s._-]")
_GAP = r"[\x20.,/|_-]*+"
# Several winners may share a cell, and two numbers may have run into one. Excel may have added
# a fraction.
_PERSONS = re.compile(
    rf"""
    (?<![0-9])
    (?:
        (?: [1-9] | 0(?={_GAP}0) | 0(?=(?:{_GAP}[0-9]){{4}}{_GAP}8{_GAP}9) )
        (?:{_GAP}[0-9]){{12}} (?:\.0{{1,2}})? (?![0-9])
      | [0-9]{{14,}}
    )
    """,
    re.VERBOSE,
)
_WEIGHTS = range(_LENGTH, 1, -1)


def is_company_id(tax_id: str) -> bool:
    """Tell whether a text is the tax id of a company: 13 digits and nothing else."""
    return _COMPANY.fullmatch(tax_id) is not None


def is_natural_person(tax_id: str) -> bool:
    """Tell whether a tax id is a person's national id, or may contain one."""
    return _is_persons_alone(tax_id) or _PERSONS.search(number_text(tax_id).text) is not None


def mask_tax_id(tax_id: str) -> str:
    """Return a tax id as it may be published: a person's has no digit left."""
    if _is_persons_alone(tax_id):
        return MASK
    masked, count = _PERSONS.subn(MASK, number_text(tax_id).text)
    return masked if count else tax_id


def mask_middle(digits: str) -> str:
    """Return a number with which its owner's office can find it and others can do nothing."""
    return f"{digits[0]}{'x' * (len(digits) - 3)}{digits[-2:]}"


def restore_leading_zero(tax_id: str) -> str:
    """Return the digits of a tax id with the leading 0 that Excel drops; other texts unchanged."""
    digits = _SEPARATORS.sub("", number_text(tax_id).text)
    if not digits.isdecimal():
        return tax_id
    return f"0{digits}" if len(digits) == _LENGTH - 1 else digits


def check_digit_fits(digits: str) -> bool:
    """Tell whether the last of 13 digits is the check digit of the others."""
    total = sum(weight * int(digit) for weight, digit in zip(_WEIGHTS, digits, strict=False))
    return (11 - total % 11) % 10 == int(digits[-1])


def _is_persons_alone(tax_id: str) -> bool:
    """Tell whether a text contains 13 digits, whatever separates them, that are no company's."""
    digits = re.sub(r"[^0-9]", "", number_text(tax_id).text)
    return len(digits) == _LENGTH and not is_company_id(digits)
