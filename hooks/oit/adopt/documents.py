"""What the old site's documents are: looked at before anything of them is stored."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from oit.adopt.choice import Chosen
from oit.adopt.fetched import Fetched
from oit.adopt.naming import name_in
from oit.adopt.naming import title as title_of
from oit.adopt.stage import Stage
from oit.bilingual import Bilingual
from oit.checks.received.look import Look, Received, Refused, look
from oit.findings.codes import national_id

_SUFFIXES = {kind: f".{kind}" for kind in ("pdf", "png", "jpg", "webp", "xlsx", "docx", "pptx")}
_SUFFIXES |= {kind: f".{kind}" for kind in ("ods", "odt")}
_OLD_OFFICE = {".doc": "WordDocument", ".xls": "Workbook"}
_TEXTS = (".csv", ".txt", ".json")
_HEAD = 8_000_000
_NO_DOCUMENT = Bilingual(
    "ไม่ใช่ชนิดของเอกสารที่เผยแพร่ได้ ให้บันทึกเป็น PDF หรือ Excel แล้วใส่เอง",
    "this type of file cannot be published; save it as PDF or spreadsheet and add it by hand",
)
_SURE_ID = Bilingual(
    "มีเลขประจำตัวประชาชน จึงไม่ได้เก็บ ให้ปิดบังเลขในต้นฉบับและแจ้งผู้ดูแลเว็บไซต์เดิมให้นำออก",
    "it has a national id, so it was not stored; mask it in the original, and have the old site "
    "remove the file",
)
_NOT_SEARCHED = Bilingual(
    "ค้นหาข้อมูลส่วนบุคคลในไฟล์นี้ไม่ได้ จึงไม่ได้เก็บ",
    "it cannot be searched for personal data, so it was not stored",
)


class Why(StrEnum):
    """Why somebody should look at a document."""

    UNSURE = "unsure"
    SCAN = "scan"
    OTHER_YEAR = "other year"
    PERSONAL = "personal data"
    UNUSABLE = "unusable"
    NAME = "name"
    CHANGES = "changes"
    REMARK = "remark"


@dataclass(frozen=True)
class Doubt:
    """What somebody should look at, and why."""

    why: Why
    words: Bilingual


@dataclass(frozen=True)
class Document:
    """A document that may be stored."""

    chosen: Chosen
    fetched: Fetched
    path: Path
    """Where it lies now, under the name that it will have."""
    title: str
    doubts: tuple[Doubt, ...] = ()


class NotStoredError(Exception):
    """A document stays out, and why."""

    def __init__(self, doubt: Doubt) -> None:
        super().__init__(doubt.words.en)
        self.doubt = doubt


def looked_at(chosen: Chosen, fetched: Fetched, stage: Stage, name: str) -> Document:
    """Look at a fetched file as the desk looks at one that an officer hands in.

    Args:
        chosen: the link that leads to it.
        fetched: the file.
        stage: where it is tried.
        name: its name below docs/, without an ending.

    Raises:
        NotStoredError: it may not be published, or nobody could open it.
    """
    suffix = suffix_of(fetched)
    if not suffix:
        raise NotStoredError(Doubt(Why.UNUSABLE, _NO_DOCUMENT))
    path = stage.put(f"{name}{suffix}", fetched.path)
    known_as = name_in(fetched.address)
    try:
        seen = look(stage.folder, Received(path, known_as))
    except Refused as refused:
        path.unlink()
        raise NotStoredError(Doubt(Why.UNUSABLE, refused.why)) from None
    if ids := [found for found in seen.personal if found.code is national_id.CODE]:
        path.unlink()
        raise NotStoredError(
            Doubt(Why.PERSONAL, _joined(_SURE_ID, *(found.words for found in ids)))
        )
    if seen.not_searched:
        path.unlink()
        raise NotStoredError(Doubt(Why.UNUSABLE, _joined(_NOT_SEARCHED, *seen.not_searched)))
    doubts = (*_by_name(known_as, suffix), *_by_contents(seen))
    own = title_of(chosen.found.link.text, path, chosen.item, stage.year)
    return Document(chosen, fetched, path, own, doubts)


def suffix_of(fetched: Fetched) -> str:
    """Return the ending that the contents of a file have; empty if it is no document."""
    named = Path(name_in(fetched.address)).suffix.lower()
    kind = fetched.content_type
    if kind == "office":
        return _old_office(fetched.path, named)
    if kind == "text":
        return named if named in _TEXTS else ""
    return _SUFFIXES.get(kind, "")


def _old_office(file: Path, named: str) -> str:
    """Return the ending of a file of old Office, by the streams in it."""
    with file.open("rb") as stream:
        head = stream.read(_HEAD)
    found = [ending for ending, name in _OLD_OFFICE.items() if name.encode("utf-16-le") in head]
    return named if named in found else next(iter(found), "")


def _by_name(name: str, suffix: str) -> Iterator[Doubt]:
    named = Path(name).suffix.lower().replace(".jpeg", ".jpg")
    if named in {*_SUFFIXES.values(), *_OLD_OFFICE} and named != suffix:
        yield Doubt(
            Why.NAME,
            Bilingual(
                f"ชื่อเดิมลงท้าย {named} แต่เนื้อหาเป็น {suffix} จึงเก็บเป็น {suffix}",
                f"its old name ends in {named}, but its contents are {suffix}, so it is stored as "
                f"{suffix}",
            ),
        )


def _by_contents(seen: Look) -> Iterator[Doubt]:
    yield from (Doubt(Why.PERSONAL, finding.words) for finding in seen.personal)
    for remark in seen.remarks:
        yield Doubt(Why.SCAN if seen.is_scan and remark == seen.remarks[-1] else Why.REMARK, remark)


def _joined(first: Bilingual, *others: Bilingual) -> Bilingual:
    every = (first, *others)
    return Bilingual(" · ".join(words.th for words in every), "; ".join(w.en for w in every))
