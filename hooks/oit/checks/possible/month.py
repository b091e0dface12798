"""OIT421 · เดือนที่เป็นไปไม่ได้ ซ้ำ หรือไม่ได้บอก · An impossible, repeated or missing month

ไทย
    ข้อมูลรายเดือนของปีงบประมาณหนึ่งมีได้เดือนละครั้ง ตั้งแต่ตุลาคมถึงกันยายน และไม่มีเดือนที่ยังมาไม่ถึง
    ข้อความว่าเดือนหนึ่งไม่มีรายการจึงเขียนได้เมื่อถึงเดือนนั้นแล้ว ให้แก้เดือนหรือปี หรือรวมเดือนที่ซ้ำ
    รายการที่ไม่บอกเดือนไม่อยู่ในเดือนใดเลย ให้เติมช่อง month

English
    The monthly data of a fiscal year has each month once, from October to September, and none
    that is yet to come: nobody can state today that a coming month has no entries. Correct the
    month or its year, or merge the months that are repeated. An entry without a month
    belongs to none: add the field month.

fails data/2569/o11.yml
    months:
      - {month: 2569-09, nothing: ไม่มีการจัดซื้อจัดจ้างในเดือนนี้}

passes data/2569/o11.yml
    months:
      - {month: 2568-10, nothing: ไม่มีการจัดซื้อจัดจ้างในเดือนนี้}
"""

import sys
from collections.abc import Iterator
from datetime import date
from typing import Any

from oit.bilingual import Bilingual
from oit.checks.possible.doubt import Doubt
from oit.data.record import Record
from oit.findings.finding import Code, Place, Severity
from oit.forms.procurement_monthly import ProcurementMonthly
from oit.forms.service_statistics import MonthCount, ServiceStatistics
from oit.source.values import KeyPath, Mapping, Scalar, Sequence
from oit.thai import calendar, dates
from oit.thai.calendar import Month

_CORRECT = Bilingual("แก้เดือนหรือปีของรายการนี้", "correct the month or its year")

FUTURE = Code(
    "OIT421",
    Severity.WARNING,
    Bilingual("เดือน{month} ยังมาไม่ถึง", "{month} is in the future"),
    _CORRECT,
    __doc__,
)
OUTSIDE = Code(
    "OIT421",
    Severity.WARNING,
    Bilingual(
        "เดือน{month} ไม่อยู่ในปีงบประมาณ {year} (ต.ค. {before} – ก.ย. {year})",
        "{month} is outside the fiscal year {year} (October {before} to September {year})",
    ),
    _CORRECT,
    __doc__,
)
TWICE = Code(
    "OIT421",
    Severity.WARNING,
    Bilingual("เดือน{month} มีมากกว่าหนึ่งครั้ง", "{month} is there more than once"),
    Bilingual(
        "แก้เดือน หรือรวมรายการไว้ในเดือนเดียวแล้วลบที่ซ้ำ",
        "correct the month, or merge the two and delete one",
    ),
    __doc__,
)


LACKING = Code(
    "OIT421",
    Severity.WARNING,
    Bilingual(
        "รายการนี้ไม่บอกเดือน จึงไม่อยู่ในเดือนใดเลย",
        "this entry has no month, so it belongs to none",
    ),
    Bilingual(
        "เติมช่อง month เช่น month: {example} หรือลบรายการนี้ถ้าไม่ใช้",
        "add the field month, as in month: {example}, or delete the entry if it is not needed",
    ),
    __doc__,
)


def check(record: Record, year: int, today: date) -> Iterator[Doubt]:
    """Look at the months of purchases and of people served."""
    form = record.form
    if isinstance(form, ServiceStatistics | ProcurementMonthly):
        yield from _lacking(record, year)
    if isinstance(form, ServiceStatistics):
        yield from _check(record, "months", form.year, today)
    elif isinstance(form, ProcurementMonthly):
        yield from _check(record, "months", year, today)


def _check(record: Record, field: str, year: int | None, today: date) -> Iterator[Doubt]:
    known = calendar.fiscal_months(year) if year else []
    # The purchases and statements of a table have their own check (OIT615).
    of_table = {s.month for s in record.table.statements} if record.table else set()
    seen: set[tuple[Month, bool]] = set()
    for path, entry in record.values(field):
        month = entry.month
        if month is None:
            continue
        listed = getattr(entry, "purchases", None)
        place = _place(record, path, entry)
        words = dates.month_in_both(month)
        is_listed, is_outside = bool(listed) or month in of_table, known and month not in known
        if date(month.year, month.month, 1) > today and not (is_listed and is_outside):
            # Purchases are dated too; a statement that there are none is not.
            fields = frozenset() if is_listed else frozenset({f"{field}.month", f"{field}.nothing"})
            yield Doubt(FUTURE.at(place, month=words), fields | {f"{field}.count"}, [path])
        elif is_outside and not is_listed:
            at = {"year": year, "before": (year or 0) - 1}
            finding = OUTSIDE.at(place, month=words, **at)
            yield Doubt(finding, frozenset({f"{field}.count"}), [path])
        # A statement beside purchases has its own check (OIT618).
        if (month, bool(listed)) in seen:
            yield Doubt(TWICE.at(place, month=words))
        seen.add((month, bool(listed)))


def _lacking(record: Record, year: int) -> Iterator[Doubt]:
    """Look for entries of the file without a month; rows of a table have their own check (OIT617).

    An entry with a value that cannot be read, or with a misspelt field, may have one.
    """
    months = record.document.root.get(Scalar("months"))
    entries = [*months] if isinstance(months, Sequence) else []
    starts = [(entry.line, entry.column) for entry in entries] + [(sys.maxsize, 0)]
    faults = [(found.place.line, found.place.column) for found in record.findings]
    for entry, start, end in zip(entries, starts, starts[1:], strict=False):
        has_fault = any(start <= fault < end for fault in faults)
        if isinstance(entry, Mapping) and not entry.get(Scalar("month")) and not has_fault:
            place = record.document.place(entry)
            yield Doubt(LACKING.at(place, example=f"{year - 1}-10"))


def _place(record: Record, path: KeyPath, entry: Any) -> Place:
    """Return the place of a month: its first row, if a table gives it."""
    if getattr(entry, "purchases", None):
        return record.place((*path, "purchases", 0, "month"))
    if (table := record.table) is None:
        return record.place((*path, "month"))
    for statement in table.statements:
        if statement.month == entry.month and statement.text == getattr(entry, "nothing", None):
            return table.stated_at(statement)
    months = table.columns.get("month", ())
    if isinstance(entry, MonthCount) and entry.month in months:
        return table.place(months.index(entry.month), "month")
    return record.place((*path, "month"))
