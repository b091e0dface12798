"""Open workbooks of any office program under limits."""

import contextlib
import os
import sys
from collections.abc import Iterator, Sequence
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

import python_calamine as calamine

from oit.spreadsheets import archive, limits

OLE_SIGNATURE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""Old Office files begin with it, and so do new ones with a password."""
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")


class Cells(NamedTuple):
    """The cells of a sheet."""

    rows: Sequence[Sequence[object]]
    """From the first row and column, whether they are empty or not."""
    merged: Sequence[tuple[tuple[int, int], tuple[int, int]]]
    """The first and last cell of each merged range; rows and columns count from 0."""


class Book:
    """A workbook: .xlsx, .xls or .ods."""

    def __init__(self, data: bytes) -> None:
        """Open a workbook.

        Raises:
            RefusedError: it cannot be read or exceeds a limit.
        """
        self.archive = archive.Archive()
        if data.startswith(archive.SIGNATURE):
            self.archive = archive.examine_archive(data)
        elif data.startswith(OLE_SIGNATURE) and _ENCRYPTED in data:
            raise limits.has_password()
        if "xl/workbook.bin" in self.archive.names:
            raise limits.RefusedError(
                "เป็นไฟล์ .xlsb ซึ่งยังไม่รองรับ ให้เปิดด้วย Excel แล้วบันทึกเป็น .xlsx",
                "it is an .xlsb file; open it in Excel and save it as .xlsx",
            )
        with _errors_refused():
            self._book = calamine.load_workbook(BytesIO(data))

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
            return Cells(rows, sheet.merged_cell_ranges or [])


@contextlib.contextmanager
def _errors_refused() -> Iterator[None]:
    """Turn the errors of calamine into refusals.

    Its panics are not subclasses of ``Exception``, and it prints them to standard error first.
    """
    sys.stderr.flush()
    stderr = os.dup(2)
    try:
        with Path(os.devnull).open("wb") as nothing:
            os.dup2(nothing.fileno(), 2)
        yield
    except calamine.PasswordError:
        raise limits.has_password() from None
    except calamine.CalamineError:
        raise limits.broken() from None
    except BaseException as error:
        if type(error).__name__ == "PanicException":
            raise limits.broken() from None
        raise
    finally:
        os.dup2(stderr, 2)
        os.close(stderr)
