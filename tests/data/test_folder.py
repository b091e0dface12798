"""The data folder: which files are read, and how findings name them."""

from pathlib import Path

import pytest

from given import a_folder
from oit.data import checklist as checklists
from oit.data.folder import DataFolder, read_agency, read_checklist
from oit.forms.agency import Agency

AGENCY = {"data/agency.yml": "name: เทศบาลเล็ก\nkind: municipality\n"}
MUNICIPALITY = Agency(name="เทศบาลเล็ก", kind="municipality")


def agency_findings(folder: DataFolder) -> list[str]:
    return [f"{f.place} {f.code.id}" for f in read_agency(folder)[1]]


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


def test_a_folder_beside_the_base_is_named_from_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "mine").mkdir()
    monkeypatch.chdir(tmp_path / "mine")
    folder = DataFolder(Path("../other/data"))
    assert folder.shown(folder.path / "agency.yml") == "../other/data/agency.yml"
    assert folder.shown(folder.docs / "about.md") == "../other/docs/about.md"
    assert DataFolder(Path("../mine/data")).shown(Path("data/agency.yml")) == "data/agency.yml"
    absolute = DataFolder(tmp_path / "mine/../other/data")
    assert absolute.shown(absolute.docs / "about.md") == "docs/about.md"
    assert absolute.shown(absolute.path / "agency.yml") == "data/agency.yml"


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


@pytest.mark.parametrize(
    ("names", "history"),
    [
        (["ita.yml"], True),
        (["ita.yml", ".keep", "note.txt"], True),
        (["ita.yml", "o01.yml"], False),
        (["ita.yml", "o1.yaml"], False),
        (["o01.yml"], False),
        ([".keep"], False),
    ],
)
def test_a_year_of_history_has_a_turn_of_the_ita_cycle_and_no_items(
    tmp_path: Path, names: list[str], history: bool
) -> None:
    folder = a_folder(tmp_path, {f"data/2565/{name}": "" for name in names})
    assert folder.is_history(2565) is history


def test_a_year_that_has_no_folder_is_none_of_history(tmp_path: Path) -> None:
    assert not a_folder(tmp_path, AGENCY).is_history(2565)


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


# Links of the file system: nothing outside the data folder is read.

SECRET = {"elsewhere/2569/o03.yml": "phone: ความลับ", "elsewhere/agency.yml": "name: ความลับ"}


def test_an_agency_yml_that_is_a_link_is_not_read(tmp_path: Path) -> None:
    folder = a_folder(tmp_path, {**SECRET, "data/2569/.keep": ""})
    (folder.path / "agency.yml").symlink_to(tmp_path / "elsewhere/agency.yml")
    assert read_agency(folder)[0] is None
    assert agency_findings(folder) == ["data/agency.yml:1:1 OIT107"]


def test_a_folder_of_checklists_may_be_no_link_out_of_the_data(tmp_path: Path) -> None:
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


def test_a_folder_of_tables_alone_is_no_year_yet(tmp_path: Path) -> None:
    folder = a_folder(
        tmp_path, {"data/2569/o01.yml": "", "data/2569/a.csv": "", "data/2570/procurement.csv": ""}
    )
    assert folder.years() == [2569]
