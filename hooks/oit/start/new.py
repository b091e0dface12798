"""The file of one item, with every field explained."""

from oit.bilingual import Bilingual
from oit.checks.rules.lint import read_linted
from oit.data import unknown_items
from oit.data.checklist import Checklist, Item
from oit.data.folder import DataFolder
from oit.data.load import current_year, read_agency
from oit.data.paths import files_of, new_file, path_of
from oit.findings.codes import unknown_item
from oit.findings.finding import Place
from oit.findings.refusal import NothingWrittenError
from oit.start.files import write_files


def write_item(folder: DataFolder, name: str, year: int | None) -> Bilingual:
    """Write the file of an item; return what to say of it.

    Raises:
        NothingWrittenError: there is no such item or year, or the file already exists.
    """
    agency, findings = read_agency(folder)
    year = year or current_year(folder, agency)
    if agency is None:
        raise NothingWrittenError(*findings)
    if year is None:
        raise NothingWrittenError(
            Bilingual(
                "ยังไม่มีโฟลเดอร์ของปีใด ให้ระบุ --year",
                "there is no folder of a year yet; name the year with --year",
            )
        )
    checklist, findings = read_linted(folder, agency, year)
    if checklist is None:
        raise NothingWrittenError(*findings)
    item = _item(checklist, name, folder)
    path = path_of(item, year)
    shown = folder.shown(folder.path / path)
    if (folder.path / path).exists():
        raise NothingWrittenError(
            Bilingual(f"{shown} มีอยู่แล้ว จึงไม่เขียนทับ", f"{shown} already exists; not overwritten")
        )
    write_files(folder.path, {path: new_file(path, files_of(checklist, agency.kind)[path])})
    return Bilingual(
        f"เขียน {shown} แล้ว ({item.id} {item.title})", f"{shown} was written ({item.id})"
    )


def _item(checklist: Checklist, name: str, folder: DataFolder) -> Item:
    slug = unknown_items.slug_of(name)
    for item in checklist.items:
        if item.slug == slug:
            return item
    near = unknown_items.suggestion(name, checklist)
    place = Place(folder.shown(folder.path))
    raise NothingWrittenError(unknown_item.CODE.at(place, name=name, suggestion=near))
