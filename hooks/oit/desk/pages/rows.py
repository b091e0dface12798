"""The rows of a table: the list, and the form of each."""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import replace

from starlette.responses import HTMLResponse, Response

from oit.bilingual import Bilingual
from oit.data.tables.edit import NotPossibleError
from oit.data.tables.read import STATEMENT
from oit.desk.answer import go, page
from oit.desk.answer import text as rendered
from oit.desk.asked import Asked, RefusedError
from oit.desk.desk import Desk
from oit.desk.disk import why_of
from oit.desk.officer import Officer
from oit.desk.saving import audit
from oit.desk.spreadsheets import row_form
from oit.desk.spreadsheets.changing import changing, last_change, undo
from oit.desk.spreadsheets.paging import Paging
from oit.desk.spreadsheets.row_drafts import (
    NEW,
    RowDraft,
    drop_row,
    keep_row,
    open_row,
    row_drafts,
)
from oit.desk.spreadsheets.rows import (
    BrokenTableError,
    ChangedError,
    Row,
    Rows,
    add_row,
    add_statements,
    as_written,
    change_row,
    faults_of,
    merge_row,
    read_rows,
    remove_row,
    sums,
)
from oit.desk.spreadsheets.target import OF_OTHERS, Target, is_own, target_of
from oit.findings.finding import Finding
from oit.intake.imports.report import month_name
from oit.intake.workbook.files import ItemFile
from oit.thai import dates
from oit.thai.calendar import Month
from oit.thai.money import format_number, read_money

NO_ROWS = Bilingual("ข้อนี้ยังไม่มีตาราง", "this item has no table yet")
NO_ROW = Bilingual("ไม่มีแถวนี้ในตารางแล้ว", "there is no such row in the table any more")
_REMOVED = Bilingual(
    "แถวนี้ถูกลบไปแล้วระหว่างที่ท่านแก้ ถ้าบันทึกจะเป็นแถวใหม่",
    "this row was removed meanwhile; saving adds it as a new one",
)
_JUST_NOW = Bilingual(
    "มีผู้แก้แถวนี้พร้อมกับท่าน สิ่งที่พิมพ์ยังอยู่ กดบันทึกอีกครั้ง โปรแกรมจะรวมให้",
    "somebody has changed this row at the same time; save again, and both are merged",
)
_NOT_UNDONE = Bilingual(
    "ตารางเปลี่ยนไปหลังจากนั้นแล้ว จึงไม่ได้เลิกทำ ให้เปิดรายการใหม่แล้วดูอีกครั้ง",
    "the table was changed since then, so nothing was undone; open the list and look again",
)
_NOT_REMOVED = Bilingual(
    "แถวนี้ถูกแก้หรือลบไปแล้วระหว่างที่ท่านดูอยู่ จึงยังไม่ได้ลบ ให้เปิดรายการใหม่แล้วดูอีกครั้ง",
    "this row was changed meanwhile, so it was not removed; open the list and look again",
)
_TOO_LONG = Bilingual(
    f"ข้อความในช่องหนึ่งยาวเกิน {row_form.LONGEST:,} ตัวอักษร กดย้อนกลับแล้วตัดให้สั้นลง",
    f"a text is longer than {row_form.LONGEST:,} characters; go back and shorten it",
)
_LONGEST_STATEMENT = 500


def rows(asked: Asked) -> Response:
    """Show the rows of a table."""
    file = asked.file
    table = _read(asked, file)
    words = asked.query.get("q", "")[:200]
    found = table.found(words)
    paging = Paging(len(found), asked.query.get("page", ""))
    today = asked.desk.today
    silent = table.silent_months(Month(today.year, today.month))
    return page(
        asked,
        "sheets/rows.html",
        file=file,
        table=table.target,
        all=table,
        q=words,
        rows=paging.of(found),
        paging=paging,
        sums=sums(found, table.target.layout),
        silent=[(dates.write_month(month), dates.format_month(month)) for month in silent],
        drafts=[(draft, _name(draft.mine)) for draft in row_drafts(*_mine(asked), table.target)],
        about=[
            n for n in ("winner", *table.target.layout.sums) if n in table.target.row.model_fields
        ],
        name_of=_name,
        month_of=_month,
        amount_of=_amount,
        last=last_change(asked.desk, table.target),
        imported=asked.query.get("imported", "").isdecimal(),
        saved=asked.query.get("saved", ""),
        may_change=asked.desk.may_change(asked.officer, file),
    )


def state(asked: Asked) -> Response:
    """State that months had no entries, or undo the last change."""
    file = asked.file_to_change
    table = _read(asked, file)
    if asked.form.get("do") == "undo":
        return _undo(asked, table.target)
    today = asked.desk.today
    silent = table.silent_months(Month(today.year, today.month))
    chosen = {str(value) for value in asked.form.getlist("month")}
    months = [month for month in silent if dates.write_month(month) in chosen]
    text = " ".join(str(asked.form.get("text", ""))[:_LONGEST_STATEMENT].split())
    if months and text and table.target.has_statements:
        try:
            with changing(*_mine(asked), table.target, "บันทึกว่าไม่มีรายการ"):
                add_statements(asked.desk, table.target, months, text)
        except (OSError, BrokenTableError, NotPossibleError) as error:
            raise RefusedError(500, _why(error)) from error
        _record(asked, table.target, ["month", STATEMENT])
    return go(_address(asked))


def _undo(asked: Asked, target: Target) -> Response:
    done = last_change(asked.desk, target)
    if done is None or done.path.stem != asked.form.get("change"):
        raise RefusedError(409, _NOT_UNDONE)
    try:
        if not undo(asked.desk, target, done):
            raise RefusedError(409, _NOT_UNDONE)
    except OSError as error:
        raise RefusedError(500, _why(error)) from error
    _record(asked, target, [], "undo")
    return go(f"{_address(asked)}?saved=undone")


def row(asked: Asked) -> Response:
    """Show the form of a row."""
    file = asked.file
    table = _read(asked, file)
    found = table.at(int(asked.path["line"]))
    if found is None:
        raise RefusedError(404, NO_ROW)
    fresh = RowDraft(found.texts, found.texts, found.line)
    draft = open_row(*_mine(asked), table.target, fresh)
    return _form(asked, file, table, draft, row=found)


def new(asked: Asked) -> Response:
    """Show the form of a new row, which may be like another one."""
    file = asked.file_to_change
    table = _read(asked, file)
    like = asked.query.get("like", "")
    found = table.at(int(like)) if like.isascii() and like.isdecimal() and len(like) < 9 else None
    draft = open_row(*_mine(asked), table.target, RowDraft({}, {}))
    if found is not None and not draft.mine:
        draft = replace(draft, mine=found.texts)
    return _form(asked, file, table, draft)


def kept(asked: Asked) -> Response:
    """Show the form of a row that was typed before, wherever the row is now."""
    file = asked.file_to_change
    table = _read(asked, file)
    key = asked.path["key"]
    drafts = row_drafts(*_mine(asked), table.target)
    draft = next((each for each in drafts if each.key == key), None)
    if draft is None:
        return go(_address(asked))
    return _form(asked, file, table, draft, row=table.same_as(draft.was, draft.line))


def change(asked: Asked) -> Response:
    """Keep what was typed, then do what the button says."""
    file = asked.file_to_change
    table = _read(asked, file)
    draft = _posted(asked, table.target)
    try:
        return _do(asked, file, table, draft)
    except ChangedError:
        return _form(asked, file, table, draft, problem=_JUST_NOW, status=409)
    except (OSError, BrokenTableError, NotPossibleError) as error:
        return _form(asked, file, table, draft, problem=_why(error), status=500)


def _posted(asked: Asked, target: Target) -> RowDraft:
    sent = asked.form
    texts = [value for name, value in sent.items() if name.startswith("f/")]
    if any(isinstance(text, str) and len(text) > row_form.LONGEST for text in texts):
        raise RefusedError(413, _TOO_LONG)
    line = str(sent.get("line", ""))
    was = row_form.unpacked(sent.get("was", ""))
    # The form of a conflict has only the fields that two people changed.
    mine = row_form.posted_texts(target, sent, row_form.unpacked(sent.get("mine", "")) or was)
    number = int(line) if line.isascii() and line.isdecimal() and len(line) < 9 else 0
    return RowDraft(was, mine, number)


def _do(asked: Asked, file: ItemFile, table: Rows, draft: RowDraft) -> Response:
    target, do = table.target, asked.form.get("do", "save")
    if do == "discard":
        drop_row(*_mine(asked), target, draft)
        return go(_address(asked))
    if draft.is_changed:
        keep_row(*_mine(asked), target, draft)
    if do == "keep":
        controls = row_form.controls_of(target, draft.mine, faults_of(target, draft.mine))
        return HTMLResponse(rendered(asked, "sheets/said.html", controls=controls))
    if do == "add:bidders":
        return _form(asked, file, table, draft, more=3)
    if do in {"remove", "remove:yes"}:
        return _remove(asked, file, table, draft, is_sure=do == "remove:yes")
    return _save(asked, file, table, draft)


def _remove(
    asked: Asked, file: ItemFile, table: Rows, draft: RowDraft, *, is_sure: bool
) -> Response:
    found = table.same_as(draft.was, draft.line)
    if found is None:
        raise RefusedError(409, _NOT_REMOVED)
    if not is_sure:
        return page(
            asked,
            "sheets/remove.html",
            file=file,
            table=table.target,
            row=found,
            called=_name(found.texts),
            was=row_form.packed(found.texts),
        )
    with changing(*_mine(asked), table.target, f"ลบ {_name(found.texts)}"):
        remove_row(asked.desk, table.target, found)
    drop_row(*_mine(asked), table.target, draft)
    _record(asked, table.target, sorted(found.texts))
    return go(f"{_address(asked)}?saved=removed")


def _save(asked: Asked, file: ItemFile, table: Rows, draft: RowDraft) -> Response:
    """Save what can be saved; what cannot stays a draft."""
    target, desk = table.target, asked.desk
    found = table.same_as(draft.was, draft.line) if draft.was else None
    if draft.was and found is None:
        return _merge(asked, file, table, draft)
    faults = faults_of(target, draft.mine)
    if not draft.was and (faults or not any(draft.mine.values())):
        return _form(asked, file, table, draft, status=422)
    # A field with an error keeps what the table says; the others are saved.
    good = {n: draft.was.get(n, "") if n in faults else t for n, t in draft.mine.items()}
    texts = as_written(target, good, draft.was)
    changed = [name for name in texts if texts[name] != draft.was.get(name, "")]
    line = found.line if found else draft.line
    if changed:
        with changing(*_mine(asked), target, f"{'แก้' if found else 'เพิ่ม'} {_name(texts)}"):
            if found:
                change_row(desk, target, found, texts)
            else:
                line = add_row(desk, target, texts)
        _record(asked, target, changed)
    drop_row(*_mine(asked), target, draft)
    left = [name for name in faults if draft.mine.get(name, "") != draft.was.get(name, "")]
    if left:
        rest = RowDraft(texts, {**texts, **{name: draft.mine[name] for name in left}}, line)
        keep_row(*_mine(asked), target, rest)
        return go(f"{_address(asked)}{line}/?saved={len(changed)}")
    return go(f"{_address(asked)}?saved={line}#row-{line}")


def _merge(asked: Asked, file: ItemFile, table: Rows, draft: RowDraft) -> Response:
    """Bring what was typed onto the row as somebody else has changed it meanwhile."""
    target, theirs = table.target, table.likest(draft.was)
    if theirs is None:
        alone = RowDraft({}, draft.mine)
        drop_row(*_mine(asked), target, draft)
        keep_row(*_mine(asked), target, alone)
        return _form(asked, file, table, alone, problem=_REMOVED, status=409)
    merged = merge_row(draft.was, draft.mine, theirs.texts)
    both = {name: draft.mine.get(name, "") for name in merged.conflicts}
    rebased = RowDraft(theirs.texts, {**merged.texts, **both}, theirs.line)
    drop_row(*_mine(asked), target, draft)
    keep_row(*_mine(asked), target, rebased)
    if not merged.conflicts:
        return _save(asked, file, table, rebased)
    return page(
        asked,
        "sheets/conflict.html",
        status=409,
        file=file,
        table=target,
        called=_name(theirs.texts),
        line=theirs.line,
        was=row_form.packed(theirs.texts),
        mine=row_form.packed(merged.texts),
        conflicts=[
            {
                "name": name,
                "title": target.layout.title(name),
                "was": draft.was.get(name, ""),
                "mine": draft.mine.get(name, ""),
                "theirs": theirs.texts.get(name, ""),
            }
            for name in merged.conflicts
        ],
    )


def _form(  # noqa: PLR0913 - what the form is of, and how the last attempt ended
    asked: Asked,
    file: ItemFile,
    table: Rows,
    draft: RowDraft,
    *,
    row: Row | None = None,
    more: int = 1,
    problem: Bilingual | None = None,
    status: int = 200,
) -> Response:
    target = table.target
    faults: Mapping[str, list[Finding]] = {}
    if draft.is_changed or draft.was:
        faults = faults_of(target, draft.mine)
    lines = [each.line for each in table.all]
    at = lines.index(row.line) if row and row.line in lines else -1
    return page(
        asked,
        "sheets/row.html",
        status=status,
        file=file,
        table=target,
        draft=draft,
        row=row,
        is_new=draft.key == NEW,
        was=row_form.packed(draft.was),
        controls=row_form.controls_of(target, draft.mine, faults, more),
        called=_name(draft.mine),
        problem=problem.th if problem else "",
        saved=asked.query.get("saved", ""),
        before=lines[at - 1] if at > 0 else None,
        after=lines[at + 1] if 0 <= at < len(lines) - 1 else None,
        may_change=asked.desk.may_change(asked.officer, file),
    )


def _read(asked: Asked, file: ItemFile) -> Rows:
    target = target_of(asked.desk, file)
    if target is None or not target.is_named:
        raise RefusedError(404, NO_ROWS)
    if not is_own(*_mine(asked), file, target):
        raise RefusedError(403, OF_OTHERS)
    try:
        return read_rows(asked.desk, file, target)
    except BrokenTableError as error:
        said = " ".join(f"{f.place}: {f.message()}" for f in error.findings[:5])
        raise RefusedError(422, Bilingual(f"{error.why.th} {said}", error.why.en)) from error


def _mine(asked: Asked) -> tuple[Desk, Officer]:
    return asked.desk, asked.officer


def _record(asked: Asked, target: Target, fields: Sequence[str], kind: audit.Kind = "save") -> None:
    """Record a change; the table is written, so what goes wrong here must not hide that."""
    name = target.path.relative_to(asked.desk.folder.path).as_posix()
    with suppress(OSError):
        audit.record(*_mine(asked), name, fields, kind)


def _address(asked: Asked) -> str:
    return f"/{asked.year}/{asked.path['slug']}/table/rows/"


def _name(texts: Mapping[str, str]) -> str:
    return texts.get("name") or texts.get(STATEMENT) or "(ยังไม่มีชื่อ)"


def _month(text: str) -> str:
    try:
        return month_name(text, "th") if text else ""
    except ValueError:
        return text


def _amount(text: str) -> str:
    try:
        return format_number(read_money(text)) if text else ""
    except ValueError:
        return text


def _why(error: Exception) -> Bilingual:
    if isinstance(error, BrokenTableError):
        return error.why
    reason = f" ({why_of(error).th})" if isinstance(error, OSError) else ""
    return Bilingual(
        f"บันทึกไม่ได้{reason} ตารางยังเป็นเหมือนเดิม สิ่งที่พิมพ์ยังอยู่",
        "it cannot be saved; the table is as it was, and what you typed is kept",
    )


ADDRESSES = (
    ("/{year:int}/{slug:str}/table/rows/", rows, ("GET",)),
    ("/{year:int}/{slug:str}/table/rows/", state, ("POST",)),
    ("/{year:int}/{slug:str}/table/rows/new/", new, ("GET",)),
    ("/{year:int}/{slug:str}/table/rows/new/", change, ("POST",)),
    ("/{year:int}/{slug:str}/table/rows/kept/{key:str}/", kept, ("GET",)),
    ("/{year:int}/{slug:str}/table/rows/kept/{key:str}/", change, ("POST",)),
    ("/{year:int}/{slug:str}/table/rows/{line:int}/", row, ("GET",)),
    ("/{year:int}/{slug:str}/table/rows/{line:int}/", change, ("POST",)),
)
