"""The file of one item, or of the assessors' review, with every field explained."""

from oit.bilingual import Bilingual
from oit.checks.rules.lint import read_linted
from oit.data import unknown_items
from oit.data.checklist import Checklist, Item
from oit.data.folder import DataFolder
from oit.data.load import current_year, read_agency
from oit.data.paths import files_of, new_file, path_of
from oit.data.template import review_file
from oit.findings.codes import unknown_item
from oit.findings.finding import Place
from oit.findings.refusal import NothingWrittenError
from oit.forms import review
from oit.start.files import write_files

_REVIEW = {"review", review.FILE}
_REVIEW_OF = Bilingual("คะแนนและข้อสังเกตของผู้ประเมิน", "the assessors' scores and remarks")


def write_item(folder: DataFolder, name: str, year: int | None) -> Bilingual:
    """Write the file of an item, or of the ``review``; return what to say of it.

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
    if name.casefold() in _REVIEW:
        path, text, what = f"{year}/{review.FILE}", review_file(checklist), _REVIEW_OF
    else:
        item = _item(checklist, name, folder)
        path = path_of(item, year)
        text = new_file(path, files_of(checklist, agency.kind)[path])
        what = Bilingual(f"{item.id} {item.title}", item.id)
    shown = folder.shown(folder.path / path)
    if (folder.path / path).exists():
        raise NothingWrittenError(
            Bilingual(f"{shown} มีอยู่แล้ว จึงไม่เขียนทับ", f"{shown} already exists; not overwritten")
        )
    write_files(folder.path, {path: text})
    return Bilingual(f"เขียน {shown} แล้ว ({what.th})", f"{shown} was written ({what.en})")


def _item(checklist: Checklist, name: str, folder: DataFolder) -> Item:
    if item := checklist.find(name):
        return item
    near = unknown_items.suggestion(name, checklist)
    place = Place(folder.shown(folder.path))
    raise NothingWrittenError(unknown_item.CODE.at(place, name=name, suggestion=near))
