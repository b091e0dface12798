"""Read a header and the rows below it, to the next header or the end of the sheet."""

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

from oit.bilingual import Bilingual
from oit.intake.imports import rows
from oit.intake.imports.entries import Entries
from oit.intake.imports.found import SheetReading, filled
from oit.intake.imports.header import Header
from oit.intake.imports.kinds import Group, Kinds
from oit.intake.imports.layout import Layout
from oit.intake.imports.month_of import month_of
from oit.intake.imports.readers import Cells
from oit.intake.imports.sums import Sums
from oit.spreadsheets.sheet import folded
from oit.thai import calendar, dates, writing
from oit.thai.calendar import Month

_SPREADS = {"text", "date", "number", "contract"}
"""Kinds of cells that, merged over several entries, hold for each; an amount does not."""
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

    month: Month | None = None
    """The month of the table above on the sheet; one on the next page goes on with it."""

    def read(self, cells: Cells, of_file: Counter[str], tick: Callable[[], None]) -> None:
        """Read the rows; ``of_file`` are the sums of the file's sheets so far."""
        titles = self._titles()
        sums = Sums(self.reading, self.header, cells, of_file)
        entries = Entries(self.layout, self.reading, self.header, cells, sums)
        says_months = any(column.month for column in self.header.columns.values())
        if self.layout.has_months and "month" not in self.header.fields and not says_months:
            entries.month = month_of(self.reading, titles, cells.year, self.month)
        if refusal := _refusal(titles, entries, cells.year):
            self._refuse(refusal)
            return
        # Where the headers are names of fields, a program has written every row.
        headers = self.header.texts.values()
        is_written = all(_NAME_OF_A_FIELD.fullmatch(text) for text in headers)
        kinds = Kinds(self.layout, self.reading, self.header, cells.year)
        self._read_rows(entries, None if is_written else kinds, tick)
        self.month = entries.month
        of_file.update(sums.whole)

    def _titles(self) -> list[str]:
        lines = self.reading.sheet.rows[self.start : self.header.row]
        return [folded(text) for line in lines for text in dict.fromkeys(filled(line).values())]

    def _refuse(self, why: Bilingual) -> None:
        lines = self.reading.sheet.rows[self.header.first_row : self.end]
        count = sum(any(n in self.header.columns for n in filled(line)) for line in lines)
        self.reading.leave_out(
            f"{why.th} จึงไม่ได้นำเข้า {count} แถว ถ้าถูกต้องแล้วให้ใช้ --year ของปีนั้น",
            f"{why.en}; {count} row(s) left out: if it is right, give that --year",
        )

    def _read_rows(self, entries: Entries, kinds: Kinds | None, tick: Callable[[], None]) -> None:
        merged = self._merged()
        group: Group | None = None
        for row in range(self.header.first_row, self.end):
            tick()
            cells = filled(self.reading.sheet.rows[row]) | merged.get(row, {})
            if not cells:
                continue
            kind = kinds.kind(row, cells, group) if kinds else "entry"
            if kind == "more" and group:
                group.join(row, cells)
                continue
            if group:
                entries.enter(group)
            group = Group(row, row, cells) if kind == "entry" else None
            if kind not in {"entry", "passed"}:
                self._take(kind, row, cells, entries)
        if group:
            entries.enter(group)

    def _take(self, kind: str, row: int, cells: dict[int, str], entries: Entries) -> None:
        """Take a row that is no entry."""
        if kind == "total":
            entries.sums.check_below(row, cells)
        elif kind == "nothing":
            entries.state(row, next(filter(rows.says_nothing_was_bought, cells.values())))
        elif kind == "month":
            entries.month = dates.find_months(
                folded(next(iter(cells.values()))), entries.cells.year
            )[0]
            self.reading.pass_over("แถวบอกเดือน", "rows that name a month")
        else:
            self.reading.leave(row, cells, "ไม่ทราบว่าเป็นอะไร", "what it is cannot be told")

    def _merged(self) -> dict[int, dict[int, str]]:
        """Return the texts that cells merged downwards give to entries below their first row."""
        given: dict[int, dict[int, str]] = {}
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
                    given.setdefault(row, {})[left] = text
            elif entries and column.reads:
                self.reading.notice(
                    sheet.place(top, left),
                    f"ผสานเซลล์ไว้ {len(entries) + 1} รายการ จึงนับให้รายการแรกเท่านั้น",
                    f"merged over {len(entries) + 1} entries; it is given to the first alone",
                )
        return given


def _refusal(titles: list[str], entries: Entries, year: int) -> Bilingual | None:
    """Tell why a table is not of the year that was asked for, if it is not."""
    years = {named for title in titles for named in rows.fiscal_years(title)}
    if years and year not in years:
        listed = ", ".join(map(str, sorted(years)))
        return Bilingual(f"เป็นของปีงบประมาณ {listed} ไม่ใช่ {year}", f"it is of {listed}, not {year}")
    if entries.month and not calendar.in_fiscal_year(entries.month, year):
        name = dates.format_month(entries.month)
        return Bilingual(
            f"เดือน{name} ไม่อยู่ในปีงบประมาณ {year}", f"{name} is not of fiscal year {year}"
        )
    return None
