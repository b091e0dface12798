"""The command ``oit verify``: compare a site with its data."""

from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

from oit import clock
from oit.bilingual import Bilingual
from oit.characters import escaped
from oit.cli import options
from oit.cli.command import UNUSABLE, argument, command
from oit.cli.output import ExitStatus, Output
from oit.data.folder import DataFolder
from oit.data.load import read_agency
from oit.findings.codes.site_build import OTHER_DAY
from oit.findings.finding import Code, Finding, Place
from oit.publish.build import project_of
from oit.publish.site import UnusableDataError, prepare
from oit.publish.verify.checks import OF_DATA, OF_SITE, TO_REMOVE, made
from oit.publish.verify.copy import Copy, FolderCopy
from oit.publish.verify.crawl import Crawl, day_of
from oit.publish.verify.report import as_text, each_once
from oit.publish.verify.served import ServedCopy, UnreachableError
from oit.thai.dates import write_day
from oit.views.pages import manifest


@command(
    "verify",
    Bilingual(
        "ตรวจเว็บไซต์ที่สร้างหรือเผยแพร่แล้ว ว่าทุกหน้าและเอกสารตรงกับข้อมูล และไม่มีของที่ห้ามเผยแพร่",
        "Compare the pages and documents of a built or published site with the data.",
    ),
    example="oit verify https://oit.example.go.th/",
    statuses={
        ExitStatus.OK: Bilingual("ตรงกับข้อมูล", "everything agrees with the data"),
        ExitStatus.INCOMPLETE: Bilingual("มีเรื่องที่ต้องแก้", "something must be fixed"),
        ExitStatus.UNUSABLE: UNUSABLE,
    },
)
@argument(
    "site",
    metavar="SITE",
    about=Bilingual(
        "โฟลเดอร์ของเว็บไซต์ หรือที่อยู่ http(s)", "folder of the site, or its address (http(s))"
    ),
)
@options.data
@options.today
def run(output: Output, *, site: str, data: Path, today: date | None) -> ExitStatus:
    """Verify a site."""
    return verify(output, site, data, today)


def verify(output: Output, site: str, data: Path, today: date | None) -> ExitStatus:
    """Compare a site with its data, and report what differs."""
    folder = DataFolder(data, project_of(data))
    agency, _ = read_agency(folder)
    try:
        with closing(_copy(site, agency.site_url if agency else None)) as copy:
            day = day_of(copy, folder.years())
            crawl = Crawl.of(copy, prepare(folder, day or today or clock.today()))
            faults = [*_faults(crawl)]
    except UnreachableError as error:
        return output.refuse(error.reason)
    except UnusableDataError as error:
        return output.refuse(*error.findings)
    if today and day and day != today:
        address = manifest.PATH.removesuffix("manifest.json")
        days = {"found": write_day(day), "expected": write_day(today)}
        other = OTHER_DAY.at(Place(address), **days)
        faults = [other, *faults]
    groups = each_once(faults)
    lines = [as_text(group, output.language) for group in groups]
    lines.append(_summary(crawl, len(groups)).text(output.language))
    output.report("\n".join(lines) + "\n")
    return ExitStatus.INCOMPLETE if groups else ExitStatus.OK


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


def _summary(crawl: Crawl, faults: int) -> Bilingual:
    pages, documents = len(crawl.pages), len(crawl.documents)
    found = (
        Bilingual(f"พบ {faults} เรื่องที่ต้องแก้", f"{faults} to fix")
        if faults
        else Bilingual("ตรงกับข้อมูลทั้งหมด", "everything matches the data")
    )
    return Bilingual(
        f"ตรวจ {pages} หน้า {documents} เอกสาร: {found.th}",
        f"{pages} pages, {documents} documents: {found.en}",
    )
