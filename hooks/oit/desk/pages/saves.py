"""The last saves of an item: who changed which fields when, and undo."""

from datetime import datetime

from starlette.responses import Response

from oit.bilingual import Bilingual
from oit.desk.answer import go, page
from oit.desk.asked import Asked, RefusedError
from oit.desk.checked import in_words
from oit.desk.documents.undo import undo
from oit.desk.pages.conflict import NO_SAVE, NOT_SAVED, save_asked, show
from oit.desk.saving.saves import DoneSave, saves_of
from oit.desk.saving.words import label
from oit.intake.workbook.files import ItemFile
from oit.thai.dates import format_moment

KINDS = {
    "save": Bilingual("บันทึก", "saved"),
    "undo": Bilingual("ย้อนการบันทึก", "undone"),
    "import": Bilingual("นำเข้าตาราง", "imported"),
    "upload": Bilingual("ส่งเอกสาร", "document handed in"),
    "attest": Bilingual("ระบุหน้าเอกสาร", "pages named"),
    "publish": Bilingual("เผยแพร่", "published"),
}
_ALONE = Bilingual("ผู้ใช้เครื่องนี้", "somebody on this machine")


def saves(asked: Asked) -> Response:
    """Show the last saves of an item."""
    return _page(asked, asked.file)


def undone(asked: Asked) -> Response:
    """Undo a save."""
    file = asked.file_to_change
    done = save_asked(asked, file)
    if done is None:
        raise RefusedError(404, NO_SAVE)
    try:
        outcome = undo(asked.desk, asked.officer, file, done)
    except OSError as error:
        raise RefusedError(500, NOT_SAVED) from error
    if outcome.conflicts:
        return show(asked, file, outcome.draft, outcome.conflicts, done)
    if outcome.saved and not outcome.refused and not outcome.problems:
        return go(f"/{asked.year}/{asked.path['slug']}/saves/?undone={done.number}")
    # Values that became errors, such as the name of a document that is gone, are not brought back.
    refused = (in_words(finding, file.form, path) for path, finding in outcome.refused)
    problems = [finding.message() for finding in refused]
    problems += [problem.th for problem in outcome.problems]
    return _page(asked, file, problems or ["ไม่มีอะไรให้ย้อน ข้อมูลเป็นเหมือนก่อนการบันทึกครั้งนั้นอยู่แล้ว"])


def _page(asked: Asked, file: ItemFile, problems: list[str] | None = None) -> Response:
    rows = [_row(file, done) for done in saves_of(asked.desk, file)]
    return page(
        asked,
        "saves.html",
        file=file,
        rows=rows,
        problems=problems or [],
        undone=asked.query.get("undone", "").isdecimal(),
        may_change=asked.desk.may_change(asked.officer, file),
        home=f"/{asked.year}/{asked.path['slug']}/",
    )


def _row(file: ItemFile, done: DoneSave) -> dict[str, object]:
    return {
        "number": done.number,
        "when": _moment(done.when),
        "who": done.who or _ALONE.th,
        "kind": KINDS[done.kind].th if done.kind in KINDS else done.kind,
        "fields": [label(file.form, tuple(name.split(".")), {}).th for name in done.fields],
    }


def _moment(when: str) -> str:
    """Write a time in full, as in Bangkok."""
    try:
        return format_moment(datetime.fromisoformat(when))
    except ValueError:
        return when


ADDRESSES = (
    ("/{year:int}/{slug:str}/saves/", saves, ("GET",)),
    ("/{year:int}/{slug:str}/undo/", undone, ("POST",)),
)
