"""The documents of an item: handed in, shown page by page, and what each shows."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any, Literal
from urllib.parse import quote

from starlette.datastructures import UploadFile
from starlette.responses import Response

from oit.bilingual import Bilingual
from oit.checks.published.check import is_named
from oit.checks.received.look import Refused
from oit.desk.answer import go, page
from oit.desk.asked import Asked, RefusedError
from oit.desk.checked import check
from oit.desk.checked.signs import of_element
from oit.desk.documents import pictures, shows
from oit.desk.documents.change import CHANGED, add, change
from oit.desk.documents.held import Held, documents_of, elements_of, held_of
from oit.desk.documents.names import shown_name
from oit.desk.documents.received import MOST_FILES, Received, Sent, waiting
from oit.desk.documents.section import takes_documents
from oit.desk.documents.store import KEPT_DAYS, Stored, hand_in, keep, put_away
from oit.desk.documents.suggest import suggestions
from oit.desk.saving.draft import open_draft
from oit.intake.workbook.files import ItemFile

PAGES_AT_ONCE = 24

_NO_DOCUMENTS = Bilingual("ไฟล์นี้ไม่มีรายการเอกสาร", "this file has no list of documents")
_NO_DOCUMENT = Bilingual("ไม่มีเอกสารนี้แล้ว", "there is no such document")
_NO_PAGE = Bilingual("เอกสารนี้ไม่มีหน้านี้", "the document has no such page")
_NO_FILE = Bilingual("ยังไม่ได้เลือกไฟล์", "no file was chosen")
_TOO_MANY = Bilingual(
    f"ส่งได้ครั้งละไม่เกิน {MOST_FILES} ไฟล์ ที่เหลือให้ส่งอีกครั้ง",
    f"at most {MOST_FILES} files at once; send the others again",
)
_NO_ANSWER = Bilingual("ไฟล์นี้ได้รับคำตอบแล้ว", "the file was already answered for")
_NO_TITLE = Bilingual("ชื่อเอกสารว่าง", "the title is empty")
_NO_ELEMENT = Bilingual("เลือกองค์ประกอบก่อน แล้วกดหน้าที่แสดง", "choose an element first")
_HANDED_IN = "เก็บ “{title}” แล้ว"
_REPLACED = "เปลี่ยนไฟล์ของ “{title}” แล้ว"


@dataclass(frozen=True)
class Note:
    """What became of something that an officer did."""

    kind: Literal["ok", "problem", "note"]
    text: str
    more: tuple[str, ...] = ()


def documents(asked: Asked) -> Response:
    """Show the documents of an item; take new ones and the answers to questions."""
    notes: list[Note] = []
    if not takes_documents(asked.file):
        raise RefusedError(404, _NO_DOCUMENTS)
    if asked.method == "POST":
        file = asked.file_to_change
        do, _, token = _posted(asked, "do").partition(":")
        if do == "hand-in":
            notes = [*_hand_in(asked, file)]
        elif do in {"keep", "clean", "drop"}:
            notes = [*_answer(asked, file, do, token)]
    return _listed(asked, notes)


def document(asked: Asked) -> Response:
    """Show the pages of a document and the elements; do what a button says."""
    held = _held(asked)
    if asked.method == "GET":
        return _shown(asked, held, [])
    does = _DOES.get(_posted(asked, "do").partition(":")[0])
    if does is None:
        query = f"?element={quote(_posted(asked, 'element'))}&from={_first(asked, held)}"
        return go(f"{_address(asked)}{held.number}/{query}#pages")
    try:
        if held.name != _posted(asked, "file"):
            raise Refused(CHANGED)
        return does(asked, held)
    except Refused as refused:
        return _shown(asked, held, [Note("problem", refused.why.th)])


def large_page(asked: Asked) -> Response:
    """Show a page of a document large."""
    held, number = _held_page(asked)
    size = asked.query.get("size", "")
    index = int(size) if size in {"0", "1", "2"} else 0
    return page(
        asked,
        "document_page.html",
        file=asked.file,
        held=held,
        number=number,
        size=index,
        width=pictures.WIDTHS[index],
        version=pictures.version_of(held),
        address=_address(asked),
    )


def picture(asked: Asked) -> Response:
    """Return the picture of a page."""
    held, number = _held_page(asked)
    width = asked.query.get("width", "")
    known = {str(width): width for width in (pictures.SMALL, *pictures.WIDTHS)}
    try:
        content = pictures.picture_of(asked.desk, held, number, known.get(width, pictures.SMALL))
    except pictures.NoPicture as error:
        raise RefusedError(404, error.why) from None
    # The address changes with the contents.
    headers = {"Cache-Control": "private, max-age=86400"} if asked.query.get("v") else {}
    return Response(content, media_type="image/png", headers=headers)


def _hand_in(asked: Asked, file: ItemFile) -> Iterable[Note]:
    sent = [
        upload
        for upload in asked.form.getlist("documents")
        if isinstance(upload, UploadFile) and upload.filename
    ]
    if not sent:
        yield Note("problem", _NO_FILE.th)
    if len(sent) > MOST_FILES:
        yield Note("problem", _TOO_MANY.th)
    title = _posted(asked, "title") if len(sent) == 1 else ""
    for upload in sent[:MOST_FILES]:
        try:
            taken = hand_in(asked.desk, asked.officer, file, Sent(upload, title))
            yield _taken(asked, asked.file_to_change, taken)
        except Refused as refused:
            name = shown_name(upload.filename or "")
            yield Note("problem", f"ยังไม่ได้เก็บ {name}", (refused.why.th,))


def _answer(asked: Asked, file: ItemFile, do: str, token: str) -> Iterable[Note]:
    found = [r for r in waiting(asked.desk, asked.officer, file) if r.token == token]
    if not found:
        yield Note("problem", _NO_ANSWER.th)
        return
    received = found[0]
    if do == "drop":
        received.discard()
        yield Note("ok", f"ไม่เก็บ “{received.title}” และลบออกจากเครื่องนี้แล้ว")
        return
    try:
        stored = keep(asked.desk, file, received, cleaned=do == "clean")
        yield _taken(asked, file, stored, received.replaces)
    except Refused as refused:
        yield Note("problem", refused.why.th)


def _taken(asked: Asked, file: ItemFile, taken: Stored | Received, replaces: str = "") -> Note:
    """Put a stored file into the item's list; if that fails, it does not stay in docs/."""
    if isinstance(taken, Received):
        return Note("note", f"“{taken.title}” มีข้อมูลที่ต้องถามก่อน ยังไม่ได้เก็บ โปรดตอบด้านล่าง")
    try:
        if replaces:
            return _put_in_place(asked, file, taken, replaces)
        add(asked.desk, asked.officer, file, taken.title, taken.path)
    except Refused:
        if taken.is_new and taken.path != replaces:
            put_away(asked.desk, taken.path)
        raise
    remarks = tuple(remark.th for remark in taken.remarks)
    return Note("ok", _HANDED_IN.format(title=taken.title), remarks)


def _put_in_place(asked: Asked, file: ItemFile, stored: Stored, old: str) -> Note:
    """Let a document have another file: what it shows stays, as far as the new file has pages."""
    named = [held for held in documents_of(asked.desk, file) if held.name == old]
    if not named:
        raise Refused(CHANGED)
    held = named[0]
    lost: list[str] = []
    count = held_of(asked.desk, held.number, {"file": stored.path}).pages

    def edit(entry: dict[str, Any]) -> Any:
        kept, gone = shows.within({**entry, "file": stored.path}, count)
        lost[:] = gone
        return kept

    change(asked.desk, asked.officer, file, held, edit, kind="upload")
    if stored.path != old:
        _put_away_unnamed(asked, held)
    texts = {result.element.id: result.element.text for result in elements_of(file.items)}
    more = [remark.th for remark in stored.remarks]
    more += [
        f"“{texts.get(element, element)}” เคยอยู่หน้าที่ไฟล์ใหม่ไม่มี (ไฟล์ใหม่มี {count} หน้า) ชี้หน้าใหม่ด้วย"
        for element in lost
    ]
    return Note("ok", _REPLACED.format(title=held.title), tuple(more))


def _attest(asked: Asked, held: Held) -> Response:
    file = asked.file_to_change
    value = _posted(asked, "do").partition(":")[2]
    element, number = _posted(asked, "element"), _number(value)
    known = {result.element.id for result in elements_of(file.items)} | set(held.shows)
    if element not in known:
        raise Refused(_NO_ELEMENT)
    if not 1 <= number <= held.pages:
        raise Refused(_NO_PAGE)
    change(
        asked.desk,
        asked.officer,
        file,
        held,
        lambda entry: shows.toggle(entry, element, number),
        kind="attest",
    )
    query = f"?element={quote(element)}&from={_first(asked, held)}"
    return go(f"{_address(asked)}{held.number}/{query}#page-{number}")


def _rename(asked: Asked, held: Held) -> Response:
    title = " ".join(_posted(asked, "title").split())
    if not title:
        raise Refused(_NO_TITLE)
    change(
        asked.desk,
        asked.officer,
        asked.file_to_change,
        held,
        lambda entry: {**entry, "title": title},
    )
    return go(f"{_address(asked)}{held.number}/")


def _remove(asked: Asked, held: Held) -> Response:
    change(asked.desk, asked.officer, asked.file_to_change, held, lambda _: None)
    is_away = _put_away_unnamed(asked, held)
    more = (
        f"ไฟล์ถูกนำออกจากเว็บไซต์แล้ว ย้อนได้ใน {KEPT_DAYS} วันที่ การบันทึกที่ผ่านมา"
        if is_away
        else "ไฟล์ยังอยู่ในเว็บไซต์ เพราะมีที่อื่นอ้างถึง"
    )
    return _listed(asked, [Note("ok", f"เอา “{held.title}” ออกจากข้อนี้แล้ว", (more,))])


def _replace(asked: Asked, held: Held) -> Response:
    file, upload = asked.file_to_change, asked.form.get("document")
    if not isinstance(upload, UploadFile) or not upload.filename:
        raise Refused(_NO_FILE)
    replaces = held.name
    taken = hand_in(asked.desk, asked.officer, file, Sent(upload, held.title, replaces))
    note = _taken(asked, file, taken, replaces)
    if isinstance(taken, Received):
        return _listed(asked, [note])
    return _shown(asked, _held(asked), [note])


def _put_away_unnamed(asked: Asked, held: Held) -> bool:
    """Take a file out of docs/ that nothing names any more; return whether that was done."""
    if not held.is_stored or is_named(asked.desk.folder, PurePosixPath(held.name)):
        return False
    put_away(asked.desk, held.name)
    return True


def _listed(asked: Asked, notes: list[Note]) -> Response:
    file = asked.file
    draft = open_draft(asked.desk, asked.officer, file)
    checked = check(asked.desk, file, draft.mine)
    return page(asked, "documents_page.html", file=file, draft=draft, checked=checked, notes=notes)


def _shown(asked: Asked, held: Held, notes: list[Note]) -> Response:
    file = asked.file
    draft = open_draft(asked.desk, asked.officer, file)
    results = elements_of(check(asked.desk, file, draft.mine).items)
    words = {result.element.id: result.element.text for result in results}
    first = _first(asked, held)
    chosen = asked.query.get("element") or _posted(asked, "element")
    if chosen not in words:
        lacking = [result.element.id for result in results if result.lacking.th]
        chosen = next(iter([*lacking, *words]), "")
    return page(
        asked,
        "document.html",
        status=400 if notes and notes[0].kind == "problem" else 200,
        file=file,
        held=held,
        results=results,
        words=words,
        chosen=chosen,
        suggested=suggestions(held, [result.element for result in results]),
        first=first,
        last=min(first + PAGES_AT_ONCE - 1, held.pages),
        step=PAGES_AT_ONCE,
        version=pictures.version_of(held) if held.is_drawn else "",
        small=pictures.SMALL,
        sign_of=of_element,
        notes=notes,
        address=_address(asked),
    )


def _held(asked: Asked) -> Held:
    number = int(asked.path["number"])
    for held in documents_of(asked.desk, asked.file):
        if held.number == number:
            return held
    raise RefusedError(404, _NO_DOCUMENT)


def _held_page(asked: Asked) -> tuple[Held, int]:
    held, number = _held(asked), int(asked.path["page"])
    if not held.is_drawn or not 1 <= number <= held.pages:
        raise RefusedError(404, _NO_PAGE)
    return held, number


def _first(asked: Asked, held: Held) -> int:
    """Return the first page to show: the one of a group in which the page asked for is."""
    text = asked.query.get("from") or _posted(asked, "from")
    number = min(max(_number(text), 1), max(held.pages, 1))
    return number - (number - 1) % PAGES_AT_ONCE


def _number(text: str) -> int:
    return int(text) if text.isdecimal() and len(text) < 7 else 0


def _posted(asked: Asked, name: str) -> str:
    value = asked.form.get(name, "")
    return value if isinstance(value, str) else ""


def _address(asked: Asked) -> str:
    return f"/{asked.year}/{asked.path['slug']}/documents/"


_DOES = {"page": _attest, "rename": _rename, "remove": _remove, "replace": _replace}
"""What the buttons of a document do."""

_DOCUMENTS = "/{year:int}/{slug:str}/documents/"
_PAGE = f"{_DOCUMENTS}{{number:int}}/pages/{{page:int}}"

ADDRESSES = (
    (_DOCUMENTS, documents, ("GET", "POST")),
    (f"{_DOCUMENTS}{{number:int}}/", document, ("GET", "POST")),
    (f"{_PAGE}/", large_page, ("GET",)),
    (f"{_PAGE}.png", picture, ("GET",)),
)
