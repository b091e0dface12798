"""Read the sheets of a file into entries of a table, and account for every cell."""

from collections.abc import Callable
from itertools import pairwise

from oit.bilingual import Bilingual
from oit.forms.layouts import LAYOUTS
from oit.intake.imports import rows
from oit.intake.imports.entries import Entries
from oit.intake.imports.header import Header, column_below, find_header, headers_below, suggestion
from oit.intake.imports.layout import Layout
from oit.intake.imports.layout import layout as layout_called
from oit.intake.imports.readers import Cells
from oit.intake.imports.satang import join_satang
from oit.intake.imports.section import Section
from oit.intake.imports.shared_heads import are_equal, part_shared_heads
from oit.intake.imports.sheet_month import find_month
from oit.intake.imports.sheet_reading import AS_WRITTEN, SheetReading, Stated, filled
from oit.intake.imports.sums import Segments, Sums
from oit.intake.imports.undated import Undated
from oit.intake.imports.units import Unit
from oit.spreadsheets.cells import column_letters
from oit.spreadsheets.sheet import Worksheet, folded, shown


def read_sheets(
    sheets: list[Worksheet],
    layout: Layout,
    year: int,
    tick: Callable[[], None] = lambda: None,
    stated: Stated = AS_WRITTEN,
) -> list[SheetReading]:
    """Read the sheets of one file; ``tick`` is called for every row."""
    cells, file_sums = Cells(year), Segments()
    readings = [SheetReading(sheet, find_header(sheet, layout, year), stated) for sheet in sheets]
    for reading in readings:
        _read(reading, layout, cells, file_sums, tick)
    return readings


def _read(
    reading: SheetReading,
    layout: Layout,
    cells: Cells,
    file_sums: Segments,
    tick: Callable[[], None],
) -> None:
    sheet = reading.sheet
    reading.not_imported += sheet.remarks
    if reading.header is None:
        _without_header(reading, layout, cells)
        return
    join_satang(sheet, reading.header)
    part_shared_heads(sheet, reading.header, cells)
    headers = headers_below(sheet, layout, cells.year, reading.header)
    for header in headers[1:]:
        if not header.is_repeated:
            join_satang(sheet, header)
            part_shared_heads(sheet, header, cells)
    tops = [0, *(_top_of(sheet, above, header) for above, header in pairwise(headers))]
    undated = Undated(reading, cells.year)
    unit: Unit | None = None
    for header, top, end in zip(headers, tops, [*tops[1:], len(sheet.rows)], strict=True):
        section = Section(layout, reading, header, top, end, undated, unit)
        section.read(cells, file_sums, tick)
        unit = section.unit
    undated.end()
    distinct = [(h, top) for h, top in zip(headers, tops, strict=True) if not h.is_repeated]
    ends = [*(top for _, top in distinct[1:]), len(sheet.rows)]
    for (header, _), end in zip(distinct, ends, strict=True):
        for number in range(max(map(len, sheet.rows))):
            _report_column(reading, layout, header, number, end)
    if not reading.entries and not reading.not_imported:
        reading.notice(
            reading.place,
            "มีหัวตารางแต่ไม่มีรายการ และไม่ได้บอกว่าไม่มี",
            "it has a header but no entries, and no statement that there were none",
        )


def _without_header(reading: SheetReading, layout: Layout, cells: Cells) -> None:
    """Report a sheet without a table; it may still state that there were no entries."""
    lines = [(row, filled(cells)) for row, cells in enumerate(reading.sheet.rows) if any(cells)]
    lines = [(row, line) for row, line in lines if line]
    texts = [folded(text) for _, line in lines for text in line.values()]
    for row, line in lines if layout.has_months else []:
        for text in filter(rows.states_nothing_bought, line.values()):
            header = Header(row, 0)
            sums = Sums(reading, header, cells, [])
            undated = Undated(reading, cells.year, find_month(reading, texts, cells.year))
            entries = Entries(layout, reading, header, cells, sums, undated)
            entries.enter_statement(row, text)
            return
    if lines:
        first = shown(" | ".join(map(shown, lines[0][1].values())))
        other = _suggest_kind(reading.sheet, layout, cells.year)
        reading.leave_sheet(
            f"ไม่พบหัวตารางที่รู้จักใน {len(lines)} แถว (แถวแรก: {first}){other.th}",
            f"no known header in {len(lines)} row(s) (first row: {first}){other.en}",
        )


def _suggest_kind(sheet: Worksheet, refused: Layout, year: int) -> Bilingual:
    """Suggest the other kind of import that knows most of the sheet's columns, if any does."""
    best, suggestion = 0, Bilingual("", "")
    for kind, names in LAYOUTS.items():
        layouts = [layout_called(name) for name in names]
        for layout in layouts if refused not in layouts else []:
            header = find_header(sheet, layout, year)
            if header and len(header.fields) > best:
                best = len(header.fields)
                suggestion = Bilingual(
                    f" แผ่นงานนี้ดูเป็น{layout.contents.th} ให้นำเข้าที่ข้อของเรื่องนั้น (oit import {kind})",
                    f"; it looks like {layout.contents.en}: import it there (oit import {kind})",
                )
    return suggestion


def _top_of(sheet: Worksheet, above: Header, header: Header) -> int:
    """Return the first row of the titles above a further header on a sheet."""
    row = header.row
    while row > above.first_row:
        cells = filled(sheet.rows[row - 1])
        texts = set(cells.values())
        is_of_table = any(rows.is_total(t) or rows.states_nothing_bought(t) for t in texts)
        if len(texts) > 1 or is_of_table or (cells and 0 not in cells):
            break
        row -= 1
    return row


def _report_column(
    reading: SheetReading, layout: Layout, header: Header, number: int, end: int
) -> None:
    """Report a column whose cells, down to the row ``end``, are not kept."""
    column = header.columns.get(number)
    if (column and column.role != "ignored") or number in header.refused:
        return
    sheet, text = reading.sheet, header.texts.get(number, "")
    below = column_below(sheet, header, number, end)
    if not text:
        # Other cells are reported with their rows.
        below = [row for row in below if any(sheet.cell(row, n) for n in header.columns)]
    if not below:
        return
    if column:
        reading.not_kept[text] = column.why, len(below)
    elif number in header.repeated and are_equal(sheet, header, number, header.repeated[number]):
        other = shown(header.texts[header.repeated[number]])
        why = Bilingual(f"ซ้ำกับคอลัมน์ {other}", f"repeats the column {other}")
        reading.not_kept[text] = why, len(below)
    else:
        near = "" if number in header.repeated else suggestion(text, layout)
        th = f'ไม่รู้จักหัวคอลัมน์ "{shown(text)}"' if text else "คอลัมน์ไม่มีหัว"
        en = f'unknown header "{shown(text)}"' if text else "a column without a header"
        if number in header.repeated:
            letters = column_letters(header.repeated[number] + 1)
            th = f'หัวคอลัมน์ "{shown(text)}" เหมือนคอลัมน์ {letters} แต่ค่าต่างกัน'
            en = f'the header "{shown(text)}" is that of column {letters}, but the cells differ'
        th += f' หมายถึง "{near}" ใช่หรือไม่' if near else ""
        en += f' (did you mean "{near}"?)' if near else ""
        sample = shown(sheet.cell(below[0], number))
        message = Bilingual(
            f'{th} จึงไม่ได้นำเข้า {len(below)} ช่อง เช่น "{sample}"',
            f'{en}; {len(below)} cell(s) not imported, such as "{sample}"',
        )
        reading.not_imported.append((sheet.place(below[0], number), message))
