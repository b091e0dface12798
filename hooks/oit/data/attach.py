"""Put the rows of a table into the record of the item that names it."""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from oit.bilingual import Bilingual
from oit.data.folder import DataFolder
from oit.data.record import Record
from oit.data.tables.read import read_table
from oit.data.tables.table import Table
from oit.findings.codes import table_file, table_twice
from oit.findings.codes.unknown_field import did_you_mean
from oit.findings.finding import Finding, Severity
from oit.forms.tabular import TableForm
from oit.forms.values import is_list
from oit.thai.dates import format_month

_NAME = re.compile(r"(?:2[4-6][0-9]{2}/)?[a-z0-9][a-z0-9_-]{0,60}\.csv")


def with_table(record: Record, folder: DataFolder, year: int) -> Record:
    """Return the record with the rows of the table that it names, if it names one.

    ``year`` is that of the folder in which the item's file stands.
    """
    form = record.form
    if not isinstance(form, TableForm):
        return record
    unreadable = replace(record, unreadable=record.unreadable | set(form.FILLS))
    if form.rows is None:
        return unreadable if "rows" in record.unreadable else record
    path = folder.path / (form.rows if "/" in form.rows else f"{year}/{form.rows}")
    if fault := _fault(record, form.rows, path):
        return unreadable.with_findings([fault])
    table = read_table(path, folder.path, folder.shown(path), form.ROW)
    findings = [*table.findings, *_twice(record, form, table)]
    if any(finding.severity is Severity.ERROR for finding in findings):
        # What the table would have said is not known: it is not said to be missing too.
        return unreadable.with_findings(findings)
    statements = [(one.month, one.text) for one in table.statements]
    with_rows = form.with_entries(table.rows(), statements)
    return replace(record, form=with_rows, table=table).with_findings(findings)


def _fault(record: Record, name: str, path: Path) -> Finding | None:
    place = record.place(("rows",))
    if not _NAME.fullmatch(name):
        return table_file.NAME.at(place, name=name)
    known = sorted(file.name for file in path.parent.glob("*.csv"))
    if path.name in known:
        return None
    suggestion = did_you_mean(path.name, known, table_file.FILES) if known else Bilingual("", "")
    return table_file.CODE.at(place, name=name, suggestion=suggestion)


def _twice(record: Record, form: TableForm, table: Table) -> Iterator[Finding]:
    """Tell of entries that stand in the item's file too."""
    name = Path(table.file).name
    if form.STATES_TOTALS:
        return
    field, _, inner = form.ENTRIES.partition(".")
    if not inner:
        for filled in form.FILLS:
            if is_list(getattr(form, filled)) and getattr(form, filled):
                yield table_twice.CODE.at(record.place((filled,)), field=filled, name=name)
        return
    # The file may say of some months that there was nothing in them.
    months = {*table.columns.get("month", ()), *(one.month for one in table.statements)} - {None}
    for index, entry in enumerate(getattr(form, field)):
        path = (field, index)
        if entry.month in months:
            month = format_month(entry.month)
            yield table_twice.MONTH.at(record.place(path), month=month, name=name)
        elif getattr(entry, inner):
            yield table_twice.CODE.at(record.place((*path, inner)), field=inner, name=name)
