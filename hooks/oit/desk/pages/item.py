"""An item: its form, with the checker beside every field."""

from starlette.responses import Response

from oit.assess.assessment import (
    PUBLIC_ELEMENT_LABELS,
    ElementResult,
)
from oit.bilingual import Bilingual
from oit.desk.answer import go, page
from oit.desk.asked import Asked, RefusedError
from oit.desk.checked import check
from oit.desk.checked.signs import of_element
from oit.desk.controls.before import before
from oit.desk.controls.controls import Builder, is_in_table, page_of
from oit.desk.controls.names import keys_of, name_of
from oit.desk.controls.proposal import proposal_of
from oit.desk.pages.reports import NO_REPORT, REPORTS, Report
from oit.desk.saving import windows
from oit.desk.saving.draft import Draft, drop, open_draft
from oit.desk.saving.opened import remember
from oit.desk.spreadsheets.target import target_of
from oit.intake.workbook.files import ItemFile
from oit.source.values import KeyPath
from oit.source.write import Plain

NO_ENTRY = Bilingual(
    "ไม่มีรายการนี้แล้ว อาจถูกลบหรือย้ายไปแล้ว", "this entry is gone; it may have been moved or removed"
)


def item(asked: Asked) -> Response:
    """Show the form of an item, or of one entry of a long or deep list."""
    file = asked.file
    remember(asked.desk, file)
    draft = open_draft(asked.desk, asked.officer, file)
    return form_page(asked, file, draft, REPORTS.get(asked.query.get("after", "")))


def form_page(
    asked: Asked, file: ItemFile, draft: Draft, report: Report = NO_REPORT, status: int = 200
) -> Response:
    """Return the page of a draft, or of the entry that the address names.

    Raises:
        RefusedError: there is no such entry.
    """
    checked = check(asked.desk, file, draft.mine)
    tree = draft.mine if isinstance(draft.mine, dict) else {}
    builder = Builder(file, tree, report.added_to(checked), before(asked.desk, file))
    may = asked.desk.may_change(asked.officer, file)
    shared = {
        "file": file,
        "draft": draft,
        "checked": checked,
        "builder": builder,
        "report": report,
        "may": may,
        "window": windows.opened(asked.desk, asked.officer, file, draft) if may else "",
        "home": address_of(asked),
        "part_address": lambda path: address_of(asked, path),
        "address_at": lambda path: address_at(asked, file, draft, path),
        "sign_of": of_element,
        "status_of": _status,
    }
    path = part_of(asked)
    if not path:
        return page(
            asked,
            "item.html",
            status=status,
            controls=builder.item(),
            proposal=proposal_of(file),
            **shared,
        )
    entry = builder.part(path)
    if entry is None:
        raise RefusedError(404, NO_ENTRY)
    return page(asked, "part.html", status=status, entry=entry, **_around(builder, path), **shared)


def part_of(asked: Asked) -> KeyPath:
    """Return the entry that the address names; ``()`` for the whole file."""
    return keys_of(asked.path.get("path", ""))


def address_of(asked: Asked, path: KeyPath = ()) -> str:
    """Return the address of a file's form, or of the form of one of its entries."""
    top = f"/{asked.year}/{asked.path['slug']}/"
    return f"{top}{name_of(path, 'part')}/" if path else top


def address_at(asked: Asked, file: ItemFile, draft: Draft, path: KeyPath) -> str:
    """Return the address of a value: its page, and where it is on it."""
    if path and (at := _at_table(asked, file, draft.mine, path)):
        return f"{address_of(asked)}{at}"
    page = page_of(file.form, draft.mine, path)
    anchor = f"#{name_of(path)}" if path and path != page else ""
    return address_of(asked, page) + anchor


def _at_table(asked: Asked, file: ItemFile, tree: Plain, path: KeyPath) -> str:
    """Return where the item's table is changed, if that is where a value is."""
    name = str(path[0])
    if not isinstance(tree, dict) or not tree.get("rows"):
        return ""
    is_table = path == ("rows",) and tree["rows"] == file.root.get("rows")
    if not is_table and not is_in_table(file.form, tree, name):
        return ""
    target = target_of(asked.desk, file)
    if target is None or not target.exists:
        return ""
    return "#table" if is_table else "table/rows/"


def _around(builder: Builder, path: KeyPath) -> dict[str, object]:
    """Return the entries before and after an entry, and the page that lists it."""
    *above, index = path
    entries = builder.value(tuple(above))
    here = index if isinstance(index, int) else 0
    last = len(entries) - 1 if isinstance(entries, list) else 0
    return {
        "previous": (*above, here - 1) if here > 0 else None,
        "next": (*above, here + 1) if here < last else None,
        "above": page_of(builder.file.form, builder.tree, tuple(above)),
        "list_path": tuple(above),
        "list_key": name_of(tuple(above)).partition("/")[2],
    }


def _status(result: ElementResult) -> str:
    return result.lacking.th or PUBLIC_ELEMENT_LABELS[result.status]


def discard(asked: Asked) -> Response:
    """Ask whether a draft is to be thrown away, or do it."""
    file = asked.file_to_change
    if asked.method == "POST":
        drop(asked.desk, asked.officer, file)
        return go(address_of(asked))
    draft = open_draft(asked.desk, asked.officer, file)
    return page(asked, "discard.html", file=file, draft=draft, home=address_of(asked))


ADDRESSES = (
    ("/{year:int}/{slug:str}/", item, ("GET",)),
    ("/{year:int}/{slug:str}/part/{path:path}/", item, ("GET",)),
    ("/{year:int}/{slug:str}/discard/", discard, ("GET", "POST")),
)
