"""The tables of a fleet: CSV and Parquet of all records, with a dictionary and a Data Package.

A nation has over a million rows of elements, so only the rows of the table of agencies are held:
each record becomes rows in plain files, and DuckDB turns these into Parquet. The same records
always give the same bytes.
"""

import csv
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
from datetime import date
from pathlib import Path
from typing import NamedTuple

from oit.atomic import folder_beside, replace_folder
from oit.fleet.database import COLUMN_TYPES, Database, database, literal_path, seal
from oit.fleet.dictionary import AGENCY, TABLES, Table
from oit.fleet.folder import FleetFolder
from oit.fleet.known import Result
from oit.fleet.list import ListedAgency
from oit.fleet.package import DICTIONARY, PACKAGE, dictionary_rows, package_of
from oit.fleet.rows import Cell, Row, Rows, read_rows, with_age
from oit.spreadsheets.csv import csv_bytes, write_csv
from oit.views.datasets.csv import csv_text
from oit.views.datasets.exact import exact_json

_TOGETHER = 2_000
"""The rows that are fetched at a time."""


class Written(NamedTuple):
    """What the tables are made of."""

    agencies: int
    by: Counter[tuple[str, str | None]]
    """The agencies by the standing of the result and how it is known."""
    rows: Counter[str]
    """The rows of each table."""
    broken: list[str]
    """The ids of agencies whose record is no record; they count as not examined."""
    day: date | None
    """The newest day of a try; ``None`` before the first one."""

    @property
    def is_complete(self) -> bool:
        """Whether the newest try of every agency gave a result."""
        current = sum(n for (result, _), n in self.by.items() if result == Result.CURRENT)
        return current == self.agencies


def write_tables(fleet: FleetFolder, agencies: Sequence[ListedAgency]) -> Written:
    """Write the tables of all listed agencies in the place of the old ones.

    Records of agencies that left the list are kept for their return, but are in no table.

    Raises:
        OSError: they cannot be written; the old ones remain.
    """
    fleet.work.mkdir(parents=True, exist_ok=True)
    with folder_beside(fleet.work / "tables") as work, folder_beside(fleet.tables) as beside:
        new = beside / "tables"
        new.mkdir()
        written = _write_rows(fleet, agencies, work)
        with database(work) as connection:
            for table in TABLES:
                _load(connection, table, work / f"{table.name}.csv")
            seal(connection, writes=[new])
            for table in TABLES:
                _convert(connection, table, new)
        (new / DICTIONARY).write_bytes(csv_bytes(dictionary_rows(TABLES)))
        package = exact_json(package_of(new, written.by, written.day))
        (new / PACKAGE).write_bytes(package)
        replace_folder(new, fleet.tables, beside)
    return written


def _write_rows(fleet: FleetFolder, agencies: Sequence[ListedAgency], work: Path) -> Written:
    written = Written(len(agencies), Counter(), Counter(), [], None)
    of_agencies: list[Row] = []
    # No clock is asked, so that the bytes depend on records alone.
    newest = date.min
    with ExitStack() as stack:
        writers = {
            table.name: csv.writer(
                stack.enter_context(
                    # A half of a surrogate pair is the one text that UTF-8 does not have.
                    (work / f"{table.name}.csv").open(
                        "w", encoding="utf-8", errors="replace", newline=""
                    )
                )
            )
            for table in TABLES
        }
        for agency in agencies:
            rows, tried, is_broken = read_rows(fleet, agency)
            if is_broken:
                written.broken.append(agency.id)
            newest = max(newest, tried or newest)
            written.by[_how_known(rows)] += 1
            for name, of_table in rows.items():
                written.rows[name] += len(of_table)
                if name == AGENCY.name:
                    of_agencies += of_table
                else:
                    writers[name].writerows(of_table)
        writers[AGENCY.name].writerows(with_age(row, newest) for row in of_agencies)
    return written._replace(day=newest if newest > date.min else None)


def _how_known(rows: Rows) -> tuple[str, str | None]:
    (row,) = rows[AGENCY.name]
    columns = [column.name for column in AGENCY.columns]
    how = row[columns.index("how")]
    return str(row[columns.index("result")]), None if how is None else str(how)


def _convert(connection: Database, table: Table, out: Path) -> None:
    """Make the Parquet and the CSV of a table, with its rows in the order of the list."""
    rows = connection.table(table.name)
    rows.write_parquet(str(out.absolute() / f"{table.name}.parquet"), compression="zstd")
    # The name is ours; with one thread, rows come in the order in which they were loaded.
    found = connection.execute(f"FROM {table.name}")
    with (out / f"{table.name}.csv").open("wb") as stream:
        names = [column.name for column in table.columns]
        write_csv(stream, _texts(names, iter(lambda: found.fetchmany(_TOGETHER), [])))


def _load(connection: Database, table: Table, raw: Path) -> None:
    connection.read_csv(
        literal_path(raw),
        header=False,
        columns={column.name: COLUMN_TYPES[column.type] for column in table.columns},
        auto_detect=False,
        delimiter=",",
        quotechar='"',
        escapechar='"',
        parallel=False,
    ).create(table.name)
    raw.unlink()


def _texts(names: list[str], blocks: Iterable[list[tuple[Cell, ...]]]) -> Iterator[list[str]]:
    yield names
    for block in blocks:
        for row in block:
            yield [*map(csv_text, row)]
