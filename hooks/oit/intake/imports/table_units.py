"""Give the columns of a table the unit that is stated above, in, or below their headings."""

from collections.abc import Iterator
from dataclasses import replace

from oit.bilingual import Bilingual
from oit.intake.imports.header import Header, spread
from oit.intake.imports.layout import LayoutColumn
from oit.intake.imports.rows import is_numbering
from oit.intake.imports.sheet_reading import filled
from oit.intake.imports.units import Unit, find_unit, states_only_a_unit, unit_of_heading
from oit.spreadsheets.sheet import Worksheet, folded, shown

_AMOUNTS = {"money", "prices", "bidders", "name_and_price"}
_COUNTS = {"count"}


def apply_units(
    sheet: Worksheet, header: Header, start: int, end: int, above: Unit | None
) -> Unit | None:
    """Set the units of columns; refuse the columns whose unit is unknown or does not fit.

    ``above`` is the unit of the table above on the same sheet. Return that of this table.
    """
    below = _units_below(sheet, header)
    stated = _of_table(sheet, header, start, end) or above
    for number, column in list(header.columns.items()):
        own = below.get(number) or unit_of_heading(header.texts.get(number, ""))
        unit = own or stated
        if unit is None or not _concerns(column, unit, is_own=own is not None):
            continue
        if why := _refusal(column, unit):
            header.refuse(number, why)
        elif unit.factor is not None:
            header.columns[number] = replace(column, unit=unit.factor)
    return stated


def _units_below(sheet: Worksheet, header: Header) -> dict[int, Unit]:
    """Return the units of a row below the headings, which becomes a row of the header."""
    row = header.first_row
    while row < len(sheet.rows) and is_numbering(list(filled(sheet.rows[row]).values())):
        row += 1
    cells = filled(sheet.rows[row]) if row < len(sheet.rows) else {}
    if not cells or not all(map(states_only_a_unit, cells.values())):
        return {}
    # A unit at the margin is that of the whole table.
    if not any(number in header.columns for number in cells) or len(set(cells)) == 1 < len(
        [c for c in header.columns.values() if c.reads in _AMOUNTS | _COUNTS]
    ):
        return {}
    header.height = row + 1 - header.row
    texts = spread(sheet, row, is_above=False)
    units = {number: find_unit(text) for number, text in enumerate(texts) if text}
    return {number: unit for number, unit in units.items() if unit}


def _of_table(sheet: Worksheet, header: Header, start: int, end: int) -> Unit | None:
    """Return the unit of all columns; one that cannot be known if several are stated."""
    units = list(dict.fromkeys(_stated(sheet, header, start, end)))
    known = [unit for unit in units if unit.is_money or unit.factor != 1]
    if len({(unit.factor, unit.is_money) for unit in known}) > 1:
        return Unit(" / ".join(unit.text for unit in known), None)
    return known[0] if known else None


def _stated(sheet: Worksheet, header: Header, start: int, end: int) -> Iterator[Unit]:
    for row in range(start, end):
        if header.row <= row < header.first_row:
            cells = filled(sheet.rows[row])
            texts = [text for number, text in cells.items() if number not in header.columns]
        else:
            texts = list(filled(sheet.rows[row]).values())
        for text in texts:
            is_title = row < header.row
            if (is_title and len(text) < 300) or _may_state_unit(text):
                unit = find_unit(folded(text))
                if unit and (is_title or states_only_a_unit(text)):
                    yield unit


def _may_state_unit(text: str) -> bool:
    return len(text) < 60 and ("หน่วย" in text or "nit" in text)


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
