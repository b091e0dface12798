"""Rows of a spreadsheet pasted into a list: what each column is, a preview, and into the draft."""

from dataclasses import dataclass, replace

from starlette.responses import JSONResponse, Response

from oit.bilingual import Bilingual
from oit.desk.answer import go, page
from oit.desk.asked import Asked, RefusedError
from oit.desk.controls.listed import NoListError, list_form, with_entries
from oit.desk.controls.pasted import MOST_ROWS, Pasted, entries_of, fields_of, read_pasted
from oit.desk.saving.draft import keep, open_draft
from oit.forms.base import Form
from oit.forms.labels import choices_of
from oit.intake.workbook.files import ItemFile
from oit.spreadsheets import limits

_NO_LIST = Bilingual("ไม่มีรายการนี้ในแบบของข้อนี้", "the form of this item has no such list")
_SHOWN = 50


@dataclass(frozen=True)
class _List:
    """The list that rows are pasted into."""

    file: ItemFile
    path: tuple[str, ...]
    form: type[Form]
    title: str


def paste(asked: Asked) -> Response:
    """Ask for rows, show how they are understood, and take them into the draft."""
    into = _list(asked)
    if asked.method != "POST":
        return _page(asked, into)
    text = str(asked.form.get("text", ""))
    try:
        pasted = _read(asked, into, text)
    except limits.RefusedError as refused:
        return _page(asked, into, text=text, why=refused.reason.th)
    do = asked.form.get("do")
    if do == "cells":
        return JSONResponse({"rows": pasted.rows, "has_heading": pasted.has_heading})
    if do == "accept" and pasted.is_assigned:
        return _accept(asked, into, pasted)
    return _page(asked, into, text=text, pasted=pasted)


def _list(asked: Asked) -> _List:
    file = asked.file_to_change
    path = tuple(asked.path["path"].split("/"))
    try:
        return _List(file, path, *list_form(file.form, path))
    except NoListError:
        raise RefusedError(404, _NO_LIST) from None


def _read(asked: Asked, into: _List, text: str) -> Pasted:
    """Read the rows, with the columns as the officer has chosen, if she has."""
    first = str(asked.form.get("first", ""))
    pasted = read_pasted(text, into.form, first)
    if "seen" not in asked.form:
        return pasted
    known = fields_of(into.form)
    chosen = [str(asked.form.get(f"column/{n}", "")) for n in range(len(pasted.fields))]
    return pasted.assigned(
        [name if name in known else "" for name in chosen],
        has_heading=bool(pasted.rows) and "heading" in asked.form,
    )


def _accept(asked: Asked, into: _List, pasted: Pasted) -> Response:
    draft = open_draft(asked.desk, asked.officer, into.file)
    entries = entries_of(pasted, into.form)
    try:
        mine = with_entries(draft.mine, into.path, entries)
    except NoListError:
        raise RefusedError(404, _NO_LIST) from None
    keep(asked.desk, asked.officer, into.file, replace(draft, mine=mine))
    return go(_back(asked, into))


def _back(asked: Asked, into: _List) -> str:
    """Return the address of the form that has the list."""
    address = f"/{asked.year}/{asked.path['slug']}/"
    above = "/".join(into.path[:-1])
    return f"{address}part/{above}/" if above else f"{address}#f/{into.path[0]}"


def _page(
    asked: Asked, into: _List, *, text: str = "", pasted: Pasted | None = None, why: str = ""
) -> Response:
    return page(
        asked,
        "paste.html",
        file=into.file,
        into=into,
        back=_back(asked, into),
        text=text,
        why=why,
        pasted=pasted if pasted and pasted.rows else None,
        entries=entries_of(pasted, into.form) if pasted else [],
        lacking=pasted.lacking(into.form) if pasted else [],
        fields=fields_of(into.form),
        labelled=lambda name, value: choices_of(into.form, name).get(str(value), value),
        shown=_SHOWN,
        most=MOST_ROWS,
    )


ADDRESSES = (("/{year:int}/{slug:str}/paste/{path:path}/", paste, ("GET", "POST")),)
