"""Open workbooks of any office program under limits.

A few kilobytes may describe a sheet for which a program that loads whole sheets asks for more
memory than any computer has: every workbook is examined before it is opened.
"""

import contextlib
from collections.abc import Iterator, Sequence
from datetime import datetime
from io import BytesIO
from typing import NamedTuple

import python_calamine as calamine

from oit.spreadsheets import archive, compound, formats, limits, open_document
from oit.spreadsheets.biff import OldWorkbook
from oit.spreadsheets.details import Details
from oit.spreadsheets.ooxml import Package

_WORKSHEET = calamine.SheetTypeEnum.WorkSheet


class Cells(NamedTuple):
    """The cells of a sheet."""

    rows: Sequence[Sequence[object]]
    """From the first row and column, whether they are empty or not."""
    merged: Sequence[tuple[tuple[int, int], tuple[int, int]]]
    """The first and last cell of each merged range; rows and columns count from 0."""
    details: Details


class Book:
    """A workbook: .xlsx, .xls or .ods."""

    def __init__(self, data: bytes) -> None:
        """Open a workbook.

        Raises:
            RefusedError: it cannot be read or exceeds a limit.
        """
        self.epoch: datetime = formats.EPOCH
        """The day from which the workbook counts days."""
        if data.startswith(compound.SIGNATURE):
            old = OldWorkbook(data)
            data, self.epoch = old.data, old.epoch
        else:
            parts = _parts(data)
            if open_document.CONTENT in parts:
                details = _of_open_document(parts)
            else:
                package = _package(parts)
                self.epoch, details = package.epoch, package.details
        with _errors_refused():
            self._book = calamine.load_workbook(BytesIO(data))
        if data.startswith(compound.SIGNATURE):
            details = dict(zip(self._book.sheet_names, old.details, strict=False))
        self._details = details
        if {about.name for about in self.sheets if about.typ == _WORKSHEET} - details.keys():
            raise limits.broken()

    @property
    def sheets(self) -> list[calamine.SheetMetadata]:
        """Every sheet with cells, including hidden ones."""
        chart = calamine.SheetTypeEnum.ChartSheet
        return [about for about in self._book.sheets_metadata if about.typ != chart]

    def read(self, name: str) -> Cells:
        """Read the cells of a sheet.

        Raises:
            RefusedError: the sheet cannot be read or has too many cells.
        """
        with _errors_refused():
            sheet = self._book.get_sheet_by_name(name)
            last_row, last_column = sheet.end or (0, 0)
            if (last_row + 1) * (last_column + 1) > limits.MAX_CELLS:
                raise limits.TooLargeError("แผ่นงานมีเซลล์มากเกินไป", "a sheet has too many cells")
            rows = sheet.to_python(skip_empty_area=False)
            return Cells(rows, sheet.merged_cell_ranges or [], self._details.get(name, Details()))


def _parts(data: bytes) -> dict[str, bytes]:
    """Return an archive's parts by their names as readers look them up."""
    parts: dict[str, bytes] = {}
    for name, content in archive.members(data):
        plain = name.replace("\\", "/").lower()
        if plain in parts and not plain.endswith("/"):
            raise limits.unsafe("มีสองส่วนที่ชื่อเดียวกัน", "two of its parts have the same name")
        parts[plain] = content
    return parts


def _of_open_document(parts: dict[str, bytes]) -> dict[str, Details]:
    if open_document.is_encrypted(parts.get("meta-inf/manifest.xml", b"<manifest/>")):
        raise limits.has_password()
    kind = parts.get("mimetype", b"").decode("ascii", "replace").strip()
    if kind and "spreadsheet" not in kind:
        raise limits.not_a_table("ไฟล์ LibreOffice Writer", "an OpenDocument text or drawing")
    return open_document.examine(parts[open_document.CONTENT])


def _package(parts: dict[str, bytes]) -> Package:
    if "encrypted-package" in parts:
        raise limits.has_password()
    if "xl/workbook.bin" in parts:
        raise limits.RefusedError(
            "เป็นไฟล์ .xlsb ซึ่งยังไม่รองรับ ให้เปิดด้วย Excel แล้วบันทึกเป็น .xlsx",
            "it is an .xlsb file; open it in Excel and save it as .xlsx",
        )
    folders = {name.partition("/")[0] for name in parts}
    for folder, th, en in (
        ("word", "ไฟล์ Word", "a Word file"),
        ("ppt", "ไฟล์ PowerPoint", "a PowerPoint file"),
        ("index", "ไฟล์ Numbers ของ Apple", "a Numbers file of Apple"),
    ):
        if folder in folders and "xl" not in folders:
            raise limits.not_a_table(th, en)
    if "_rels/.rels" not in parts:
        raise limits.RefusedError(
            "เป็นไฟล์ ZIP ที่ไม่ใช่ไฟล์ตาราง ให้แตกไฟล์ก่อน แล้วนำเข้าไฟล์ข้างใน",
            "it is a ZIP archive, not a workbook; unpack it and import the files inside",
        )
    return Package(parts)


@contextlib.contextmanager
def _errors_refused() -> Iterator[None]:
    """Turn the errors of calamine into refusals; its panics are not subclasses of ``Exception``."""
    try:
        yield
    except calamine.PasswordError:
        raise limits.has_password() from None
    except calamine.CalamineError:
        raise limits.broken() from None
    except BaseException as error:
        if type(error).__name__ == "PanicException":
            raise limits.broken() from None
        raise
