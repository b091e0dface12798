"""How the cells of each kind of column are read into the texts that the data folder keeps."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from oit.forms.bidders import write_bidders
from oit.intake.imports import bidders_text
from oit.spreadsheets.sheet import folded
from oit.thai import dates, national_id, writing
from oit.thai.mask import MASK


@dataclass(frozen=True)
class Cell:
    """What a cell says, one text for each field of its column."""

    texts: tuple[str, ...]
    masked: int = 0
    """How many national ids were left out."""
    mended: str = ""
    """The year that stood there, where another was read."""
    unsplit: bool = False
    """Whether it holds more than the column is for, and was kept whole in the first field."""


Reader = Callable[[str, int], Cell]

_NO_MONEY = {"ไม่มี", "ไม่ใช้งบประมาณ", "ไม่ได้ใช้งบประมาณ"}
_LOST_DIGITS = re.compile(r"\d(?:\.\d+)?E\+\d+", re.IGNORECASE)
_MONEY_TAIL = re.compile(r"\s*(?:บาทถ้วน|บาท|฿)?\s*(?:\.-|\.–)?$")
_OF_CONTRACT = re.compile(
    rf"(?P<number>.*?)[\s,(]*(?:ลงวันที่|ลว\.?|ลง\s|วันที่|ว\.?ด\.?ป\.?)?[\s:.]*"
    rf"(?<!\d)(?P<day>{dates.DAY_IN_TEXT})\s*\)?",
    re.DOTALL,
)
_NUMBER_WORD = re.compile(r"^(?:เลขที่|ที่)\s*[:.]?\s*(?=\S)")


def _text(text: str, year: int) -> Cell:
    del year
    return Cell(*_clean(folded(text)))


def _clean(text: str) -> tuple[tuple[str], int]:
    plain, count = national_id.masked(text)
    return (plain,), count


def _number(text: str, year: int) -> Cell:
    del year
    plain = writing.arabic(folded(text))
    if _LOST_DIGITS.fullmatch(plain):
        # Excel has written a long number as 6.71E+10: what it was cannot be known.
        raise ValueError(text)
    return Cell(*_clean(plain))


def _money(text: str, year: int) -> Cell:
    del year
    plain = _MONEY_TAIL.sub("", writing.arabic(folded(text)))
    if plain in _NO_MONEY:
        return Cell(("0",))
    return Cell((str(writing.parse_money(plain)),))


def _count(text: str, year: int) -> Cell:
    del year
    plain = re.sub(r"\s*(?:คน|ราย|ครั้ง|เรื่อง|ฉบับ)$", "", writing.arabic(folded(text)))
    amount = Decimal(0) if plain == "ไม่มี" else writing.parse_money(plain)
    if amount < 0 or amount != int(amount):
        raise ValueError(text)
    return Cell((str(int(amount)),))


def _percent(text: str, year: int) -> Cell:
    del year
    plain = folded(text).removeprefix("ร้อยละ").rstrip("% ")
    amount = writing.parse_money(plain)
    if not 0 <= amount <= 100:
        raise ValueError(text)
    return Cell((str(amount),))


def _date(text: str, year: int) -> Cell:
    day, mended = dates.read_day(folded(text), year)
    return Cell((writing.write_day(day),), mended=mended)


def _month(text: str, year: int) -> Cell:
    return Cell((writing.write_month(dates.read_month(folded(text), year)),))


def _tax_id(text: str, year: int) -> Cell:
    number = national_id.digits(folded(text))
    if national_id.is_persons(number):
        return Cell((MASK,), masked=1)
    # The mask itself, and ids of other states, stay as they are.
    return _number(number if number.isdigit() else text, year)


def _bidders(text: str, year: int) -> Cell:
    del year
    plain, count = national_id.masked(text)
    return Cell((write_bidders(bidders_text.read_bids(plain)),), masked=count)


def _written_bidders(text: str, year: int) -> Cell:
    del year
    plain, count = national_id.masked(text)
    return Cell((write_bidders(bidders_text.read_written(plain)),), masked=count)


def _prices(text: str, year: int) -> Cell:
    del year
    return Cell(("\n".join(map(str, bidders_text.read_prices(text))),))


def _name_and_price(text: str, year: int) -> Cell:
    plain, count = national_id.masked(text)
    bids = bidders_text.read_bids(plain)
    if len(bids) != 1:
        whole = _text(text, year)
        return Cell((whole.texts[0], ""), whole.masked, unsplit=True)
    name, price = bids[0]
    return Cell((name, "" if price is None else str(price)), count)


def _contract(text: str, year: int) -> Cell:
    plain = writing.arabic(folded(text))
    match = _OF_CONTRACT.fullmatch(plain)
    try:
        day, mended = dates.read_day(match["day"], year) if match else (None, "")
    except ValueError:
        match, day, mended = None, None, ""
    number = match["number"] if match else plain
    kept, count = national_id.masked(_NUMBER_WORD.sub("", number).strip(" ,(.:"))
    written = writing.write_day(day) if day else ""
    # A second day inside what should be a number alone: two contracts in one cell.
    several = re.search(dates.DAY_IN_TEXT, kept) is not None
    if several:
        return Cell((_NUMBER_WORD.sub("", plain), ""), count, unsplit=True)
    return Cell((kept, written), count, mended)


READERS: dict[str, Reader] = {
    "text": _text,
    "number": _number,
    "money": _money,
    "count": _count,
    "percent": _percent,
    "date": _date,
    "month": _month,
    "tax_id": _tax_id,
    "bidders": _bidders,
    "written_bidders": _written_bidders,
    "prices": _prices,
    "name_and_price": _name_and_price,
    "contract": _contract,
}
"""The ways to read a cell, by the names that the data of columns calls them."""


class Cells:
    """Reads cells for one year; each text of a kind once, as columns repeat themselves."""

    def __init__(self, year: int) -> None:
        self.year = year
        self._known: dict[tuple[str, str], Cell | None] = {}

    def read(self, reads: str, text: str) -> Cell:
        """Read a cell as a column of a kind holds it.

        Raises:
            ValueError: it says nothing of that kind.
        """
        key = (reads, text)
        if key not in self._known:
            try:
                self._known[key] = READERS[reads](text, self.year)
            except (ValueError, OverflowError):
                self._known[key] = None
        cell = self._known[key]
        if cell is None:
            raise ValueError(text)
        return cell
