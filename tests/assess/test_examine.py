"""From a folder in whatever state to assessments; nothing is raised to the caller."""

import time
from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path

import pytest

from given import ROOT, TODAY, a_folder
from oit.assess.examine import examine, examine_all, examined, with_document
from oit.cli.main import main
from oit.clock import BANGKOK, EpochError, today
from oit.data.folder import DataFolder
from oit.source import SourceFile, parse

AGENCY = {"data/agency.yml": "name: เทศบาลเล็ก\nkind: municipality\n"}


def reported(folder: DataFolder, year: int | None = None) -> list[str]:
    return [f"{f.place} {f.code.id}" for f in examine(folder, TODAY, year).findings]


@pytest.mark.parametrize(
    ("files", "found"),
    [
        ({}, ["data/agency.yml:1:1 OIT400"]),
        ({"data": "a file"}, ["data/agency.yml:1:1 OIT400"]),
        ({"data/x": ""}, ["data:1:1 OIT400", "data/agency.yml:1:1 OIT400"]),
        (AGENCY, ["data:1:1 OIT400"]),
        ({"data/2569/o01.yml": ""}, ["data/agency.yml:1:1 OIT400"]),
        ({**AGENCY, "data/2599/o01.yml": ""}, ["data/2599:1:1 OIT401"]),
        (
            {"data/agency.yml": "name: ก\nkind: ข", "data/2569/o01.yml": ""},
            ["data/agency.yml:2:7 OIT212"],
        ),
        (
            {**AGENCY, "data/2569/.keep": "", "data/checklists/general-2569.yml": "items: 1: 2"},
            ["data/checklists/general-2569.yml:1:9 OIT102"],
        ),
    ],
)
def test_a_folder_that_cannot_be_assessed_says_why(
    tmp_path: Path, files: Mapping[str, str], found: list[str]
) -> None:
    folder = a_folder(tmp_path, files)
    assert reported(folder) == found
    assert examine(folder, TODAY).items == ()
    assert [a.findings for a in examine_all(folder, TODAY)] == [examine(folder, TODAY).findings]


def test_what_cannot_be_assessed_still_says_of_whom_and_of_which_year(tmp_path: Path) -> None:
    agency = {"data/agency.yml": "name: วิทยาลัยเล็ก\nkind: college\nchecklist: arts\n"}
    nothing = examine(a_folder(tmp_path, {**agency, "data/2599/.keep": ""}), TODAY)
    assert (nothing.agency.name, nothing.year) == ("วิทยาลัยเล็ก", 2599)
    assert (nothing.checklist.checklist, nothing.checklist.items) == ("arts", [])


def test_where_nothing_is_known_nothing_is_made_up(tmp_path: Path) -> None:
    nothing = examine(DataFolder(tmp_path / "data", tmp_path), TODAY)
    assert (nothing.agency.name, nothing.agency.kind, nothing.year) == ("?", "other", 0)
    assert nothing.checklist.checklist == "general"


def test_no_file_is_named_by_its_full_path(tmp_path: Path) -> None:
    a_folder(tmp_path, {**AGENCY, "data/2569/o03.yml": "phone:\t1", "data/2569/o99.yml": ""})
    elsewhere = DataFolder(tmp_path / "data", Path("/nowhere"))
    missing = DataFolder(tmp_path / "none/data", Path("/nowhere"))
    findings = [*examine(elsewhere, TODAY).findings, *examine(missing, TODAY).findings]
    assert len(findings) > 25
    for finding in findings:
        assert str(tmp_path) not in finding.text("th") + finding.text("en")


# Years.


@pytest.fixture
def two_years(tmp_path: Path) -> DataFolder:
    return a_folder(tmp_path, {**AGENCY, "data/2568/o03.yml": "", "data/2569/o03.yml": ""})


def test_the_newest_year_is_assessed(two_years: DataFolder) -> None:
    assert examine(two_years, TODAY).year == 2569


@pytest.mark.parametrize("year", [2568, 2569])
def test_or_the_one_asked_for(two_years: DataFolder, year: int) -> None:
    assessment = examine(two_years, TODAY, year)
    assert (assessment.year, assessment.today) == (year, TODAY)
    assert assessment.items


@pytest.mark.parametrize("year", [2567, 0, 2026])
def test_a_year_that_has_no_folder(two_years: DataFolder, year: int) -> None:
    assessment = examine(two_years, TODAY, year)
    assert (assessment.year, assessment.items) == (year, ())
    (finding,) = assessment.findings
    assert (str(finding.place), finding.code.id) == ("data:1:1", "OIT400")
    assert "2569, 2568" in finding.message()


def test_all_years_the_newest_first(two_years: DataFolder) -> None:
    assert [assessment.year for assessment in examine_all(two_years, TODAY)] == [2569, 2568]


def test_what_is_wrong_with_the_agency_is_reported_once_for_all_years(tmp_path: Path) -> None:
    agency = AGENCY["data/agency.yml"] + "phon: 1\n"
    files = {"data/agency.yml": agency, "data/2568/.keep": "", "data/2569/.keep": ""}
    both = examine_all(a_folder(tmp_path, files), TODAY)
    reported = [f.code.id for assessment in both for f in assessment.findings]
    assert reported.count("OIT205") == 1


def test_an_older_year_without_its_checklist_is_reported_too(tmp_path: Path) -> None:
    files = {**AGENCY, "data/2569/.keep": "", "data/2550/.keep": ""}
    newest, older = examine_all(a_folder(tmp_path, files), TODAY)
    assert newest.items
    assert [f"{f.place} {f.code.id}" for f in older.findings] == ["data/2550:1:1 OIT401"]


def test_where_the_newest_year_cannot_be_assessed_only_that_is_reported(tmp_path: Path) -> None:
    files = {**AGENCY, "data/2599/.keep": "", "data/2569/.keep": ""}
    assert [assessment.year for assessment in examine_all(a_folder(tmp_path, files), TODAY)] == [
        2599
    ]


def test_a_folder_without_years_lacks_no_particular_year(tmp_path: Path) -> None:
    (finding,) = examine(a_folder(tmp_path, AGENCY), TODAY).findings
    assert finding.message("en") == 'the data folder "data" contains no folder for a fiscal year'


def test_a_year_folder_may_be_empty(tmp_path: Path) -> None:
    folder = a_folder(tmp_path, AGENCY)
    (folder.path / "2569").mkdir()
    assert {f.code.id for f in examine(folder, TODAY).findings} == {"OIT200"}


# The day.


@pytest.mark.parametrize(
    ("epoch", "day"),
    [
        ("0", date(1970, 1, 1)),
        # The day begins in Bangkok seven hours before it does in Greenwich.
        ("1774976400", date(2026, 4, 1)),
        ("1774976399", date(2026, 3, 31)),
    ],
)
def test_the_day_of_a_reproducible_build(
    monkeypatch: pytest.MonkeyPatch, epoch: str, day: date
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    assert today() == day


@pytest.mark.parametrize(
    "epoch", ["now", "-1", "1.5", " 1", "1_000", "๑", "5900000001", "9" * 11, "9" * 5000]
)
def test_a_day_of_a_reproducible_build_is_not_guessed(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], epoch: str
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    with pytest.raises(EpochError):
        today()
    assert main(["check", "--data", str(ROOT / "data")]) == 2
    shown = capsys.readouterr()
    assert shown.out == ""
    assert shown.err.startswith("oit: ตัวแปร SOURCE_DATE_EPOCH ต้องเป็นจำนวนวินาที")
    assert shown.err.count("\n") == 1


@pytest.mark.parametrize(
    "zone", ["UTC", "America/Los_Angeles", "Pacific/Kiritimati", "Asia/Bangkok"]
)
def test_the_day_is_bangkoks_wherever_the_clock_is(
    monkeypatch: pytest.MonkeyPatch, zone: str
) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    monkeypatch.setenv("TZ", zone)
    time.tzset()
    before, asked = datetime.now(BANGKOK).date(), today()
    monkeypatch.undo()
    time.tzset()
    assert before <= asked <= datetime.now(BANGKOK).date()


@pytest.mark.parametrize("epoch", [None, ""])
def test_otherwise_it_is_the_clocks(monkeypatch: pytest.MonkeyPatch, epoch: str | None) -> None:
    if epoch is None:
        monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    else:
        monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    before, asked = datetime.now(BANGKOK).date(), today()
    assert before <= asked <= datetime.now(BANGKOK).date()


def test_one_file_is_examined_again_without_reading_the_others(tmp_path: Path) -> None:
    files = {**AGENCY, "data/2569/o07.yml": "owner: กองคลัง\n", "data/2569/o08.yml": "owner: ก\n"}
    folder = a_folder(tmp_path, files)
    known, path = examined(folder, TODAY), folder.path / "2569/o07.yml"
    text = "owner: กองคลัง\nupdated: เมื่อวาน\nproblems: ไม่มี\n"
    again = with_document(known, path, parse(text.encode(), SourceFile(folder.shown(path))))
    (folder.path / "2569/o08.yml").write_text("owner: [", encoding="utf-8")
    path.write_text(text, encoding="utf-8")
    after = {result.item.id: result for result in examine(folder, TODAY).items}
    before = {result.item.id: result for result in known.assessment.items}
    for result in again.items:
        expected = after if result.item.id == "O7" else before
        assert result.findings == expected[result.item.id].findings
        assert result.elements == expected[result.item.id].elements
