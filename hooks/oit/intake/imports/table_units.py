"""Give the columns of a table the unit that is stated above, in, or below their headings."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from oit.bilingual import Bilingual
from oit.intake.imports.header import Header, column_below, spread
from oit.intake.imports.layout import LayoutColumn
from oit.intake.imports.rows import is_note, is_numbering
from oit.intake.imports.sheet_reading import filled
from oit.intake.imports.units import (
    Unit,
    are_subheadings,
    find_unit,
    states_only_a_unit,
    states_only_units,
    unit_of_heading,
)
from oit.spreadsheets.sheet import Worksheet, folded, shown
from oit.thai.amounts import BAHT
from oit.thai.money import read_money

_AMOUNTS = {"money", "prices", "bidders", "name_and_price"}
_COUNTS = {"count"}


def apply_units(  # noqa: PLR0913, PLR0917 - a part of a sheet, and two units
    sheet: Worksheet,
    header: Header,
    start: int,
    end: int,
    above: Unit | None,
    by_person: Decimal | None = None,
) -> Unit | None:
    """Set the units of columns; refuse the columns whose unit is unknown or does not fit.

    ``above`` is the unit of the table above on the same sheet, and ``by_person`` that of amounts
    whose unit is not written or not known, if a person states it. Return that of this table.
    """
    below = _units_below(sheet, header)
    written = _of_table(sheet, header, start, end) or above
    person = None if by_person is None else Unit("", by_person, is_money=True)
    stated = person if person and (written is None or written.factor is None) else written
    for number, column in list(header.columns.items()):
        own = below.get(number) or unit_of_heading(header.texts.get(number, ""))
        unit = person if person and own and own.factor is None else own or stated
        if unit is None or not _concerns(column, unit, is_own=own is not None):
            continue
        if why := _refusal(column, unit):
            header.refuse(number, why)
        elif unit.factor is not None:
            header.columns[number] = replace(column, unit=unit.factor)
            header.units.add(number)
    _refuse_doubtful(sheet, header, end)
    return stated


def _units_below(sheet: Worksheet, header: Header) -> dict[int, Unit]:
    """Return the units of a row below the headings, which becomes a row of the header."""
    row = header.first_row
    while row < len(sheet.rows) and is_numbering(list(filled(sheet.rows[row]).values())):
        row += 1
    texts = spread(sheet, row, is_above=False) if row < len(sheet.rows) else []
    cells = filled(texts)
    is_of_units = states_only_units(cells.values()) or are_subheadings(cells.values())
    # A unit at the margin is that of the whole table.
    if not is_of_units or not cells.keys() & header.columns.keys():
        return {}
    header.height = row + 1 - header.row
    units = {number: find_unit(folded(text)) for number, text in cells.items()}
    return {number: unit for number, unit in units.items() if unit}


def _refuse_doubtful(sheet: Worksheet, header: Header, end: int) -> None:
    """Refuse amounts too small for baht beside a column in another unit: theirs is not stated."""
    largest_unit = max((column.unit for column in header.columns.values()), default=BAHT)
    if largest_unit == BAHT:
        return
    for number, column in list(header.columns.items()):
        if column.reads != "money" or number in header.units:
            continue
        below = column_below(sheet, header, number, end)
        amounts = [_amount(sheet.cell(row, number)) for row in below]
        if amounts and 0 < max(amounts) < largest_unit:
            header.refuse(
                number,
                Bilingual(
                    f"ไม่ได้บอกหน่วย แต่คอลัมน์อื่นมีหน่วย {largest_unit:,f} บาท ให้เขียนหน่วยในหัวคอลัมน์",
                    f"no unit, but another column is in {largest_unit:,f} baht; write its unit",
                ),
            )


def _amount(text: str) -> Decimal:
    try:
        return read_money(folded(text))
    except ValueError:
        return Decimal(0)


def _of_table(sheet: Worksheet, header: Header, start: int, end: int) -> Unit | None:
    """Return the unit of all columns; one that cannot be known if several are stated."""
    units = list(dict.fromkeys(_stated(sheet, header, start, end)))
    known = [unit for unit in units if unit.is_money or unit.factor != 1]
    if len({(unit.factor, unit.is_money) for unit in known}) > 1:
        return Unit(" / ".join(unit.text for unit in known), None)
    return known[0] if known else None


def _stated(sheet: Worksheet, header: Header, start: int, end: int) -> Iterator[Unit]:
    for row in range(start, end):
        # Nearly all rows are entries; a look at a row is faster than one at each of its cells.
        if row >= header.first_row and not _may_state(sheet.rows[row]):
            continue
        cells = filled(sheet.rows[row])
        if header.row <= row < header.first_row:
            cells = {n: text for n, text in cells.items() if n not in header.columns}
        is_stated = row < header.row or states_only_units(cells.values())
        for text in cells.values():
            if is_stated or _labels_unit(text):
                unit = find_unit(folded(text))
                if unit:
                    yield unit


def _may_state(cells: list[str]) -> bool:
    """Tell whether a row below the headings may state a unit."""
    filled_cells = (text for text in cells if text and not text.isspace())
    return _has_label("\n".join(cells)) or states_only_units(filled_cells)


def _labels_unit(text: str) -> bool:
    """Tell whether a cell below the headings, or beside them, states the unit of the table."""
    is_label = _has_label(text) and len(text) < 200
    return is_label and (states_only_a_unit(text) or is_note(text))


def _has_label(text: str) -> bool:
    return "หน่วย" in text or "nit" in text


def _concerns(column: LayoutColumn, unit: Unit, *, is_own: bool) -> bool:
    if column.reads in _AMOUNTS:
        return unit.is_money
    if column.reads in _COUNTS or column.role == "total":
        return unit.is_money or unit.factor != 1
    # The name of a winner may have its price beside it.
    return column.fields == ("winner",) and unit.is_money and not is_own


def _refusal(column: LayoutColumn, unit: Unit) -> Bilingual | None:
    if unit.factor is None:
        return Bilingual(
            f'ไม่ทราบหน่วย "{shown(unit.text)}" ให้ใช้ บาท พันบาท หรือ ล้านบาท',
            f'the unit "{shown(unit.text)}" is unknown; write บาท, พันบาท or ล้านบาท',
        )
    if unit.is_money and (column.reads in _COUNTS or column.role == "total"):
        return Bilingual("เป็นจำนวนเงิน ไม่ใช่จำนวนนับ", "these are amounts of money, not counts")
    return None
