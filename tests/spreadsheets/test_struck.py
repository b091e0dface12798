"""Cells that are struck through no longer hold: they are left out and reported, in every format."""

import io
from pathlib import Path
from struct import pack

import pytest
import xlsxwriter

from oit.spreadsheets.workbook import read_workbook
from spreadsheets.office_files import (
    OldSheet,
    archive,
    excel_parts,
    old_workbook,
    open_cell,
    open_document,
    open_row,
    record,
)

ROWS = [["ที่", "รายการ", "ราคา"], ["1", "ซื้อหมึก", "500"], ["2", "จ้างซ่อม", "900"]]
REMOVED = [ROWS[0], ["", "", ""], ["2", "จ้างซ่อม", ""]]
STRUCK = {(1, 1), (1, 2), (2, 2)}
"""All of the second row but its number, and one cell of the third."""


def of_xlsx() -> bytes:
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out)
    strike, plain = book.add_format({"font_strikeout": True}), book.add_format({"bold": True})
    sheet = book.add_worksheet("ต.ค.")
    for row, cells in enumerate(ROWS):
        for column, text in enumerate(cells):
            form = strike if (row, column) in STRUCK else plain
            sheet.write_string(row, column, text, form)
    # An empty cell may be struck through, too.
    sheet.write_blank(1, 3, None, strike)
    book.close()
    return out.getvalue()


def of_xls() -> bytes:
    fonts = [
        record(0x31, pack("<HHHHHBBBB", 280, 8 * (n == 4), 0, 400, 0, 0, 0, 0, 0)) for n in range(5)
    ]
    # The fifth font has the number 5: no font has the number 4.
    struck_style = record(0xE0, pack("<HH", 5, 0) + b"\0" * 16)
    rows = [
        [(text, 0 if (row, column) in STRUCK else 1) for column, text in enumerate(cells)]
        for row, cells in enumerate(ROWS)
    ]
    return old_workbook(OldSheet(rows), extra=b"".join(fonts) + struck_style)


def of_ods() -> bytes:
    styles = (
        '<style:style style:name="s"><style:text-properties'
        ' style:text-line-through-style="solid"/></style:style>'
        '<style:style style:name="n"><style:text-properties'
        ' style:text-line-through-style="none"/></style:style>'
    )
    columns = (
        '<table:table-column table:number-columns-repeated="2"/>'
        '<table:table-column table:default-cell-style-name="s"/>'
    )
    rows = "".join(
        open_row(
            *(
                open_cell(
                    "string",
                    text,
                    # The third column is struck through unless its cells say otherwise.
                    ""
                    if (column == 2) == ((row, column) in STRUCK)
                    else f'table:style-name="{"s" if (row, column) in STRUCK else "n"}"',
                )
                for column, text in enumerate(cells)
            )
        )
        for row, cells in enumerate(ROWS)
    )
    return open_document(rows, styles=styles, columns=columns)


@pytest.mark.parametrize("make", [of_xlsx, of_xls, of_ods])
def test_struck_cells_are_left_out_and_reported(tmp_path: Path, make: object) -> None:
    path = tmp_path / "a"
    path.write_bytes(make())  # type: ignore[operator]
    (sheet,) = read_workbook(path)
    assert [row[:3] for row in sheet.rows] == REMOVED
    rows, cells = (reason for _, reason in sheet.remarks)
    assert rows.th.startswith("แถว 2 ถูกขีดฆ่า จึงไม่นำเข้า")
    assert "rows that are struck through were not imported: 2;" in rows.en
    assert "cells that are struck through were not imported: C3;" in cells.en
    (kept,) = read_workbook(path, keep_all=True)
    assert ([row[:3] for row in kept.rows], kept.remarks) == (ROWS, [])


@pytest.mark.parametrize("kind", ["xlsx", "ods"])
def test_a_text_of_which_a_part_is_struck(tmp_path: Path, kind: str) -> None:
    # Read as one text, the old and the new price would be 500900.
    texts = [("500", ""), ("500", "900"), ("", "900")]
    if kind == "xlsx":
        cells = "".join(f'<c r="{"ABC"[n]}1" t="s"><v>{n}</v></c>' for n in range(3))
        old, new = (
            "<r><rPr><strike/></rPr><t>{}</t></r>",
            '<r><rPr><strike val="0"/></rPr><t>{}</t></r>',
        )
        strings = [old.format(a) * bool(a) + new.format(b) * bool(b) for a, b in texts]
        data = archive(excel_parts(f'<row r="1">{cells}</row>', strings=strings))
    else:
        styles = (
            '<style:style style:name="s"><style:text-properties'
            ' style:text-line-through-style="solid"/></style:style>'
        )
        spans = [f'<text:span text:style-name="s">{a}</text:span>' * bool(a) + b for a, b in texts]
        data = open_document(
            open_row(*(open_cell("string", span) for span in spans)), styles=styles
        )
    path = tmp_path / "a"
    path.write_bytes(data)
    (sheet,) = read_workbook(path)
    assert sheet.rows == [["", "", "900"]]
    ((_, reason),) = sheet.remarks
    assert reason.en.startswith("cells that are struck through were not imported: A1, B1;")
