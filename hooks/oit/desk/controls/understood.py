"""How a value was understood: a day in words, an amount with commas and in words of baht."""

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import NamedTuple

from oit.thai import dates, money, years
from oit.thai.amounts_in_words import write_words
from oit.thai.writing import is_blank


class Understood(NamedTuple):
    """A value as the program reads it."""

    value: str
    """As the data folder writes it: ``2569-01-15``."""
    words: str
    """As people say it: ``15 มกราคม 2569``."""


def understood(kind: str, text: str, year: int) -> Understood | None:
    """Read a text as a field of a kind does.

    Args:
        kind: one of ``KINDS``; nothing is said of others.
        text: what was typed.
        year: the fiscal year, near which years of two digits are.

    Returns:
        The value, or ``None`` if there is nothing to say: the text is blank or cannot be read,
        which the checker explains.
    """
    read = KINDS.get(kind)
    if read is None or is_blank(text):
        return None
    try:
        return read(text, year)
    except ValueError:
        return None


def _day(text: str, year: int) -> Understood:
    day = dates.read_day(text, year).date
    return Understood(dates.write_day(day), dates.format_date(day))


def _month(text: str, year: int) -> Understood:
    month = dates.read_month(text, year)
    return Understood(dates.write_month(month), dates.format_month(month))


def _year(text: str, year: int) -> Understood:
    read, _ = years.read_fiscal_year(text, year)
    # A year that is written out says itself how it is understood.
    return Understood(str(read), "" if text == str(read) else f"พ.ศ. {read}")


def _money(text: str, year: int) -> Understood:
    del year
    amount = money.read_money(text)
    words = f"{money.format_number(amount)} บาท"
    if Decimal(0) <= amount < _MOST_IN_WORDS:
        words += f" ({write_words(amount)})"
    return Understood(f"{amount:f}", words)


_MOST_IN_WORDS = 10**12
"""More than any budget; the words of such numbers help nobody."""

KINDS: Mapping[str, Callable[[str, int], Understood]] = {
    "day": _day,
    "month": _month,
    "year": _year,
    "money": _money,
}
"""The kinds of values that are read so, by the names of the inputs' ``data-`` attributes."""
