"""The lock on submitted addresses: what ``data/<year>/submitted.yml`` names must not break."""

import re
from collections.abc import Collection, Iterator, Sequence
from datetime import date
from pathlib import Path
from urllib.parse import unquote, urlsplit

from oit.assess.assessment import Assessment
from oit.bilingual import Bilingual
from oit.data.documents import check_file
from oit.data.folder import DataFolder
from oit.findings.codes import address_lost
from oit.findings.finding import Finding, Place
from oit.forms.agency import Agency
from oit.forms.fields import FilePath
from oit.forms.reading import place_of, read_form
from oit.forms.submitted import FILE, Submitted
from oit.source import SourceFile, read
from oit.source.write import Plain, in_block
from oit.thai import writing
from oit.views.answers.answer import Answer

_NO_SITE_URL = Bilingual(
    "agency.yml ไม่มี site_url แล้ว",
    "agency.yml has no site_url any more",
)
_ELSEWHERE = "ที่อยู่เว็บไซต์ (site_url) ใน agency.yml คือ {root}", "site_url in agency.yml is {root}"
_NO_PAGE = Bilingual("ไม่มีหน้านี้ในเว็บไซต์", "the site has no such page")
_NO_FILE = "ไม่มีไฟล์ docs/{path}", "there is no file docs/{path}"
_HEAD = """\
# ที่อยู่ที่ส่งเข้าระบบตอบแบบวัดแล้ว เขียนโดย oit answers --lock
# การแก้ไขที่ทำให้ที่อยู่ใดเปิดไม่ได้จะถูกแจ้งเป็นความผิดพลาด (OIT405) และเว็บไซต์จะไม่ถูกสร้าง
"""


class Locked:
    """The addresses of a year that were submitted."""

    def __init__(self, folder: DataFolder, year: int) -> None:
        path = folder.path / str(year) / FILE
        self.document = SourceFile(folder.shown(path))
        self.form = Submitted()
        self.findings: list[Finding] = []
        """What is wrong with the file."""
        if path.is_file():
            self.document = read(path, folder.path, self.document.file)
            reading = read_form(Submitted, self.document)
            self.document.root = reading.root
            self.form = reading.record or self.form
            self.findings = [*self.document.findings, *reading.findings]

    def addresses(self) -> Iterator[tuple[str, str, Place]]:
        """Yield each item and address, with its place."""
        for index, entry in enumerate(self.form.items):
            for number, address in enumerate(entry.addresses):
                path = ("items", index, "addresses", number)
                yield entry.item, address, place_of(path, self.document)


def broken(
    folder: DataFolder, assessment: Assessment, published: Collection[str] | None = None
) -> list[Finding]:
    """Tell which submitted addresses of a year would break, and what is wrong with their file.

    Args:
        folder: the data folder.
        assessment: the year.
        published: every page's address and file's path from the site's root. Without it, only
            addresses of items and documents are looked at.
    """
    if not (folder.path / str(assessment.year) / FILE).is_file():
        return []
    locked = Locked(folder, assessment.year)
    lost = [
        address_lost.CODE.at(place, address=address, id=item, reason=reason)
        for item, address, place in locked.addresses()
        if (reason := _reason(address, folder, assessment, published))
    ]
    return [*locked.findings, *lost]


def _reason(
    address: str, folder: DataFolder, assessment: Assessment, published: Collection[str] | None
) -> Bilingual | None:
    """Tell why an address would break, if it would."""
    path = _path(address, assessment.agency)
    if isinstance(path, Bilingual):
        return path
    if path.startswith("files/"):
        place = Place("")
        if any(check_file(FilePath(path), folder.docs, place)):
            return Bilingual(*(text.format(path=path) for text in _NO_FILE))
        return None
    pages = {result.url for result in assessment.items}
    is_item = re.fullmatch(rf"oit/{assessment.year}/[a-z]+[0-9]+", path.rstrip("/"))
    if published is None and not is_item:
        return None
    known = {page.rstrip("/") for page in (*pages, *(published or ()))}
    return None if path.rstrip("/") in known or _is_hand_written(path, folder.docs) else _NO_PAGE


def _path(address: str, agency: Agency) -> str | Bilingual:
    """Return an address as a path from the site's root; where it is of no page there, why."""
    if not agency.site_url:
        return _NO_SITE_URL
    root = f"{agency.site_url.rstrip('/')}/"
    bare = urlsplit(address)._replace(query="", fragment="").geturl()
    if not f"{bare}/".startswith(root):
        return Bilingual(*(text.format(root=root) for text in _ELSEWHERE))
    return unquote(bare[len(root) :]).removesuffix("index.html")


def _is_hand_written(path: str, docs: Path) -> bool:
    """Tell whether a page or file of docs/ has an address."""
    stem = path.strip("/")
    candidates = (docs / path, docs / f"{stem}.md", docs / stem / "index.md")
    return ".." not in Path(path).parts and any(file.is_file() for file in candidates)


def to_lock(
    answers: Sequence[Answer], locked: Locked, lost: Collection[str]
) -> dict[str, list[str]]:
    """Return the addresses to lock by item: those answered now, and those locked that still stand.

    Args:
        answers: the answers to every item.
        locked: what is locked already.
        lost: the addresses that would be dropped.
    """
    items = {answer.id: list(answer.addresses) for answer in answers if answer.is_there}
    for item, address, _ in locked.addresses():
        if address not in lost and address not in items.setdefault(item, []):
            items[item].append(address)
    return {item: addresses for item, addresses in items.items() if addresses}


def as_yaml(items: dict[str, list[str]], day: date) -> str:
    """Write the file."""
    entries: list[Plain] = [
        {"item": item, "addresses": [*addresses]} for item, addresses in items.items()
    ]
    return f"{_HEAD}{in_block({'submitted': writing.write_day(day), 'items': entries})}\n"
