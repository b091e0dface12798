"""The command ``oit verify``: hold a site against its data."""

import argparse
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from oit.assess.examine import today
from oit.bilingual import Bilingual
from oit.cli.usage import refuse
from oit.data.folder import DataFolder
from oit.data.load import read_agency
from oit.publish.build import project_of
from oit.publish.site import UnusableDataError, prepare
from oit.publish.verify.checks import OF_DATA, OF_SITE, TO_REMOVE, made
from oit.publish.verify.checks.policy import EDITOR
from oit.publish.verify.copy import Copy, FolderCopy
from oit.publish.verify.fault import Fault, Kind, each_once
from oit.publish.verify.served import ServedCopy, UnreachableError
from oit.publish.verify.visit import Visit, day_of
from oit.thai.dates import write_day
from oit.views.pages import manifest
from oit.views.pages.editor.fault import NoEditorError

GOOD, FAULTY = 0, 1
"""Exit status: all is as the data says; something is not (and ``UNUSABLE``: it cannot be read)."""

OTHER_DAY = Kind(
    "other-day",
    Bilingual("เว็บไซต์สร้าง ณ วันที่ {found} ไม่ใช่ {wanted}", "the site is of {found}, not of {wanted}"),
    Bilingual(
        "สร้างเว็บไซต์ใหม่ด้วย oit build --today {wanted}",
        "build the site again with `oit build --today {wanted}`",
    ),
)


def run(options: argparse.Namespace) -> int:
    """Verify a site; return the exit status."""
    folder = DataFolder(options.data, project_of(options.data))
    agency, _ = read_agency(folder)
    try:
        with closing(_copy(options.site, agency.site_url if agency else None)) as copy:
            day = day_of(copy, folder.years())
            # Only where agency.yml says where the editor saves may it be published.
            admin = bool(agency and agency.admin) and copy.get(EDITOR) is not None
            visit = Visit.of(copy, prepare(folder, day or options.today or today(), admin=admin))
            faults = [*_faults(visit)]
    except (UnreachableError, NoEditorError) as error:
        return refuse([error.told.text(options.lang)])
    except UnusableDataError as error:
        return refuse([finding.told(options.lang) for finding in error.findings])
    if options.today and day and day != options.today:
        address = manifest.PATH.removesuffix("manifest.json")
        faults = [
            OTHER_DAY.at(address, found=write_day(day), wanted=write_day(options.today)),
            *faults,
        ]
    groups = [*each_once(faults)]
    lines = [group.told(options.lang) for group in groups]
    sys.stdout.write("\n".join([*lines, _summary(visit, len(groups)).text(options.lang)]) + "\n")
    return FAULTY if groups else GOOD


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
    return Bilingual(
        f"ไม่พบเว็บไซต์ที่ {site} ให้ระบุโฟลเดอร์ที่ oit build สร้าง หรือที่อยู่เต็มของหน้าแรก "
        "(ถ้าเปลี่ยนไปที่อยู่อื่น ให้ใช้ที่อยู่นั้น)",
        f"there is no site at {site}; name the folder that `oit build` made, or the whole "
        "address of the front page (where it leads elsewhere, that one)",
    )


def _faults(visit: Visit) -> Iterator[Fault]:
    skipped = [*made.skipped(visit)]
    yield from skipped
    if skipped:
        return
    outdated = [*made.outdated(visit)]
    yield from outdated
    questions = OF_SITE if outdated else (*OF_DATA, *OF_SITE)
    found = [fault for question in questions for fault in question.check(visit)]
    to_remove: dict[str, Kind] = {}
    for kind in TO_REMOVE:
        for fault in found:
            if fault.kind is kind:
                to_remove.setdefault(fault.address, kind)
    yield from (one for one in found if to_remove.get(one.address, one.kind) is one.kind)


def _summary(visit: Visit, faults: int) -> Bilingual:
    pages, documents = len(visit.pages), len(visit.documents)
    found = (
        Bilingual(f"พบ {faults} เรื่องที่ต้องแก้", f"{faults} to mend")
        if faults
        else Bilingual("ตรงกับข้อมูลทั้งหมด", "all is as the data says")
    )
    return Bilingual(
        f"ตรวจ {pages} หน้า {documents} เอกสาร: {found.th}",
        f"{pages} pages, {documents} documents: {found.en}",
    )
