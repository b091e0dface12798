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
from typing import Any, NamedTuple

from oit.atomic import folder_beside, replace_folder
from oit.contents import sha256, size
from oit.fleet.database import COLUMN_TYPES, Database, database, literal_path, seal
from oit.fleet.dictionary import AGENCY, TABLES, Table
from oit.fleet.folder import FleetFolder
from oit.fleet.known import Result
from oit.fleet.list import ListedAgency
from oit.fleet.rows import Cell, Row, Rows, read_rows, with_age
from oit.spreadsheets.csv import write_csv
from oit.views.datasets.csv import csv_text
from oit.views.datasets.exact import exact_json
from oit.views.datasets.package import ABOUT, csv_resource
from oit.views.datasets.schema import schema_of

DICTIONARY = "dictionary.csv"
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
        _write_dictionary(new / DICTIONARY)
        package = exact_json(_package(new, written))
        (new / "datapackage.json").write_bytes(package)
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


def _write_dictionary(path: Path) -> None:
    titles = ["title_th", "title_en", "meaning_th", "meaning_en"]
    header = ["table", "column", "type", "audience", *titles]
    rows = [
        [
            table.name,
            column.name,
            column.type,
            table.audience,
            *column.title,
            *column.meaning,
        ]
        for table in TABLES
        for column in table.columns
    ]
    with path.open("wb") as stream:
        write_csv(stream, [header, *rows])


def _package(folder: Path, written: Written) -> dict[str, Any]:
    package: dict[str, Any] = {
        "profile": "data-package",
        "name": "oit-fleet",
        "title": "ความพร้อมของหน่วยงานในเครือข่าย · Readiness of a fleet's agencies",
        "description": ABOUT,
    }
    if written.day:
        package["created"] = f"{written.day}T00:00:00+07:00"
    package["agencies"] = written.agencies
    # Which numbers are known in which way: readers must not add them up unnamed.
    package["known"] = [
        {"result": result, "how": how, "agencies": count}
        for (result, how), count in sorted(written.by.items(), key=str)
    ]
    package["resources"] = [
        *(_csv(table, folder) for table in TABLES),
        *(_parquet(table, folder) for table in TABLES),
    ]
    return package


def _csv(table: Table, folder: Path) -> dict[str, Any]:
    path = f"{table.name}.csv"
    title, description = " · ".join(table.title), " · ".join(table.meaning)
    schema = schema_of(column.field for column in table.columns)
    resource = csv_resource(table.name, title, description, path, folder / path, schema)
    return resource | {"audience": table.audience}


def _parquet(table: Table, folder: Path) -> dict[str, Any]:
    path = f"{table.name}.parquet"
    return {
        "name": f"{table.name}-parquet",
        "title": " · ".join(table.title),
        "audience": table.audience,
        "path": path,
        "format": "parquet",
        "mediatype": "application/vnd.apache.parquet",
        "bytes": size(folder / path),
        "hash": f"sha256:{sha256(folder / path)}",
    }
