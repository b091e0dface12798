"""The open data of the overview: what is counted, and the public tables if they are up to date."""

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from oit.contents import Contents, sha256, size
from oit.fleet.dictionary import AGENCY, TABLES
from oit.fleet.folder import FleetFolder
from oit.fleet.known import HOW
from oit.fleet.overview import Agency, Overview
from oit.fleet.package import DICTIONARY, PACKAGE, dictionary_rows, public_package
from oit.spreadsheets.csv import csv_bytes
from oit.views.datasets.csv import csv_text
from oit.views.datasets.exact import exact_json

FOLDER = "data/"
_AGENCIES = f"{AGENCY.name}.csv"
_STATUSES = ("complete", "partial", "missing")


class DataFile(NamedTuple):
    """A file of open data."""

    path: str
    about: str
    detail: str
    contents: Contents

    @property
    def format(self) -> str:
        """Its format, as readers call it."""
        return self.path.rpartition(".")[2].upper().replace("PARQUET", "Parquet")

    @property
    def size(self) -> str:
        """Its size in words."""
        kilobytes = max(size(self.contents) // 1000, 1)
        return f"{kilobytes:,} KB" if kilobytes < 1000 else f"{kilobytes / 1000:,.1f} MB"


def open_data(overview: Overview, fleet: FleetFolder) -> list[DataFile]:
    """Return the files; those of ``oit fleet tables`` only if they are of the present records.

    Raises:
        OSError: a table went away meanwhile.
    """
    agencies = csv_bytes(_agency_rows(overview))
    files = [
        DataFile(f"{FOLDER}{_AGENCIES}", AGENCY.title.th, AGENCY.meaning.th, agencies),
        DataFile(
            f"{FOLDER}item-counts.csv",
            "สรุปรายข้อ",
            "กี่หน่วยงานมีครบ มีบางส่วน และขาดแต่ละข้อ",
            csv_bytes(_item_rows(overview)),
        ),
    ]
    rows = [agency.row for agency in overview.agencies]
    package = public_package(fleet, rows, overview.day)
    if not package or _hash(package["resources"], _AGENCIES) != f"sha256:{sha256(agencies)}":
        return [*files, _dictionary(AGENCY.name)]
    public = [table for table in TABLES if table.is_public]
    files += [
        DataFile(f"{FOLDER}{name}", table.title.th, table.meaning.th, fleet.tables / name)
        for table in public
        for name in (f"{table.name}.csv", f"{table.name}.parquet")
        if name != _AGENCIES
    ]
    described = DataFile(f"{FOLDER}{PACKAGE}", "Data Package", "ให้โปรแกรมอ่าน", exact_json(package))
    return [*files, _dictionary(*(table.name for table in public)), described]


def _hash(resources: Sequence[dict[str, Any]], name: str) -> str:
    return next(str(each["hash"]) for each in resources if each["path"] == name)


def _dictionary(*names: str) -> DataFile:
    rows = dictionary_rows(table for table in TABLES if table.name in names)
    return DataFile(
        f"{FOLDER}{DICTIONARY}", "พจนานุกรมข้อมูล", "ความหมายของทุกคอลัมน์ ไทยและอังกฤษ", csv_bytes(rows)
    )


def _agency_rows(overview: Overview) -> Iterator[list[str]]:
    columns = [column.name for column in AGENCY.columns]
    yield columns
    for agency in overview.agencies:
        row = agency.row | {"age_days": _age(overview, agency)}
        yield [csv_text(row[name]) for name in columns]


def _age(overview: Overview, agency: Agency) -> int | None:
    return overview.age(agency) if agency.row["day"] else None


def _item_rows(overview: Overview) -> Iterator[list[str]]:
    header = ["year", "checklist", "item", "title", "agencies", *_STATUSES]
    yield [*header, *(f"lacking_{how}" for how in HOW)]
    for key, tally in overview.items:
        yield [
            *(csv_text(part) for part in key),
            csv_text(tally.title),
            str(tally.agencies),
            *(str(tally.statuses[status]) for status in _STATUSES),
            *(str(tally.how[how]) for how in HOW),
        ]
