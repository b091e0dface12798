"""Read CSV and similar files; encoding and delimiter are detected."""

import csv
import io

from oit.characters import FORBIDDEN
from oit.spreadsheets.limits import LONGEST_CELL, RefusedError
from oit.spreadsheets.sheet import Worksheet

_DELIMITERS = ",\t;"
_SAMPLE = 50


def read_delimited(data: bytes, file: str) -> Worksheet:
    """Read a text file of rows.

    Raises:
        RefusedError: it is not a text file, or a quote is not closed.
    """
    text = _decode(data)
    odd = len(FORBIDDEN.findall(text[:20_000]))
    if odd > 20 and odd > len(text[:20_000]) / 50:
        raise _not_a_table()
    try:
        rows = _rows(text, _delimiter(text))
    except csv.Error:
        raise RefusedError(
            f'แยกเป็นช่องไม่ได้ มีเครื่องหมาย " ที่ไม่ได้ปิด หรือมีช่องยาวเกิน {LONGEST_CELL:,} ตัวอักษร',
            f'it cannot be split into cells: a " is not closed, or a cell has more than '
            f"{LONGEST_CELL:,} characters",
        ) from None
    return Worksheet(file, "", rows)


def _not_a_table() -> RefusedError:
    return RefusedError(
        "ไม่ใช่ไฟล์ตาราง รับไฟล์ .xlsx .xls .ods .csv และ .json",
        "it is not a table; use .xlsx, .xls, .ods, .csv or .json",
    )


def _decode(data: bytes) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        encodings = ["utf-16"]  # Excel calls it Unicode text
    else:
        encodings = ["utf-8-sig", "cp874"]
    for encoding in encodings:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise _not_a_table()


def _delimiter(text: str) -> str:
    """Return the delimiter that yields the most cells."""
    sample = "\n".join(text.splitlines()[:_SAMPLE])

    def cells(delimiter: str) -> int:
        try:
            rows = list(csv.reader(io.StringIO(sample, newline=""), delimiter=delimiter))
        except csv.Error:
            return 0
        return sum(sum(map(bool, row)) for row in rows if len(row) > 1)

    return max(_DELIMITERS, key=cells)


def _rows(text: str, delimiter: str) -> list[list[str]]:
    rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True))
    if any(len(cell) > LONGEST_CELL for row in rows for cell in row):
        raise csv.Error
    return rows
