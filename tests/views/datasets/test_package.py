"""The Data Package of all tables, validated by frictionless."""

from dataclasses import replace
from datetime import date
from hashlib import sha256
from pathlib import Path

import frictionless
import pytest
from hypothesis import given

from oit import contents
from oit.forms.agency import Agency
from oit.forms.licence import LICENCES
from oit.views.datasets.dataset import Dataset
from oit.views.datasets.exact import exact_json
from oit.views.datasets.files import files_of
from oit.views.datasets.package import PATH, datapackage
from views.datasets.tables import DATASETS, a_dataset

AGENCY = Agency(
    name="เทศบาลตำบลตัวอย่าง",
    kind="municipality",
    website="https://www.tuayang.example/",
    site_url="https://data.tuayang.example",
)
DAY = date(2026, 11, 22)
TABLES = (replace(a_dataset(), modified=DAY), a_dataset(year=2568))


def published(folder: Path, *datasets: Dataset) -> Path:
    """Write the tables and their package; return the path of the package."""
    files = {path: data for dataset in datasets for path, data in files_of(dataset).items()}
    package = datapackage(datasets, files, AGENCY, LICENCES["CC-BY-4.0"])
    for path, data in {**files, PATH: exact_json(package)}.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(contents.read(data))
    return folder / PATH


def faults(package: Path) -> list[str]:
    report = frictionless.validate(str(package))
    return [kind for (kind,) in report.flatten(["type"])]


def test_frictionless_accepts_the_tables_of_all_years(tmp_path: Path) -> None:
    package = published(tmp_path, *TABLES)
    assert faults(package) == []
    read = frictionless.Package(str(package))
    assert read.resource_names == ["procurement-2569", "procurement-2568"]
    rows = read.get_table_resource("procurement-2569").read_rows()
    assert [row["name"] for row in rows] == ["ซื้อน้ำมันเชื้อเพลิง", "จ้างเหมา, ทำความสะอาด"]
    assert rows[0]["contract_date"] == date(2026, 1, 15)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("46730.00", "46,730", {"hash-count", "byte-count", "extra-cell", "type-error"}),
        ("46730.00", "สี่หมื่น", {"hash-count", "byte-count", "type-error"}),
        ("46730.00", "46731.00", {"hash-count"}),
        ("budget", "budgie", {"hash-count", "incorrect-label"}),
        ("ซื้อน้ำมันเชื้อเพลิง", "", {"hash-count", "byte-count", "constraint-error"}),
    ],
)
def test_frictionless_rejects_a_broken_table(
    tmp_path: Path, old: str, new: str, expected: set[str]
) -> None:
    package = published(tmp_path, *TABLES)
    table = tmp_path / "data/2569/procurement.csv"
    text = table.read_bytes().decode()
    assert old in text
    table.write_bytes(text.replace(old, new, 1).encode())
    assert set(faults(package)) == expected


def test_package_names_publisher_and_licence() -> None:
    files = files_of(a_dataset())
    package = datapackage(TABLES[:1], files, AGENCY, LICENCES["CC0-1.0"])
    assert package["title"] == "ข้อมูลเปิดของเทศบาลตำบลตัวอย่าง"
    assert package["created"] == "2026-11-22T00:00:00+07:00"
    assert package["homepage"] == "https://data.tuayang.example/data/"
    assert package["contributors"] == [
        {
            "title": "เทศบาลตำบลตัวอย่าง",
            "role": "publisher",
            "path": "https://www.tuayang.example/",
        }
    ]
    assert [licence["name"] for licence in package["licenses"]] == ["CC0-1.0"]
    (resource,) = package["resources"]
    csv = contents.read(files["data/2569/procurement.csv"])
    assert resource["path"] == "2569/procurement.csv"
    assert resource["bytes"] == len(csv)
    assert resource["hash"] == f"sha256:{sha256(csv).hexdigest()}"


def test_unknown_licence_homepage_and_day_are_left_out() -> None:
    agency = Agency(name="เทศบาลตำบลตัวอย่าง", kind="municipality")
    package = datapackage([], {}, agency)
    assert not {"licenses", "created"} & package.keys()
    assert "homepage" not in package
    assert package["contributors"] == [{"title": "เทศบาลตำบลตัวอย่าง", "role": "publisher"}]


@given(DATASETS)
def test_same_table_gives_the_same_bytes(dataset: Dataset) -> None:
    files = files_of(dataset)
    first, second = (exact_json(datapackage([dataset], files, AGENCY)) for _ in range(2))
    assert first == second
