"""A run of a fleet: exactly the broken agencies fail, and the rest is what `oit check` says."""

import json
import os
import shutil
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from fleet.agencies import BROKEN, ThisProcess, a_fleet, commit
from oit.assess.examine import examine
from oit.data.folder import DataFolder
from oit.fleet import isolated, state
from oit.fleet.dictionary import AGENCY
from oit.fleet.engine import Engine
from oit.fleet.folder import FleetFolder
from oit.fleet.list import FAILED, read_list
from oit.fleet.pool import pool
from oit.fleet.rows import read_rows
from oit.fleet.run import BusyError, Summary, Wanted, only_run, orders, run
from oit.fleet.sources import published
from oit.views.pages.manifest import manifest
from oit.views.pages.site import make_site
from oit.views.report.json import as_data
from small_agency import TODAY, SmallAgency

TOMORROW = date(2026, 4, 2)


class Fleet:
    """A fleet that is examined in this process, or by another engine."""

    def __init__(self, folder: FleetFolder) -> None:
        self.folder = folder
        self.executor = ThisProcess()
        self.steps = 0

    def run(
        self,
        *only: str,
        day: date = TODAY,
        year: int | None = None,
        engine: Engine | None = None,
    ) -> Summary:
        agencies = read_list(self.folder.list).agencies
        self.executor.examined.clear()
        self.steps = 0
        wanted = Wanted(day, year, frozenset(only))
        return run(self.folder, agencies, wanted, engine or Engine(self.executor, 1), self._step)

    def record(self, name: str) -> dict[str, Any]:
        found = state.read(self.folder.state, name)
        assert found
        return found

    def records(self) -> dict[str, bytes]:
        return {path.name: path.read_bytes() for path in self.folder.state.iterdir()}

    def _step(self) -> None:
        self.steps += 1


@pytest.fixture
def agency(tmp_path: Path) -> SmallAgency:
    return SmallAgency.make(tmp_path / "a1")


@pytest.fixture
def fleet(tmp_path: Path, agency: SmallAgency) -> Fleet:
    """A fleet of two agencies."""
    other = SmallAgency.make(tmp_path / "a2")
    sources = [("a1", str(agency.data)), ("a2", str(other.data))]
    return Fleet(a_fleet(tmp_path / "fleet", sources))


def checked(agency: SmallAgency, day: date = TODAY) -> dict[str, Any]:
    """Return what `oit check --format json` says in the agency's folder."""
    said: dict[str, Any] = json.loads(
        json.dumps(as_data(examine(DataFolder(agency.data, agency.folder), day)))
    )
    return said


def test_exactly_the_broken_agencies_fail_and_the_rest_is_what_a_check_says(
    tmp_path: Path,
) -> None:
    good = {f"g{number:03}": SmallAgency.make(tmp_path / f"g{number}") for number in range(240)}
    for number, agency in enumerate(good.values()):
        agency.add("data/agency.yml", f"id: '{number}'\n")
        if number % 3 == 0:
            agency.complete()
    broken = {
        f"b{number:03}": (way, BROKEN[way](SmallAgency.make(tmp_path / f"b{number}")))
        for number, way in enumerate([*BROKEN] * 5)
    }
    sources = [(name, str(agency.data)) for name, agency in good.items()]
    sources += [(name, source) for name, (_, source) in broken.items()]
    assert len(sources) == 300
    fleet = Fleet(a_fleet(tmp_path / "fleet", sources))
    with pool(2) as engine:
        summary = fleet.run(engine=engine)
    assert fleet.steps == len(sources)
    assert [listed.id for listed, _ in summary.failed] == [*broken]
    assert (summary.chosen, summary.read, summary.unchanged) == (len(sources), len(good), 0)
    for name, agency in good.items():
        record = fleet.record(name)
        assert (record["how"], record["failure"]) == ("examined", None)
        assert record["status"] == checked(agency), name
        # Nothing was written into the folders of agencies.
        assert {path.name for path in agency.folder.iterdir()} == {"data"}
    for name, (way, _) in broken.items():
        record = fleet.record(name)
        why = record["failure"]
        assert why["code"] == way.split()[0]
        assert (why["since"], why["tries"]) == ("2026-04-01", 1)
        assert all(why[part] for part in ("th", "en", "mend_th", "mend_en"))
        assert (record["how"], record["status"], record["good"]) == (None, None, None)
    # In this process, and in another order, it comes to the same bytes.
    some = [*sorted(good)[:9], *sorted(broken)[: len(BROKEN)]]
    whole = fleet.records()
    records = {f"{name}.json": whole[f"{name}.json"] for name in some}
    shutil.rmtree(fleet.folder.state)
    fleet.run(*some)
    assert fleet.records() == records


def test_what_is_found_fits_into_a_record_that_is_read_again(
    fleet: Fleet, monkeypatch: pytest.MonkeyPatch
) -> None:
    fleet.run("a1")
    size = len((fleet.folder.state / "a1.json").read_bytes())
    monkeypatch.setattr("oit.fleet.record.LARGEST_RESULT", size // 2)
    fleet.run(day=TOMORROW)
    failed = fleet.record("a1")
    assert fleet.record("a2")["failure"]["code"] == failed["failure"]["code"] == "too-large"
    assert failed["good"]["status"]["year"] == 2569
    assert fleet.run(day=TOMORROW).unchanged == 2


def test_a_folder_of_something_else_is_not_searched(
    fleet: Fleet, agency: SmallAgency, monkeypatch: pytest.MonkeyPatch
) -> None:
    (agency.data / "agency.yml").unlink()
    for folder in ("2569", "checklists"):
        (agency.data / folder).rename(agency.folder / folder)
    monkeypatch.setattr("oit.fleet.sources.folder.below", None)
    fleet.run("a1")
    assert fleet.record("a1")["failure"]["code"] == "no-data"


def test_a_second_run_does_nothing_and_one_changed_agency_costs_one(
    fleet: Fleet, agency: SmallAgency
) -> None:
    first = fleet.run()
    assert (first.renewed, fleet.executor.examined) == (["a1", "a2"], ["a1", "a2"])
    records = fleet.records()
    second = fleet.run()
    assert (second.unchanged, second.read, fleet.executor.examined) == (2, 2, [])
    assert fleet.records() == records
    agency.complete()
    assert fleet.run().renewed == ["a1"]
    assert fleet.record("a1")["before"] == {
        "day": "2026-04-01",
        "how": "examined",
        "complete": 3,
        "items": [
            ["O1", "complete"],
            ["O2", "complete"],
            ["O7", "partial"],
            ["O8", "missing"],
            ["O20", "complete"],
            ["O21", "not_applicable"],
        ],
    }
    assert fleet.record("a2")["before"] is None


def test_another_day_or_year_is_another_result(fleet: Fleet) -> None:
    fleet.run()
    assert fleet.run(day=TOMORROW).renewed == ["a1", "a2"]
    assert fleet.record("a1")["key"]["day"] == "2026-04-02"
    assert fleet.record("a1")["before"] is None
    assert fleet.run(day=TOMORROW, year=2569).renewed == ["a1", "a2"]
    failed = fleet.run(day=TOMORROW, year=2568).failed
    assert [record["failure"]["code"] for _, record in failed] == ["OIT400", "OIT400"]


def test_what_changed_stays_known_until_the_next_change(fleet: Fleet, agency: SmallAgency) -> None:
    fleet.run()
    agency.complete()
    fleet.run()
    before = fleet.record("a1")["before"]
    fleet.run(day=TOMORROW)
    assert fleet.record("a1")["before"] == before


def test_the_last_good_result_is_kept_while_an_agency_fails(
    fleet: Fleet, agency: SmallAgency
) -> None:
    fleet.run()
    good = fleet.record("a1")
    text = (agency.data / "agency.yml").read_text(encoding="utf-8")
    agency.write("data/agency.yml", "name: [\n")
    for tries, day in enumerate([TODAY, TOMORROW], start=1):
        fleet.run(day=day)
        record = fleet.record("a1")
        assert record["good"] == {"day": "2026-04-01", "how": "examined", "status": good["status"]}
        assert (record["failure"]["since"], record["failure"]["tries"]) == ("2026-04-01", tries)
    # The same run again, as after an interruption, is no other try.
    assert fleet.run("a1", day=TOMORROW).failed
    assert fleet.record("a1")["failure"]["tries"] == 2
    agency.write("data/agency.yml", text)
    fleet.run()
    assert fleet.record("a1") == good


def test_only_some_agencies(fleet: Fleet, agency: SmallAgency) -> None:
    agency.write("data/agency.yml", "name: [\n")
    assert fleet.run("a2").chosen == 1
    assert not (fleet.folder.state / "a1.json").exists()
    assert fleet.run(FAILED).chosen == 0
    fleet.run()
    assert fleet.run().unchanged == 2
    assert [listed.id for listed, _ in fleet.run(FAILED).failed] == ["a1"]
    assert fleet.executor.examined == ["a1"]


def test_an_agency_that_ends_its_process_costs_only_itself(fleet: Fleet) -> None:
    fleet.executor.crashing = "a1"
    (listed, record), *others = fleet.run().failed
    assert (listed.id, others) == ("a1", [])
    assert record["failure"]["code"] == "crashed"
    # Its data cannot be asked whether it changed, so it is tried in each run.
    fleet.executor.crashing = ""
    assert fleet.run().renewed == ["a1"]


def test_whatever_the_program_does_is_a_failure_of_the_agency(
    fleet: Fleet, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: object) -> None:
        raise RecursionError

    monkeypatch.setattr("oit.fleet.agency_task.examine", fails)
    assert [record["failure"]["code"] for _, record in fleet.run().failed] == ["crash", "crash"]

    def takes_all_memory(*_: object) -> None:
        raise MemoryError

    monkeypatch.setattr("oit.fleet.agency_task.examine", takes_all_memory)
    with pytest.raises(MemoryError):  # the process in which tasks are called has the limit
        fleet.run()

    def is_full(*_: object) -> None:
        raise OSError(28, "No space left on device", "x")

    monkeypatch.setattr("oit.fleet.agency_task.examine", is_full)
    (_, record), _ = fleet.run("a1", "a2").failed
    assert record["failure"]["code"] == "unreadable"
    assert "No space left" in record["failure"]["th"]
    # What may pass is tried again in the next run.
    monkeypatch.undo()
    assert fleet.run().renewed == ["a1", "a2"]


def test_a_worker_with_another_version_examines_nothing(
    fleet: Fleet, monkeypatch: pytest.MonkeyPatch
) -> None:
    agencies = read_list(fleet.folder.list).agencies
    order = next(orders(fleet.folder, agencies, Wanted(TODAY)))
    monkeypatch.setattr("oit.fleet.agency_task.program", lambda: "0.0")
    record = isolated.run("oit.fleet.agency_task", "examine_agency", order)
    assert record["failure"]["code"] == "other-program"


def test_a_machine_without_the_folder_of_the_fleet_has_a_temporary_one(
    fleet: Fleet, agency: SmallAgency
) -> None:
    commit(agency.folder)
    a_fleet(fleet.folder.path, [("a1", f"{agency.folder}/.git")])
    (order,) = orders(fleet.folder, read_list(fleet.folder.list).agencies, Wanted(TODAY))
    assert not fleet.folder.work.exists()
    record = isolated.run("oit.fleet.agency_task", "examine_agency", order)
    assert record["status"] == checked(agency)
    assert not fleet.folder.work.exists()


def test_neighbours_belong_to_different_hosts(tmp_path: Path) -> None:
    sources = [(f"a{n}", f"https://a.go.th/{n}") for n in range(3)]
    sources += [(f"b{n}", f"https://b.go.th/{n}") for n in range(2)] + [("c", "c/data")]
    folder = a_fleet(tmp_path, sources)
    names = [
        order["id"] for order in orders(folder, read_list(folder.list).agencies, Wanted(TODAY))
    ]
    assert names == ["a0", "b0", "c", "a1", "b1", "a2"]


def test_two_runs_at_once_are_refused(fleet: Fleet) -> None:
    with only_run(fleet.folder), pytest.raises(BusyError), only_run(fleet.folder):
        pass
    with only_run(fleet.folder):
        assert os.listdir(fleet.folder.work) == ["lock"]  # noqa: PTH208 - names


@pytest.mark.parametrize("text", ["", "[]", "{}", "[" * 100_000, '{"fleet": 1}'])
def test_a_broken_record_is_made_again(fleet: Fleet, text: str) -> None:
    fleet.run()
    good = fleet.records()
    (fleet.folder.state / "a1.json").write_text(text, encoding="utf-8")
    assert fleet.run().renewed == ["a1"]
    assert fleet.records() == good


class Reported(NamedTuple):
    """A site that says of which files it is made."""

    sources: dict[str, str | None] | None

    def sources_of(self, *_: object) -> dict[str, str | None] | None:
        return self.sources


def test_data_is_verified_if_the_agency_publishes_the_very_files(
    fleet: Fleet, agency: SmallAgency, monkeypatch: pytest.MonkeyPatch
) -> None:
    agency.add("data/agency.yml", "site_url: https://oit.a.go.th/\n")
    pages = manifest(make_site([agency.assess()]).pages.values())["pages"]
    digests = {page["url"]: page["sha256"] for page in pages}
    known: list[tuple[dict[str, str | None] | None, str]] = [
        (digests, "verified"),
        ({**digests, "oit/2569/o1/": "0" * 64}, "examined"),
        ({url: digest for url, digest in digests.items() if url != "oit/2569/o8/"}, "examined"),
        (None, "examined"),
    ]
    for sources, how in known:
        monkeypatch.setattr(
            "oit.fleet.agency_task.published.sources_of", Reported(sources).sources_of
        )
        fleet.run("a1")
        assert fleet.record("a1")["how"] == how


def test_the_site_that_the_data_names_is_known_also_while_the_agency_fails(
    fleet: Fleet, agency: SmallAgency, monkeypatch: pytest.MonkeyPatch
) -> None:
    agency.add("data/agency.yml", "site_url: https://oit.a.go.th/\n")
    monkeypatch.setattr("oit.fleet.agency_task.published.sources_of", lambda *_: None)
    listed = read_list(fleet.folder.list).agencies[0]
    site = [column.name for column in AGENCY.columns].index("site")
    for _ in range(2):
        fleet.run()
        (row,) = read_rows(fleet.folder, listed).rows["agency"]
        assert row[site] == "https://oit.a.go.th/"
        agency.write("data/agency.yml", "name: [\n")
    assert fleet.record("a1")["failure"]


def test_the_site_of_an_example_is_not_asked(
    fleet: Fleet, agency: SmallAgency, monkeypatch: pytest.MonkeyPatch
) -> None:
    agency.add("data/agency.yml", "site_url: https://oit.example.go.th/\n")
    monkeypatch.delattr("oit.fleet.agency_task.published.sources_of")
    fleet.run()
    assert (fleet.record("a1")["how"], fleet.record("a1")["site"]) == ("examined", None)


def test_the_result_of_another_source_is_nothing_of_an_agency(
    fleet: Fleet, agency: SmallAgency, tmp_path: Path
) -> None:
    fleet.run()
    a_fleet(fleet.folder.path, [("a1", str(tmp_path / "a3")), ("a2", str(agency.data))])
    listed = read_list(fleet.folder.list).agencies
    before = [read_rows(fleet.folder, one) for one in listed]
    assert all("not_run" in rows.rows["agency"][0] for rows in before)
    assert not any(rows.is_broken for rows in before)

    assert [one.id for one, _ in fleet.run().failed] == ["a1"]
    assert (fleet.record("a1")["good"], fleet.record("a2")["before"]) == (None, None)


def test_a_site_reports_of_itself(
    fleet: Fleet, agency: SmallAgency, monkeypatch: pytest.MonkeyPatch
) -> None:
    a_fleet(fleet.folder.path, [("a1", "https://oit.a.go.th/")])
    status = checked(agency)
    said = published.Reported(status, "f")
    monkeypatch.setattr("oit.fleet.agency_task.published.reported", lambda *_: said)
    fleet.run()
    record = fleet.record("a1")
    assert (record["how"], record["key"]["source"]) == ("reported", "site:f")
    assert record["status"] == status
    assert fleet.run().unchanged == 1


def test_a_repository_is_fetched_once_for_each_commit(
    fleet: Fleet, agency: SmallAgency, monkeypatch: pytest.MonkeyPatch
) -> None:
    commit(agency.folder)
    a_fleet(fleet.folder.path, [("a1", f"{agency.folder}/.git")])
    fleet.run()
    assert fleet.record("a1")["status"] == checked(agency)
    with monkeypatch.context() as patch:
        patch.delattr("oit.fleet.agency_task.repository.fetched")
        assert fleet.run().unchanged == 1
    agency.complete()
    commit(agency.folder)
    assert fleet.run().renewed == ["a1"]


def test_a_document_that_changed_is_noticed(fleet: Fleet, agency: SmallAgency) -> None:
    agency.write("docs/files/2569/a.txt", "ก")
    (agency.folder / "docs/files/2569/link.txt").symlink_to("a.txt")
    os.mkfifo(agency.folder / "docs/files/2569/pipe")
    fleet.run()
    assert fleet.run().unchanged == 2
    agency.write("docs/files/2569/a.txt", "ข")
    assert fleet.run().renewed == ["a1"]
    agency.write("mkdocs.yml", "site_name: ก\n")
    assert fleet.run().renewed == ["a1"]


def test_an_agency_may_be_called_like_a_lock(tmp_path: Path) -> None:
    names = ("lock", "turns", "agencies")
    sources = [(name, str(SmallAgency.make(tmp_path / name).data)) for name in names]
    fleet = Fleet(a_fleet(tmp_path / "fleet", sources))
    with only_run(fleet.folder):
        assert fleet.run().read == len(names)
