"""Changes of an item's list of documents: saved at once, so that no file dangles."""

from collections.abc import Callable
from contextlib import suppress
from typing import Any

from oit.bilingual import Bilingual
from oit.checks.received.look import Refused
from oit.desk.desk import Desk, slugs_of
from oit.desk.documents.held import Held
from oit.desk.documents.received import in_words
from oit.desk.officer import Officer
from oit.desk.saving.audit import Kind
from oit.desk.saving.draft import Draft, fresh, keep, open_draft
from oit.desk.saving.save import save
from oit.desk.tree import WAS
from oit.intake.workbook.files import ItemFile
from oit.source.write import Plain

Entry = dict[str, Any]
Edit = Callable[[Entry], Plain | None]
"""Returns a document as it shall be; ``None`` removes it."""

CHANGED = Bilingual(
    "รายการเอกสารเพิ่งถูกแก้ไขจากที่อื่น ยังไม่ได้เปลี่ยนอะไร ดูรายการล่าสุดแล้วทำใหม่อีกครั้ง",
    "the list of documents was changed elsewhere; nothing was done; look at it and try again",
)

_NOT_SAVED = Bilingual(
    "บันทึกรายการเอกสารไม่ได้ ไฟล์ข้อมูลของข้อนี้อาจเสียหาย เปิดหน้าของข้อนี้ดูว่าต้องแก้อะไร",
    "the list of documents cannot be saved; the file of the item may be damaged; its page says "
    "what to fix",
)


def add(desk: Desk, officer: Officer, file: ItemFile, title: str, path: str) -> None:
    """Add a document to an item, unless the item names it already.

    Raises:
        Refused: it cannot be saved.
    """

    def added(documents: list[Entry]) -> list[Any] | None:
        if any(document.get("file") == path for document in documents):
            return None
        return [*documents, {"title": title, "file": path}]

    _change(desk, officer, file, added, "upload")


def change(  # noqa: PLR0913 - the last one is for the record only
    desk: Desk,
    officer: Officer,
    file: ItemFile,
    held: Held,
    edit: Edit,
    *,
    kind: Kind = "save",
) -> None:
    """Change a document of an item; ``held`` is the document as its officer saw it.

    Raises:
        Refused: the document is no longer there, or it cannot be saved.
    """

    def changed(documents: list[Entry]) -> list[Any] | None:
        index = _find(documents, held)
        if index is None:
            return None
        edited = edit(dict(documents[index]))
        kept = [] if edited is None else [edited]
        return [*documents[:index], *kept, *documents[index + 1 :]]

    if _find(_documents(fresh(file).mine), held) is None:
        raise Refused(CHANGED)
    _change(desk, officer, file, changed, kind)


def _change(
    desk: Desk,
    officer: Officer,
    file: ItemFile,
    edit: Callable[[list[Entry]], list[Any] | None],
    kind: Kind,
) -> None:
    """Save a change of the documents alone; what the officer has typed besides stays a draft."""
    typed, now = open_draft(desk, officer, file), fresh(file)
    mine = _with(now.mine, edit)
    if mine == now.mine:
        return
    with in_words():
        outcome = save(desk, officer, file, Draft(now.base, mine, now.version), kind=kind)
    if outcome.refused:
        _, finding = outcome.refused[0]
        raise Refused(finding.words)
    if outcome.conflicts:
        raise Refused(CHANGED)
    if not outcome.saved:
        raise Refused(next(iter(outcome.problems), _NOT_SAVED))
    if typed.is_changed:
        # The draft says the same, so that saving it later does not take the change back.
        after = desk.file(file.year or desk.assessment().year, slugs_of(file)[0])
        draft = Draft(_with(typed.base, edit), _with(typed.mine, edit), typed.version)
        with suppress(OSError):  # the change is saved all the same
            keep(desk, officer, after or file, draft)


def _with(tree: Any, edit: Callable[[list[Entry]], list[Any] | None]) -> Plain:
    documents = _documents(tree)
    edited = edit(documents)
    if edited is None:
        return tree  # type: ignore[no-any-return]  # a tree, which is Plain
    rest = {name: value for name, value in tree.items() if name != "documents"}
    return {**rest, "documents": edited} if edited else rest


def _documents(tree: Any) -> list[Entry]:
    listed = tree.get("documents") if isinstance(tree, dict) else None
    return (
        [entry for entry in listed if isinstance(entry, dict)] if isinstance(listed, list) else []
    )


def _find(documents: list[Entry], held: Held) -> int | None:
    """Find a document by its place in the file, else by its file."""
    named = [index for index, entry in enumerate(documents) if entry.get("file", "") == held.name]
    there = [index for index in named if documents[index].get(WAS) == str(held.number - 1)]
    return next(iter([*there, *named]), None)
