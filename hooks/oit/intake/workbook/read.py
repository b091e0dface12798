"""Read a filled workbook: every row that was exported, and what its cells contain now.

Nothing is guessed. A sheet whose hidden columns were changed is refused; a text outside the cells
of fields is reported.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from oit.bilingual import Bilingual
from oit.intake.workbook.labels import OTHER_SHEETS
from oit.intake.workbook.write import MARK
from oit.spreadsheets.cells import column_letters
from oit.spreadsheets.garbled import fault_of
from oit.spreadsheets.isolated import read_workbook
from oit.spreadsheets.limits import RefusedError
from oit.spreadsheets.sheet import Worksheet, shown

MAX_COLUMNS = 500

Problem = tuple[Bilingual, Bilingual]
"""A place, and what is wrong there."""


class _SheetMeta(BaseModel):
    model_config = ConfigDict(strict=True)

    file: str
    digest: str
    year: int
    width: int = Field(ge=1, le=MAX_COLUMNS)
    rows: int


class _RowMeta(BaseModel):
    model_config = ConfigDict(strict=True)

    row: int
    block: str
    number: int
    path: tuple[int | str, ...] | None
    fields: dict[str, str]


@dataclass(frozen=True)
class Row:
    """A row of one of the blocks of a sheet."""

    block: str
    number: int
    path: tuple[int | str, ...] | None
    """Its path in the exported file; ``None`` for the empty rows."""
    old: dict[str, str]
    """The texts of its cells at export, by field."""
    new: dict[str, str]
    """Their texts now."""
    place: Bilingual
    cells: dict[str, Bilingual]
    """The address of each cell."""

    @property
    def changed(self) -> list[str]:
        """The fields whose cells changed."""
        return [name for name, text in self.new.items() if text != self.old[name]]


@dataclass
class FilledSheet:
    """The sheet of a file, as it was filled in."""

    title: str
    file: str = ""
    digest: str = ""
    year: int = 0
    rows: list[Row] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    """What must be fixed before the sheet is imported."""
    remarks: list[Problem] = field(default_factory=list)
    """What is reported although the rest of the sheet is imported."""


def read_sheets(path: Path) -> list[FilledSheet]:
    """Read the sheets of a workbook.

    Raises:
        RefusedError: it cannot be read, or was not made by ``oit workbook export``.
    """
    sheets = read_workbook(path, keep_all=True)
    if not any(sheet.cell(0, 0).startswith(MARK) for sheet in sheets):
        raise RefusedError(
            "ไม่ใช่ไฟล์ที่ส่งออกด้วย oit workbook export หรือคอลัมน์ที่ซ่อนไว้ถูกลบ ให้ส่งออกใหม่แล้วกรอกในไฟล์นั้น",
            "was not made by oit workbook export, or its hidden columns were deleted; "
            "export a new workbook and fill that",
        )
    return [_read(sheet) for sheet in sheets if sheet.name not in OTHER_SHEETS]


def _read(sheet: Worksheet) -> FilledSheet:
    filled = FilledSheet(sheet.title)
    place = Bilingual(sheet.title, sheet.title)
    if sheet.remarks:
        # A formula without a result reads as an empty text and would empty the field.
        filled.problems += sheet.remarks
        return filled
    if not sheet.cell(0, 0).startswith(MARK):
        if any(map(any, sheet.rows)):
            why = Bilingual(
                "ไม่ใช่แผ่นงานของข้อใด จึงไม่อ่าน", "the sheet belongs to no item, so it is not read"
            )
            filled.problems.append((place, why))
        return filled
    try:
        meta = _SheetMeta.model_validate_json(sheet.cell(0, 0).removeprefix(MARK))
    except ValidationError:
        filled.problems.append((place, _TAMPERED))
        return filled
    marks = range(1, 2 * meta.width + 1)
    if any(sheet.cell(0, column) != f"#{column}" for column in marks):
        filled.problems.append((place, _TAMPERED))
        return filled
    filled.file, filled.digest, filled.year = meta.file, meta.digest, meta.year
    seen: set[int] = set()
    for row in range(1, len(sheet.rows)):
        _read_row(sheet, row, meta.width, seen, filled)
    if len(seen) < meta.rows:
        missing = meta.rows - len(seen)
        why = Bilingual(
            f"แถวหายไป {missing} แถว รายการในแถวเหล่านั้นไม่ถูกลบ ถ้าจะลบรายการ ให้ลบข้อความทุกช่องของแถว",
            f"{missing} rows were deleted, but not their entries; to delete one, empty its cells",
        )
        filled.remarks.append((place, why))
    return filled


_TAMPERED = Bilingual(
    "คอลัมน์หรือส่วนที่ซ่อนไว้ของแผ่นงานถูกแก้ จึงไม่นำเข้าทั้งแผ่น ให้ส่งออกใหม่แล้วกรอกอีกครั้ง",
    "columns or hidden parts of the sheet were changed, so it is not imported; export again",
)


def _read_row(sheet: Worksheet, row: int, width: int, seen: set[int], filled: FilledSheet) -> None:
    try:
        key = _RowMeta.model_validate_json(sheet.cell(row, 0) or "{}")
        fields = {int(column): name for column, name in key.fields.items()}
    except ValueError:
        filled.problems += _unplaced(sheet, row, dict.fromkeys(range(1, width + 1), ""))
        return
    now = {column: _cell(sheet, row, column) for column in range(1, width + 1)}
    exported = {column: _cell(sheet, row, width + column) for column in now}
    if key.row in seen:
        why = Bilingual(
            "แถวนี้ซ้ำกับแถวที่คัดลอกมา จึงไม่นำเข้า", "this row is a copy of another; not imported"
        )
        filled.problems.append((sheet.place(row), why))
        return
    seen.add(key.row)
    fixed = {column: text for column, text in exported.items() if column not in fields}
    filled.problems += _unplaced(sheet, row, fixed)
    if fields:
        old = {name: exported.get(column, "") for column, name in fields.items()}
        new = {name: now.get(column, "") for column, name in fields.items()}
        cells = {name: _address(sheet, row, column) for column, name in fields.items()}
        for name in fields.values():
            # The file may contain such a text; nobody types one.
            if new[name] != old[name] and (fault := fault_of(new[name])):
                filled.problems.append((cells[name], fault))
        found = Row(key.block, key.number, key.path, old, new, sheet.place(row), cells)
        filled.rows.append(found)
        if found.changed and any(row in rows for rows in sheet.hidden):
            why = Bilingual(
                "แถวนี้ซ่อนอยู่ แต่มีช่องที่แก้ จึงนำเข้าด้วย ควรเลิกซ่อนแล้วตรวจ",
                "this row is hidden, but its changed cells were imported; unhide it and check them",
            )
            filled.remarks.append((found.place, why))


def _address(sheet: Worksheet, row: int, column: int) -> Bilingual:
    """Return the address of a cell as Excel shows it."""
    return Bilingual(*[f"{sheet.title} {column_letters(column + 1)}{row + 1}"] * 2)


def _cell(sheet: Worksheet, row: int, column: int) -> str:
    return sheet.cell(row, column).replace("\r\n", "\n")


def _unplaced(sheet: Worksheet, row: int, expected: dict[int, str]) -> Iterator[Problem]:
    """Yield the texts outside the cells of fields."""
    for column, exported in expected.items():
        text = _cell(sheet, row, column)
        if text not in ("", exported):
            yield (
                _address(sheet, row, column),
                Bilingual(f'ช่องนี้ไม่รับข้อมูล: "{shown(text)}"', f'no field is here: "{shown(text)}"'),
            )
