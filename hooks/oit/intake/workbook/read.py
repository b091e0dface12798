"""Read a workbook back: every row that was exported, and what now stands in its cells.

Nothing is guessed. A sheet whose hidden columns were touched is refused whole; a text that stands
where no field is cannot be placed, and is told.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from oit.bilingual import Bilingual
from oit.intake.workbook.words import OF_NO_ITEM
from oit.intake.workbook.write import MARK
from oit.spreadsheets.cells import column_letters
from oit.spreadsheets.limits import RefusedError
from oit.spreadsheets.sheet import Worksheet, shown
from oit.spreadsheets.workbook import read_workbook

MOST_COLUMNS = 500

Problem = tuple[Bilingual, Bilingual]
"""A place, and what could not be done there."""


class _About(BaseModel):
    model_config = ConfigDict(strict=True)

    file: str
    digest: str
    year: int
    width: int = Field(ge=1, le=MOST_COLUMNS)
    rows: int


class _Key(BaseModel):
    model_config = ConfigDict(strict=True)

    row: int
    block: str
    number: int
    path: tuple[int | str, ...] | None
    fields: dict[str, str]


@dataclass(frozen=True)
class Row:
    """A row of one of the tables of a sheet."""

    block: str
    number: int
    path: tuple[int | str, ...] | None
    """Where it stood in the file; ``None`` for one of the empty rows."""
    old: dict[str, str]
    """What its cells said at export, by field."""
    new: dict[str, str]
    """What they say now."""
    place: Bilingual
    cells: dict[str, Bilingual]
    """Where each of its cells stands."""

    @property
    def changed(self) -> list[str]:
        """The fields whose cells say something else than they did."""
        return [name for name, text in self.new.items() if text != self.old[name]]


@dataclass
class SheetRead:
    """The sheet of a file."""

    title: str
    file: str = ""
    digest: str = ""
    year: int = 0
    rows: list[Row] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    """What is to be mended before any of it is taken."""
    remarks: list[Problem] = field(default_factory=list)
    """What is told, though nobody can mend it in this workbook: the rest is taken."""


def read_sheets(path: Path) -> list[SheetRead]:
    """Read the sheets of a workbook.

    Raises:
        RefusedError: it cannot be read, or was not made by ``oit workbook export``.
    """
    sheets = read_workbook(path)
    if not any(sheet.cell(0, 0).startswith(MARK) for sheet in sheets):
        raise RefusedError(
            "ไม่ใช่ไฟล์ที่ส่งออกด้วย oit workbook export หรือคอลัมน์ที่ซ่อนไว้ถูกลบ ให้ส่งออกใหม่แล้วกรอกในไฟล์นั้น",
            "it was not made by oit workbook export, or its hidden columns are gone; "
            "export a new one and fill that",
        )
    return [_read(sheet) for sheet in sheets if sheet.name not in OF_NO_ITEM]


def _read(sheet: Worksheet) -> SheetRead:
    read = SheetRead(sheet.title)
    place = Bilingual(sheet.title, sheet.title)
    if sheet.remarks:
        # A formula without a result reads as nothing, and would empty the field.
        read.problems += sheet.remarks
        return read
    if not sheet.cell(0, 0).startswith(MARK):
        if any(map(any, sheet.rows)):
            why = Bilingual(
                "ไม่ใช่แผ่นงานของข้อใด จึงไม่อ่าน", "the sheet belongs to no item; it is not read"
            )
            read.problems.append((place, why))
        return read
    try:
        about = _About.model_validate_json(sheet.cell(0, 0).removeprefix(MARK))
    except ValidationError:
        read.problems.append((place, _TOUCHED))
        return read
    marks = range(1, 2 * about.width + 1)
    if any(sheet.cell(0, column) != f"#{column}" for column in marks):
        read.problems.append((place, _TOUCHED))
        return read
    read.file, read.digest, read.year = about.file, about.digest, about.year
    seen: set[int] = set()
    for row in range(1, len(sheet.rows)):
        _read_row(sheet, row, about.width, seen, read)
    if len(seen) < about.rows:
        gone = about.rows - len(seen)
        why = Bilingual(
            f"แถวหายไป {gone} แถว รายการในแถวเหล่านั้นไม่ถูกลบ ถ้าจะลบรายการ ให้ลบข้อความทุกช่องของแถว",
            f"{gone} rows are gone; their entries are kept. To delete an entry, empty its cells",
        )
        read.remarks.append((place, why))
    return read


_TOUCHED = Bilingual(
    "คอลัมน์หรือส่วนที่ซ่อนไว้ของแผ่นงานถูกแก้ จึงไม่นำเข้าทั้งแผ่น ให้ส่งออกใหม่แล้วกรอกอีกครั้ง",
    "columns or hidden parts of the sheet were changed, so none of it is taken; export it again",
)


def _read_row(sheet: Worksheet, row: int, width: int, seen: set[int], read: SheetRead) -> None:
    try:
        key = _Key.model_validate_json(sheet.cell(row, 0) or "{}")
        fields = {int(column): name for column, name in key.fields.items()}
    except ValueError:
        read.problems += _unplaced(sheet, row, dict.fromkeys(range(1, width + 1), ""))
        return
    now = {column: _cell(sheet, row, column) for column in range(1, width + 1)}
    then = {column: _cell(sheet, row, width + column) for column in now}
    if key.row in seen:
        why = Bilingual("แถวนี้ซ้ำกับแถวที่คัดลอกมา จึงไม่นำเข้า", "this row is a copy of another; not taken")
        read.problems.append((sheet.place(row), why))
        return
    seen.add(key.row)
    fixed = {column: text for column, text in then.items() if column not in fields}
    read.problems += _unplaced(sheet, row, fixed)
    if fields:
        old = {name: then.get(column, "") for column, name in fields.items()}
        new = {name: now.get(column, "") for column, name in fields.items()}
        cells = {name: _address(sheet, row, column) for column, name in fields.items()}
        read.rows.append(Row(key.block, key.number, key.path, old, new, sheet.place(row), cells))


def _address(sheet: Worksheet, row: int, column: int) -> Bilingual:
    """Say where a cell stands as Excel does."""
    return Bilingual(*[f"{sheet.title} {column_letters(column + 1)}{row + 1}"] * 2)


def _cell(sheet: Worksheet, row: int, column: int) -> str:
    return sheet.cell(row, column).replace("\r\n", "\n")


def _unplaced(sheet: Worksheet, row: int, expected: dict[int, str]) -> Iterator[Problem]:
    """Yield the texts that stand where no field is."""
    for column, then in expected.items():
        text = _cell(sheet, row, column)
        if text not in ("", then):
            yield (
                _address(sheet, row, column),
                Bilingual(f'ช่องนี้ไม่รับข้อมูล: "{shown(text)}"', f'no field is here: "{shown(text)}"'),
            )
