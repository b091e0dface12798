"""An office: its data folder, the spreadsheets that it has, and the import of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter

from oit.cli.main import main

HEADER = [
    "ลำดับที่",
    "งานที่จัดซื้อหรือจัดจ้าง",
    "วงเงินที่จะซื้อ\nหรือจ้าง (บาท)",
    "ราคากลาง (บาท)",
    "วิธีซื้อหรือจ้าง",
    "รายชื่อผู้เสนอราคา\nและราคาที่เสนอ",
    "ผู้ได้รับการคัดเลือกและราคาที่ตกลงซื้อหรือจ้าง",
    "เหตุผลที่คัดเลือกโดยสรุป",
    "เลขที่และวันที่ของสัญญาหรือข้อตกลงในการซื้อหรือจ้าง",
]
"""The nine columns of the monthly summary, สขร.1."""

Rows = Sequence[Any]


@dataclass
class Outcome:
    """The output of a command, and its exit status."""

    status: int
    out: str
    err: str


@dataclass
class Office:
    """A folder with data/ and the files that an officer imports."""

    folder: Path
    capture: pytest.CaptureFixture[str]

    @property
    def data(self) -> Path:
        return self.folder / "data"

    def workbook(self, name: str, sheets: Mapping[str, Rows], merged: Sequence[str] = ()) -> Path:
        """Write a workbook; ``merged`` are ranges of its first sheet."""
        path = self.folder / name
        book = xlsxwriter.Workbook(path)
        as_day = book.add_format({"num_format": "d mmm yyyy"})
        for number, (title, rows) in enumerate(sheets.items()):
            sheet = book.add_worksheet(title)
            for range_ in merged if number == 0 else ():
                sheet.merge_range(range_, "")
            for row, cells in enumerate(rows):
                for column, cell in enumerate(cells):
                    if isinstance(cell, date):
                        sheet.write_datetime(row, column, cell, as_day)
                    elif isinstance(cell, str) and cell:
                        sheet.write_string(row, column, cell)
                    elif cell not in {"", None}:
                        sheet.write(row, column, cell)
        book.close()
        return path

    def text(self, name: str, text: str | bytes, encoding: str = "utf-8") -> Path:
        """Write a file of text."""
        path = self.folder / name
        path.write_bytes(text if isinstance(text, bytes) else text.encode(encoding))
        return path

    def run(self, kind: str, *files: Path, year: int = 2568, **options: Any) -> Outcome:
        """Import files."""
        given = [f"--{name.replace('_', '-')}" for name, on in options.items() if on is True]
        given += [
            f"--{name}={value}" for name, value in options.items() if not isinstance(value, bool)
        ]
        arguments = ["import", kind, *map(str, files), "--year", str(year), *given]
        if "data" not in options:
            arguments += ["--data", str(self.data)]
        status = main(arguments)
        out, err = self.capture.readouterr()
        assert "Traceback" not in out + err
        return Outcome(status, out, err)

    def table(self, name: str = "procurement.csv", year: int = 2568) -> list[str]:
        """Return the lines of a table of the data folder."""
        return (self.data / str(year) / name).read_text(encoding="utf-8").splitlines()
