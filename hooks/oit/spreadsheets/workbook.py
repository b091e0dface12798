"""Read a file of any kind that offices send into sheets of text cells.

The contents decide what a file is, not its name: e-GP and e-LAAS name HTML files ``.xls``, and
a CSV file may have any name.
"""

from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import python_calamine as calamine

from oit.bilingual import Bilingual
from oit.spreadsheets import limits
from oit.spreadsheets.archive import SIGNATURE
from oit.spreadsheets.delimited import read_delimited
from oit.spreadsheets.json_rows import read_json
from oit.spreadsheets.limits import RefusedError, TooLargeError
from oit.spreadsheets.opener import OLE_SIGNATURE, Book
from oit.spreadsheets.sheet import Merge, Worksheet, shown

_PDF = b"%PDF"


def read_workbook(path: Path) -> list[Worksheet]:
    """Read the sheets of a file.

    Raises:
        RefusedError: it cannot be read or exceeds a limit.
    """
    name = shown(path.name)
    data = _contents(path)
    start = data[:1000].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if data.startswith((SIGNATURE, OLE_SIGNATURE)):
        return _worksheets(Book(data), name)
    if data.startswith(_PDF):
        raise RefusedError(
            "เป็นไฟล์ PDF ให้ใช้ไฟล์ Excel หรือ CSV ต้นฉบับ",
            "it is a PDF; use the Excel or CSV file that it was made from",
        )
    if start.startswith(b"<"):
        raise RefusedError(
            "ข้างในเป็นหน้าเว็บหรือ XML ไม่ใช่ไฟล์ Excel แม้จะชื่อ .xls ให้เปิดด้วย Excel แล้วบันทึกเป็น .xlsx",
            "it contains a web page or XML, whatever its name is; open it in Excel and save it"
            " as .xlsx",
        )
    if start.startswith((b"{", b"[{", b"[ {", b"[\n", b"[\r")):
        return [read_json(data, name)]
    return [read_delimited(data, name)]


def _contents(path: Path) -> bytes:
    if path.is_dir():
        raise RefusedError("เป็นโฟลเดอร์ ให้ระบุไฟล์ในโฟลเดอร์", "it is a folder; name the files in it")
    try:
        if path.exists() and not path.is_file():
            raise RefusedError("ไม่ใช่ไฟล์ธรรมดา", "it is not a plain file")
        size = path.stat().st_size
        data = path.read_bytes() if size <= limits.MAX_FILE else b""
    except FileNotFoundError:
        raise RefusedError("ไม่พบไฟล์นี้", "there is no such file") from None
    except OSError as error:
        reason = error.strerror or ""
        raise RefusedError(f"เปิดไฟล์ไม่ได้ ({reason})", f"it cannot be opened ({reason})") from None
    if size > limits.MAX_FILE:
        raise TooLargeError(
            f"ไฟล์ใหญ่ {size:,} ไบต์ รับได้ไม่เกิน {limits.MAX_FILE:,}",
            f"it has {size:,} bytes; the limit is {limits.MAX_FILE:,}",
        )
    if not data.strip(b"\xef\xbb\xbf \t\r\n"):
        raise RefusedError("ไฟล์ว่าง", "the file is empty")
    return data


def _worksheets(book: Book, name: str) -> list[Worksheet]:
    worksheet = calamine.SheetTypeEnum.WorkSheet
    sheets = [_sheet(book, about, name) for about in book.sheets if about.typ == worksheet]
    for part, reference, value in book.archive.lost:
        title = book.archive.titles.get(part, part)
        owner = next((sheet for sheet in sheets if sheet.name == title), None)
        if owner is not None:
            place = Bilingual(f"{owner.title} ช่อง {reference}", f"{owner.title} cell {reference}")
            owner.remarks.append((place, _lost(shown(value))))
    return sheets


def _lost(value: str) -> Bilingual:
    if value == "=":
        return Bilingual(
            "สูตรที่ยังไม่มีผลลัพธ์ ให้เปิดไฟล์ด้วย Excel แล้วบันทึกใหม่",
            "a formula whose result is not in the file; open it in Excel and save it again",
        )
    return Bilingual(f"สูตรผิดพลาด {value}", f"a formula with an error: {value}")


def _sheet(book: Book, about: calamine.SheetMetadata, file: str) -> Worksheet:
    cells = book.read(about.name)
    rows = [[_text(cell) for cell in row] for row in cells.rows]
    if about.visible != calamine.SheetVisibleEnum.Visible:
        hidden = Worksheet(file, about.name, [])
        if any(map(any, rows)):
            words = Bilingual(
                "แผ่นงานซ่อนอยู่ จึงไม่นำเข้า ถ้าต้องการให้เลิกซ่อนก่อน",
                "the sheet is hidden and was not imported; unhide it to import it",
            )
            hidden.remarks.append((Bilingual(hidden.title, hidden.title), words))
        return hidden
    return Worksheet(file, about.name, rows, [Merge(*start, *end) for start, end in cells.merged])


def _text(value: object) -> str:
    """Format a cell's value as the sheet displays it; a date as ``2025-01-31``."""
    if isinstance(value, str):
        return value
    if isinstance(value, float):
        # Excel keeps fifteen digits; more would show the errors of binary fractions.
        return format(Decimal(format(value, ".15g")), "f")
    if isinstance(value, datetime):
        return value.date().isoformat() if not (value.hour or value.minute) else str(value)
    if isinstance(value, date):
        return value.isoformat()
    return str(value)
