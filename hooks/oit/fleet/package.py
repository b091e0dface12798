"""The dictionary and the Data Package of the tables, and which files of them may be published."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from oit.contents import sha256, size
from oit.fleet.dictionary import TABLES, Table
from oit.fleet.folder import FleetFolder
from oit.views.datasets.exact import exact_json
from oit.views.datasets.package import ABOUT, csv_resource
from oit.views.datasets.schema import schema_of

DICTIONARY = "dictionary.csv"
PACKAGE = "datapackage.json"

Known = Mapping[tuple[str, str | None], int]
"""How many agencies have a standing of the result, and a way in which it is known."""


def dictionary_rows(tables: Iterable[Table]) -> list[list[str]]:
    """Return the rows of the dictionary: each column of each table, in both languages."""
    titles = ["title_th", "title_en", "meaning_th", "meaning_en"]
    header = ["table", "column", "type", "audience", *titles]
    rows = [
        [table.name, column.name, column.type, table.audience, *column.title, *column.meaning]
        for table in tables
        for column in table.columns
    ]
    return [header, *rows]


def package_of(folder: Path, known: Known, day: date | None) -> dict[str, Any]:
    """Describe the files of all tables in a folder.

    Raises:
        OSError: one of them cannot be read.
    """
    package: dict[str, Any] = {
        "profile": "data-package",
        "name": "oit-fleet",
        "title": "ความพร้อมของหน่วยงานในเครือข่าย · Readiness of a fleet's agencies",
        "description": ABOUT,
    }
    if day:
        package["created"] = f"{day}T00:00:00+07:00"
    package["agencies"] = sum(known.values())
    # Which numbers are known in which way: readers must not add them up unnamed.
    package["known"] = [
        {"result": result, "how": how, "agencies": count}
        for (result, how), count in sorted(known.items(), key=str)
    ]
    package["resources"] = [
        *(_csv(table, folder) for table in TABLES),
        *(_parquet(table, folder) for table in TABLES),
    ]
    return package


def public_package(
    fleet: FleetFolder, rows: Sequence[Mapping[str, Any]], day: date | None
) -> dict[str, Any] | None:
    """Return the package of the public tables; ``None`` if they are of other records.

    Tables are of the present records if no record is newer, and the package describes exactly the
    files that are there, and as many agencies with the same results.

    Args:
        fleet: the folder.
        rows: the rows of the table of agencies, by the present records.
        day: the newest day of a try, by these.
    """
    known = Counter((str(row["result"]), row["how"]) for row in rows)
    path = fleet.tables / PACKAGE
    try:
        records = [fleet.list, *fleet.state.glob("*.json")]
        if path.stat().st_mtime_ns < max(record.stat().st_mtime_ns for record in records):
            return None
        package = package_of(fleet.tables, known, day)
        if exact_json(package) != path.read_bytes():
            return None
    except OSError:
        return None
    public = [each for each in package["resources"] if each["audience"] == "public"]
    return package | {"resources": public}


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
