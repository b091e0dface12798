"""The command ``oit export ocds``: the purchases of a year as OCDS releases."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any, cast

import click

from oit.assess.examine import load_checked
from oit.bilingual import Bilingual
from oit.cli import options, overwriting
from oit.cli.command import UNUSABLE, command, option
from oit.cli.output import ExitStatus, Output
from oit.cli.overwriting import write_files
from oit.cli.usage import WrongCallError
from oit.data.folder import DataFolder
from oit.data.year import YearData
from oit.findings.finding import Finding, Severity
from oit.forms.agency import Agency
from oit.forms.licence import LICENCES
from oit.forms.purchase import Purchase
from oit.procurement import purchases
from oit.procurement.purchases import Purchases
from oit.thai import calendar
from oit.views.datasets.exact import exact_json
from oit.views.ocds.process import UNREGISTERED
from oit.views.ocds.release import Publication, release_package


class Prefix(click.ParamType[str]):
    """The prefix that a publisher registers with the Open Contracting Partnership."""

    name = "prefix"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return the prefix.

        Raises:
            WrongCallError: it is not a prefix.
        """
        del param
        if not re.fullmatch("ocds-[a-z0-9]{6}", value):
            th = f"รหัสนำหน้าไม่ถูกต้อง: {value} (เช่น ocds-1a2b3c)"
            en = f"{value} is not a prefix (write it like ocds-1a2b3c)"
            raise WrongCallError(Bilingual(th, en), ctx)
        return str(value)


@command(
    "ocds",
    Bilingual(
        "เขียนข้อมูลจัดซื้อจัดจ้างของปีตามมาตรฐาน OCDS 1.1",
        "Write the purchases of a year by the Open Contracting Data Standard 1.1.",
    ),
    example="oit export ocds --year 2569 --out releases.json",
    statuses={
        ExitStatus.OK: Bilingual("เขียนแล้ว", "the releases were written"),
        ExitStatus.INCOMPLETE: Bilingual("ปีนี้ไม่มีรายการจัดซื้อจัดจ้าง", "the year has no purchases"),
        ExitStatus.UNUSABLE: UNUSABLE,
    },
)
@overwriting.force
@options.data
@options.today
@options.year
@option(
    "--prefix",
    type=Prefix(),
    about=Bilingual("รหัสนำหน้าที่ขึ้นทะเบียนไว้", "your registered prefix"),
)
@option(
    "--out",
    default="-",
    metavar="FILE",
    about=Bilingual("ไฟล์ผลลัพธ์ (- คือหน้าจอ)", "file to write (- is the screen)"),
)
def run(
    output: Output,
    *,
    data: Path,
    today: date | None,
    year: int | None,
    prefix: str | None,
    out: str,
    force: bool,
) -> ExitStatus:
    """Write the release package of a year."""
    folder = DataFolder(data)
    year = year or next(iter(folder.years()), 0)
    agency, rows, findings = purchases_of(folder, year)
    if findings or agency is None:
        return output.refuse(*findings)
    if not rows:
        output.refuse(
            Bilingual(
                f"ไม่พบรายการจัดซื้อจัดจ้างของปีงบประมาณ {year} ใน {data}",
                f"there are no purchases of fiscal year {year} in {data}",
            )
        )
        return ExitStatus.INCOMPLETE
    day = today or latest(rows, year)
    licence = LICENCES.get(agency.licence or "")
    publication = Publication(agency, day, prefix or UNREGISTERED, licence)
    package = exact_json(release_package(rows, year, publication))
    if out == "-":
        output.write(package.decode())
    elif refused := write_files({Path(out): package}, force=force):
        return output.refuse(*refused)
    if publication.prefix == UNREGISTERED:
        output.note(
            Bilingual(
                f"รหัสนำหน้า {UNREGISTERED} ยังไม่ได้ขึ้นทะเบียน ขอรหัสได้โดยไม่เสียค่าใช้จ่ายที่"
                " data@open-contracting.org แล้วระบุด้วย --prefix",
                f"the prefix {UNREGISTERED} is not registered; ask data@open-contracting.org for"
                " one, free of charge, and name it with --prefix",
            )
        )
    return ExitStatus.OK


def purchases_of(
    folder: DataFolder, year: int
) -> tuple[Agency | None, list[Purchase], list[Finding]]:
    """Return the purchases of a year, or the errors because of which they are unknown.

    Several items list the same purchases: the longest list counts. A year's list may be in the
    next year's folder, whose items report on the year before.
    """
    loaded = load_checked(folder, [year, year + 1])
    agency = loaded.agency
    if agency is None:
        return None, [], list(loaded.agency_file.findings)
    found = (candidate for of in sorted(loaded.years) for candidate in _lists(loaded.years[of], of))
    lists = [candidate for candidate in found if candidate.year == year]
    findings = [*loaded.agency_file.findings, *loaded.findings_of(year)]
    findings += [finding for candidate in lists for finding in candidate.record.findings]
    errors = [finding for finding in findings if finding.severity is Severity.ERROR]
    fullest = max(lists, key=lambda candidate: len(candidate.rows), default=None)
    return agency, list(_with_months(fullest)) if fullest and not errors else [], errors


def _lists(data: YearData, year: int) -> Iterator[Purchases]:
    for item in data.checklist.items:
        if found := purchases.purchases_of(data.records.get(item.id), item.folder_year(year)):
            yield found


def _with_months(found: Purchases) -> Iterator[Purchase]:
    rows = cast("Sequence[Purchase]", found.rows)
    for row, month in zip(rows, found.months, strict=True):
        yield row.model_copy(update={"month": month})


def latest(rows: Sequence[Purchase], year: int) -> date:
    """Return the latest day in the purchases, which dates the data."""
    days = [day for row in rows for day in (row.announced, row.contract_date) if day]
    return max(days, default=calendar.first_day(year))
