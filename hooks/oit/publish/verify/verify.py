"""Compare a site, built or published, with the data that it is made of."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from oit import clock
from oit.bilingual import Bilingual
from oit.characters import escaped
from oit.data.folder import DataFolder
from oit.data.load import read_agency
from oit.findings.codes.site_build import OTHER_DAY
from oit.findings.finding import Code, Finding, Place
from oit.publish.site import prepare
from oit.publish.verify.checks import OF_DATA, OF_SITE, TO_REMOVE, made
from oit.publish.verify.copy import Copy, FolderCopy
from oit.publish.verify.crawl import Crawl, day_of
from oit.publish.verify.report import each_once
from oit.publish.verify.served import ServedCopy, UnreachableError
from oit.thai.dates import write_day
from oit.views.pages import manifest


@dataclass(frozen=True)
class Verified:
    """A site that was compared with its data."""

    pages: int
    documents: int
    faults: list[list[Finding]]
    """What is wrong; findings of one group differ only in their address."""

    @property
    def summary(self) -> Bilingual:
        """How much was compared, and what came of it."""
        found = (
            Bilingual(f"พบ {len(self.faults)} เรื่องที่ต้องแก้", f"{len(self.faults)} to fix")
            if self.faults
            else Bilingual("ตรงกับข้อมูลทั้งหมด", "everything matches the data")
        )
        return Bilingual(
            f"ตรวจ {self.pages} หน้า {self.documents} เอกสาร: {found.th}",
            f"{self.pages} pages, {self.documents} documents: {found.en}",
        )


def verify_site(site: str, folder: DataFolder, today: date | None) -> Verified:
    """Compare a site, in a folder or at an address, with its data.

    Raises:
        UnreachableError: there is no site there.
        UnusableDataError: the data has errors.
    """
    agency, _ = read_agency(folder)
    with closing(_copy(site, agency.site_url if agency else None)) as copy:
        day = day_of(copy, folder.years())
        crawl = Crawl.of(copy, prepare(folder, day or today or clock.today()))
        faults = [*_faults(crawl)]
    if today and day and day != today:
        address = manifest.PATH.removesuffix("manifest.json")
        days = {"found": write_day(day), "expected": write_day(today)}
        faults = [OTHER_DAY.at(Place(address), **days), *faults]
    return Verified(len(crawl.pages), len(crawl.documents), each_once(faults))


def _copy(site: str, site_url: str | None) -> Copy:
    """Open the site.

    Raises:
        UnreachableError: there is no such folder, or no server answers there.
    """
    if site.lower().startswith(("http://", "https://")):
        try:
            served = ServedCopy(site, site_url)
        except ValueError:
            raise UnreachableError(_not_there(site)) from None
        if served.get("") is None:
            raise UnreachableError(_not_there(site))
        return served
    folder = Path(site)
    if not folder.is_dir():
        raise UnreachableError(_not_there(site))
    return FolderCopy(folder, site_url)


def _not_there(site: str) -> Bilingual:
    site = escaped(site)
    return Bilingual(
        f"ไม่พบเว็บไซต์ที่ {site} ให้ระบุโฟลเดอร์ที่ oit build สร้าง หรือที่อยู่เต็มของหน้าแรก "
        "(ถ้าเปลี่ยนไปที่อยู่อื่น ให้ใช้ที่อยู่นั้น)",
        f"there is no site at {site}; name the folder that `oit build` wrote, or the full "
        "address of the front page (if it redirects, the address it leads to)",
    )


def _faults(crawl: Crawl) -> Iterator[Finding]:
    skipped = [*made.skipped(crawl)]
    yield from skipped
    if skipped:
        return
    yield from made.endless(crawl)
    outdated = [*made.outdated(crawl)]
    yield from outdated
    questions = OF_SITE if outdated else (*OF_DATA, *OF_SITE)
    found = [fault for question in questions for fault in question.check(crawl)]
    to_remove: dict[str, Code] = {}
    for code in TO_REMOVE:
        for fault in found:
            if fault.code is code:
                to_remove.setdefault(fault.place.file, code)
    yield from (
        fault for fault in found if to_remove.get(fault.place.file, fault.code) is fault.code
    )
