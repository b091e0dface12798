"""Read a cell of each kind of column into the texts that the data folder keeps."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from oit.bilingual import Bilingual
from oit.forms.bidders import write_bidders
from oit.intake.imports import bidders_text
from oit.intake.imports.typed import whole_number
from oit.spreadsheets.sheet import folded
from oit.thai import dates
from oit.thai.identity import MASK, check_digit_fits, mask_tax_id, restore_leading_zero
from oit.thai.identity_search import mask_for_keeping
from oit.thai.money import parse_money, read_money
from oit.thai.writing import arabic


@dataclass(frozen=True)
class Cell:
    """The contents of a cell, one text for each field of its column."""

    texts: tuple[str, ...]
    masked: int = 0
    """How many national ids were masked."""
    corrected: str = ""
    """The year as written, if it was read as another one."""
    unsplit: bool = False
    """Whether it contains more than its column is for; the first field has all of it."""
    doubt: Bilingual | None = None
    """What is odd about it."""


Reader = Callable[[str, int], Cell]

_DIGITS_OF_PROJECT = 11
_OF_CONTRACT = re.compile(
    rf"(?P<number>.*?)[\s,(]*(?:ลงวันที่|ลว\.?|ลง\s|วันที่|ว\.?ด\.?ป\.?)?[\s:.]*"
    rf"(?<!\d)(?P<day>{dates.DAY_IN_TEXT})\s*\)?",
    re.DOTALL,
)
_NUMBER_WORD = re.compile(r"^(?:เลขที่|ที่)\s*[:.]?\s*(?=\S)")
_COUNTED = re.compile(r"\s*(?:คน|ราย|ครั้ง|เรื่อง|ฉบับ)$")


def _text(text: str, year: int) -> Cell:
    del year
    return _masked(folded(text))


def _masked(text: str) -> Cell:
    masked, count = mask_for_keeping(text)
    return Cell((masked,), count)


def _number(text: str, year: int) -> Cell:
    del year
    return _masked(whole_number(arabic(folded(text))))


def _project_number(text: str, year: int) -> Cell:
    """Read the number of a project, which people group as they like."""
    del year
    number = whole_number(arabic(folded(text)))
    digits = re.sub(r"[\s\u2010-\u2015\u2212-]", "", number)
    is_number = digits.isdecimal() and len(digits) == _DIGITS_OF_PROJECT
    return _masked(digits if is_number else number)


def _money(text: str, year: int) -> Cell:
    del year
    return Cell((str(read_money(folded(text))),))


def _count(text: str, year: int) -> Cell:
    del year
    amount = parse_money(_COUNTED.sub("", arabic(folded(text))))
    if amount < 0 or amount != int(amount):
        raise ValueError(text)
    return Cell((str(int(amount)),))


def _percent(text: str, year: int) -> Cell:
    del year
    amount = parse_money(folded(text).removeprefix("ร้อยละ").rstrip("% "))
    if not 0 <= amount <= 100:
        raise ValueError(text)
    return Cell((str(amount),))


def _date(text: str, year: int) -> Cell:
    day, corrected = dates.read_day(folded(text), year)
    return Cell((dates.write_day(day),), corrected=corrected)


def _month(text: str, year: int) -> Cell:
    return Cell((dates.write_month(dates.read_month(folded(text), year)),))


def _tax_id(text: str, year: int) -> Cell:
    del year
    written = whole_number(arabic(folded(text)))
    plain = restore_leading_zero(written)
    masked = mask_tax_id(plain)
    doubt = None
    is_restored = plain != written and len(re.findall("[0-9]", written)) == len(plain) - 1
    if is_restored and not check_digit_fits(plain):
        doubt = Bilingual(
            f'เติม 0 หน้า "{written}" ที่มี 12 หลัก แต่เลขตรวจสอบหลักสุดท้ายไม่ตรง ให้เทียบกับเอกสาร',
            f'a 0 was added to "{written}", which has 12 digits, but the check digit does not fit; '
            "compare it with the document",
        )
    return Cell((masked,), masked.count(MASK) - text.count(MASK), doubt=doubt)


def _bidders(text: str, year: int) -> Cell:
    del year
    plain, count = mask_for_keeping(text)
    return Cell((write_bidders(bidders_text.read_bids(plain)),), count)


def _own_bidders(text: str, year: int) -> Cell:
    del year
    plain, count = mask_for_keeping(text)
    return Cell((write_bidders(bidders_text.read_own_bidders(plain)),), count)


def _prices(text: str, year: int) -> Cell:
    del year
    return Cell(("\n".join(map(str, bidders_text.read_prices(text))),))


def _name_and_price(text: str, year: int) -> Cell:
    plain, count = mask_for_keeping(text)
    bids = bidders_text.read_bids(plain)
    if len(bids) != 1:
        unsplit = _text(text, year)
        return Cell((unsplit.texts[0], ""), unsplit.masked, unsplit=True)
    name, price = bids[0]
    return Cell((name, "" if price is None else str(price)), count)


def _contract(text: str, year: int) -> Cell:
    plain = arabic(folded(text))
    match = _OF_CONTRACT.fullmatch(plain)
    try:
        day, corrected = dates.read_day(match["day"], year) if match else (None, "")
    except ValueError:
        match, day, corrected = None, None, ""
    number = _NUMBER_WORD.sub("", match["number"] if match else plain).strip(" ,(.:")
    kept, count = mask_for_keeping(whole_number(number))
    # Two contracts in one cell leave a second day in what should be a number.
    if re.search(dates.DAY_IN_TEXT, kept):
        unsplit = _masked(_NUMBER_WORD.sub("", plain))
        return Cell((unsplit.texts[0], ""), unsplit.masked, unsplit=True)
    return Cell((kept, dates.write_day(day) if day else ""), count, corrected)


READERS: dict[str, Reader] = {
    "text": _text,
    "number": _number,
    "project_number": _project_number,
    "money": _money,
    "count": _count,
    "percent": _percent,
    "date": _date,
    "month": _month,
    "tax_id": _tax_id,
    "bidders": _bidders,
    "own_bidders": _own_bidders,
    "prices": _prices,
    "name_and_price": _name_and_price,
    "contract": _contract,
}
"""The readers of cells by their names in the data of columns."""


class Cells:
    """Reads cells for one year; each text of a kind only once, since columns repeat texts."""

    def __init__(self, year: int) -> None:
        self.year = year
        self._known: dict[tuple[str, str], Cell | None] = {}

    def read(self, kind: str, text: str) -> Cell:
        """Read a cell of a kind of column.

        Raises:
            ValueError: the text is not of that kind.
        """
        key = (kind, text)
        if key not in self._known:
            try:
                self._known[key] = READERS[kind](text, self.year)
            except (ValueError, OverflowError):
                self._known[key] = None
        cell = self._known[key]
        if cell is None:
            raise ValueError(text)
        return cell
