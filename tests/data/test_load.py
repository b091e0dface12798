"""Loading a data folder: the agency, its checklists and its years, each file once."""

import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import pytest

from given import a_folder
from oit.data import checklist as checklists
from oit.data.checklists import read_list
from oit.data.folder import DataFolder
from oit.data.load import current_year, load, read_agency, read_checklist
from oit.forms.agency import Agency

AGENCY = {"data/agency.yml": "name: เทศบาลเล็ก\nkind: municipality\n"}
MUNICIPALITY = Agency(name="เทศบาลเล็ก", kind="municipality")


def agency_findings(folder: DataFolder) -> list[str]:
    return [f"{f.place} {f.code.id}" for f in read_agency(folder)[1]]


# What is loaded.


@pytest.mark.parametrize(
    ("years", "loaded"), [(None, [2570]), ([2568, 2569], [2569, 2568]), ([2567], []), ([], [])]
)
def test_the_current_year_is_loaded_or_those_given(
    tmp_path: Path, years: Sequence[int] | None, loaded: Sequence[int]
) -> None:
    files = {f"data/{year}/o03.yml": "" for year in (2568, 2569, 2570)}
    own = "checklist: general\nyear: 2570\ntitle: แบบวัดย่อ\n"
    files |= {**AGENCY, "data/checklists/general-2570.yml": own}
    value = load(a_folder(tmp_path, files), years)
    assert value.known_years == (2570, 2569, 2568)
    assert value.current_year == 2570
    assert list(value.years) == list(value.checklists) == list(value.submitted) == loaded


def test_without_an_agency_no_year_is_loaded(tmp_path: Path) -> None:
    value = load(a_folder(tmp_path, {"data/2569/o03.yml": ""}))
    assert (value.agency, value.known_years, value.years) == (None, (2569,), {})
    assert [finding.code.id for finding in value.findings] == ["OIT400"]


def test_every_file_is_read_once(tmp_path: Path) -> None:
    files = {
        "data/allowed.yml": "allowed: []\n",
        "data/2568/ita.yml": "year: 2568\n",
        "data/2568/o03.yml": "phone: 0 4599 9999\n",
        "data/2569/ita.yml": "year: 2569\n",
        "data/2569/o11.yml": "rows: purchases.csv\n",
        "data/2569/purchases.csv": "name\nถนน\n",
        "data/2569/submitted.yml": "items: []\n",
    }
    folder = a_folder(tmp_path, {**AGENCY, **files})
    opened: Counter[str] = Counter()
    recording = True

    def record(event: str, arguments: tuple[object, ...]) -> None:
        if recording and event == "open" and str(arguments[0]).startswith(str(folder.path)):
            opened[str(arguments[0])] += 1

    # A hook cannot be removed.
    sys.addaudithook(record)
    load(folder, [2568, 2569])
    recording = False
    assert opened == dict.fromkeys([str(tmp_path / name) for name in (*AGENCY, *files)], 1)


@pytest.mark.parametrize(
    ("files", "year"),
    [
        ({}, None),
        ({"data/2568/o01.yml": "", "data/2569/ita.yml": ""}, 2569),
        # No checklist of 2571 is known: it may begin with its turn of the ITA cycle.
        ({"data/2569/o01.yml": "", "data/2571/ita.yml": ""}, 2569),
        ({"data/2569/o01.yml": "", "data/2571/o01.yml": ""}, 2571),
        ({"data/2571/ita.yml": ""}, 2571),
    ],
)
def test_the_current_year(tmp_path: Path, files: dict[str, str], year: int | None) -> None:
    folder = a_folder(tmp_path, {**AGENCY, **files})
    assert current_year(folder, MUNICIPALITY) == load(folder).current_year == year


# The agency.


def test_the_agency(tmp_path: Path) -> None:
    agency, findings = read_agency(a_folder(tmp_path, AGENCY))
    assert (agency, findings) == (MUNICIPALITY, [])


@pytest.mark.parametrize(
    ("text", "known", "findings"),
    [
        ("", False, ["data/agency.yml:1:1 OIT207", "data/agency.yml:1:1 OIT207"]),
        ("name: ก: ข\nkind: other", False, ["data/agency.yml:1:8 OIT102"]),
        ("name: ก\nkind: กรม", False, ["data/agency.yml:2:7 OIT212"]),
        ("name: ก #1\nkind: other", True, ["data/agency.yml:1:7 OIT108"]),
        ("name: ก\nkind: other\nphon: 1", True, ["data/agency.yml:3:1 OIT205"]),
        ("name: ก\nname: ข\nkind: other", True, ["data/agency.yml:2:1 OIT104"]),
        (
            "name: ก\nkind: other\nsite_url: https://a.test/?b=1",
            True,
            ["data/agency.yml:3:1 OIT211"],
        ),
        (
            "name: ก\nkind: other\nsite_url: https://a.test/b#c",
            True,
            ["data/agency.yml:3:1 OIT211"],
        ),
        ("name: ก\nkind: other\nsite_url: http://a.test:80/ก", True, []),
        ("name: ก\nkind: other\nlogo: files/l.png", True, ["data/agency.yml:3:1 OIT412"]),
    ],
)
def test_faults_of_the_agency(tmp_path: Path, text: str, known: bool, findings: list[str]) -> None:
    folder = a_folder(tmp_path, {"data/agency.yml": text})
    assert (read_agency(folder)[0] is not None) == known
    assert agency_findings(folder) == findings


@pytest.mark.parametrize("files", [{}, {"data/agency.yaml": ""}, {"data/agency.yml/x": ""}])
def test_without_agency_yml(tmp_path: Path, files: dict[str, str]) -> None:
    folder = a_folder(tmp_path, files)
    assert agency_findings(folder) == ["data/agency.yml:1:1 OIT400"]


# The checklist.


@pytest.mark.parametrize(
    ("name", "year", "found"),
    [
        ("general", 2569, True),
        (None, 2568, True),
        ("vocational", 2569, True),
        ("vocational", 2568, False),
        ("genral", 2569, False),
    ],
)
def test_the_checklist_is_that_of_the_sector_and_the_year(
    tmp_path: Path, name: str | None, year: int, found: bool
) -> None:
    agency = MUNICIPALITY.model_copy(update={"checklist": name})
    checklist, findings = read_checklist(a_folder(tmp_path, AGENCY), agency, year)
    if found:
        assert checklist
        assert (checklist.checklist, checklist.year) == (name or "general", year)
        assert findings == []
    else:
        assert checklist is None
        (finding,) = findings
        assert (str(finding.place), finding.code.id) == (f"data/{year}:1:1", "OIT401")
        for known in ("general-2568, general-2569", "vocational-2569"):
            assert known in finding.hint()


# Links of the file system: nothing outside the data folder is read.

SECRET = {"elsewhere/2569/o03.yml": "phone: ความลับ", "elsewhere/agency.yml": "name: ความลับ"}


def test_an_agency_yml_that_is_a_link_is_not_read(tmp_path: Path) -> None:
    folder = a_folder(tmp_path, {**SECRET, "data/2569/.keep": ""})
    (folder.path / "agency.yml").symlink_to(tmp_path / "elsewhere/agency.yml")
    assert read_agency(folder)[0] is None
    assert agency_findings(folder) == ["data/agency.yml:1:1 OIT107"]


def test_a_folder_of_checklists_must_not_be_a_link_out_of_the_data(tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    own = (Path(checklists.OWN_FOLDER) / "general-2569.yml").read_bytes()
    (outside / "general-2569.yml").write_bytes(own)
    folder = a_folder(tmp_path, AGENCY | {"data/2569/o07.yml": ""})
    (folder.path / "checklists").symlink_to(outside)
    checklist, findings = read_checklist(folder, MUNICIPALITY, 2569)
    assert checklist is None
    assert [f"{f.place} {f.code.id}" for f in findings] == [
        "data/checklists/general-2569.yml:1:1 OIT107"
    ]


@pytest.mark.parametrize(
    ("year", "is_own", "shown"),
    [(2569, False, "general-2569.yml"), (2571, True, "data/checklists/general-2571.yml")],
)
def test_a_checklist_is_the_programs_or_the_agencys_own(
    tmp_path: Path, year: int, is_own: bool, shown: str
) -> None:
    own = "checklist: general\nyear: 2571\ntitle: แบบวัดย่อ\n"
    folder = a_folder(tmp_path, {**AGENCY, "data/checklists/general-2571.yml": own})
    file = read_list(folder, checklists.available(folder.path)["general", year])
    assert (file.is_own, file.document.file, file.findings) == (is_own, shown, ())
    assert file.usable is file.checklist is not None
