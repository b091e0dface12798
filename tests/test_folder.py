"""The data folder: which files are read, and how findings name them."""

from pathlib import Path

import pytest

from given import a_folder
from oit import checklist as checklists
from oit.folder import DataFolder, YearData, read_agency, read_checklist, read_year
from oit.forms.agency import Agency

AGENCY = {"data/agency.yml": "name: เทศบาลเล็ก\nkind: municipality\n"}
MUNICIPALITY = Agency(name="เทศบาลเล็ก", kind="municipality")


def agency_findings(folder: DataFolder) -> list[str]:
    return [f"{f.place} {f.code.id}" for f in read_agency(folder)[1]]


def year_findings(folder: DataFolder, year: int = 2569) -> list[str]:
    data, findings = read_year(folder, MUNICIPALITY, year)
    records = data.records.values() if data else []
    found = [*findings, *(f for record in records for f in record.findings)]
    return [f"{f.place} {f.code.id}" for f in found]


def read_2569(folder: DataFolder) -> YearData:
    data, _ = read_year(folder, MUNICIPALITY, 2569)
    assert data
    return data


# Names.


def test_findings_name_files_from_the_base(tmp_path: Path) -> None:
    folder = DataFolder(tmp_path / "web/data", tmp_path)
    assert folder.shown(folder.path / "2569/o07.yml") == "web/data/2569/o07.yml"


def test_files_that_are_not_below_the_base_are_named_from_the_folder_that_holds_the_data(
    tmp_path: Path,
) -> None:
    folder = DataFolder(tmp_path / "web/data", tmp_path / "elsewhere")
    assert folder.shown(folder.path / "2569/o07.yml") == "data/2569/o07.yml"
    assert folder.shown(folder.path) == "data"


def test_the_base_is_where_one_stands(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert DataFolder(Path("data")).shown(Path("data/agency.yml")) == "data/agency.yml"
    assert DataFolder(tmp_path / "data").shown(tmp_path / "data/agency.yml") == "data/agency.yml"
    assert DataFolder(Path("../data")).shown(Path("../data/agency.yml")) == "../data/agency.yml"


@pytest.mark.parametrize(
    ("data", "standing_in", "docs"),
    [
        ("data", ".", "docs"),
        ("data/", ".", "docs"),
        (".", "data", "docs"),
        ("..", "data/2569", "docs"),
        ("../data", "data", "docs"),
        ("web/data", ".", "web/docs"),
    ],
)
def test_the_documents_are_beside_the_data(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, data: str, standing_in: str, docs: str
) -> None:
    (tmp_path / "data/2569").mkdir(parents=True)
    monkeypatch.chdir(tmp_path / standing_in)
    assert DataFolder(Path(data)).docs == tmp_path / docs


# Years.


def test_years_are_folders_named_by_the_buddhist_era_the_newest_first(tmp_path: Path) -> None:
    years = ["2568", "2570", "2569", "2026", "256", "25690", "๒๕๖๙", "25๖๙", "checklists", "2369"]
    folder = a_folder(tmp_path, {f"data/{year}/o01.yml": "" for year in years})
    a_folder(tmp_path, {"data/2567": "a file"})
    assert folder.years() == [2570, 2569, 2568]


def test_a_folder_that_is_not_there_has_no_years(tmp_path: Path) -> None:
    assert DataFolder(tmp_path / "data").years() == []


# The agency.


def test_the_agency(tmp_path: Path) -> None:
    agency, findings = read_agency(a_folder(tmp_path, AGENCY))
    assert (agency, findings) == (MUNICIPALITY, [])


@pytest.mark.parametrize(
    ("text", "known", "findings"),
    [
        ("", False, ["data/agency.yml:1:1 OIT207", "data/agency.yml:1:1 OIT207"]),
        ("name: ก: ข\nkind: other", False, ["data/agency.yml:1:8 OIT102"]),
        ("name: ก\nkind: เทศบาล", False, ["data/agency.yml:2:7 OIT212"]),
        ("name: ก #1\nkind: other", True, ["data/agency.yml:1:7 OIT108"]),
        ("name: ก\nkind: other\nphon: 1", True, ["data/agency.yml:3:1 OIT205"]),
        ("name: ก\nname: ข\nkind: other", True, ["data/agency.yml:2:1 OIT104"]),
        ("name: ก\nkind: other\nlogo: files/l.png", True, ["data/agency.yml:3:1 OIT301"]),
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
def test_the_checklist_is_of_the_agencys_sector_and_of_the_year(
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
        assert "general-2568, general-2569, vocational-2569" in finding.hint()


def test_without_its_checklist_a_year_is_not_read(tmp_path: Path) -> None:
    folder = a_folder(tmp_path, {**AGENCY, "data/2599/o01.yml": "phone: ก: ข"})
    assert read_year(folder, MUNICIPALITY, 2599)[0] is None
    assert year_findings(folder, 2599) == ["data/2599:1:1 OIT401"]


# The items' files.


def test_an_item_is_read_by_its_form(tmp_path: Path) -> None:
    folder = a_folder(tmp_path, {"data/2569/o03.yml": "phone: 0 4599 9999"})
    data = read_2569(folder)
    assert list(data.records) == ["O3"]
    assert data.folder == "data/2569"
    assert data.records["O3"].form.model_dump(exclude_defaults=True) == {"phone": "0 4599 9999"}
    assert data.records["O3"].unreadable == frozenset()


@pytest.mark.parametrize(
    ("name", "suggestion"),
    [
        ("o7.yml", "o07.yml"),
        ("o7.yaml", "o07.yml"),
        ("O07.yml", "o07.yml"),
        ("o07.YML", "o07.yml"),
        ("o07 (1).yml", "o07.yml"),
        ("o007.yml", "o07.yml"),
        ("o99.yml", None),
        ("ita.yml", None),
    ],
)
def test_a_misnamed_file_is_told_with_the_right_name(
    tmp_path: Path, name: str, suggestion: str | None
) -> None:
    folder = a_folder(tmp_path, {f"data/2569/{name}": "year: 2568"})
    assert year_findings(folder) == [f"data/2569/{name}:1:1 OIT110"]
    data, findings = read_year(folder, MUNICIPALITY, 2569)
    assert data
    told = findings or data.records["O7"].findings
    assert ("did you mean" in told[0].message("en")) == (suggestion is not None)
    assert (suggestion or "") in told[0].message("en")


def test_a_misnamed_file_stands_for_its_item_which_is_not_told_as_missing(tmp_path: Path) -> None:
    data = read_2569(a_folder(tmp_path, {"data/2569/o7.yml": "year: 2568"}))
    assert list(data.records) == ["O7"]
    assert "projects" in data.records["O7"].unreadable


def test_of_two_files_for_one_item_the_rightly_named_is_read(tmp_path: Path) -> None:
    folder = a_folder(tmp_path, {"data/2569/o07.yml": "year: 2568", "data/2569/o7.yml": ""})
    assert year_findings(folder) == ["data/2569/o7.yml:1:1 OIT110"]
    assert read_2569(folder).records["O7"].unreadable == frozenset()


@pytest.mark.parametrize(
    "name", [".keep", "._o07.yml", ".o07.yml.swp", "Thumbs.db", "~$o07.xlsx", "note.txt"]
)
def test_what_programs_leave_in_a_folder_is_passed_over(tmp_path: Path, name: str) -> None:
    folder = a_folder(tmp_path, {f"data/2569/{name}": ""})
    assert year_findings(folder) == []
    assert read_2569(folder).records == {}


@pytest.mark.parametrize(
    ("text", "findings"),
    [
        ("phone: ก: ข", ["data/2569/o03.yml:1:9 OIT102"]),
        ("- phone", ["data/2569/o03.yml:1:1 OIT206"]),
        ("phone:\t1", ["data/2569/o03.yml:1:7 OIT103"]),
    ],
)
def test_of_a_file_that_cannot_be_read_every_field_is_unknown(
    tmp_path: Path, text: str, findings: list[str]
) -> None:
    folder = a_folder(tmp_path, {"data/2569/o03.yml": text})
    assert year_findings(folder) == findings
    assert {"phone", "documents"} <= read_2569(folder).records["O3"].unreadable


def test_of_a_file_with_faults_the_rest_is_read(tmp_path: Path) -> None:
    folder = a_folder(tmp_path, {"data/2569/o03.yml": "phone: 1\nphone: 2\nemail: x\nfax: 3"})
    assert year_findings(folder) == ["data/2569/o03.yml:2:1 OIT104", "data/2569/o03.yml:3:8 OIT211"]
    record = read_2569(folder).records["O3"]
    assert record.form.model_dump(exclude_defaults=True) == {"phone": "1", "fax": "3"}
    assert record.unreadable == {"email"}


def test_the_documents_of_an_item_are_looked_for_in_docs(tmp_path: Path) -> None:
    text = "documents:\n  - {title: ก, file: files/a.txt}\n  - {title: ข, file: files/b.txt}\n"
    folder = a_folder(tmp_path, {"data/2569/o03.yml": text, "docs/files/a.txt": "ก"})
    assert year_findings(folder) == ["data/2569/o03.yml:3:16 OIT301"]


# Links of the file system: nothing outside the data folder is read.

SECRET = {"elsewhere/2569/o03.yml": "phone: ความลับ", "elsewhere/agency.yml": "name: ความลับ"}


def test_a_file_that_is_a_link_is_not_read(tmp_path: Path) -> None:
    folder = a_folder(tmp_path, {**SECRET, **AGENCY, "data/2569/.keep": ""})
    (folder.path / "2569/o03.yml").symlink_to(tmp_path / "elsewhere/2569/o03.yml")
    assert year_findings(folder) == ["data/2569/o03.yml:1:1 OIT107"]
    assert read_2569(folder).records["O3"].form.model_dump(exclude_defaults=True) == {}


def test_a_year_that_links_out_of_the_folder_is_not_read(tmp_path: Path) -> None:
    folder = a_folder(tmp_path, {**SECRET, **AGENCY})
    (folder.path / "2569").symlink_to(tmp_path / "elsewhere/2569")
    assert year_findings(folder) == ["data/2569/o03.yml:1:1 OIT107"]
    assert read_2569(folder).records["O3"].form.model_dump(exclude_defaults=True) == {}


def test_an_agency_yml_that_is_a_link_is_not_read(tmp_path: Path) -> None:
    folder = a_folder(tmp_path, {**SECRET, "data/2569/.keep": ""})
    (folder.path / "agency.yml").symlink_to(tmp_path / "elsewhere/agency.yml")
    assert read_agency(folder)[0] is None
    assert agency_findings(folder) == ["data/agency.yml:1:1 OIT107"]


def test_the_data_folder_itself_may_be_a_link(tmp_path: Path) -> None:
    a_folder(tmp_path / "disk", {**AGENCY, "data/2569/o03.yml": "phone: 1"})
    (tmp_path / "data").symlink_to(tmp_path / "disk/data")
    folder = DataFolder(tmp_path / "data", tmp_path)
    assert folder.docs == tmp_path / "docs"
    assert year_findings(folder) == []
    assert list(read_2569(folder).records) == ["O3"]


def test_a_fault_behind_an_entry_that_was_left_out_stands_on_its_own_line(tmp_path: Path) -> None:
    text = "documents:\n  - {file: files/a.pdf}\n  - {title: ข, file: files/b.pdf}\n"
    folder = a_folder(tmp_path, AGENCY | {"data/2569/o07.yml": text})
    assert year_findings(folder) == [
        "data/2569/o07.yml:2:5 OIT207",
        "data/2569/o07.yml:3:16 OIT301",
    ]


def test_a_folder_of_checklists_may_be_no_link_out_of_the_data(tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    own = (Path(checklists.OWN_FOLDER) / "general-2569.yml").read_bytes()
    (outside / "general-2569.yml").write_bytes(own)
    folder = a_folder(tmp_path, AGENCY | {"data/2569/o07.yml": ""})
    (folder.path / "checklists").symlink_to(outside)
    assert year_findings(folder) == ["data/checklists/general-2569.yml:1:1 OIT107"]
