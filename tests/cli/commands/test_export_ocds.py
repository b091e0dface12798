"""The command ``oit export ocds``."""

import json
from pathlib import Path
from typing import Any

import pytest

from given import a_folder
from oit.cli.commands.export_ocds import purchases_of
from oit.cli.main import main
from oit.cli.output import ExitStatus
from oit.data.folder import DataFolder
from views.ocds.judge import faults

AGENCY = "name: เทศบาลตำบลตัวอย่าง\nkind: municipality\nlicence: CC0-1.0\n"
TABLE = """\
month,project_number,name,budget,contract_date,nothing
2568-10,68109012345,ก่อสร้างถนน,1500000.00,2568-10-15,
2568-11,,,,,ไม่มีการจัดซื้อจัดจ้าง
2568-12,,ซื้อน้ำมันเชื้อเพลิง,46730.00,,
"""
LISTED = """\
months:
  - month: 2568-10
    purchases:
      - {name: ก่อสร้างถนน, budget: 1500000}
"""


@pytest.fixture
def folder(tmp_path: Path) -> DataFolder:
    """An agency whose monthly summary is a table, and whose list repeats some of it."""
    return a_folder(
        tmp_path,
        {
            "data/agency.yml": AGENCY,
            "data/2569/o10.yml": "purchases:\n  - {name: ก่อสร้างถนน}\n",
            "data/2569/o11.yml": "rows: procurement.csv\n",
            "data/2569/procurement.csv": TABLE,
        },
    )


def run(folder: DataFolder, *arguments: str) -> int:
    """Call the command as ``oit`` does."""
    return main(["export", "ocds", "--data", str(folder.path), *arguments])


def names(folder: DataFolder, year: int) -> list[tuple[Any, str]]:
    rows = purchases_of(folder, year)[1]
    return [(row.month and row.month.month, row.name) for row in rows]


def test_the_package_goes_to_standard_output(
    folder: DataFolder, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(folder) == ExitStatus.OK
    out, err = capsys.readouterr()
    assert faults(out.encode()) == []
    reported = json.loads(out)
    assert reported["publishedDate"] == "2025-10-15T00:00:00+07:00"
    assert [release["tender"]["title"] for release in reported["releases"]] == [
        "ก่อสร้างถนน",
        "ซื้อน้ำมันเชื้อเพลิง",
    ]
    assert "ocds-000000 ยังไม่ได้ขึ้นทะเบียน" in err


def test_or_into_a_file_with_the_agencys_own_prefix_and_day(
    folder: DataFolder, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "ocds.json"
    arguments = ("--out", str(out), "--prefix", "ocds-1a2b3c", "--today", "2026-01-31")
    assert run(folder, *arguments) == ExitStatus.OK
    assert capsys.readouterr() == ("", "")
    reported = json.loads(out.read_bytes())
    assert reported["releases"][0]["ocid"] == "ocds-1a2b3c-68109012345"
    assert reported["publishedDate"] == "2026-01-31T00:00:00+07:00"
    assert reported["license"] == "https://creativecommons.org/publicdomain/zero/1.0/"


def test_a_prefix_looks_like_a_registered_one(
    folder: DataFolder, capsys: pytest.CaptureFixture[str]
) -> None:
    for lang, words in (("th", "รหัสนำหน้าไม่ถูกต้อง"), ("en", "ocds-กขค is not a prefix")):
        assert run(folder, "--prefix", "ocds-กขค", "--lang", lang) == 2
        assert words in capsys.readouterr().err


def test_the_fullest_list_of_the_year_counts(folder: DataFolder) -> None:
    assert names(folder, 2569) == [(10, "ก่อสร้างถนน"), (12, "ซื้อน้ำมันเชื้อเพลิง")]


def test_purchases_listed_under_a_month_have_it(tmp_path: Path) -> None:
    files = {"data/agency.yml": AGENCY, "data/2569/o11.yml": LISTED}
    assert names(a_folder(tmp_path, files), 2569) == [(10, "ก่อสร้างถนน")]


def test_a_year_may_are_in_the_next_years_folder(tmp_path: Path) -> None:
    files = {
        "data/agency.yml": AGENCY,
        "data/2568/o01.yml": "owner: สำนักปลัด\n",
        "data/2568/procurement.csv": TABLE.replace("2568-", "2567-"),
        "data/2569/o11.yml": "rows: 2568/procurement.csv\n",
    }
    folder = a_folder(tmp_path, files)
    assert names(folder, 2568) == [(10, "ก่อสร้างถนน"), (12, "ซื้อน้ำมันเชื้อเพลิง")]
    assert names(folder, 2569) == []


def test_a_year_without_purchases_is_reported(
    folder: DataFolder, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(folder, "--year", "2568") == ExitStatus.INCOMPLETE
    assert run(folder, "--year", "2568", "--lang", "en") == ExitStatus.INCOMPLETE
    thai, english = capsys.readouterr().err.splitlines()
    assert thai.startswith("ไม่พบรายการจัดซื้อจัดจ้างของปีงบประมาณ 2568")
    assert english.startswith("there are no purchases of fiscal year 2568")


def test_purchases_that_cannot_be_read_are_reported(
    folder: DataFolder, capsys: pytest.CaptureFixture[str]
) -> None:
    table = folder.path / "2569/procurement.csv"
    table.write_text(TABLE.replace("46730.00", "สี่หมื่น"), encoding="utf-8")
    assert run(folder) == ExitStatus.UNUSABLE
    out, err = capsys.readouterr()
    assert out == ""
    assert "OIT210" in err


def test_a_year_that_cannot_be_read_is_reported(
    folder: DataFolder, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder.path / "agency.yml").write_text(f"{AGENCY}checklist: unknown\n", encoding="utf-8")
    assert run(folder) == ExitStatus.UNUSABLE
    assert "data/2569" in capsys.readouterr().err


def test_a_folder_without_an_agency_is_reported(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(DataFolder(tmp_path / "data", tmp_path)) == ExitStatus.UNUSABLE
    assert "agency.yml" in capsys.readouterr().err
