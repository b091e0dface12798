"""The public tables are on the site if they are of the present records; others never are."""

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from fleet.examined import examined_fleet
from oit.contents import read, sha256
from oit.fleet.dictionary import TABLES
from oit.fleet.folder import FleetFolder
from oit.fleet.list import read_list
from oit.fleet.open_data import DataFile, open_data
from oit.fleet.overview import overview_of
from oit.fleet.tables import write_tables

PUBLIC = ["agency", "item", "element", "change"]
WITHOUT_TABLES = ["data/agency.csv", "data/item-counts.csv", "data/dictionary.csv"]


@pytest.fixture
def fleet(tmp_path: Path) -> FleetFolder:
    """A fleet whose tables are up to date."""
    fleet = examined_fleet(tmp_path)
    write_tables(fleet, read_list(fleet.list).agencies)
    return fleet


def published(fleet: FleetFolder) -> dict[str, DataFile]:
    overview = overview_of(fleet, read_list(fleet.list).agencies)
    return {file.path: file for file in open_data(overview, fleet)}


def test_only_the_public_tables_are_published(fleet: FleetFolder) -> None:
    files = published(fleet)
    tables = {f"data/{name}.{form}" for name in PUBLIC for form in ("csv", "parquet")}
    assert {*files} == {*tables, *WITHOUT_TABLES, "data/datapackage.json"}
    package = json.loads(read(files["data/datapackage.json"].contents))
    assert [each["path"] for each in package["resources"]] == [
        f"{name}.{form}" for form in ("csv", "parquet") for name in PUBLIC
    ]
    for resource in package["resources"]:
        contents = files[f"data/{resource['path']}"].contents
        assert resource["hash"] == f"sha256:{sha256(contents)}"
    dictionary = read(files["data/dictionary.csv"].contents).decode("utf-8-sig")
    named = {line.partition(",")[0] for line in dictionary.splitlines()[1:]}
    assert named == {table.name for table in TABLES if table.is_public} == {*PUBLIC}
    everything = b"".join(read(file.contents) for file in files.values())
    for secret in ("ผู้ติดต่อลับ", "เหตุลับ", "วิธีลับ"):
        assert secret.encode() not in everything


def _without(fleet: FleetFolder) -> None:
    (fleet.tables / "datapackage.json").unlink()


def _newer(fleet: FleetFolder) -> None:
    late = (fleet.tables / "datapackage.json").stat().st_mtime + 10
    os.utime(fleet.state / "a3.json", (late, late))


def _changed(fleet: FleetFolder) -> None:
    """Change a record, and let the tables look newer."""
    path = fleet.state / "a3.json"
    path.write_text(path.read_text(encoding="utf-8").replace("verified", "examined"), "utf-8")
    os.utime(path, (0, 0))


def _renamed(fleet: FleetFolder) -> None:
    """Rename an agency: as many have the same results, but its row is another."""
    fleet.list.write_text(fleet.list.read_text(encoding="utf-8").replace("สาม", "อื่น"), "utf-8")
    os.utime(fleet.list, (0, 0))


def _edited(fleet: FleetFolder) -> None:
    with (fleet.tables / "item.csv").open("ab") as stream:
        stream.write(b"x")


def _cut(fleet: FleetFolder) -> None:
    (fleet.tables / "item.parquet").unlink()


@pytest.mark.parametrize("change", [_without, _newer, _changed, _renamed, _edited, _cut])
def test_tables_of_other_records_are_not_published(
    fleet: FleetFolder, change: Callable[[FleetFolder], None]
) -> None:
    change(fleet)
    assert [*published(fleet)] == WITHOUT_TABLES


def test_a_file_says_its_format_and_its_size(tmp_path: Path) -> None:
    path = tmp_path / "x"
    for size, words in {1: "1 KB", 523_455: "523 KB", 2_345_678_901: "2,345.7 MB"}.items():
        with path.open("wb") as stream:
            stream.truncate(size)
        file = DataFile("data/x.parquet", "", "", path)
        assert (file.format, file.size) == ("Parquet", words)
