"""Read the CSV file of a table: every row and cell typed, and every fault, in one go."""

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path

from oit.collector import paused
from oit.data.tables.column import Fault, read_column
from oit.data.tables.sheet import read_sheet
from oit.data.tables.table import Statement, Table
from oit.findings.codes import common_era, required_field, table_header, table_row
from oit.findings.codes.unknown_field import did_you_mean, nearest
from oit.findings.finding import Finding, Place
from oit.forms.base import Form, title_of
from oit.forms.fields import FAULTS, read_text
from oit.forms.labels import field_label
from oit.spreadsheets.cells import original
from oit.thai.calendar import Month
from oit.thai.dates import format_month

STATEMENT = "nothing"
"""The column in which a month without entries says so."""


def read_table(path: Path, folder: Path, shown: str, form: type[Form]) -> Table:
    """Read a table, once for as long as its file stays the same.

    Args:
        path: the file; its folder is named by the fiscal year.
        folder: the data folder; a file that leads out of it is refused.
        shown: the file's name for findings.
        form: what a row is.
    """
    # Of the file itself: where a link leads to is no matter, as none is read.
    stat = path.lstat()
    with paused():
        return _read(path, folder, shown, form, (stat.st_ino, stat.st_mtime_ns, stat.st_size))


@lru_cache(maxsize=64)
def _read(
    path: Path, folder: Path, shown: str, form: type[Form], _changed: tuple[int, int, int]
) -> Table:
    sheet = read_sheet(path, folder, shown)
    table = Table(shown, int(path.parent.name), form, findings=sheet.findings)
    if sheet.findings:
        return table
    if not sheet.rows:
        fields = ",".join(list(form.model_fields)[:3])
        table.findings.append(table_header.NONE.at(Place(shown), fields=fields))
        return table
    (header, *rows), (first, *lines) = sheet.rows, sheet.lines
    table.findings += _header_faults(header, form, Place(shown, first))
    # Cells of a row with the wrong width match no column.
    table.findings += _width_faults(rows, lines, len(header), shown)
    if not table.findings:
        table.numbers = {name: number for number, name in enumerate(header, start=1)}
        columns = zip(*rows, strict=True) if rows else ([] for _ in header)
        _fill(table, dict(zip(header, columns, strict=True)), lines)
    return table


def read_row(form: type[Form], cells: Mapping[str, str], year: int, shown: str) -> Table:
    """Read the texts of a single row as ``read_table`` reads those of a file.

    Args:
        form: what a row is.
        cells: the texts by the names of their columns, as in the file.
        year: the fiscal year of the table.
        shown: the file's name for findings; their columns count the cells.
    """
    table = Table(shown, year, form)
    table.numbers = {name: number for number, name in enumerate(cells, start=1)}
    _fill(table, {name: [text] for name, text in cells.items()}, [1])
    return table


def _header_faults(header: list[str], form: type[Form], place: Place) -> Iterator[Finding]:
    known = [*form.model_fields, *([STATEMENT] if "month" in form.model_fields else [])]
    for number, name in enumerate(header, start=1):
        here = place._replace(column=number)
        if name not in known:
            suggestion = did_you_mean(name, known, table_header.COLUMNS)
            yield table_header.CODE.at(here, field=name, suggestion=suggestion)
        elif name in header[: number - 1]:
            yield table_header.DUPLICATE.at(here, field=name, first=header.index(name) + 1)
    # A misspelt column is already reported; do not report it as missing too.
    meant = {nearest(name, known) for name in header if name not in known}
    for name, field in form.model_fields.items():
        if field.is_required() and name not in {*header, *meant}:
            yield table_header.REQUIRED.at(place, field=name, title=title_of(form, name))


def _width_faults(
    rows: list[list[str]], lines: Sequence[int], width: int, shown: str
) -> Iterator[Finding]:
    """Report rows with the wrong width, once for each width: they have the same cause."""
    if set(map(len, rows)) <= {width}:
        return
    wrong: dict[int, list[int]] = {}
    for line, row in zip(lines, rows, strict=True):
        if len(row) != width:
            wrong.setdefault(len(row), []).append(line)
    for found, (first, *more) in wrong.items():
        place, others = Place(shown, first), table_row.others(more)
        yield table_row.CODE.at(place, found=found, width=width, others=others)


def _fill(table: Table, texts: Mapping[str, Sequence[str]], lines: Sequence[int]) -> None:
    """Read every column by its type, and separate the statements of months without entries."""
    stated = {
        index: text for index, text in enumerate(map(_text, texts.get(STATEMENT, ()))) if text
    }
    for index, text in stated.items():
        row = {name: cells[index] for name, cells in texts.items()}
        table.findings += _state(table, row, text, lines[index])
    kept = [index for index in range(len(lines)) if index not in stated] if stated else None
    table.lines = lines if kept is None else [lines[index] for index in kept]
    for name in table.form.model_fields:
        if name in texts:
            cells = texts[name] if kept is None else [texts[name][index] for index in kept]
            column = read_column(table.form, name, cells, table.year)
            table.columns[name] = column.cells
            table.findings += _cell_faults(table, name, cells, column.faults)
            table.findings += _other_era(table, name, cells, column.other_era)
    table.findings += _contradictions(table)
    table.findings.sort(key=lambda finding: finding.place)


def _state(table: Table, row: Mapping[str, str], text: str, line: int) -> Iterator[Finding]:
    """Record the statement that there was nothing in a month."""
    place = Place(table.file, line, table.numbers[STATEMENT])
    others = [name for name in row if name not in {"month", STATEMENT} and _text(row[name])]
    if others:
        yield table_row.STATEMENT.at(place, fields=", ".join(others))
        return
    written = row.get("month", "")
    column = read_column(table.form, "month", [written], table.year)
    place = place._replace(column=table.numbers.get("month", 1))
    if column.cells == [None]:
        fault = column.faults.get(written)
        why = fault.suggestion if fault else ""
        yield FAULTS["month"].at(
            place, field=field_label(table.form, "month"), text=written, suggestion=why
        )
        return
    for year in column.other_era.values():
        yield common_era.CODE.at(place, text=written, year=year)
    table.statements.append(Statement(column.cells[0], text, line))


def _contradictions(table: Table) -> Iterator[Finding]:
    """Yield the statements of months that have entries, or a statement already."""
    with_entries = set(table.columns.get("month", ()))
    stated: set[Month] = set()
    for statement in table.statements:
        place = Place(table.file, statement.line, table.numbers[STATEMENT])
        month = format_month(statement.month)
        if statement.month in with_entries:
            yield table_row.NOT_NOTHING.at(place, month=month)
        elif statement.month in stated:
            yield table_row.DUPLICATE_STATEMENT.at(place, month=month)
        stated.add(statement.month)


def _text(cell: str) -> str | None:
    """Return the text of a cell; ``None`` if it is empty."""
    return read_text(original(cell)) if cell else None


def _cell_faults(
    table: Table, name: str, texts: Sequence[str], faults: Mapping[str, Fault]
) -> Iterator[Finding]:
    if not faults:
        return
    for index, text in enumerate(map(original, texts)):
        if text in faults:
            kind, field, given, suggestion = faults[text]
            place, label = table.place(index, name), field_label(table.form, field)
            if kind == "required":
                yield required_field.CODE.at(place, field=label, inside=table.file)
            else:
                code = FAULTS[kind]
                yield code.at(place, field=label, text=given, suggestion=suggestion)


def _other_era(
    table: Table, name: str, texts: Sequence[str], years: Mapping[str, int]
) -> Iterator[Finding]:
    if not years:
        return
    for index, text in enumerate(texts):
        if text in years:
            place = table.place(index, name)
            yield common_era.CODE.at(place, text=text, year=years[text])
