"""The CSV files of the data folder, read as text and written for readable diffs in git."""

import csv
import io
from collections.abc import Sequence
from datetime import date
from operator import itemgetter, not_
from pathlib import Path

from oit.data.tables.read import read_table
from oit.data.tables.sheet import read_sheet
from oit.findings.finding import Finding, Severity
from oit.intake.imports.layout import Layout
from oit.spreadsheets.cells import inert, original
from oit.thai import dates, writing
from oit.thai.calendar import Month

Row = dict[str, str]
"""A row of a table: the texts of its fields that are not blank."""


def read_rows(
    path: Path, folder: Path, shown: str, layout: Layout
) -> tuple[list[Row], list[Finding]]:
    """Read the rows of the existing table, or return its errors instead."""
    if not path.exists():
        return [], []
    findings = [
        finding
        for finding in read_table(path, folder, shown, layout.form).findings
        if finding.severity is Severity.ERROR
    ]
    if findings:
        return [], findings
    header, *lines = read_sheet(path, folder, shown).rows
    year = int(path.parent.name)
    fields = layout.form.model_fields.items()
    months = [name for name, field in fields if field.annotation == Month | None]
    days = [name for name, field in fields if field.annotation == date | None]

    def row_of(line: Sequence[str]) -> Row:
        """Return the texts of a row as an import writes them: people write dates in many ways."""
        cells = zip(header, line, strict=True)
        row = {name: original(cell).strip(writing.SPACES) for name, cell in cells if cell}
        for name in months:
            if name in row:
                row[name] = dates.write_month(dates.read_month(row[name], year))
        for name in days:
            if name in row:
                row[name] = dates.write_day(dates.read_day(row[name], year).date)
        return {name: text for name, text in row.items() if text}

    return list(map(row_of, lines)), []


def as_csv(rows: list[Row], layout: Layout) -> str:
    """Write rows as CSV, with the columns that some row uses and the required ones."""
    required = {name for name, field in layout.form.model_fields.items() if field.is_required()}
    header = [
        name for name in layout.order if name in required or any(row.get(name) for row in rows)
    ]
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(header)
    writer.writerows([inert(row.get(name, "")) for name in header] for row in rows)
    return out.getvalue()


def in_order(rows: list[Row], layout: Layout) -> list[Row]:
    """Sort purchases; other tables stay in the order of the office.

    Purchases are sorted by month, date of the contract, numbers of the project and the
    contract, and name; a row without one of these comes last.
    """
    if "project_number" not in layout.form.model_fields:
        return rows
    lead = ("month", "contract_date", "project_number", "contract_number", "name")

    def key(row: Row, names: Sequence[str]) -> tuple[tuple[bool, str], ...]:
        texts = [row.get(name, "") for name in names]
        return tuple(zip(map(not_, texts), texts, strict=True))

    alike: dict[tuple[tuple[bool, str], ...], list[Row]] = {}
    for row in rows:
        alike.setdefault(key(row, lead), []).append(row)
    # Few rows agree in all of these, and only they need a look at every column.
    return [
        row
        for _, same in sorted(alike.items(), key=itemgetter(0))
        for row in (sorted(same, key=lambda row: key(row, layout.order)) if same[1:] else same)
    ]
