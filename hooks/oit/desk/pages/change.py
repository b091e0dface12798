"""What the buttons of an item's form do: save, and change the rows of its lists.

Whatever was typed is kept as a draft first.
"""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace

from starlette.datastructures import FormData, UploadFile
from starlette.responses import Response

from oit.desk.answer import go, page
from oit.desk.asked import Asked
from oit.desk.checked import Checked, in_words
from oit.desk.controls.before import before
from oit.desk.controls.controls import Builder, page_of, unwritten_of
from oit.desk.controls.edits import edit, is_same_place, without_blank_entries
from oit.desk.controls.kinds import kind_of, shape_of
from oit.desk.controls.names import UPLOAD, keys_of, name_of, path_of
from oit.desk.controls.proposal import proposal_of
from oit.desk.controls.typed import ElsewhereError, Typed, typed
from oit.desk.documents.names import shown_name
from oit.desk.documents.store import Refused, store
from oit.desk.pages.item import address_at, address_of, form_page, part_of
from oit.desk.pages.reports import REPORTS, Report
from oit.desk.saving.confirm import confirm
from oit.desk.saving.draft import Draft, keep
from oit.desk.saving.refusing import origin
from oit.desk.saving.save import save
from oit.desk.saving.updated import with_day
from oit.desk.tree import WAS
from oit.forms.base import form_at
from oit.intake.workbook.files import ItemFile
from oit.source.values import KeyPath

_NOT_KEPT = "เก็บร่างไม่ได้ ดิสก์อาจเต็มหรือไม่มีสิทธิ์เขียน ข้อความยังอยู่ในหน้านี้ อย่าเพิ่งปิด แล้วลองบันทึกใหม่"
_NOT_SAVED = "บันทึกไม่ได้ ดิสก์อาจเต็มหรือไม่มีสิทธิ์เขียน ข้อมูลเดิมยังอยู่ ที่พิมพ์ไว้เก็บเป็นร่างแล้ว แจ้งผู้ดูแลเครื่อง"
_MOVED = (
    "รายการถูกเพิ่ม ลบ หรือย้ายในอีกหน้าต่างหนึ่งของท่าน จึงรวมสิ่งที่พิมพ์ไว้แล้ว แต่ยังไม่ได้ทำตามปุ่ม ดูรายการแล้วกดใหม่อีกครั้ง"
)
_UNWRITTEN = "เลือกไว้ว่า “{title}” แต่ยังไม่มีข้อความ จึงยังไม่ได้บันทึกส่วนนี้ เขียนข้อความในช่องนั้น แล้วบันทึกอีกครั้ง"
_CONFIRMED = "ยืนยันว่า “{title}” ยังถูกต้องสำหรับปีนี้แล้ว"
_NOT_CONFIRMED = "“{title}” ไม่มีอะไรต้องยืนยัน ถ้าแก้ค่าแล้ว กดบันทึกได้เลย"


def change(asked: Asked) -> Response:
    """Keep what was typed, then do what the button says."""
    file = asked.file_to_change
    form, report = _with_documents(asked, file)
    try:
        draft, shown = typed(asked.desk, asked.officer, file, form)
    except ElsewhereError:
        return _elsewhere(asked, file)
    do = str(form.get("do", "save"))
    if do == "save" and form.get("reviewed"):
        draft = with_day(file, draft, asked.desk.today)
    try:
        keep(asked.desk, asked.officer, file, draft)
    except OSError:
        return _not_kept(asked, file, draft, report)
    if do == "save":
        return _save(asked, file, draft, report)
    return _pressed(asked, file, Typed(draft, shown), do, report)


def _pressed(asked: Asked, file: ItemFile, has: Typed, do: str, report: Report) -> Response:
    """Do what a button other than that for saving says."""
    verb, _, where = do.partition(":")
    if verb == "paste" and keys_of(where):
        return go(f"{address_of(asked)}{name_of(keys_of(where), 'paste')}/")
    if not is_same_place(has.shown.mine, has.draft.mine, keys_of(where)):
        # The button is about an entry that another window has moved or removed.
        return go(_with(replace(report, problems=(*report.problems, _MOVED)), address_of(asked)))
    if verb == "right":
        return _confirm(asked, file, has.draft, report, keys_of(where))
    old = before(asked.desk, file)
    mine, goes_on = edit(file.form, has.draft.mine, do, old, proposal_of(file))
    draft = replace(has.draft, mine=mine)
    try:
        keep(asked.desk, asked.officer, file, draft)
    except OSError:
        return _not_kept(asked, file, draft, report)
    return go(_with(report, _next(asked, file, draft, do, goes_on)))


def _not_kept(asked: Asked, file: ItemFile, draft: Draft, report: Report) -> Response:
    problem = replace(report, problems=(*report.problems, _NOT_KEPT))
    return form_page(asked, file, draft, problem, status=500)


def _confirm(asked: Asked, file: ItemFile, draft: Draft, report: Report, path: KeyPath) -> Response:
    """Take the mark off a value that was copied from the year before and is still right."""
    builder = _builder(file, draft)
    title, value = builder.title(path), builder.value(path)
    place = origin(draft.mine, path) if isinstance(value, str) else None
    try:
        is_done = place is not None and confirm(asked.desk, asked.officer, file, place, value)
    except OSError:
        problem = replace(report, problems=(*report.problems, _NOT_SAVED))
        return form_page(asked, file, draft, problem, status=500)
    words = (_CONFIRMED if is_done else _NOT_CONFIRMED).format(title=title)
    report = replace(report, notes=(*report.notes, words))
    return go(_with(report, address_at(asked, file, draft, path)))


def _save(asked: Asked, file: ItemFile, draft: Draft, report: Report) -> Response:
    draft = replace(draft, mine=without_blank_entries(draft.mine))
    try:
        outcome = save(asked.desk, asked.officer, file, draft)
    except OSError:
        problem = replace(report, problems=(*report.problems, _NOT_SAVED))
        return form_page(asked, file, draft, problem, status=500)
    if outcome.conflicts:
        return go(f"{address_of(asked)}conflict/")
    if chosen := unwritten_of(draft.mine):
        # A statement without a text says nothing to the file; the choice itself stays a draft.
        outcome = replace(outcome, draft=_with_choice(asked, file, outcome.draft, chosen))
        unwritten = _UNWRITTEN.format(title=file.form.model_fields[chosen].title)
        report = replace(report, problems=(*report.problems, unwritten))
    report = replace(
        report,
        is_save=True,
        saved=outcome.saved,
        refused=tuple((path, in_words(f, file.form, path)) for path, f in outcome.refused),
        problems=(*report.problems, *(problem.th for problem in outcome.problems)),
    )
    key = REPORTS.add(report)
    return go(f"{_here(asked, file, outcome.draft)}?after={key}")


def _with_choice(asked: Asked, file: ItemFile, draft: Draft, chosen: str) -> Draft:
    mine = draft.mine if isinstance(draft.mine, dict) else {}
    left = replace(draft, mine={**mine, chosen: ""})
    with suppress(OSError):  # it is only the choice
        keep(
            asked.desk, asked.officer, asked.desk.file(asked.year, asked.path["slug"]) or file, left
        )
    return left


def _here(asked: Asked, file: ItemFile, draft: Draft) -> str:
    """Return the address of the page that was sent, or of the file's if its entry is gone."""
    path = part_of(asked)
    is_there = path and _builder(file, draft).part(path) is not None
    return address_of(asked, path if is_there else ())


def _next(asked: Asked, file: ItemFile, draft: Draft, do: str, goes_on: KeyPath) -> str:
    """Return where the officer goes on after a button: at the entry that it has changed."""
    if not goes_on:
        return _here(asked, file, draft)
    if not do.startswith("add:"):
        # An entry with a page of its own stays where it is listed.
        page = page_of(file.form, draft.mine, goes_on[:-1])
        return f"{address_of(asked, page)}#{name_of(goes_on)}"
    entry = _builder(file, draft).part(goes_on)
    if entry is not None:
        # The next word is typed into its first field.
        goes_on = next(iter(entry.fields), entry).path
    return address_at(asked, file, draft, goes_on)


def _with(report: Report, address: str) -> str:
    """Return an address whose page tells what became of documents that were handed in."""
    if not (report.problems or report.notes):
        return address
    top, _, anchor = address.partition("#")
    return f"{top}?after={REPORTS.add(report)}#{anchor}"


def _builder(file: ItemFile, draft: Draft) -> Builder:
    """Return what knows the entries of a draft, without what the checker says of them."""
    return Builder(file, draft.mine if isinstance(draft.mine, dict) else {}, Checked(()))


def _with_documents(asked: Asked, file: ItemFile) -> tuple[FormData, Report]:
    """Store the files that were handed in for fields; return the form with their paths."""
    values = dict(asked.form.multi_items())
    report = Report()
    for path, upload in _uploads(asked.form, file):
        try:
            stored = store(asked.desk, file, upload, officer=asked.officer)
        except Refused as refused:
            problem = f"{shown_name(upload.filename or '')}: {refused.why.th}"
            report = replace(report, problems=(*report.problems, problem))
            continue
        values[name_of(path)] = stored.path
        report = replace(report, notes=(*report.notes, *(each.th for each in stored.remarks)))
    return FormData(values), report


def _uploads(form: FormData, file: ItemFile) -> Iterator[tuple[KeyPath, UploadFile]]:
    for name, value in form.multi_items():
        path = path_of(name, UPLOAD)
        if path is None or not isinstance(value, UploadFile) or not value.filename:
            continue
        *above, field = path
        try:
            inner = form_at(file.form, above)
        except KeyError:
            continue
        is_value = field in inner.model_fields and shape_of(inner, str(field)) == "value"
        if is_value and kind_of(inner, str(field)) in {"file", "picture"}:
            yield path, value


def _elsewhere(asked: Asked, file: ItemFile) -> Response:
    """Show what was typed in a form that cannot be matched with the draft any more."""
    builder = Builder(file, {}, Checked(()))
    texts = [
        (builder.title(path), value)
        for name, value in asked.form.multi_items()
        if (path := path_of(name)) and isinstance(value, str) and value.strip()
        if path[-1] != WAS
    ]
    return page(
        asked,
        "elsewhere.html",
        status=409,
        file=file,
        texts=texts,
        home=address_of(asked),
    )


ADDRESSES = (
    ("/{year:int}/{slug:str}/", change, ("POST",)),
    ("/{year:int}/{slug:str}/part/{path:path}/", change, ("POST",)),
)
