"""The tables of a fleet: the same records give the same bytes, and hostile texts stay texts."""

import csv
import hashlib
import json
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import pytest

from fleet.agencies import ThisProcess, a_fleet
from oit.fleet import state
from oit.fleet.database import database, literal_path, seal
from oit.fleet.dictionary import TABLES
from oit.fleet.engine import Engine
from oit.fleet.folder import FleetFolder
from oit.fleet.list import ListedAgency, read_list
from oit.fleet.run import Wanted, run
from oit.fleet.tables import Written, write_tables
from oit.spreadsheets.cells import original
from small_agency import TODAY, SmallAgency

_HOSTILE = "=1+\"x'; DROP TABLE item; --\x00\u202e,\r\n"


def tables(fleet: FleetFolder) -> Written:
    return write_tables(fleet, read_list(fleet.list).agencies)


def read_csv(fleet: FleetFolder, name: str) -> list[dict[str, str]]:
    text = (fleet.tables / f"{name}.csv").read_bytes().decode("utf-8-sig")
    return [*csv.DictReader(text.splitlines(keepends=True))]


def read_parquet(fleet: FleetFolder, name: str) -> list[dict[str, Any]]:
    with duckdb.connect() as duck:
        path = literal_path(fleet.tables / f"{name}.parquet")
        found = duck.execute("FROM read_parquet(?)", [path])
        names = [column[0] for column in found.description or ()]
        return [dict(zip(names, row, strict=True)) for row in found.fetchall()]


def digests(fleet: FleetFolder) -> dict[str, str]:
    return {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in fleet.tables.iterdir()
    }


def run_all(fleet: FleetFolder, day: date = TODAY, only: Sequence[str] = ()) -> None:
    agencies = read_list(fleet.list).agencies
    wanted = Wanted(day, None, frozenset(only))
    run(fleet, agencies, wanted, Engine(ThisProcess(), 1), lambda: None)


@pytest.fixture
def fleet(tmp_path: Path) -> FleetFolder:
    """One under way, one ready, one that fell back, one lost later, one unread, one not run."""
    made = {name: SmallAgency.make(tmp_path / name) for name in ("a1", "a2", "a3", "a4")}
    made["a2"].complete()
    made["a3"].complete()
    sources = [(name, str(agency.data)) for name, agency in made.items()]
    # Patterns and quotes in the name of the folder are no patterns and quotes.
    folder = a_fleet(tmp_path / "fl[e]et* 'x'", [*sources, ("a5", "nowhere"), ("a6", "later")])
    run_all(folder)
    (made["a3"].data / "2569/o07.yml").unlink()
    (tmp_path / "a4").rename(tmp_path / "gone")
    run_all(folder, date(2026, 4, 3), ["a1", "a2", "a3", "a4", "a5"])
    (folder.state / "a6.json").unlink()
    # It left the list, and is in no table.
    state.write(folder.state, {**(state.read(folder.state, "a1") or {}), "id": "b1"})
    return folder


def test_every_listed_agency_has_a_row_that_says_how_it_is_known(fleet: FleetFolder) -> None:
    written = tables(fleet)
    assert not written.is_complete
    assert (written.agencies, written.broken) == (6, [])
    rows = read_csv(fleet, "agency")
    shown = ("id", "result", "how", "day", "age_days", "readiness", "complete", "fallen")
    assert [tuple(row[name] for name in shown) for row in rows] == [
        ("a1", "current", "examined", "2026-04-03", "0", "under_way", "3", "0"),
        ("a2", "current", "examined", "2026-04-03", "0", "ready", "5", "0"),
        ("a3", "current", "examined", "2026-04-03", "0", "under_way", "4", "1"),
        ("a4", "earlier", "examined", "2026-04-01", "2", "under_way", "3", "0"),
        ("a5", "unread", "", "", "", "no_data", "", "0"),
        ("a6", "not_run", "", "", "", "no_data", "", "0"),
    ]
    for table in TABLES:
        rows = read_csv(fleet, table.name)
        assert all(row["result"] for row in rows), table.name
        assert written.rows[table.name] == len(rows)
    (change,) = read_csv(fleet, "change")
    assert (change["agency"], change["item"], change["direction"]) == ("a3", "O7", "fell")
    assert (change["status_before"], change["status"]) == ("complete", "missing")
    assert (change["day_before"], change["day"]) == ("2026-04-01", "2026-04-03")
    failures = read_csv(fleet, "failure")
    assert [(row["agency"], row["since"], row["tries"], row["last_read"]) for row in failures] == [
        ("a4", "2026-04-03", "1", "2026-04-01"),
        ("a5", "2026-04-01", "2", ""),
    ]
    assert all(row["reason_th"] and row["fix_en"] for row in failures)


def test_rows_are_those_of_the_records(fleet: FleetFolder) -> None:
    tables(fleet)
    record = state.read(fleet.state, "a3")
    assert record
    items = [row for row in read_csv(fleet, "item") if row["agency"] == "a3"]
    of_record = [(item["id"], item["status"]) for item in record["status"]["items"]]
    assert [(row["item"], row["status"]) for row in items] == of_record
    elements = [row for row in read_csv(fleet, "element") if row["agency"] == "a3"]
    assert [(row["item"], row["element"], row["status"]) for row in elements] == [
        (item["id"], element["id"], element["status"])
        for item in record["status"]["items"]
        for element in item["elements"]
    ]
    findings = [row for row in read_csv(fleet, "finding") if row["agency"] == "a3"]
    codes = [finding["code"] for finding in record["status"]["findings"]]
    assert [row["code"] for row in findings] == codes


def test_the_last_good_result_of_a_lost_agency_says_how_old_it_is(fleet: FleetFolder) -> None:
    tables(fleet)
    for name in ("item", "element", "finding"):
        of_each = {row["agency"]: row for row in read_csv(fleet, name)}
        known = {agency: (row["result"], row["day"]) for agency, row in of_each.items()}
        assert known["a1"] == known["a3"] == ("current", "2026-04-03"), name
        assert known["a4"] == ("earlier", "2026-04-01"), name
        assert not {"a5", "a6"} & {*known}, name


def test_the_same_records_give_the_same_bytes(fleet: FleetFolder) -> None:
    tables(fleet)
    first = digests(fleet)
    assert {f"{table.name}.{kind}" for table in TABLES for kind in ("csv", "parquet")} < {*first}
    tables(fleet)
    assert digests(fleet) == first
    # Nothing is left beside them.
    assert {path.name for path in fleet.path.iterdir()} == {
        "agencies.csv",
        "state",
        "tables",
        "work",
    }
    assert {path.name for path in fleet.work.iterdir()} <= {"agencies", "lock", "turns"}


def test_hostile_texts_stay_texts_in_both_formats(fleet: FleetFolder) -> None:
    record = state.read(fleet.state, "a1")
    assert record
    record["status"]["items"][0]["title"] = _HOSTILE
    record["status"]["items"][1]["title"] = "half \ud800"
    record["status"]["checklist"] = "x' OR 1=1"
    state_file = fleet.state / "a1.json"
    state_file.write_text(json.dumps(record), encoding="utf-8")
    tables(fleet)
    from_parquet, from_csv = read_parquet(fleet, "item"), read_csv(fleet, "item")
    assert [row["title"] for row in from_parquet[:2]] == [_HOSTILE, "half ?"]
    assert original(from_csv[0]["title"]) == _HOSTILE
    assert from_csv[0]["title"].startswith("'=")
    assert from_parquet[0]["checklist"] == original(from_csv[0]["checklist"]) == "x' OR 1=1"


def test_both_formats_have_the_same_rows_and_types(fleet: FleetFolder) -> None:
    tables(fleet)
    for table in TABLES:
        parquet, texts = read_parquet(fleet, table.name), read_csv(fleet, table.name)
        names = [column.name for column in table.columns]
        assert all([*row] == names for row in [*parquet, *texts])
        shown = [
            {name: "" if cell is None else str(cell) for name, cell in row.items()}
            for row in parquet
        ]
        assert shown == [{n: original(cell) for n, cell in row.items()} for row in texts]


def test_a_number_that_no_column_can_hold_breaks_only_its_record(fleet: FleetFolder) -> None:
    record = state.read(fleet.state, "a1")
    assert record
    record["status"]["summary"]["complete"] = 10**30
    (fleet.state / "a1.json").write_text(json.dumps(record), encoding="utf-8")
    assert tables(fleet).broken == ["a1"]


@pytest.mark.parametrize(
    "broken",
    [
        {"key": None},
        {"key": {"day": "yesterday"}},
        {"status": {"today": "2026-04-01"}},
        {"status": {"year": 2569, "summary": {"complete": 0}, "items": []}},
        {"failure": 1},
        {"before": {"items": 3}},
        {"before": {"day": "2026-04-01", "how": 1, "items": [["O1", "missing"]]}},
    ],
)
def test_a_record_that_somebody_broke_counts_as_not_examined(
    fleet: FleetFolder, broken: dict[str, Any]
) -> None:
    record = state.read(fleet.state, "a1")
    assert record
    (fleet.state / "a1.json").write_text(json.dumps(record | broken), encoding="utf-8")
    written = tables(fleet)
    assert read_csv(fleet, "agency")[0]["result"] == "not_run"
    assert written.broken == ["a1"]


def test_a_record_with_a_number_for_a_text_counts_as_not_examined(fleet: FleetFolder) -> None:
    record = state.read(fleet.state, "a1")
    assert record
    record["status"]["checklist"] = 5
    state.write(fleet.state, record)
    assert tables(fleet).broken == ["a1"]


def test_a_site_cannot_be_newer_than_the_day_on_which_it_was_read(fleet: FleetFolder) -> None:
    record = state.read(fleet.state, "a1")
    assert record
    record["status"]["today"] = "2030-01-01"
    state.write(fleet.state, record)
    tables(fleet)
    row = read_csv(fleet, "agency")[0]
    assert (row["day"], row["age_days"]) == ("2026-04-03", "0")


def test_the_dictionary_and_the_package_describe_every_column(fleet: FleetFolder) -> None:
    tables(fleet)
    dictionary = read_csv(fleet, "dictionary")
    columns = [(table.name, column.name) for table in TABLES for column in table.columns]
    assert [(row["table"], row["column"]) for row in dictionary] == columns
    assert all(row["title_th"] and row["title_en"] for row in dictionary)
    # Texts about files, folders and failures are for the staff of the office.
    staff = {row["table"] for row in dictionary if row["audience"] == "staff"}
    assert staff == {"finding", "failure"}
    package = json.loads((fleet.tables / "datapackage.json").read_bytes())
    assert package["created"] == "2026-04-03T00:00:00+07:00"
    assert package["agencies"] == sum(known["agencies"] for known in package["known"]) == 6
    for resource in package["resources"]:
        raw = (fleet.tables / resource["path"]).read_bytes()
        assert resource["bytes"] == len(raw)
        assert resource["hash"] == f"sha256:{hashlib.sha256(raw).hexdigest()}"
        is_staff = resource["path"].startswith(("finding.", "failure."))
        assert resource["audience"] == ("staff" if is_staff else "public")
    fields = [
        (resource["name"], field["name"])
        for resource in package["resources"]
        if "schema" in resource
        for field in resource["schema"]["fields"]
    ]
    assert fields == columns


def test_a_sealed_database_opens_no_files(tmp_path: Path) -> None:
    (tmp_path / "x.csv").write_text("a\n1\n", encoding="utf-8")
    with database(tmp_path) as duck:
        assert duck.read_csv(literal_path(tmp_path / "x.csv")).fetchall() == [(1,)]
        seal(duck, writes=[])
        with pytest.raises(duckdb.PermissionException):
            duck.read_csv(literal_path(tmp_path / "x.csv")).fetchall()
        with pytest.raises(duckdb.Error):
            duck.execute("SET enable_external_access = true")


def test_a_fleet_that_was_never_run(tmp_path: Path) -> None:
    fleet = a_fleet(tmp_path, [("a1", "x")])
    assert tables(fleet).by == {("not_run", None): 1}
    package = json.loads((fleet.tables / "datapackage.json").read_bytes())
    assert "created" not in package
    assert [row["readiness"] for row in read_csv(fleet, "agency")] == ["no_data"]
    assert read_parquet(fleet, "item") == []


def test_the_address_of_a_site_is_public_and_that_of_a_folder_is_not(tmp_path: Path) -> None:
    fleet = FleetFolder(tmp_path)
    site = ListedAgency("a1", "n", "municipality", "", "", "https://a1.example.go.th/", "x")
    folder = site._replace(id="a2", source="/home/officer/a2")
    write_tables(fleet, [site, folder])
    assert [row["site"] for row in read_csv(fleet, "agency")] == ["https://a1.example.go.th/", ""]


def test_what_the_database_cannot_read_is_an_error_of_the_system(tmp_path: Path) -> None:
    with pytest.raises(OSError, match=r"nowhere\.csv"), database(tmp_path) as connection:
        connection.read_csv(literal_path(tmp_path / "nowhere.csv"))
