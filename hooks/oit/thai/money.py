"""Amounts in baht: read as officers write them, and written."""

import re
from collections.abc import Sequence
from decimal import Decimal

from oit.thai.amounts import BAHT, has_ambiguous_dot, plain_text
from oit.thai.unreadable import UnreadableError
from oit.thai.writing import fold

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

NUMBER = r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?"
"""The pattern of a number in a folded text: commas separate groups of three digits."""

_MONEY = re.compile(rf"(-?{NUMBER})\s*(?:บาท|฿)?")
# A dot before three digits may separate thousands.
_PLAIN_MONEY = re.compile(
    r"(?:[0-9]{1,30}|[0-9]{1,3}(?:,[0-9]{3}){1,6})(?:\.(?:[0-9]{1,2}|[0-9]{4,9}))?"
)
_UNGROUPED = re.compile(r"[0-9]{1,30}(?:\.[0-9]{1,2})?")
_WITHOUT_AMOUNT = re.compile(r"\s*(?:\.?[-–])?$")
# Python itself refuses to write numbers of more than 4,300 digits.
_LONGEST_AMOUNT = 40
_LONGEST_TEXT = 300


def read_money(text: str, unit: Decimal = BAHT) -> Decimal:
    """Read an amount: ``1,500,000.50``, ``๕๐๐,๐๐๐.-``, ``500 บาทถ้วน``, ``1.5 ล้านบาท``, ``ไม่มี``.

    ``unit`` is the unit of the table in baht, for amounts without a unit of their own.

    Raises:
        UnreadableError: the text is not an amount, or may be several.
    """
    if unit == BAHT and _PLAIN_MONEY.fullmatch(text):
        # As programs write it; tables have thousands of them.
        return Decimal(text.replace(",", ""))
    plain = " ".join(plain_text(text).split()) if len(text) <= _LONGEST_TEXT else ""
    if fold(_WITHOUT_AMOUNT.sub("", plain)) in NO_MONEY:
        return Decimal(0)
    match = _MONEY.fullmatch(plain)
    if unit == BAHT and match and not has_ambiguous_dot(plain.removeprefix("-")):
        if len(match[1]) > _LONGEST_AMOUNT:
            raise UnreadableError(text)
        return Decimal(match[1].replace(",", ""))
    # Loads slowly, and the amounts of most files are plain.
    from oit.thai.prices import find_amounts  # noqa: PLC0415

    body = plain.removeprefix("-")
    # A formula that was kept as a text is no amount.
    found = () if body.startswith("=") else find_amounts(body, unit)
    if len(found) == 1 and not body[: found[0].start].strip() + body[found[0].end :].strip():
        amount = found[0].baht(unit)
        return amount if body == plain else amount.copy_negate()
    raise UnreadableError(text)


def read_plain(texts: Sequence[str]) -> list[Decimal] | None:
    """Read many amounts as programs write them; ``None`` if one is written otherwise."""
    if not all(map(_UNGROUPED.fullmatch, texts)):
        return None
    return [*map(Decimal, texts)]


def format_number(number: Decimal | int) -> str:
    """Write a number with thousands separated and as many decimal places as it has."""
    return f"{Decimal(number):,f}"


def is_number(value: object) -> bool:
    """Tell whether a value is shown as a number."""
    return isinstance(value, int | Decimal)
