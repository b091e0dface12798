"""Spreadsheets in: what import understood of them, then accept or leave."""

import re
from collections.abc import Mapping
from contextlib import suppress
from urllib.parse import urlencode

from starlette.datastructures import UploadFile
from starlette.responses import Response

from oit.bilingual import Bilingual
from oit.desk.answer import go, page
from oit.desk.asked import Asked, RefusedError
from oit.desk.desk import Desk
from oit.desk.disk import why_of
from oit.desk.officer import Officer
from oit.desk.saving import audit
from oit.desk.spreadsheets import incoming
from oit.desk.spreadsheets.changing import changing
from oit.desk.spreadsheets.incoming import Incoming
from oit.desk.spreadsheets.own import own_entries, replace_own
from oit.desk.spreadsheets.paging import Paging
from oit.desk.spreadsheets.planned import UNITS, answers_of, planned
from oit.desk.spreadsheets.shown import ShownPlan
from oit.desk.spreadsheets.target import OF_OTHERS, Target, is_own, target_of
from oit.desk.spreadsheets.template import empty_table
from oit.intake.imports.personal import allowed_in
from oit.intake.imports.plan import Plan
from oit.intake.workbook.files import ItemFile
from oit.thai import dates
from oit.thai.calendar import fiscal_months

NO_TABLE = Bilingual("ข้อนี้ไม่มีตารางที่นำเข้าได้", "no table can be imported for this item")
_GONE = Bilingual(
    "ไฟล์ที่ส่งมาไม่อยู่แล้ว (เก็บไว้หนึ่งวัน) ให้ส่งใหม่",
    "the files are no longer here (they are kept for a day); hand them in again",
)
_CHANGED = Bilingual(
    "ข้อมูลเปลี่ยนไปหลังจากที่แสดงครั้งก่อน จึงยังไม่ได้รับเข้า ให้ดูอีกครั้ง",
    "the data changed since this was shown, so nothing was written; look again",
)
_ANSWER = re.compile("in|rows|(?:month|unit)[0-9]{1,2}", re.ASCII)
_EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def table(asked: Asked) -> Response:
    """Show the door for spreadsheets, or what import understood of those handed in."""
    file = asked.file
    target = _target(asked, file)
    if name := asked.query.get("in"):
        found = incoming.find(asked.desk, asked.officer, file, name)
        if found is None:
            return _door(asked, file, target, [_GONE.th], 404)
        return _plan(asked, file, target, found, asked.query)
    return _door(asked, file, target)


def change(asked: Asked) -> Response:
    """Take spreadsheets, write what they were shown to mean, or throw them away."""
    file = asked.file_to_change
    target = _target(asked, file)
    desk, officer = asked.desk, asked.officer
    do = str(asked.form.get("do", "receive"))
    if do == "receive":
        uploads = [each for each in asked.form.getlist("u/table") if isinstance(each, UploadFile)]
        try:
            found = incoming.receive(desk, officer, file, uploads)
        except incoming.RefusedError as refused:
            return _door(asked, file, target, [refused.why.th], 422)
        except OSError as error:
            return _door(asked, file, target, [_not_written(error).th], 500)
        return go(f"{_address(asked)}?in={found.id}")
    waiting = incoming.find(desk, officer, file, str(asked.form.get("in", "")))
    if waiting is None:
        return _door(asked, file, target, [_GONE.th], 404)
    if do == "leave":
        incoming.drop(desk, officer, file, waiting)
        return go(_address(asked))
    return _accept(asked, file, target, waiting)


def _accept(asked: Asked, file: ItemFile, target: Target, found: Incoming) -> Response:
    desk, officer = asked.desk, asked.officer
    sent = {name: value for name, value in asked.form.items() if isinstance(value, str)}
    answers = answers_of(sent, len(found.paths), target.year)
    try:
        with changing(desk, officer, target, "นำเข้าจากไฟล์"):
            plan = planned(desk, officer, target, found, answers)
            if plan.plan is None or plan.seal != sent.get("seal"):
                return _plan(asked, file, target, found, sent, (_CHANGED,), 409)
            own = own_entries(file, target, plan.plan) if sent.get("own") else None
            plan.plan.write()
        if own is not None and (outcome := replace_own(desk, officer, file, own)).problems:
            # The rows are in the table; only the item does not show them yet.
            return _door(asked, file, target, [why.th for why in outcome.problems], 409)
    except OSError as error:
        return _plan(asked, file, target, found, sent, (_not_written(error),), 500)
    # The data is written: what goes wrong with the record must not make it look otherwise.
    with suppress(OSError):
        _record(desk, officer, plan.plan)
    incoming.drop(desk, officer, file, found)
    # An item that has entries of its own does not show the table yet.
    is_shown = _target(asked, asked.file).is_named
    return go(f"{_address(asked)}rows/?imported=1" if is_shown else _address(asked))


def _record(desk: Desk, officer: Officer, plan: Plan) -> None:
    """Record which files were written."""
    data = desk.folder.path
    if plan.changes.any:
        names = sorted({name for entry in plan.changes.read for name in entry.values})
        audit.record(desk, officer, plan.path.relative_to(data).as_posix(), names, "import")
    for item in plan.items:
        if item.text is not None:
            audit.record(desk, officer, item.path.relative_to(data).as_posix(), ["rows"], "import")


def template(asked: Asked) -> Response:
    """Give the empty table as an Excel file."""
    target = _target(asked, asked.file)
    name = f"{target.path.stem}-{target.year}.xlsx"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return Response(empty_table(target), media_type=_EXCEL, headers=headers)


def _target(asked: Asked, file: ItemFile) -> Target:
    found = target_of(asked.desk, file)
    if found is None:
        raise RefusedError(404, NO_TABLE)
    if not is_own(asked.desk, asked.officer, file, found):
        raise RefusedError(403, OF_OTHERS)
    return found


def _address(asked: Asked) -> str:
    return f"/{asked.year}/{asked.path['slug']}/table/"


def _door(
    asked: Asked,
    file: ItemFile,
    target: Target,
    refused: list[str] | None = None,
    status: int = 200,
) -> Response:
    return page(
        asked,
        "sheets/door.html",
        status=status,
        file=file,
        table=target,
        refused=refused or [],
        limits=incoming.LIMITS.th,
        may_change=asked.desk.may_change(asked.officer, file),
    )


def _plan(  # noqa: PLR0913, PLR0917 - the request, what it is about, and how it ended
    asked: Asked,
    file: ItemFile,
    target: Target,
    found: Incoming,
    sent: Mapping[str, str],
    notes: tuple[Bilingual, ...] = (),
    status: int = 200,
) -> Response:
    answers = answers_of(sent, len(found.paths), target.year)
    result = planned(asked.desk, asked.officer, target, found, answers)
    if result.plan is None:
        refused = [why.th for why in result.refused]
        refused += [f"{f.place}: {f.message()}" for f in result.findings[:20]]
        incoming.drop(asked.desk, asked.officer, file, found)
        return _door(asked, file, target, refused, 422)
    shown = ShownPlan(result, result.plan, answers, allowed_in(asked.desk.folder, target.path))
    own = own_entries(file, target, result.plan)
    paging = Paging(len(shown.entries), sent.get("page", ""))
    return page(
        asked,
        "sheets/plan.html",
        status=status,
        file=file,
        table=target,
        shown=shown,
        plan=result.plan,
        rows=list(shown.rows(paging.of(shown.entries))),
        paging=paging,
        found=found,
        page_address=_with_answers(sent),
        notes=[note.th for note in notes],
        month_text=dates.write_month,
        own=own,
        # For this item the page offers it.
        left=[item for item in shown.left_items if not (own and item.path == file.path)],
        months=[(dates.write_month(m), dates.format_month(m)) for m in fiscal_months(target.year)],
        units=[(format(unit, "f"), word) for unit, word in UNITS.items()],
        may_change=asked.desk.may_change(asked.officer, file),
    )


def _with_answers(sent: Mapping[str, str]) -> str:
    """Return the address of this page up to the number of the page of rows."""
    kept = {name: text for name, text in sent.items() if _ANSWER.fullmatch(name)}
    return f"?{urlencode({**kept, 'page': ''})}"[: -len("page=")]


def _not_written(error: OSError) -> Bilingual:
    reason = why_of(error)
    return Bilingual(
        f"{reason.th} ข้อมูลเดิมยังอยู่ครบ ไฟล์ที่ส่งมายังอยู่ ลองอีกครั้งได้",
        f"{reason.en}; the data is as it was. Try again",
    )


ADDRESSES = (
    ("/{year:int}/{slug:str}/table/", table, ("GET",)),
    ("/{year:int}/{slug:str}/table/", change, ("POST",)),
    ("/{year:int}/{slug:str}/table/template.xlsx", template, ("GET",)),
)
