"""What a received file is: may it be published, and what should its officer know of it?"""

import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from oit import worker
from oit.bilingual import Bilingual
from oit.checks.personal import pdf_objects
from oit.checks.personal.allowed import Allowance
from oit.checks.personal.check import PersonalData
from oit.checks.personal.files import PublishedFiles
from oit.checks.published.check import too_large
from oit.checks.published.types import Fault, fault_of_content, fault_of_name
from oit.data.documents import ALLOWED, content_mismatch
from oit.data.folder import DataFolder
from oit.data.isolated import page_count
from oit.data.load import read_allow_list
from oit.data.pictures import Pictures
from oit.findings.codes import (
    document_broken,
    document_not_searched,
    document_type,
    not_published,
    picture_unusable,
    scanned_document,
)
from oit.findings.finding import Finding, Place

_PICTURES = {"png": ".png", "jpg": ".jpg", "webp": ".webp"}
_PICTURE_ENDINGS = {".png", ".jpg", ".jpeg", ".webp"}
_FAULTS = {
    Fault.PAGE: not_published.PAGE,
    Fault.PROGRAM: not_published.PROGRAM,
    Fault.MACROS: not_published.MACROS,
}
_NO_ENDING = Bilingual(
    "ชื่อไฟล์ไม่มีนามสกุล เช่น .pdf จึงไม่รู้ว่าเป็นเอกสารชนิดใด เปิดด้วยโปรแกรมเดิมแล้วบันทึกใหม่",
    "the name of the file has no ending such as .pdf; save it again from its program",
)
_PASSWORD = Bilingual(
    "ไฟล์ตั้งรหัสผ่านไว้ ประชาชนจะเปิดไม่ได้ บันทึกใหม่โดยไม่ตั้งรหัสผ่านแล้วส่งอีกครั้ง",
    "the file has a password, so citizens could not open it; save it without one and send it again",
)
_TWO_TYPES = Bilingual(
    "ไฟล์นี้มีไฟล์บีบอัด (ZIP) ต่อท้ายอยู่ เอกสารจริงไม่เป็นเช่นนี้ เปิดด้วยโปรแกรมเดิมแล้วบันทึกเป็น PDF หรือรูปใหม่",
    "an archive (ZIP) is appended to the file, which no real document has; save it again",
)
_AGAIN = Bilingual(
    "เปิดด้วยโปรแกรมเดิม บันทึกหรือส่งออกใหม่ เช่น เป็น PDF แล้วส่งอีกครั้ง",
    "save or export it again from its program, such as PDF, and send that",
)
_NO_MACROS = Bilingual(
    "บันทึกใหม่แบบไม่มีมาโคร (.xlsx .docx) หรือเป็น PDF แล้วส่งอีกครั้ง",
    "save it without macros (.xlsx, .docx) or as PDF, and send it again",
)
_SMALLER = Bilingual(
    "ย่อรูปให้กว้างไม่เกิน 2,000 จุด บันทึกเป็น .jpg หรือ .png แล้วส่งอีกครั้ง",
    "scale it to at most 2,000 pixels, save it as .jpg or .png, and send it again",
)
_SCRIPT = Bilingual(
    "PDF มีคำสั่งอัตโนมัติ (JavaScript) ประชาชนบางคนจะเห็นคำเตือนเมื่อเปิด ถ้าไม่ใช่แบบฟอร์มที่ต้องคำนวณ "
    "ให้พิมพ์เป็น PDF ใหม่",
    "the PDF has scripts, of which some readers warn; unless it is a form that calculates, print "
    "it as a new PDF",
)


class Refused(Exception):
    """A file is not accepted, and why."""

    def __init__(self, why: Bilingual) -> None:
        super().__init__(why.en)
        self.why = why


@dataclass(frozen=True)
class Received:
    """A file that is not in docs/ yet."""

    path: Path
    """Where it is; its name is the one that it would have in docs/."""
    sent: str
    """The name under which it came."""


@dataclass(frozen=True)
class Look:
    """What was seen in a file that may be published."""

    suffix: str
    """The ending that its contents have."""
    remarks: tuple[Bilingual, ...]
    """What its officer should know."""
    personal: tuple[Finding, ...]
    """Personal data that it holds: it is stored only if she says so."""
    not_searched: tuple[Bilingual, ...] = ()
    """Why it could not be searched for personal data; it is among the remarks, too."""
    is_scan: bool = False
    """Whether it is a PDF whose pages are pictures, which nothing can search."""

    @property
    def questions(self) -> tuple[Bilingual, ...]:
        """The personal data in words."""
        return tuple(finding.words for finding in self.personal)


def look(folder: DataFolder, received: Received) -> Look:
    """Look at a received file, in the worker where it could do harm.

    Args:
        folder: the data, whose allow list counts.
        received: the file.

    Raises:
        Refused: it may not be published, or nobody could open it.
    """
    suffix = _suffix(received)
    _refuse_what_runs(received)
    kind = suffix.removeprefix(".")
    if kind == "pdf":
        _refuse_broken_pdf(received)
    elif suffix in _PICTURE_ENDINGS:
        size = Pictures(folder).size(received.path)
        if isinstance(size, Bilingual):
            found = picture_unusable.CODE.at(_HERE, name=received.sent, reason=size)
            raise _refusal(found, _SMALLER)
    if (kind == "pdf" or suffix in _PICTURE_ENDINGS) and zipfile.is_zipfile(received.path):
        raise Refused(_TWO_TYPES)
    remarks, personal, not_searched = [*_remarks(received, kind)], [], []
    allowance = Allowance(read_allow_list(folder))
    published = PublishedFiles(folder, allowance.in_full)
    for finding in PersonalData(folder, allowance, published).in_published(
        received.path, received.sent
    ):
        if finding.code is document_not_searched.CODE:
            not_searched.append(_words(finding))
        else:
            personal.append(finding)
    remarks += not_searched
    is_scan = kind == "pdf" and published.search(received.path).is_scan
    if is_scan:
        remarks.append(_words(scanned_document.CODE.at(_HERE, name=received.sent)))
    return Look(suffix, tuple(remarks), tuple(personal), tuple(not_searched), is_scan)


_HERE = Place("")


def _suffix(received: Received) -> str:
    """Return the ending that the contents have; only those of pictures are often confused."""
    suffix = received.path.suffix
    if not suffix:
        raise Refused(_NO_ENDING)
    if fault_of_name(PurePosixPath(received.path.name)) is Fault.RUNS:
        raise _refusal(not_published.RUNS.at(_HERE, name=received.sent))
    if suffix not in ALLOWED:
        allowed = " ".join(sorted(ALLOWED))
        raise _refusal(document_type.NOT_ALLOWED.at(_HERE, name=received.sent, allowed=allowed))
    found = content_mismatch(received.path)
    if found is None:
        return suffix
    if suffix in _PICTURE_ENDINGS and found in _PICTURES:
        return _PICTURES[str(found)]
    raise _refusal(document_type.CODE.at(_HERE, name=received.sent, found=found))


def _refuse_what_runs(received: Received) -> None:
    if fault := fault_of_content(received.path):
        found = not_published.DISGUISED.at(_HERE, name=received.sent, found=_FAULTS[fault])
        raise _refusal(found, _NO_MACROS if fault is Fault.MACROS else _AGAIN)


def _refuse_broken_pdf(received: Received) -> None:
    pages = page_count(received.path)
    if isinstance(pages, Bilingual):
        if "password" in pages.en.lower():
            raise Refused(_PASSWORD)
        raise _refusal(document_broken.CODE.at(_HERE, name=received.sent, reason=pages))


def _remarks(received: Received, kind: str) -> Iterator[Bilingual]:
    yield from map(_words, too_large(received.path, lambda: _HERE))
    if kind == "pdf":
        try:
            if worker.read(pdf_objects.has_script, received.path):
                yield _SCRIPT
        except worker.UnreadableError as error:
            finding = document_broken.CODE.at(_HERE, name=received.sent, reason=error.reason)
            raise _refusal(finding) from None


def _refusal(finding: Finding, cure: Bilingual = _AGAIN) -> Refused:
    # The hint of the finding is for whoever finds such a file in docs/.
    return Refused(_joined(finding.words, cure))


def _words(finding: Finding) -> Bilingual:
    return _joined(finding.words, finding.advice)


def _joined(what: Bilingual, cure: Bilingual) -> Bilingual:
    return Bilingual(f"{what.th} — {cure.th}", f"{what.en}; {cure.en}")
