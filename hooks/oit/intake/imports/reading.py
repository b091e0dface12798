"""Read the sheets of a file into entries of a table, and say what became of every cell."""

from collections import Counter
from collections.abc import Callable
from itertools import pairwise

from oit.bilingual import Bilingual
from oit.forms.layouts import LAYOUTS
from oit.intake.imports import rows
from oit.intake.imports.entries import Entries
from oit.intake.imports.found import SheetReading, filled
from oit.intake.imports.header import Header, column_below, find_header, headers_below, suggestion
from oit.intake.imports.layout import Layout
from oit.intake.imports.layout import layout as layout_called
from oit.intake.imports.month_of import month_of
from oit.intake.imports.readers import Cells
from oit.intake.imports.section import Section
from oit.intake.imports.sums import Sums
from oit.spreadsheets.sheet import Worksheet, folded, shown
from oit.thai.writing import Month


def read_sheets(
    sheets: list[Worksheet], layout: Layout, year: int, tick: Callable[[], None] = lambda: None
) -> list[SheetReading]:
    """Read the sheets of one file; ``tick`` is called for every row."""
    cells, of_file = Cells(year), Counter[str]()
    return [_read(sheet, layout, cells, of_file, tick) for sheet in sheets]


def _read(
    sheet: Worksheet,
    layout: Layout,
    cells: Cells,
    of_file: Counter[str],
    tick: Callable[[], None],
) -> SheetReading:
    reading = SheetReading(sheet, find_header(sheet, layout, cells.year))
    reading.unplaced += sheet.remarks
    if reading.header is None:
        _without_header(reading, layout, cells)
        return reading
    headers = headers_below(sheet, layout, cells.year, reading.header)
    tops = [0, *(_top_of(sheet, one, other) for one, other in pairwise(headers))]
    month: Month | None = None
    for header, top, end in zip(headers, tops, [*tops[1:], len(sheet.rows)], strict=True):
        section = Section(layout, reading, header, top, end, month)
        section.read(cells, of_file, tick)
        month = section.month
    for number in range(max(map(len, sheet.rows))):
        _tell_column(reading, layout, reading.header, number)
    if not reading.entries and not reading.unplaced:
        reading.notice(
            reading.place,
            "มีหัวตารางแต่ไม่มีรายการ และไม่ได้บอกว่าไม่มี",
            "it has a header and no entries, and does not say that there were none",
        )
    return reading


def _without_header(reading: SheetReading, layout: Layout, cells: Cells) -> None:
    """Tell of a sheet without a table; it may still say that there was nothing."""
    lines = [(row, filled(cells)) for row, cells in enumerate(reading.sheet.rows) if any(cells)]
    lines = [(row, line) for row, line in lines if line]
    texts = [folded(text) for _, line in lines for text in line.values()]
    for row, line in lines if layout.has_months else []:
        for text in filter(rows.says_nothing_was_bought, line.values()):
            header = Header(row, 0)
            sums = Sums(reading, header, cells, Counter())
            entries = Entries(layout, reading, header, cells, sums)
            entries.month = month_of(reading, texts, cells.year)
            entries.state(row, text)
            return
    if lines:
        first = shown(" | ".join(map(shown, lines[0][1].values())))
        other = _meant_for(reading.sheet, layout, cells.year)
        reading.leave_out(
            f"ไม่พบหัวตารางที่รู้จักใน {len(lines)} แถว (แถวแรก: {first}){other.th}",
            f"no header that is known in {len(lines)} row(s) (the first: {first}){other.en}",
        )


def _meant_for(sheet: Worksheet, refused: Layout, year: int) -> Bilingual:
    """Name the other kind of import that knows most of the sheet's columns, if any does."""
    best, said = 0, Bilingual("", "")
    for kind, names in LAYOUTS.items():
        layouts = [layout_called(name) for name in names]
        for layout in layouts if refused not in layouts else []:
            header = find_header(sheet, layout, year)
            if header and len(header.fields) > best:
                best = len(header.fields)
                said = Bilingual(
                    f" แผ่นงานนี้ดูเป็น{layout.said.th} ให้ใช้ oit import {kind}",
                    f"; it looks like {layout.said.en}: use oit import {kind}",
                )
    return said


def _top_of(sheet: Worksheet, above: Header, header: Header) -> int:
    """Return the first row of the titles that stand above a second header on a sheet."""
    row = header.row
    while row > above.first_row:
        cells = filled(sheet.rows[row - 1])
        texts = set(cells.values())
        is_of_table = any(rows.is_total(t) or rows.says_nothing_was_bought(t) for t in texts)
        if len(texts) > 1 or is_of_table or (cells and 0 not in cells):
            break
        row -= 1
    return row


def _tell_column(reading: SheetReading, layout: Layout, header: Header, number: int) -> None:
    """Tell of a column whose cells are not kept."""
    column = header.columns.get(number)
    if column and column.role != "ignored":
        return
    sheet, text = reading.sheet, header.texts.get(number, "")
    below = column_below(sheet, header, number)
    if not text:
        # What stands beside no entry is told with its row.
        below = [row for row in below if any(sheet.cell(row, n) for n in header.columns)]
    if not below:
        return
    if column:
        reading.not_kept[text] = column.why, len(below)
    elif number in header.repeated:
        other = shown(header.repeated[number])
        why = Bilingual(f"ซ้ำกับคอลัมน์ {other}", f"it says again what {other} says")
        reading.not_kept[text] = why, len(below)
    else:
        near = suggestion(text, layout)
        th = f'ไม่รู้จักหัวคอลัมน์ "{shown(text)}"' if text else "คอลัมน์ไม่มีหัว"
        en = f'unknown header "{shown(text)}"' if text else "a column without a header"
        th += f' หมายถึง "{near}" ใช่หรือไม่' if near else ""
        en += f' (did you mean "{near}"?)' if near else ""
        sample = shown(sheet.cell(below[0], number))
        said = Bilingual(
            f'{th} จึงไม่ได้นำเข้า {len(below)} ช่อง เช่น "{sample}"',
            f'{en}; {len(below)} cell(s) left out, such as "{sample}"',
        )
        reading.unplaced.append((sheet.place(below[0], number), said))
