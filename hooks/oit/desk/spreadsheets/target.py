"""The table of an item: the CSV file that its entries are in, or would be imported into."""

from dataclasses import dataclass
from pathlib import Path

from oit.bilingual import Bilingual
from oit.data.attach import TABLE_NAME
from oit.desk.desk import Desk
from oit.desk.officer import Officer
from oit.forms.base import Form
from oit.forms.tabular import TableForm
from oit.intake.imports.items import items_of
from oit.intake.imports.layout import Layout, layout
from oit.intake.workbook.files import ItemFile

OF_OTHERS = Bilingual(
    "ตารางที่ข้อนี้ระบุ (ช่อง rows) เป็นของข้อของหน่วยอื่น เปิดที่นี่ไม่ได้ ให้ลบชื่อตารางออกจากช่องนั้น",
    "the table that this item names (its field rows) is that of another unit's item",
)


@dataclass(frozen=True)
class Target:
    """The table of an item."""

    form: type[TableForm]
    """The form of the item."""
    layout: Layout
    path: Path
    shown: str
    """Its name in messages."""
    is_named: bool
    """Whether the item's file names it."""

    @property
    def year(self) -> int:
        """The fiscal year of the rows."""
        return int(self.path.parent.name)

    @property
    def row(self) -> type[Form]:
        """The form of a row."""
        return self.form.ROW

    @property
    def has_statements(self) -> bool:
        """Whether a month without entries may say so."""
        return "." in self.form.ENTRIES

    @property
    def exists(self) -> bool:
        """Whether there are rows already."""
        return self.is_named and self.path.is_file()


def target_of(desk: Desk, file: ItemFile) -> Target | None:
    """Return the table of an item; ``None`` if its form has none, or an import would not be shown.

    A file that names a table in a way that the checker refuses has none.
    """
    form = file.form
    if not issubclass(form, TableForm) or file.year is None:
        return None
    chosen = layout(form.TABLE)
    named = file.root.get("rows") or ""
    if named:
        if not isinstance(named, str) or not TABLE_NAME.fullmatch(named):
            return None
        path = desk.folder.path / (named if "/" in named else f"{file.year}/{named}")
        return Target(form, chosen, path, desk.folder.shown(path), is_named=True)
    for year in (file.year, file.year - 1):
        if any(item.path == file.path for item in items_of(desk.folder, year, chosen.table)):
            path = desk.folder.path / str(year) / chosen.table
            return Target(form, chosen, path, desk.folder.shown(path), is_named=False)
    return None


def is_own(desk: Desk, officer: Officer, file: ItemFile, target: Target) -> bool:
    """Tell whether the rows of an item's table are those of an officer's items alone.

    An officer could name the table of another unit in an item of her own. Items of several units
    may show one table if the checklist means them to.
    """
    if not target.is_named or _is_meant(desk, file, target):
        return True
    others = (other for year in desk.years for other in desk.files(year))
    return all(desk.may_see(officer, other) for other in others if _names(desk, other, target))


def _is_meant(desk: Desk, file: ItemFile, target: Target) -> bool:
    """Tell whether an import would write this table for the item."""
    table = target.layout.table
    shows = items_of(desk.folder, target.year, table) if target.path.name == table else []
    return any(item.path == file.path for item in shows)


def _names(desk: Desk, other: ItemFile, target: Target) -> bool:
    theirs = target_of(desk, other)
    return theirs is not None and theirs.path == target.path
