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
from oit.findings.codes import table_and_entries, table_file
from oit.findings.codes.unknown_field import did_you_mean
from oit.findings.finding import Finding, Severity
from oit.forms.tabular import TableForm
from oit.forms.values import is_list
from oit.thai.dates import format_month

TABLE_NAME = re.compile(r"(?:2[4-6][0-9]{2}/)?[a-z0-9][a-z0-9_-]{0,60}\.csv")


def with_table(record: Record, folder: DataFolder, year: int) -> Record:
    """Return the record with the rows of the table that it names, if it names one.

    ``year`` is the year of the folder that holds the item's file.
    """
    form = record.form
    if not isinstance(form, TableForm):
        return record
    unreadable = replace(record, unreadable=record.unreadable | set(form.FILLS))
    if form.rows is None:
        return unreadable if "rows" in record.unreadable else record
    if fault := table_fault(record, folder, year):
        return unreadable.with_findings([fault])
    path = _path(folder, form.rows, year)
    table = read_table(path, folder.path, folder.shown(path), form.ROW)
    findings = [*table.findings, *_repeated(record, form, table)]
    if any(finding.severity is Severity.ERROR for finding in findings):
        # The table's contents are unknown; do not report them as missing too.
        return unreadable.with_findings(findings)
    statements = [(statement.month, statement.text) for statement in table.statements]
    with_rows = form.with_entries(table.rows(), statements)
    return replace(record, form=with_rows, table=table).with_findings(findings)


def table_fault(record: Record, folder: DataFolder, year: int) -> Finding | None:
    """Return what is wrong with the name of the table in a record, if it names one."""
    if not isinstance(record.form, TableForm) or record.form.rows is None:
        return None
    name = record.form.rows
    path = _path(folder, name, year)
    place = record.place(("rows",))
    if not TABLE_NAME.fullmatch(name):
        return table_file.NAME.at(place, name=name)
    known = sorted(file.name for file in path.parent.glob("*.csv"))
    if path.name in known:
        return None
    suggestion = did_you_mean(path.name, known, table_file.FILES) if known else Bilingual("", "")
    return table_file.CODE.at(place, name=name, suggestion=suggestion)


def _path(folder: DataFolder, name: str, year: int) -> Path:
    return folder.path / (name if "/" in name else f"{year}/{name}")


def _repeated(record: Record, form: TableForm, table: Table) -> Iterator[Finding]:
    """Report entries that are in the item's file as well as in the table."""
    name = Path(table.file).name
    if form.STATES_TOTALS:
        return
    field, _, inner = form.ENTRIES.partition(".")
    if not inner:
        for filled in form.FILLS:
            if is_list(getattr(form, filled)) and getattr(form, filled):
                yield table_and_entries.CODE.at(record.place((filled,)), field=filled, name=name)
        return
    # The file may state for some months that there was nothing.
    stated = (statement.month for statement in table.statements)
    months = {*table.columns.get("month", ()), *stated} - {None}
    for index, entry in enumerate(getattr(form, field)):
        path = (field, index)
        if entry.month in months:
            month = format_month(entry.month)
            yield table_and_entries.MONTH.at(record.place(path), month=month, name=name)
        elif getattr(entry, inner):
            yield table_and_entries.CODE.at(record.place((*path, inner)), field=inner, name=name)
