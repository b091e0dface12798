"""The tables of a fleet: CSV and Parquet of all records, with a dictionary and a Data Package.

A nation has over a million rows of elements, so nothing here holds more than a few agencies: each
record becomes rows in plain files, and DuckDB turns these into Parquet. The same records always
give the same bytes.
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
from oit.fleet import state
from oit.fleet.dictionary import TABLES, Table
from oit.fleet.duck import COLUMN_TYPES, Database, database, literally, seal
from oit.fleet.folder import FleetFolder
from oit.fleet.known import Result
from oit.fleet.list import ListedAgency
from oit.fleet.record import Record
from oit.fleet.rows import BrokenRecordError, Cell, Rows, newest_day, rows_of
from oit.fleet.sources.address import Kind, Source, source_of
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
        now = _newest(fleet, agencies)
        written = _write_rows(fleet, agencies, now, work)
        with database(work) as duck:
            for table in TABLES:
                _load(duck, table, work / f"{table.name}.csv")
            seal(duck, writes=[new])
            for table in TABLES:
                _convert(duck, table, new)
        _write_dictionary(new / DICTIONARY)
        package = exact_json(_package(new, now, written))
        (new / "datapackage.json").write_bytes(package)
        replace_folder(new, fleet.tables, beside)
    return written


def _newest(fleet: FleetFolder, agencies: Iterable[ListedAgency]) -> date:
    """Return the newest day of a try: no clock is asked, so that the bytes depend on records."""
    newest = date.min
    for agency in agencies:
        if (record := state.read(fleet.state, agency.id)) is not None:
            try:
                newest = max(newest, newest_day(record))
            except BrokenRecordError:
                continue
    return newest


def _write_rows(
    fleet: FleetFolder, agencies: Iterable[ListedAgency], now: date, work: Path
) -> Written:
    written = Written(0, Counter(), Counter(), [])
    count = 0
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
            count += 1
            record = state.read(fleet.state, agency.id)
            rows, is_broken = _rows(fleet, agency, record, now)
            if is_broken or (record is None and state.has(fleet.state, agency.id)):
                written.broken.append(agency.id)
            for name, of_table in rows.items():
                writers[name].writerows(of_table)
                written.rows[name] += len(of_table)
            written.by[_how_known(rows)] += 1
    return written._replace(agencies=count)


def _rows(
    fleet: FleetFolder, agency: ListedAgency, record: Record | None, now: date
) -> tuple[Rows, bool]:
    source = source_of(agency.source, fleet.path)
    is_site = isinstance(source, Source) and source.kind is Kind.SITE
    site = agency.source if is_site else None
    try:
        return rows_of(agency, site, record, now), False
    except BrokenRecordError:
        return rows_of(agency, site, None, now), True


def _how_known(rows: Rows) -> tuple[str, str | None]:
    (row,) = rows["agency"]
    columns = [column.name for column in TABLES[0].columns]
    how = row[columns.index("how")]
    return str(row[columns.index("result")]), None if how is None else str(how)


def _convert(duck: Database, table: Table, out: Path) -> None:
    """Make the Parquet and the CSV of a table, with its rows in the order of the list."""
    rows = duck.table(table.name)
    rows.write_parquet(str(out.absolute() / f"{table.name}.parquet"), compression="zstd")
    # The name is ours; with one thread, rows come in the order in which they were loaded.
    found = duck.execute(f"FROM {table.name}")
    with (out / f"{table.name}.csv").open("wb") as stream:
        names = [column.name for column in table.columns]
        write_csv(stream, _texts(names, iter(lambda: found.fetchmany(_TOGETHER), [])))


def _load(duck: Database, table: Table, raw: Path) -> None:
    duck.read_csv(
        literally(raw),
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


def _package(folder: Path, now: date, written: Written) -> dict[str, Any]:
    package: dict[str, Any] = {
        "profile": "data-package",
        "name": "oit-fleet",
        "title": "ความพร้อมของหน่วยงานในเครือข่าย · Readiness of a fleet's agencies",
        "description": ABOUT,
    }
    if now > date.min:
        package["created"] = f"{now}T00:00:00+07:00"
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
