"""An office that exports workbooks, changes cells as Excel does, and imports them."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet

from oit.cli.main import main
from oit.intake.workbook.write import MARK

NAME = "เทศบาลตำบลเล็ก"
"""The agency."""


def command(*arguments: str | Path) -> int:
    """Call ``oit workbook`` in this process."""
    return main(["workbook", *map(str, arguments)])


class Filled:
    """A workbook that is open in Excel."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.book: Any = openpyxl.load_workbook(path)

    def sheet(self, file: str) -> Worksheet:
        """Return the sheet of a file."""
        return next(s for s in self.sheets() if f'"file": "{file}"' in s.cell(1, 1).value)

    def sheets(self) -> list[Worksheet]:
        """Return the sheets of items."""
        return [s for s in self.book.worksheets if str(s.cell(1, 1).value).startswith(MARK)]

    def fields(self, file: str) -> Iterator[tuple[tuple[str, int, str], Any]]:
        """Yield the cells of fields: block, row and field, and the cell."""
        sheet = self.sheet(file)
        for row in range(2, sheet.max_row + 1):
            key = json.loads(str(sheet.cell(row, 1).value))
            for column, name in key["fields"].items():
                yield (key["block"], key["number"], name), sheet.cell(row, int(column) + 1)

    def cell(self, file: str, block: str, number: int, name: str) -> Any:
        """Return the cell of a field."""
        return dict(self.fields(file))[block, number, name]

    def fill(self, file: str, block: str, number: int, /, **texts: str | None) -> None:
        """Fill the cells of a row; ``above`` is the number of the row that it belongs to."""
        for name, text in texts.items():
            field = {"above": "^"}.get(name, name.replace("__", "."))
            self.cell(file, block, number, field).value = text

    def empty(self, file: str, block: str, number: int) -> None:
        """Empty the cells of a row."""
        for (of, row, _), cell in list(self.fields(file)):
            if (of, row) == (block, number):
                cell.value = None

    def save(self) -> Path:
        """Save it."""
        self.book.save(self.path)
        return self.path


@dataclass
class Office:
    """An agency's folder."""

    folder: Path

    @property
    def data(self) -> Path:
        """The data folder."""
        return self.folder / "data"

    def write(self, name: str, text: str) -> None:
        """Write a file of the data folder."""
        path = self.data / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())

    def read(self, name: str) -> str:
        """Read a file of the data folder."""
        return (self.data / name).read_bytes().decode()

    def export(self, *arguments: str | Path) -> list[Path]:
        """Export the year's workbooks; the first is that of the whole agency."""
        out = self.folder / "out"
        assert command("export", "--force", "--data", self.data, "--out", out, *arguments) == 0
        return sorted(out.iterdir(), key=lambda path: (not path.stem.endswith(NAME), path.name))

    def open(self, *arguments: str | Path) -> Filled:
        """Export, and open the only workbook."""
        return Filled(self.export(*arguments)[-1])

    def import_workbooks(self, *arguments: str | Path) -> int:
        """Import workbooks."""
        return command("import", "--data", self.data, *arguments)
