"""Read the rows below a header, to the next header or the end of the sheet."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from oit.bilingual import Bilingual
from oit.intake.imports import rows
from oit.intake.imports.entries import Entries
from oit.intake.imports.header import Header, column_below, refuse_other_years
from oit.intake.imports.kinds import Group, Kinds
from oit.intake.imports.layout import Layout
from oit.intake.imports.named_months import named_months
from oit.intake.imports.readers import Cells
from oit.intake.imports.sheet_month import find_month
from oit.intake.imports.sheet_reading import SheetReading, filled
from oit.intake.imports.sums import Segments, Sums
from oit.intake.imports.table_units import apply_units
from oit.intake.imports.undated import Undated
from oit.intake.imports.units import Unit
from oit.spreadsheets.sheet import folded, shown
from oit.thai import calendar, dates, writing
from oit.thai.calendar import Month

_SPREADS = {"text", "date", "number", "project_number", "contract"}
"""Kinds of cells that apply to every entry they are merged over; an amount does not."""
_NAME_OF_A_FIELD = re.compile(r"[A-Za-z][A-Za-z0-9_.]*")


@dataclass
class Section:
    """A table on a sheet."""

    layout: Layout
    reading: SheetReading
    header: Header
    start: int
    """The first row of the titles above the header."""
    end: int
    """The row after the last."""
    undated: Undated
    unit: Unit | None = None
    """The unit of the table above, which a table continued on the next page keeps."""

    def read(self, cells: Cells, file_sums: Segments, tick: Callable[[], None]) -> None:
        """Read the rows; ``file_sums`` are the sums of the file so far."""
        titles = self._titles()
        self._leave_columns(cells.year)
        if self.layout.needs not in self.header.fields:
            return
        sums = Sums(self.reading, self.header, cells, file_sums)
        entries = Entries(self.layout, self.reading, self.header, cells, sums, self.undated)
        has_month_columns = any(column.month for column in self.header.columns.values())
        if self.layout.has_months and "month" not in self.header.fields and not has_month_columns:
            month = find_month(self.reading, titles, cells.year, self.undated.month)
            self.undated.begin(month, self.reading.month_from)
        if refusal := _refusal(titles, self.undated.month, cells.year):
            self._refuse(refusal)
            return
        # Headers that are names of fields come from a program, so every row is an entry.
        headers = self.header.texts.values()
        is_from_program = all(_NAME_OF_A_FIELD.fullmatch(text) for text in headers)
        kinds = Kinds(self.layout, self.reading, self.header, cells.year)
        self._read_rows(entries, None if is_from_program else kinds, tick)
        file_sums += sums.segments

    def _leave_columns(self, year: int) -> None:
        """Set the units of columns, and report those that are known but must be left out."""
        sheet, header = self.reading.sheet, self.header
        refuse_other_years(header, year)
        of_other_years = set(header.refused)
        stated = self.reading.stated.unit
        self.unit = apply_units(sheet, header, self.start, self.end, self.unit, stated)
        self.reading.lacks_unit |= header.refused.keys() != of_other_years
        for number, why in header.refused.items():
            below = column_below(sheet, header, number, self.end)
            text = shown(header.texts[number])
            message = Bilingual(
                f'{why.th} จึงไม่ได้นำเข้า {len(below)} ช่อง ใต้หัว "{text}"',
                f'{why.en}; {len(below)} cell(s) below "{text}" not imported',
            )
            self.reading.not_imported.append((sheet.place(header.row, number), message))

    def _titles(self) -> list[str]:
        lines = self.reading.sheet.rows[self.start : self.header.row]
        return [folded(text) for line in lines for text in dict.fromkeys(filled(line).values())]

    def _refuse(self, why: Bilingual) -> None:
        lines = self.reading.sheet.rows[self.header.first_row : self.end]
        count = sum(self._may_be_entry(filled(line)) for line in lines)
        self.reading.leave_sheet(
            f"{why.th} จึงไม่ได้นำเข้า {count} แถว ถ้าถูกต้องแล้วให้นำเข้าเป็นของปีนั้น (--year)",
            f"{why.en}; {count} row(s) not imported; import it for that year (--year)",
        )

    def _may_be_entry(self, cells: dict[int, str]) -> bool:
        is_total = any(map(rows.is_total, cells.values()))
        return not is_total and any(number in self.header.columns for number in cells)

    def _read_rows(self, entries: Entries, kinds: Kinds | None, tick: Callable[[], None]) -> None:
        merged = self._merged()
        group: Group | None = None
        for row in range(self.header.first_row, self.end):
            tick()
            cells = filled(self.reading.sheet.rows[row])
            if row in merged:
                cells |= merged[row]
            if not cells:
                continue
            kind = kinds.kind(row, cells, group) if kinds else "entry"
            if kind == "more" and group:
                group.join(row, cells)
                continue
            if group:
                entries.enter(group)
            group = Group(row, row, cells) if kind == "entry" else None
            if kind not in {"entry", "skipped"}:
                self._handle(kind, row, cells, entries)
        if group:
            entries.enter(group)
        entries.end()

    def _handle(self, kind: str, row: int, cells: dict[int, str], entries: Entries) -> None:
        """Handle a row that is not an entry."""
        if kind == "total":
            entries.sums.check_below(row, cells)
        elif kind == "nothing":
            entries.enter_statement(row, next(filter(rows.states_nothing_bought, cells.values())))
        elif kind == "month":
            text = folded(next(iter(cells.values())))
            month = named_months(text, entries.cells.year).months[0]
            self.undated.begin(month, Bilingual("แถวบอกเดือน", "the row above them"))
            self.reading.skip("แถวบอกเดือน", "rows that name a month")
        else:
            self.reading.leave_row(row, cells, "ไม่ทราบว่าเป็นอะไร", "unknown kind of row")

    def _merged(self) -> dict[int, dict[int, str]]:
        """Return the texts of cells merged downwards, for the entries below their first row."""
        merged: dict[int, dict[int, str]] = {}
        sheet, lead = self.reading.sheet, self.header.at("name")
        for top, left, bottom, _ in sheet.merged:
            column = self.header.columns.get(left)
            if not self.header.first_row <= top < bottom or column is None or left == lead:
                continue
            text = sheet.cell(top, left)
            below = range(top + 1, min(bottom + 1, self.end))
            entries = [
                r for r in below if lead is None or not writing.is_blank(sheet.cell(r, lead))
            ]
            if column.reads in _SPREADS:
                for row in entries:
                    merged.setdefault(row, {})[left] = text
            elif entries and column.reads:
                self.reading.notice(
                    sheet.place(top, left),
                    f"ผสานเซลล์ไว้ {len(entries) + 1} รายการ จึงนับให้รายการแรกเท่านั้น",
                    f"merged over {len(entries) + 1} entries; it counts for the first one only",
                )
        return merged


def _refusal(titles: list[str], month: Month | None, year: int) -> Bilingual | None:
    """Return why a table does not belong to the year of the import, if it does not."""
    years = {named for title in titles for named in rows.fiscal_years(title)}
    if years and year not in years:
        listed = ", ".join(map(str, sorted(years)))
        return Bilingual(
            f"เป็นของปีงบประมาณ {listed} ไม่ใช่ {year}",
            f"it belongs to fiscal year {listed}, not {year}",
        )
    if month and not calendar.in_fiscal_year(month, year):
        name = dates.format_month(month)
        return Bilingual(
            f"เดือน{name} ไม่อยู่ในปีงบประมาณ {year}", f"{name} is not in fiscal year {year}"
        )
    return None
