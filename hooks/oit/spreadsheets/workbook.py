"""Read a file of any kind that offices send into sheets of text cells.

The contents decide what a file is, not its name: e-GP and e-LAAS name HTML files ``.xls``, and
a CSV file may have any name.
"""

import re
from collections.abc import Callable, Iterator
from datetime import date, datetime
from pathlib import Path

import python_calamine as calamine

from oit.bilingual import Bilingual
from oit.spreadsheets import compound, garbled, limits
from oit.spreadsheets.archive import SIGNATURE
from oit.spreadsheets.biff import too_old
from oit.spreadsheets.cells import column_letters, reference
from oit.spreadsheets.delimited import read_delimited
from oit.spreadsheets.details import NOT_COMPUTED, Details, in_ranges
from oit.spreadsheets.encoding import decode
from oit.spreadsheets.formats import MisleadingError, decimal_of
from oit.spreadsheets.json_rows import read_json
from oit.spreadsheets.limits import RefusedError, TooLargeError
from oit.spreadsheets.opener import Book, Cells
from oit.spreadsheets.sheet import Merge, Worksheet, shown

_BLANK = "\ufeff \t\r\n"
_JSON = re.compile(r'\{|\[\s*[\[{"]')
_OTHERS = (
    ((b"%PDF",), "ไฟล์ PDF", "a PDF"),
    ((b"\xff\xd8\xff", b"\x89PNG", b"GIF8", b"II*\x00", b"MM\x00*"), "รูปภาพ", "a picture"),
    ((b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b", b"PK\x05\x06"), "ไฟล์บีบอัด", "an archive"),
    ((b"{\\rtf",), "ไฟล์ข้อความ RTF", "a text in RTF"),
)
_OTHER_TEXTS = tuple(
    (re.compile(pattern, re.DOTALL | re.MULTILINE), th, en)
    for pattern, th, en in (
        (r"\Amime-version:|^content-type: multipart/", "หน้าเว็บแบบ MHTML", "a web page in MHTML"),
        (
            r"\A<\?xml.*urn:schemas-microsoft-com:office:spreadsheet",
            "ตารางแบบ XML ของ Excel 2003",
            "a table in the XML of Excel 2003",
        ),
        (
            r"\A<\?xml.*opendocument",
            "ตารางของ LibreOffice แบบ .fods (ถ้าไม่มี Excel ให้ใช้ LibreOffice)",
            "a flat file of LibreOffice (which can save it too)",
        ),
        (r"\A<.*<(?:html|table|meta|body|div)\b", "หน้าเว็บ (HTML)", "a web page (HTML)"),
        (r"\A<(?:html|table|meta|!doctype html)\b", "หน้าเว็บ (HTML)", "a web page (HTML)"),
        (r"\A<", "XML", "XML"),
        (r"<table[^<>]{0,300}>\s{0,99}<(?:t[rhb]|col|cap)", "หน้าเว็บ (HTML)", "a web page (HTML)"),
        (r"\Aid;p", "ตารางแบบ SYLK (.slk)", "a table in SYLK"),
        (r"\Atable\r?\n0,1\r?\n", "ตารางแบบ DIF", "a table in DIF"),
    )
)
_OLDEST = (b"\x09\x00\x04\x00", b"\x09\x02\x06\x00", b"\x09\x04\x06\x00")
_MOST_RANGES = 20
_LONGEST_NUMBER = 6


def read_workbook(path: Path, *, keep_all: bool = False) -> list[Worksheet]:
    """Read the sheets of a file.

    Hidden rows and columns, cells that are struck through and spoiled texts are left out and
    reported, unless ``keep_all``;
    hidden sheets always are.

    Raises:
        RefusedError: it cannot be read or exceeds a limit.
    """
    name = shown(path.name)
    data = _contents(path)
    if data.startswith((SIGNATURE, compound.SIGNATURE)):
        book = Book(data)
        return [
            _sheet(book, about, name, keep_all=keep_all)
            for about in book.sheets
            if about.typ == calamine.SheetTypeEnum.WorkSheet
        ]
    for starts, th, en in _OTHERS:
        if data.startswith(starts):
            raise RefusedError(
                f"เป็น{th} ให้ใช้ไฟล์ Excel หรือ CSV ต้นฉบับ",
                f"it is {en}; use the Excel or CSV file that it was made from",
            )
    if data.startswith(_OLDEST):
        raise too_old()
    text = decode(data).lstrip("\ufeff")
    _refuse_other_texts(text)
    start = text.lstrip(_BLANK)
    sheet = read_json(text, name) if _JSON.match(start) else read_delimited(text, name)
    _check_texts(sheet)
    return [sheet]


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
    if not data.strip(b"\xef\xbb\xbf\xff\xfe \t\r\n\0"):
        raise RefusedError("ไฟล์ว่าง", "the file is empty")
    return data


def _refuse_other_texts(text: str) -> None:
    """Refuse a web page or another text that is named as a spreadsheet; Excel opens many."""
    start = text[:3000].lstrip(_BLANK).lower()
    for pattern, th, en in _OTHER_TEXTS:
        if pattern.search(start):
            raise limits.not_a_workbook(th, en)


def _sheet(book: Book, about: calamine.SheetMetadata, file: str, *, keep_all: bool) -> Worksheet:
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
    sheet = Worksheet(file, about.name, rows, [Merge(*start, *end) for start, end in cells.merged])
    left_out: set[tuple[int, int]] = set()
    if keep_all:
        sheet.hidden = cells.details.hidden_rows
    else:
        left_out = _leave_hidden(sheet, cells.details)
        left_out |= _leave_struck(sheet, cells.details)
    for cell, text in _shown_texts(cells, book.epoch):
        row, column = cell
        if cell in left_out:
            continue
        if isinstance(text, Bilingual):
            _report(sheet, row, column, text)
        else:
            sheet.rows[row][column] = text
    if not keep_all:
        _check_texts(sheet)
    return sheet


def _shown_texts(
    cells: Cells, epoch: datetime
) -> Iterator[tuple[tuple[int, int], str | Bilingual]]:
    """Yield the cells that do not show their value: what they show, or why they are left out."""
    details = cells.details
    for (row, column), form in details.formats.items():
        if row < len(cells.rows) and column < len(cells.rows[row]):
            try:
                text = form.show(cells.rows[row][column], epoch)
            except MisleadingError as error:
                yield (row, column), error.reason
            else:
                if text is not None:
                    yield (row, column), text
    for (row, column), text in details.texts.items():
        if row < len(cells.rows) and column < len(cells.rows[row]):
            yield (row, column), text
    for cell in details.misleading:
        yield cell, _MISLEADING
    for cell, text in details.lost:
        yield cell, _NOT_COMPUTED if text == NOT_COMPUTED else garbled.error(shown(text))


_NOT_COMPUTED = Bilingual(
    "สูตรที่ยังไม่มีผลลัพธ์ ให้เปิดไฟล์ด้วย Excel แล้วบันทึกใหม่",
    "a formula whose result is not in the file; open it in Excel and save it again",
)
_MISLEADING = Bilingual(
    "ช่องนี้แสดงเลขไม่ตรงกับค่าที่เก็บไว้ เช่นแสดงเป็นหลักพัน ให้เปลี่ยนรูปแบบช่องให้แสดงค่าเต็ม",
    "the cell does not show the value that it contains, such as thousands; change its format to"
    " show the whole value",
)


def _check_texts(sheet: Worksheet) -> None:
    """Empty the cells whose texts are spoiled, and report them."""
    for number, row in enumerate(sheet.rows):
        if not garbled.may_be_spoiled("\n".join(row)):
            continue
        for column, text in enumerate(row):
            if text and (fault := garbled.fault_of(text)):
                _report(sheet, number, column, fault)


def _report(sheet: Worksheet, row: int, column: int, fault: Bilingual) -> None:
    """Report that a cell is left out, and empty it."""
    text = sheet.cell(row, column)
    if text:
        sheet.rows[row][column] = ""
    name = reference(row, column)
    place = Bilingual(f"{sheet.title} ช่อง {name}", f"{sheet.title} cell {name}")
    # Programs name the cells of a sheet; of a text file, people count the rows.
    sheet.remarks.append((place if sheet.name else sheet.place(row, column), fault))


def _text(value: object) -> str:
    """Format a cell's value; a date as ``2025-01-31``."""
    if isinstance(value, str):
        return value
    if isinstance(value, float):
        return format(decimal_of(value), "f")
    if isinstance(value, datetime):
        return value.date().isoformat() if not (value.hour or value.minute) else str(value)
    if isinstance(value, date):
        return value.isoformat()
    return str(value)


def _leave_hidden(sheet: Worksheet, details: Details) -> set[tuple[int, int]]:
    """Empty the cells of hidden rows and columns, report those with contents, and return them."""
    width = max(map(len, sheet.rows), default=0)
    hidden_rows = [
        row for row in _numbers(details.hidden_rows, len(sheet.rows)) if any(sheet.rows[row])
    ]
    cells = {(row, column) for row in hidden_rows for column in range(width)}
    for row in hidden_rows:
        sheet.rows[row] = [""] * width
    hidden_columns = [
        column
        for column in _numbers(details.hidden_columns, width)
        if any(row[column] for row in sheet.rows)
    ]
    cells |= {(row, column) for row in range(len(sheet.rows)) for column in hidden_columns}
    for row, column in cells:
        sheet.rows[row][column] = ""
    place = Bilingual(sheet.title, sheet.title)
    if hidden_rows:
        ranges = _ranges(hidden_rows, lambda row: str(row + 1))
        words = Bilingual(
            f"แถว {ranges} ซ่อนหรือถูกกรองอยู่ จึงไม่นำเข้า ถ้าต้องการให้เลิกซ่อนหรือล้างตัวกรองก่อน",
            f"hidden or filtered rows were not imported: {ranges}; unhide them or clear the filter"
            " to import them",
        )
        sheet.remarks.append((place, words))
    if hidden_columns:
        ranges = _ranges(hidden_columns, lambda column: column_letters(column + 1))
        words = Bilingual(
            f"คอลัมน์ {ranges} ซ่อนอยู่ จึงไม่นำเข้า ถ้าต้องการให้เลิกซ่อนก่อน",
            f"hidden columns were not imported: {ranges}; unhide them to import them",
        )
        sheet.remarks.append((place, words))
    return cells


def _leave_struck(sheet: Worksheet, details: Details) -> set[tuple[int, int]]:
    """Empty the cells that are struck through, report them by rows, and return them."""
    struck = {cell for cell in details.struck if sheet.cell(*cell)}
    for row, column in struck:
        sheet.rows[row][column] = ""
    first = dict(sorted(struck, reverse=True))
    whole = [row for row in sorted(first) if _is_numbered_only(sheet.rows[row], first[row])]
    for row in whole:
        sheet.rows[row] = [""] * len(sheet.rows[row])
    place = Bilingual(sheet.title, sheet.title)
    if whole:
        ranges = _ranges(whole, lambda row: str(row + 1))
        words = Bilingual(
            f"แถว {ranges} ถูกขีดฆ่า จึงไม่นำเข้า ถ้ายังใช้อยู่ให้เอาเส้นขีดฆ่าออกก่อน",
            f"rows that are struck through were not imported: {ranges}; remove the strikethrough"
            " to import them",
        )
        sheet.remarks.append((place, words))
    in_whole = {*whole}
    parts = sorted(cell for cell in struck if cell[0] not in in_whole)
    if parts:
        listed = ", ".join(reference(*cell) for cell in parts[:_MOST_RANGES])
        listed += " …" if len(parts) > _MOST_RANGES else ""
        words = Bilingual(
            f"ช่อง {listed} ถูกขีดฆ่า จึงไม่นำเข้า ถ้ายังใช้อยู่ให้เอาเส้นขีดฆ่าออกก่อน",
            f"cells that are struck through were not imported: {listed}; remove the strikethrough"
            " to import them",
        )
        sheet.remarks.append((place, words))
    return struck


def _is_numbered_only(cells: list[str], end: int) -> bool:
    """Tell whether nothing is left of a row but its number, before a column."""
    left = [(column, text) for column, text in enumerate(cells) if text]
    return not left or (
        len(left) == 1
        and left[0][0] < end
        and len(left[0][1]) < _LONGEST_NUMBER
        and left[0][1].strip(" .()").isdecimal()
    )


def _numbers(ranges: list[range], end: int) -> list[int]:
    """Return the numbers in ranges, in ascending order, up to an end."""
    return sorted({n for found in ranges for n in range(found.start, min(found.stop, end))})


def _ranges(numbers: list[int], name: Callable[[int], str]) -> str:
    """Name numbers for people: ``4, 7-9``."""
    ranges = in_ranges(numbers)
    names = [
        name(found.start) if len(found) == 1 else f"{name(found.start)}-{name(found[-1])}"
        for found in ranges[:_MOST_RANGES]
    ]
    return ", ".join(names) + (" …" if len(ranges) > _MOST_RANGES else "")
