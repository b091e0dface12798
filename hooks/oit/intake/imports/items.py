"""The items of the year whose forms show a table, and the line in their files that names it."""

import re
from dataclasses import dataclass
from pathlib import Path

from oit.atomic import write_atomically
from oit.bilingual import Bilingual
from oit.data.checklist import Item
from oit.data.folder import DataFolder
from oit.data.load import read_agency, read_checklist
from oit.forms.agency import Agency
from oit.source.edit import NotPossibleError, append, values
from oit.source.write import Plain

_SHOWN_BY = {
    "procurement.csv": {"procurement_monthly", "procurement_list"},
    "plan.csv": {"annual_plan"},
    "services.csv": {"service_statistics"},
    "complaints.csv": {"complaint_statistics"},
}
"""The forms of the items that show a table."""

_OTHER_DOCUMENT = re.compile(r"^(?:\.\.\.|---)", re.MULTILINE)


@dataclass(frozen=True)
class ItemChange:
    """What is to be done to the file of an item."""

    path: Path
    text: str | None
    """The file's new text; ``None`` where it is left alone."""
    message: Bilingual


@dataclass(frozen=True)
class ItemFile:
    """The file of an item that shows a table, and what its line ``rows:`` is to say."""

    id: str
    title: str
    path: Path
    rows: str


def items_of(folder: DataFolder, year: int, table: str) -> list[ItemFile]:
    """Find the items that show a year's table: of its list, and of the next that looks back.

    Of several plans only the first of the list is the budget's; the others are of other things.
    """
    agency = read_agency(folder)[0] or Agency.model_construct()
    found = []
    for of_list, meant, rows in ((year, "this", table), (year + 1, "previous", f"{year}/{table}")):
        place = folder.path / str(of_list)
        # A year that nobody has begun is not begun by looking back from it.
        checklist = read_checklist(folder, agency, of_list)[0]
        if checklist is None or (of_list != year and not place.is_dir()):
            continue
        found += [
            ItemFile(item.id, item.title, place / item.file_name, rows)
            for item in checklist.items
            if item.form in _SHOWN_BY[table]
            and item.file_year != "previous"
            and _looks_back(item) == (meant == "previous")
        ]
    return found[:1] if table == "plan.csv" else found


def _looks_back(item: Item) -> bool:
    return any(element.year == "previous" for element in item.elements)


def change_of(  # noqa: PLR0911 - one a reason to leave the file alone
    item: ItemFile, shown: str
) -> ItemChange | None:
    """Return what makes the file of an item show the table; ``None`` where it does already."""
    path, line = item.path, f"rows: {item.rows}"
    if not path.exists():
        message = Bilingual(f"{shown}: สร้างใหม่ ({item.id})", f"{shown}: created ({item.id})")
        heading = f"# {item.id} {' '.join(item.title.split())}\n"
        return ItemChange(path, append(heading, "rows", item.rows), message)
    text, root = _read(path)
    if isinstance(root, dict) and "rows" in root:
        if root["rows"] in (item.rows, f"{path.parent.name}/{item.rows}"):
            return None
        return _left(
            path, shown, line, "ช่อง rows ว่างหรือเป็นตารางอื่น", "its rows name no table or another"
        )
    if not isinstance(root, dict) or _OTHER_DOCUMENT.search(text):
        return _left(path, shown, line, "อ่านไฟล์ไม่ได้", "the file cannot be read")
    lists = [name for name, value in root.items() if isinstance(value, list)]
    statements = [name for name in ("nothing_to_report", "not_applicable") if name in root]
    if entries := [name for name in (*lists, *statements) if name != "documents"]:
        names = ", ".join(entries)
        return _left(path, shown, line, f"มี {names} อยู่แล้ว", f"it has {names} already")
    try:
        new = append(text, "rows", item.rows)
    except NotPossibleError:
        return _left(path, shown, line, "เพิ่มบรรทัดท้ายไฟล์ไม่ได้", "no line can be added at its end")
    message = Bilingual(f"{shown}: เพิ่มบรรทัด {line}", f"{shown}: line {line} added")
    return ItemChange(path, new, message)


def _read(path: Path) -> tuple[str, Plain | None]:
    """Return the text and the values of a file; no values if it cannot be read."""
    try:
        text = path.read_bytes().decode()
        return text, values(text)
    except (OSError, UnicodeDecodeError, NotPossibleError):
        return "", None


def _left(path: Path, shown: str, line: str, th: str, en: str) -> ItemChange:
    return ItemChange(
        path,
        None,
        Bilingual(
            f"{shown}: {th} จึงไม่แก้ ถ้าจะใช้ตารางแทน ให้ลบรายการเดิมแล้วเพิ่มบรรทัด {line}",
            f"{shown}: {en} and is left alone; to use the table, delete the old entries and add the"
            f" line {line}",
        ),
    )


def write_item(change: ItemChange) -> None:
    """Write the file of an item, if it is to change."""
    if change.text is not None:
        write_atomically(change.path, change.text, durable=True)
