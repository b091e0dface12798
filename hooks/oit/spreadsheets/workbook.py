"""Read a file of any kind that offices send into sheets of text cells.

What a file is, is told by what it holds, not by its name: e-GP and e-LAAS give HTML the name
``.xls``, and a CSV may be called anything.
"""

import contextlib
import os
import sys
from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO
from pathlib import Path

import python_calamine as calamine

from oit.bilingual import Bilingual
from oit.spreadsheets.delimited import read_delimited
from oit.spreadsheets.guard import (
    MAX_CELLS,
    MAX_FILE,
    Archive,
    RefusedError,
    broken,
    examine_archive,
    has_password,
)
from oit.spreadsheets.json_rows import read_json
from oit.spreadsheets.sheet import Merge, Worksheet, shown

_ZIP, _OLE, _PDF = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"%PDF"
_LOCKED = "EncryptedPackage".encode("utf-16-le")


def read_workbook(path: Path) -> list[Worksheet]:
    """Read the sheets of a file.

    Raises:
        RefusedError: it cannot be read, or is not to be.
    """
    name = shown(path.name)
    data = _contents(path)
    start = data[:1000].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if data.startswith(_ZIP):
        archive = examine_archive(data)
        if "xl/workbook.bin" in archive.names:
            raise RefusedError(
                "เป็นไฟล์ .xlsb ซึ่งยังไม่รองรับ ให้เปิดด้วย Excel แล้วบันทึกเป็น .xlsx",
                "it is an .xlsb file; open it in Excel and save it as .xlsx",
            )
        return _spreadsheet(data, name, archive)
    if data.startswith(_OLE):
        if _LOCKED in data:
            raise has_password()
        return _spreadsheet(data, name, Archive(frozenset()))
    if data.startswith(_PDF):
        raise RefusedError(
            "เป็นไฟล์ PDF ให้ใช้ไฟล์ Excel หรือ CSV ต้นฉบับ",
            "it is a PDF; use the Excel or CSV file that it was made from",
        )
    if start.startswith(b"<"):
        raise RefusedError(
            "ข้างในเป็นหน้าเว็บหรือ XML ไม่ใช่ไฟล์ Excel แม้จะชื่อ .xls ให้เปิดด้วย Excel แล้วบันทึกเป็น .xlsx",
            "it holds a web page or XML, whatever it is called; open it in Excel and save it"
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
        data = path.read_bytes() if size <= MAX_FILE else b""
    except FileNotFoundError:
        raise RefusedError("ไม่พบไฟล์นี้", "there is no such file") from None
    except OSError as error:
        reason = error.strerror or ""
        raise RefusedError(f"เปิดไฟล์ไม่ได้ ({reason})", f"it cannot be opened ({reason})") from None
    if size > MAX_FILE:
        raise RefusedError(
            f"ไฟล์ใหญ่ {size:,} ไบต์ รับได้ไม่เกิน {MAX_FILE:,}",
            f"it has {size:,} bytes; {MAX_FILE:,} at most are read",
        )
    if not data.strip(b"\xef\xbb\xbf \t\r\n"):
        raise RefusedError("ไฟล์ว่าง", "the file is empty")
    return data


def _spreadsheet(data: bytes, name: str, archive: Archive) -> list[Worksheet]:
    try:
        with _quietly():
            book = calamine.load_workbook(BytesIO(data))
            sheets = [
                _sheet(book, about, name)
                for about in book.sheets_metadata
                if about.typ == calamine.SheetTypeEnum.WorkSheet
            ]
    except calamine.PasswordError:
        raise has_password() from None
    except calamine.CalamineError:
        raise broken() from None
    for part, reference, value in archive.lost:
        title = archive.titles.get(part, part)
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
    return Bilingual(f"สูตรผิดพลาด {value}", f"a formula that fails: {value}")


def _sheet(book: calamine.CalamineWorkbook, about: calamine.SheetMetadata, file: str) -> Worksheet:
    sheet = book.get_sheet_by_name(about.name)
    last_row, last_column = sheet.end or (0, 0)
    if (last_row + 1) * (last_column + 1) > MAX_CELLS:
        raise RefusedError("แผ่นงานมีเซลล์มากเกินไป", "a sheet of it has too many cells")
    rows = [[_text(cell) for cell in row] for row in sheet.to_python(skip_empty_area=False)]
    if about.visible != calamine.SheetVisibleEnum.Visible:
        hidden = Worksheet(file, about.name, [])
        if any(map(any, rows)):
            words = Bilingual(
                "แผ่นงานซ่อนอยู่ จึงไม่นำเข้า ถ้าต้องการให้เลิกซ่อนก่อน",
                "the sheet is hidden and was left out; unhide it to import it",
            )
            hidden.remarks.append((Bilingual(hidden.title, hidden.title), words))
        return hidden
    ranges = sheet.merged_cell_ranges or []
    return Worksheet(file, about.name, rows, [Merge(*start, *end) for start, end in ranges])


def _text(value: object) -> str:
    """Write a cell's value as the sheet shows it; a day as ``2025-01-31``."""
    if isinstance(value, str):
        return value
    if isinstance(value, float):
        # Fifteen digits are what Excel keeps; more would show how computers write a tenth.
        return format(Decimal(format(value, ".15g")), "f")
    if isinstance(value, datetime):
        return value.date().isoformat() if not (value.hour or value.minute) else str(value)
    if isinstance(value, date):
        return value.isoformat()
    return str(value)


@contextlib.contextmanager
def _quietly() -> Iterator[None]:
    """Turn what the reader of spreadsheets cannot cope with into a refusal, silently.

    Its panics are no ``Exception`` and are printed to the standard error before they arrive.
    """
    sys.stderr.flush()
    kept = os.dup(2)
    try:
        with Path(os.devnull).open("wb") as nothing:
            os.dup2(nothing.fileno(), 2)
        yield
    except BaseException as error:
        if type(error).__name__ == "PanicException":
            raise broken() from None
        raise
    finally:
        os.dup2(kept, 2)
        os.close(kept)
