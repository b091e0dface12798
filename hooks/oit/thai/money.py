"""Amounts in baht: read strictly in data files and leniently in office tables, and written."""

import re
from decimal import Decimal

from oit.thai.prices import BAHT, find_amounts, has_ambiguous_dot, plain_text
from oit.thai.writing import arabic, fold

NO_MONEY = frozenset(
    {
        "ไม่มี",
        "ไม่มีงบประมาณ",
        "ไม่ใช้งบประมาณ",
        "ไม่ได้ใช้งบประมาณ",
        "ไม่มีค่าธรรมเนียม",
        "ไม่เสียค่าธรรมเนียม",
    }
)
"""The words that state an amount of zero."""

_MONEY = re.compile(r"(-?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?)\s*(?:บาท|฿)?")
_PLAIN_MONEY = re.compile(r"[0-9]{1,30}(?:\.[0-9]{1,9})?")
_WITHOUT_AMOUNT = re.compile(r"\s*(?:\.?[-–])?$")
# Python itself refuses to write numbers of more than 4,300 digits.
_LONGEST_AMOUNT = 40


def parse_money(text: str) -> Decimal:
    """Read an amount: ``1,500,000.50``, ``๑,๕๐๐,๐๐๐.๕๐``, ``1500000.5 บาท`` or ``ไม่มี``.

    Raises:
        ValueError: the text is not an amount, its commas are misplaced, or no state has so much.
    """
    if _PLAIN_MONEY.fullmatch(text):
        # As programs write it; tables have thousands of them.
        return Decimal(text)
    match = _MONEY.fullmatch(arabic(text).strip())
    if match is None and len(text) <= _LONGEST_AMOUNT and fold(text) in NO_MONEY:
        return Decimal(0)
    if match is None or len(match[1]) > _LONGEST_AMOUNT:
        raise ValueError(f"not an amount: {text}")
    return Decimal(match[1].replace(",", ""))


def read_money(text: str, unit: Decimal = BAHT) -> Decimal:
    """Read an amount as offices write it in their tables: ``46,730.-`` or ``3.5 ล้านบาท``.

    ``unit`` is the unit of the table in baht, for amounts without a unit of their own.

    Raises:
        ValueError: the text is not an amount.
    """
    plain = " ".join(plain_text(text).split())
    if unit == BAHT and _MONEY.fullmatch(plain) and not has_ambiguous_dot(plain):
        return parse_money(plain)
    body = plain.removeprefix("-")
    found = find_amounts(body, unit)
    if len(found) == 1 and not body[: found[0].start].strip() + body[found[0].end :].strip():
        amount = found[0].baht(unit)
        return amount if body == plain else amount.copy_negate()
    if found:
        raise ValueError(f"not an amount: {text}")
    return parse_money(_WITHOUT_AMOUNT.sub("", plain))


def format_number(number: Decimal | int) -> str:
    """Write a number with thousands separated and as many decimal places as it has."""
    return f"{Decimal(number):,f}"


def is_number(value: object) -> bool:
    """Tell whether a value is shown as a number."""
    return isinstance(value, int | Decimal)
