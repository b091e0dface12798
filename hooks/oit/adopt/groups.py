"""What a report says of a run: a line for each item, then everything to look at by its kind."""

from collections.abc import Iterator
from dataclasses import dataclass

from oit.adopt.adoption import KEPT, Adoption, Held, ItemRows, Outcome, Row
from oit.adopt.documents import Why
from oit.adopt.naming import clean
from oit.adopt.saved import shown
from oit.adopt.trouble import WORDS, Trouble, TroubleKind
from oit.bilingual import Bilingual
from oit.data.checklist import Item

_NOTHING = Bilingual("", "")


@dataclass(frozen=True)
class Line:
    """A thing to look at."""

    item: str
    """The id of its item; empty if it belongs to none."""
    title: str
    address: str
    """Where it is on the old site, or in docs/."""
    words: Bilingual = _NOTHING
    """What is the matter, if it is not the same for the whole section."""


@dataclass(frozen=True)
class Section:
    """Things of a kind to look at."""

    key: str
    title: Bilingual
    todo: Bilingual
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class ItemLine:
    """An item in a line."""

    item: Item
    state: str
    """``found``, ``look`` or ``missing``."""
    found: Bilingual
    next: Bilingual


STATES = {
    "found": Bilingual("พบแน่ชัด", "found"),
    "look": Bilingual("ต้องดู", "to look at"),
    "missing": Bilingual("ไม่พบ", "not found"),
}

_LOOK = Bilingual("เปิดดู แล้วแก้ในไฟล์ของข้อ", "open it, then edit the item's file")
_TITLES: dict[str, tuple[Bilingual, Bilingual]] = {
    "look": (
        Bilingual("ไม่แน่ชัดว่าเป็นของข้อนี้ หรือมีเรื่องที่ควรรู้", "Not surely of the item, or with a remark"),
        Bilingual(
            "เปิดเอกสารดู ถ้าใช่ ลบ # หน้าบรรทัดของเอกสารในไฟล์ของข้อ",
            "open the document; if it is right, remove the # before its lines in the item's file",
        ),
    ),
    "beside": (
        Bilingual(
            "ข้อที่มีไฟล์เขียนไว้แล้ว โปรแกรมจึงไม่แก้และไม่เก็บเอกสาร",
            "Items whose file is written already; it was not changed, nothing was stored",
        ),
        Bilingual(
            "ถ้ายังไม่มีเอกสารนี้ ให้เพิ่มด้วย oit desk หรือใส่เองใน documents",
            "if the document is not there yet, add it with `oit desk` or in documents",
        ),
    ),
    "other-year": (
        Bilingual("เป็นของปีอื่น", "Of another year"),
        Bilingual("หาเอกสารของปีที่ข้อนี้ขอ", "find the document of the year that the item asks for"),
    ),
    "scan": (
        Bilingual("ไฟล์สแกน ไม่มีข้อความให้ค้น", "Scan without text"),
        Bilingual(
            "หาไฟล์ต้นฉบับ หรือทำ OCR ก่อน แล้วเปลี่ยนไฟล์",
            "find the original file or run OCR, and replace the file",
        ),
    ),
    "name": (
        Bilingual("เนื้อหาไม่ตรงกับชื่อไฟล์", "Not what its name says"),
        Bilingual("เปิดดูว่าเป็นเอกสารที่ถูกต้อง", "look whether it is the right document"),
    ),
    "personal": (
        Bilingual("พบข้อมูลส่วนบุคคล", "Personal data"),
        Bilingual(
            "ปิดบังในต้นฉบับก่อนเผยแพร่ และแจ้งผู้ดูแลเว็บไซต์เดิม",
            "mask it in the original before it is published, and tell who keeps the old site",
        ),
    ),
    "unusable": (
        Bilingual("เผยแพร่ไม่ได้ หรือเปิดไม่ได้", "Cannot be published or opened"),
        Bilingual("หาไฟล์ต้นฉบับ", "find the original file"),
    ),
    "dead": (
        Bilingual("ลิงก์เสีย", "Dead links"),
        Bilingual("หาไฟล์ต้นฉบับมาใส่เอง", "find the original file"),
    ),
    "unsaved": (
        Bilingual("ไม่มีในโฟลเดอร์ที่บันทึกไว้", "Not in the saved folder"),
        Bilingual(
            "ระบุที่อยู่เว็บของหน้าแทน หรือบันทึกหน้าแบบสมบูรณ์พร้อมเอกสาร",
            "name the address of the page instead, or save the page and its documents completely",
        ),
    ),
    "drive": (
        Bilingual("อยู่ใน Google Drive หรือที่เก็บไฟล์อื่น", "On a drive"),
        Bilingual("ดาวน์โหลดมาใส่ในเว็บไซต์", "download it and put it on the site"),
    ),
    "social": (
        Bilingual("อยู่ใน Facebook หรือสื่อสังคมอื่น", "On a social network"),
        Bilingual("นำเนื้อหามาใส่ในเว็บไซต์", "put its contents on the site"),
    ),
    "staging": (
        Bilingual("อยู่ในเว็บไซต์ทดสอบหรือเครือข่ายภายใน", "On a host for tests or in a private network"),
        Bilingual("ประชาชนเปิดไม่ได้ ให้นำไฟล์มาใส่เอง", "citizens cannot open it; add the file by hand"),
    ),
    "page": (
        Bilingual("เป็นหน้าเว็บ ไม่ใช่เอกสาร", "A page, not a document"),
        Bilingual(
            "นำเนื้อหาของหน้ามากรอกในไฟล์ของข้อ เพราะหน้าเดิมอาจหายไปกับเว็บไซต์เดิม",
            "fill its contents into the item's file: the page may vanish with the old site",
        ),
    ),
    "javascript": (
        Bilingual("หน้าที่สร้างด้วย JavaScript", "Pages made by JavaScript"),
        Bilingual(
            "เปิดด้วยเบราว์เซอร์ บันทึกหน้า (แบบสมบูรณ์) แล้วสั่ง oit adopt กับไฟล์ที่บันทึก",
            "open it in a browser, save the page (complete), and adopt the saved file",
        ),
    ),
    "limit": (
        Bilingual("ยังไม่ได้ดู เพราะครบจำนวนต่อครั้ง", "Not looked at: the limit of a run was reached"),
        Bilingual("สั่งเดิมซ้ำ โปรแกรมจะทำต่อ", "run the same command again to go on"),
    ),
    "dry": (
        Bilingual("ยังไม่ได้ดู เพราะเป็นการลอง (--dry-run)", "Not looked at: this was a dry run"),
        Bilingual("สั่งใหม่โดยไม่ใส่ --dry-run", "run it without --dry-run"),
    ),
    "trouble": (
        Bilingual("เปิดไม่ได้ด้วยเหตุอื่น", "Other trouble"),
        Bilingual("ดูเหตุของแต่ละรายการ", "see the reason of each"),
    ),
    "changed": (
        Bilingual("ต้นทางเปลี่ยนจากครั้งก่อน", "Changed at the source since the last run"),
        Bilingual(
            "เปิดดู แล้วเปลี่ยนไฟล์ด้วย oit desk ถ้าต้องการ โปรแกรมไม่เปลี่ยนให้",
            "look at it, and replace the file with `oit desk` if you want; nothing was changed",
        ),
    ),
    "left": (
        Bilingual(
            "ลิงก์ของปีอื่น แบบวัดอื่น หรือข้อที่แบบวัดปีนี้ไม่มีแล้ว จึงไม่ได้นำเข้า",
            "Links of other years or checklists, or of items that this year does not have",
        ),
        Bilingual(
            "ถ้าต้องการของปีหนึ่ง ให้ระบุ --from-year",
            "if you want those of a year, name it with --from-year",
        ),
    ),
}
"""The sections in their order: what to look at first comes first."""
_KINDS = {
    TroubleKind.DEAD: "dead",
    TroubleKind.MISSING: "unsaved",
    TroubleKind.EMPTY: "unusable",
    TroubleKind.DRIVE: "drive",
    TroubleKind.SOCIAL: "social",
    TroubleKind.STAGING: "staging",
    TroubleKind.PRIVATE: "staging",
    TroubleKind.MISMATCH: "name",
    TroubleKind.JAVASCRIPT: "javascript",
    TroubleKind.LIMIT: "limit",
}
_DOUBTS = {
    Why.UNSURE: "look",
    Why.CHANGES: "look",
    Why.REMARK: "look",
    Why.SCAN: "scan",
    Why.OTHER_YEAR: "other-year",
    Why.PERSONAL: "personal",
    Why.UNUSABLE: "unusable",
    Why.NAME: "name",
}
_CHANGED = Bilingual("เนื้อหาเปลี่ยน", "its contents changed")
_NEW = Bilingual("มีเพิ่ม", "it is new")
_GONE = Bilingual("ไม่มีลิงก์แล้ว", "it is no longer linked to")
_OUTCOMES = {
    Outcome.PAGE: ("page", _NOTHING),
    Outcome.NOT_LOOKED: ("dry", _NOTHING),
    Outcome.CHANGED: ("changed", _CHANGED),
    Outcome.NEW: ("changed", _NEW),
    Outcome.BESIDE: ("beside", _NOTHING),
}


def sections(adoption: Adoption) -> list[Section]:
    """Return everything to look at by its kind, without kinds of which there is nothing."""
    lines: dict[str, list[Line]] = {key: [] for key in _TITLES}
    for key, line in _lines(adoption):
        lines[key].append(line)
    return [
        Section(key, *_TITLES[key], tuple(dict.fromkeys(found)))
        for key, found in lines.items()
        if found
    ]


def item_lines(adoption: Adoption) -> list[ItemLine]:
    """Return every item of the checklist in a line."""
    return [_item_line(entry) for entry in adoption.items]


def state_of(entry: ItemRows) -> str:
    """Return how much was found for an item: a key of ``STATES``."""
    if entry.is_sure:
        return "found"
    return "look" if entry.rows else "missing"


def _item_line(entry: ItemRows) -> ItemLine:
    stored = [row for row in entry.rows if row.outcome is Outcome.LIVE]
    doubtful = [row for row in entry.rows if row.outcome in (Outcome.LOOK, Outcome.WAITING)]
    known = [row for row in entry.rows if row.outcome is Outcome.KNOWN]
    others = len(entry.told) - len(stored) - len(doubtful) - len(known)
    parts = [
        (len(stored), "เอกสาร {}", "{} document(s)"),
        (len(known), "นำเข้าแล้ว {}", "{} brought in before"),
        (len(doubtful), "ต้องดูก่อน {}", "{} to look at first"),
        (others, "ไม่ได้เก็บ {}", "{} not stored"),
    ]
    found = [(th.format(n), en.format(n)) for n, th, en in parts if n]
    words = Bilingual(" · ".join(th for th, _ in found), ", ".join(en for _, en in found))
    if not entry.rows:
        words = Bilingual("ไม่พบลิงก์ของข้อนี้", "no link of this item was found")
    return ItemLine(entry.item, state_of(entry), words, _next(entry))


def _next(entry: ItemRows) -> Bilingual:
    path = f"data/{entry.path}"
    waiting = any(row.outcome is Outcome.WAITING for row in entry.rows)
    proposed = any(row.shows for row in entry.rows if row.outcome in KEPT)
    if entry.held is Held.WRITTEN or waiting or proposed:
        if proposed:
            return Bilingual(
                f'เปิดหน้าที่เสนอ ถ้าใช่ ลบ "# " หน้า shows ใน {path}',
                f'look at the proposed pages; if right, remove "# " before shows in {path}',
            )
        return Bilingual(
            f"เปิดเอกสาร แล้วกรอกข้อมูลหรือบอกหน้าใน {path}",
            f"open the document, then fill in the data or its pages in {path}",
        )
    if any(row.outcome is Outcome.KNOWN for row in entry.rows):
        return _NOTHING
    if not entry.rows:
        return Bilingual(
            f"หาข้อมูลจากเจ้าของเรื่อง แล้วกรอกใน {path}", f"ask its owner, and fill in {path}"
        )
    return Bilingual("ดูเหตุด้านล่าง", "see the reason below")


def _lines(adoption: Adoption) -> Iterator[tuple[str, Line]]:
    # What is told of a link of an item is not told again of the page that it leads to.
    rows = [row for entry in adoption.items for row in entry.told]
    pages = {row.chosen.address for row in rows if row.outcome is Outcome.PAGE}
    of_items = pages | {row.chosen.address for row in rows if row.trouble}
    of_pages: dict[str, list[Trouble]] = {}
    for trouble in adoption.troubles:
        if trouble.address not in of_items:
            yield _of_trouble(trouble, "", "")
        of_pages.setdefault(trouble.address, []).append(trouble)
    for row in rows:
        if row.outcome is Outcome.PAGE and (known := of_pages.get(row.chosen.address)):
            yield from (_of_trouble(one, row.chosen.item.id, row.title) for one in known)
        else:
            yield from _of_row(row)
    for gone in adoption.gone:
        address = clean(shown(gone.address))
        yield "changed", Line(str(gone.item), clean(str(gone.file)), address, _GONE)
    for found in adoption.choice.left:
        link = found.link
        title = clean(link.text) or clean(link.url)
        words = Bilingual(f"{link.list} {link.item}", f"{link.list} {link.item}")
        yield "left", Line("", title, clean(link.url), words)


def _of_row(row: Row) -> Iterator[tuple[str, Line]]:
    item = row.chosen.item.id
    address = clean(shown(row.chosen.address or row.chosen.found.link.url))
    if row.trouble:
        yield _of_trouble(row.trouble, item, row.title)
    if row.outcome in _OUTCOMES:
        key, words = _OUTCOMES[row.outcome]
        yield key, Line(item, row.title, address, words)
    for doubt in row.doubts:
        yield _DOUBTS[doubt.why], Line(item, row.title, row.file or address, doubt.words)


def _of_trouble(trouble: Trouble, item: str, title: str) -> tuple[str, Line]:
    key = _KINDS.get(trouble.kind, "trouble")
    # What the kind says by itself, the section says once.
    is_own = key == "trouble" or trouble.words != WORDS[trouble.kind]
    words = trouble.words if is_own else _NOTHING
    return key, Line(item, title, clean(shown(trouble.address)), words)
