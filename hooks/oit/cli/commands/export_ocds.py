"""The command ``oit export ocds``."""

import argparse
import sys
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import cast

from oit.assess.examine import load_checked
from oit.bilingual import Bilingual
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

OK, LACKING, UNUSABLE = 0, 1, 2

NONE = Bilingual(
    "ไม่พบรายการจัดซื้อจัดจ้างของปีงบประมาณ {year} ใน {folder}\n",
    "there are no purchases of fiscal year {year} in {folder}\n",
)
NOT_REGISTERED = Bilingual(
    "รหัสนำหน้า {prefix} ยังไม่ได้ขึ้นทะเบียน ขอรหัสได้โดยไม่เสียค่าใช้จ่ายที่ data@open-contracting.org "
    "แล้วระบุด้วย --prefix\n",
    "the prefix {prefix} is not registered; ask data@open-contracting.org for one, free of "
    "charge, and give it with --prefix\n",
)


def run(options: argparse.Namespace) -> int:
    """Write the release package of a year."""
    folder = DataFolder(options.data)
    year = options.year or next(iter(folder.years()), 0)
    agency, rows, findings = purchases_of(folder, year)
    if findings or agency is None:
        for finding in findings:
            sys.stderr.write(finding.told(options.lang) + "\n")
        return UNUSABLE
    if not rows:
        sys.stderr.write(NONE.text(options.lang).format(year=year, folder=options.data))
        return LACKING
    day = options.today or latest(rows, year)
    licence = LICENCES.get(agency.licence or "")
    prefix = options.prefix or UNREGISTERED
    publication = Publication(agency, day, prefix, licence)
    package = exact_json(release_package(rows, year, publication))
    if options.out == "-":
        sys.stdout.write(package.decode())
    else:
        Path(options.out).write_bytes(package)
    if prefix == UNREGISTERED:
        sys.stderr.write(NOT_REGISTERED.text(options.lang).format(prefix=UNREGISTERED))
    return OK


def purchases_of(
    folder: DataFolder, year: int
) -> tuple[Agency | None, list[Purchase], list[Finding]]:
    """Return the purchases of a year, or the errors for which they cannot be told.

    Several items list the same purchases: the fullest list counts. That of a year may stand in
    the next year's folder, whose items look back.
    """
    loaded = load_checked(folder, [year, year + 1])
    agency = loaded.agency
    if agency is None:
        return None, [], list(loaded.agency_file.findings)
    found = (one for of in sorted(loaded.years) for one in _lists(loaded.years[of], of))
    lists = [one for one in found if one.year == year]
    findings = [*loaded.agency_file.findings, *loaded.findings_of(year)]
    findings += [finding for one in lists for finding in one.record.findings]
    errors = [finding for finding in findings if finding.severity is Severity.ERROR]
    fullest = max(lists, key=lambda one: len(one.rows), default=None)
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
    """Return the latest day that purchases tell of: without another, the day of the data."""
    days = [day for row in rows for day in (row.announced, row.contract_date) if day]
    return max(days, default=calendar.first_day(year))
