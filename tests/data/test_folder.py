"""The data folder: where its files are, and how findings name them."""

from pathlib import Path

import pytest

from given import a_folder
from oit.data.folder import DataFolder

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


def test_the_base_is_the_working_directory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
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
    ("data", "working_in", "docs"),
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
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, data: str, working_in: str, docs: str
) -> None:
    (tmp_path / "data/2569").mkdir(parents=True)
    monkeypatch.chdir(tmp_path / working_in)
    assert DataFolder(Path(data)).docs == tmp_path / docs


# Years.


def test_years_are_folders_named_by_the_buddhist_era_the_newest_first(tmp_path: Path) -> None:
    years = ["2568", "2570", "2569", "2026", "256", "25690", "๒๕๖๙", "25๖๙", "checklists", "2369"]
    folder = a_folder(tmp_path, {f"data/{year}/o01.yml": "" for year in years})
    a_folder(tmp_path, {"data/2567": "a file"})
    assert folder.years() == [2570, 2569, 2568]


def test_a_missing_folder_has_no_years(tmp_path: Path) -> None:
    assert DataFolder(tmp_path / "data").years() == []


@pytest.mark.parametrize(
    ("names", "history"),
    [
        (["ita.yml"], True),
        (["ita.yml", ".keep", "note.txt"], True),
        (["ita.yml", "review.yml"], True),
        (["review.yml"], True),
        (["review.yml", "o01.yml"], False),
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


def test_a_year_without_a_folder_is_not_history(tmp_path: Path) -> None:
    assert not a_folder(tmp_path, {"data/agency.yml": ""}).is_history(2565)


def test_a_folder_of_tables_alone_is_no_year_yet(tmp_path: Path) -> None:
    folder = a_folder(
        tmp_path, {"data/2569/o01.yml": "", "data/2569/a.csv": "", "data/2570/procurement.csv": ""}
    )
    assert folder.years() == [2569]
