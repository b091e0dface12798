"""`oit fleet run --build`: the sites of agencies, made with settings of our own."""

from pathlib import Path

import pytest

from fleet.agencies import ThisProcess, a_fleet, commit
from oit.fleet.engine import Engine
from oit.fleet.list import read_list
from oit.fleet.run import Built, Wanted, build, run
from oit.fleet.site_task import build_agency
from oit.publish.build import BuildCrashError
from small_agency import TODAY, SmallAgency

HOOK = """\
from pathlib import Path

import pytest
Path(__file__).with_name("ran").touch()
"""


def test_sites_are_built_once_and_nothing_of_an_agency_is_run(tmp_path: Path) -> None:
    agency = SmallAgency.make(tmp_path / "a1")
    agency.write("mkdocs.yml", "site_name: x\nhooks: [hook.py]\n")
    agency.write("hook.py", HOOK)
    faulty = SmallAgency.make(tmp_path / "a2")
    faulty.add("data/2569/o01.yml", "phoen: 0 4599 9999\n")
    commit(faulty.folder)
    sources = [("a1", str(agency.data)), ("a2", f"{faulty.folder}/.git"), ("a3", "nowhere")]
    fleet = a_fleet(tmp_path / "fleet", [*sources, ("a4", "http://127.0.0.1/")])
    agencies = read_list(fleet.list).agencies
    engine = Engine(ThisProcess(), 1)
    steps: list[None] = []

    def built(wanted: Wanted) -> Built:
        return build(fleet, agencies, wanted, engine, lambda: steps.append(None))

    run(fleet, agencies, Wanted(TODAY), engine, lambda: None)
    first = built(Wanted(TODAY))
    assert (fleet.sites / "a1/oit/2569/o1/index.html").is_file()
    assert not (agency.folder / "ran").exists()
    ((listed, why),) = first.failed
    assert (first.sites, listed.id, len(steps)) == (1, "a2", 2)
    assert "OIT205" in why
    assert built(Wanted(TODAY, only=frozenset({"a1"}))).sites == 0
    (fleet.sites / "a1/oit/manifest.json").unlink()
    (fleet.work / "agencies/a1/built").unlink()
    ((listed, why),) = built(Wanted(TODAY, only=frozenset({"a1"}))).failed
    assert (listed.id, "มีไฟล์อื่น" in why) == ("a1", True)
    (fleet.work / "agencies/a2/tree").rename(tmp_path / "elsewhere")
    ((listed, why),) = built(Wanted(TODAY, only=frozenset({"a2"}))).failed
    assert (listed.id, "ไม่มีในเครื่องนี้" in why) == ("a2", True)


def test_a_build_that_crashes_costs_only_itself(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def crashes(*_: object, **__: object) -> None:
        raise BuildCrashError("Traceback …\nLookupError: x\n")

    monkeypatch.setattr("oit.fleet.site_task.build_site", crashes)
    order = {"data": str(tmp_path), "out": str(tmp_path / "out"), "day": "2026-04-01"}
    assert build_agency(order) == "LookupError: x"
