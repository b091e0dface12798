"""Read a cell of each kind of column into the texts that the data folder keeps."""

import re
from collections.abc import Callable
from decimal import Decimal
from typing import NamedTuple

from oit.bilingual import Bilingual
from oit.forms.bidders import write_bidders
from oit.intake.imports import bidders_text
from oit.intake.imports.typed import whole_number
from oit.spreadsheets.json_rows import is_nested
from oit.spreadsheets.sheet import folded
from oit.thai import dates, numbers
from oit.thai.amounts import BAHT, UnclearAmountError
from oit.thai.identity import MASK, check_digit_fits, mask_tax_id, restore_leading_zero
from oit.thai.identity_search import mask_for_keeping
from oit.thai.money import read_money
from oit.thai.unreadable import UnreadableError
from oit.thai.writing import arabic


class Cell(NamedTuple):
    """The contents of a cell, one text for each field of its column."""

    texts: tuple[str, ...]
    masked: int = 0
    """How many national ids were masked."""
    corrected: str = ""
    """The year as written, if it was read as another one."""
    unsplit: bool = False
    """Whether it contains more than its column is for; the first field has all of it."""
    numbered: str = ""
    """A name without a price that has digits, which may be its price."""
    nested: bool = False
    """Whether it holds several values, as JSON does."""
    doubt: Bilingual | None = None
    """What is odd about it."""


class Table(NamedTuple):
    """What the readers of a table's cells have to know."""

    year: int
    unit: Decimal = BAHT
    """The unit of its amounts in baht, or of its counts."""


Reader = Callable[[str, Table], Cell]

_DIGITS_OF_PROJECT = 11
_A_DAY = re.compile(rf"(?<!\d){dates.DAY_IN_TEXT}")
_DAY_WORD = re.compile(r"(?:ลงนาม)?(?:เมื่อ)?(?:ลงวันที่|ลว\.?|(?<![ก-๙])ลง|วันที่|ว\.?ด\.?ป\.?)$")
_LONGEST_DAY_WORD = 22
_REST_OF_A_DAY = re.compile(rf"(?:ลว\.?|วันที่)\s*\d|{dates.DAY_OF_MONTH}")
"""A day that could not be read, in what should be the number of a contract."""
_SEVERAL = Bilingual(
    "มีหลายชื่อหลายราคา ไม่ทราบว่าใครได้รับคัดเลือก",
    "it has several names and prices; which one was selected is unknown",
)
_BETWEEN_DIGITS = re.compile(r"[\s\u2010-\u2015\u2212-]")
_NUMBER_WORD = re.compile(r"^(?:เลขที่|ที่)\s*[:.]?\s*(?=\S)")


def _text(text: str, table: Table) -> Cell:
    del table
    return _masked(folded(text))


def _masked(text: str) -> Cell:
    masked, count = mask_for_keeping(text)
    return Cell((masked,), count)


def _number(text: str, table: Table) -> Cell:
    del table
    return _masked(whole_number(arabic(folded(text))))


def _project_number(text: str, table: Table) -> Cell:
    """Read the number of a project, which people group as they like."""
    del table
    number = whole_number(arabic(folded(text)))
    digits = number if number.isdecimal() else _BETWEEN_DIGITS.sub("", number)
    is_number = digits.isdecimal() and len(digits) == _DIGITS_OF_PROJECT
    # No id of a person is that short.
    return Cell((digits,)) if is_number else _masked(number)


def _money(text: str, table: Table) -> Cell:
    return Cell((str(read_money(folded(text), table.unit)),))


def _count(text: str, table: Table) -> Cell:
    return Cell((str(numbers.read_count(folded(text), table.unit)),))


def _percent(text: str, table: Table) -> Cell:
    del table
    return Cell((str(numbers.read_percent(folded(text))),))


def _date(text: str, table: Table) -> Cell:
    day = dates.read_day(folded(text), table.year)
    return Cell((dates.write_day(day.date),), corrected=day.corrected)


def _month(text: str, table: Table) -> Cell:
    return Cell((dates.write_month(dates.read_month(folded(text), table.year)),))


def _tax_id(text: str, table: Table) -> Cell:
    del table
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


def _bidders(text: str, table: Table) -> Cell:
    plain, count = mask_for_keeping(text)
    bids = bidders_text.read_bids(plain, table.unit)
    return Cell((write_bidders(bids),), count, numbered=_numbered(bids))


def _bidder_names(text: str, table: Table) -> Cell:
    """Read bidders whose prices have a column of their own."""
    plain, count = mask_for_keeping(text)
    bids = bidders_text.read_bids(plain, table.unit, whole_numbers=False)
    return Cell((write_bidders(bids),), count)


def _own_bidders(text: str, table: Table) -> Cell:
    del table
    plain, count = mask_for_keeping(text)
    return Cell((write_bidders(bidders_text.read_own_bidders(plain)),), count)


def _prices(text: str, table: Table) -> Cell:
    return Cell(("\n".join(map(str, bidders_text.read_prices(text, table.unit))),))


def _name_and_price(text: str, table: Table, *, whole_numbers: bool = True) -> Cell:
    plain, count = mask_for_keeping(text)
    bids = bidders_text.read_bids(plain, table.unit, whole_numbers=whole_numbers)
    if len(bids) > 1 and any(price is not None for _, price in bids):
        raise UnclearAmountError(_SEVERAL)
    if len(bids) != 1:
        unsplit = _text(text, table)
        return Cell((unsplit.texts[0], ""), unsplit.masked, unsplit=True)
    name, price = bids[0]
    numbered = _numbered(bids) if whole_numbers else ""
    return Cell((name, "" if price is None else str(price)), count, numbered=numbered)


def _winner(text: str, table: Table) -> Cell:
    """Read a name whose price has a column of its own, but may be repeated in the cell."""
    return _name_and_price(text, table, whole_numbers=False)


def _numbered(bids: list[bidders_text.Bid]) -> str:
    return next((n for n, price in bids if price is None and bidders_text.has_number(n)), "")


def _contract(text: str, table: Table) -> Cell:
    plain = arabic(folded(text))
    number, day, corrected = _at_end(plain, table.year)
    number = _NUMBER_WORD.sub("", number).strip(" ,(.:")
    if day:
        number = number.rstrip(" -–")
    kept, count = mask_for_keeping(whole_number(number))
    # Two contracts in one cell leave a second day in what should be a number.
    if re.search(dates.DAY_IN_TEXT, kept) or _REST_OF_A_DAY.search(kept):
        unsplit = _masked(_NUMBER_WORD.sub("", plain))
        return Cell((unsplit.texts[0], ""), unsplit.masked, unsplit=True)
    return Cell((kept, day), count, corrected)


def _at_end(text: str, year: int) -> tuple[str, str, str]:
    """Return a contract's number, its day at the end of the text, and a corrected year."""
    end = text.rstrip(" )")
    for match in _A_DAY.finditer(end):
        if match.end() != len(end):
            continue
        try:
            day = dates.read_day(match[0], year)
        except ValueError:
            break
        before = end[: match.start()].rstrip(" .:")
        word = _DAY_WORD.search(before[-_LONGEST_DAY_WORD:])
        return (
            before[: len(before) - len(word[0]) if word else None],
            dates.write_day(day.date),
            day.corrected,
        )
    return text, "", ""


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
    "bidder_names": _bidder_names,
    "own_bidders": _own_bidders,
    "prices": _prices,
    "name_and_price": _name_and_price,
    "winner": _winner,
    "contract": _contract,
}
"""The readers of cells by their names in the data of columns."""


class ReadTexts(dict[str, Cell | UnreadableError]):
    """What the texts of a kind of column contain, or why they are unreadable.

    Each is read only once, since columns repeat texts.
    """

    def __init__(self, kind: str, table: Table) -> None:
        super().__init__()
        self._read = READERS[kind]
        self._table = table

    def __missing__(self, text: str) -> Cell | UnreadableError:
        cell: Cell | UnreadableError
        try:
            cell = self._read(text, self._table)
        except UnreadableError as error:
            cell = error.with_traceback(None)
        except (ValueError, OverflowError):
            cell = UnreadableError(text)
        else:
            if is_nested(text):
                cell = cell._replace(nested=True)
        self[text] = cell
        return cell


class Cells:
    """Reads cells for one year."""

    def __init__(self, year: int) -> None:
        self.year = year
        self._read: dict[tuple[str, Decimal], ReadTexts] = {}

    def of(self, kind: str, unit: Decimal = BAHT) -> ReadTexts:
        """Return the cells of a kind of column; ``unit`` is that of its amounts or counts."""
        key = kind, unit
        if key not in self._read:
            self._read[key] = ReadTexts(kind, Table(self.year, unit))
        return self._read[key]

    def read(self, kind: str, text: str, unit: Decimal = BAHT) -> Cell:
        """Read a cell as ``of`` does.

        Raises:
            UnreadableError: the text is not of that kind.
        """
        cell = self.of(kind, unit)[text]
        if isinstance(cell, UnreadableError):
            # Otherwise it would keep a frame of each call.
            raise cell.with_traceback(None)
        return cell
